/** The one table of what is changed in a policy, by the kind of node. A kind that is not here has only its parts changed. */
import type { BetweenNode, CompareNode, Node, NodeKind, NodeOf, Relation } from '../../ast/nodes.ts';
import type { KeywordId } from '../../vocabulary/keywords.ts';
import { changesOfDate, changesOfQuantity } from './figures.ts';
import type { Mutant, MutationKind, Place } from './mutant.ts';

type Operators = { readonly [Kind in NodeKind]?: (node: NodeOf<Kind>, place: Place) => readonly Mutant[] };

/** What holds no decision: nothing in it is changed. */
export const untouched: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'policy',
  'import',
  'basis',
  'declares',
  'consequences',
  'sample',
  'test',
  'title',
  'number-type',
  'date-type',
  'choice-type',
  'source-clause',
  'owner',
  // What can be recorded, not what comes out.
  'full-marks',
]);

export const operators: Operators = {
  quantity: changesOfQuantity,
  date: changesOfDate,
  compare: (node, place) => relationsOf(node, place),
  between: (node, place) => boundsOf(node, place),
  rounding: (node, place) => (place.parent?.kind === 'field' ? [] : modesOf(node, place)),
  logic: ({ operator, operands, span }, place) =>
    operands.slice(1).map((operand, index) => {
      const before = operands[index]?.span.end ?? span.start;
      const text = ` ${place.word(operator === 'and' ? 'or' : 'and')} `;
      return { kind: 'logic', span, edits: [{ span: { start: before, end: operand.span.start }, text }] };
    }),
  occurs: ({ path, negative, span }, place) => {
    const text = ` ${place.word(negative ? 'occurs' : 'not-occurs')}`;
    return [{ kind: 'logic', span, edits: [{ span: { start: path.span.end, end: span.end }, text }] }];
  },
  arithmetic: ({ operator, left, right, span }) => {
    if (operator !== '+' && operator !== '-') return [];
    const between = { start: left.span.end, end: right.span.start };
    return [{ kind: 'figure', span, edits: [{ span: between, text: operator === '+' ? ' - ' : ' + ' }] }];
  },
  'no-points': (node, place) => {
    const text = `${place.word('deduct')} 1${place.word('deduct') === 'deduct' ? ' point' : '分'}`;
    return place.parent?.kind === 'when' ? [] : replaced(node, 'no-points', text);
  },
  when: (node) => replaced(node, 'line', ''),
  'grade-effect': (node, place) => gradeEffect(node, place),
  'highest-only': (node) => replaced(node, 'clause', ''),
  'lowest-of-parts': (node) => replaced(node, 'clause', ''),
  'may-exceed': (node) => replaced(node, 'clause', ''),
  'may-be-negative': (node) => replaced(node, 'clause', ''),
  factor: (node) => replaced(node, 'clause', ''),
  full: (node, place) => {
    const isAmount = place.parent !== null && 'amount' in place.parent;
    return isAmount ? replaced(node, 'figure', place.word('deduct') === 'deduct' ? '0 points' : '0分') : [];
  },
  'steps-clause': ({ steps, ...node }, place) =>
    replaced(node, 'clause', place.word(steps === 'complete' ? 'begun-counts' : 'complete-only')),
  cap: (node, place) =>
    node.on === null
      ? []
      : swapped(node, place, 'clause', [node.on === 'net' ? ['on-net', 'on-gross'] : ['on-gross', 'on-net']]),
  'empty-group': (node, place) =>
    swapped(node, place, 'clause', [
      ['rescale', 'zero'],
      ['zero', 'rescale'],
    ]),
  'not-reported': (node, place) =>
    swapped(node, place, 'clause', [
      ['zero', 'full'],
      ['full', 'zero'],
    ]),
  quota: (node, place) =>
    swapped(node, place, 'quota', [
      ['round-down', 'round-up'],
      ['round-up', 'round-down'],
      ['half-up', 'round-down'],
      ['none-in', 'all-in'],
      ['all-in', 'none-in'],
      ['no-move-up', 'move-up'],
      ['move-up', 'no-move-up'],
      ['assessed', 'graded'],
      ['graded', 'assessed'],
    ]),
};

const otherRelation: Readonly<Partial<Record<Relation, Relation>>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const relationWords: Readonly<Partial<Record<Relation, KeywordId>>> = {
  '<': 'below',
  '<=': 'at-most',
  '>': 'above',
  '>=': 'at-least',
};

/** 90分以上 becomes 高于90分. */
function relationsOf(node: CompareNode, place: Place): readonly Mutant[] {
  const { left, right } = node;
  const word = relationWords[otherRelation[node.relation] ?? '='];
  if (word === undefined) return [];
  const subject = left === null ? '' : `${place.text(left)} `;
  return replaced(node, 'relation', `${subject}${place.word(word)} ${place.text(right)}`);
}

function boundsOf(node: BetweenNode, place: Place): readonly Mutant[] {
  const subject = node.left === null ? '' : `${place.text(node.left)} `;
  const unit = node.high.kind === 'quantity' ? place.text(node.high).replace(/^.*[\d０-９]\s*/u, '') : '';
  const isBare = node.low.kind === 'quantity' && /[\d０-９]$/u.test(place.text(node.low));
  const low = `${place.text(node.low)}${isBare ? unit : ''}`;
  const written = (lower: Relation, upper: Relation): string => {
    const words = [relationWords[lower], relationWords[upper]].map((id) => (id === undefined ? '' : place.word(id)));
    return `${subject}${words[0]} ${low} ${words[1]} ${place.text(node.high)}`;
  };
  const { lowRelation: lower, highRelation: upper } = node;
  return [
    ...replaced(node, 'relation', written(otherRelation[lower] ?? lower, upper)),
    ...replaced(node, 'relation', written(lower, otherRelation[upper] ?? upper)),
  ];
}

function modesOf(node: NodeOf<'rounding'>, place: Place): readonly Mutant[] {
  const other: KeywordId = node.mode === 'down' ? 'round-up' : 'round-down';
  const start = node.decimals.span.end;
  return [
    {
      kind: 'rounding',
      span: node.span,
      edits: [{ span: { start, end: node.span.end }, text: ` ${place.word(other)}` }],
    },
  ];
}

/** A clause is left out; what is all of a line becomes something else, because a line without effect does not read. */
function gradeEffect(node: NodeOf<'grade-effect'>, place: Place): readonly Mutant[] {
  const { parent, ancestors } = place;
  if (parent?.kind === 'when') return [];
  const isClause = parent?.kind === 'points-effect' || parent?.kind === 'no-points';
  const away = isClause ? replaced(node, 'grade', '') : [];
  const { grade } = node;
  if (grade === null)
    return isClause
      ? away
      : replaced(node, 'grade', place.word(node.effect === 'no-grade' ? 'out-of-awards' : 'no-grade'));
  const scale =
    ancestors[0]?.kind === 'file' ? ancestors[0].chapters.find((chapter) => chapter.kind === 'grades') : undefined;
  const names = (scale?.lines ?? []).flatMap((line) => (line.kind === 'grade-line' ? [line.name] : []));
  if (grade.kind !== 'name') return away;
  const index = names.findIndex(({ text }) => text === grade.text);
  const neighbour = names[index - 1] ?? names[index + 1];
  return [...away, ...(neighbour === undefined ? [] : replaced(grade, 'grade', place.text(neighbour)))];
}

function replaced({ span }: Pick<Node, 'span'>, kind: MutationKind, text: string): readonly Mutant[] {
  return [{ kind, span, edits: [{ span, text }] }];
}

/** Each of the words that stands in a node, in the place of the other. */
function swapped(
  node: Node,
  place: Place,
  kind: MutationKind,
  pairs: readonly (readonly [from: KeywordId, to: KeywordId])[],
): readonly Mutant[] {
  const text = place.text(node);
  return pairs.flatMap(([from, to]) => {
    const word = place.word(from);
    const at = indexOfWord(text, word);
    if (at < 0) return [];
    const start = node.span.start + at;
    return [
      {
        kind,
        span: { start, end: start + word.length },
        edits: [{ span: { start, end: start + word.length }, text: place.word(to) }],
      },
    ];
  });
}

/** Chinese words are not parted by spaces; `递补` is not in `不递补`. */
function indexOfWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    const isPart = /[a-z]/iu.test(word)
      ? /[a-z]/iu.test(before + text.charAt(at + word.length))
      : before === '不' || before === '均';
    if (!isPart || word.startsWith('均')) return at;
  }
  return -1;
}
