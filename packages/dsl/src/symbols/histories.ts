/**
 * The earlier grades of a subject: where a policy asks for them (`连续2年 …`), every scale that it asks about has a list in the record,
 * `历年等次` with the fields 年度 and 等次 (`grade_history` with year and grade), which nobody has to declare.
 */
import type { FieldNode, FileNode, InputNode, NameNode, Node, StreakNode, TypeNode } from '../ast/nodes.ts';
import { walk } from '../ast/walk.ts';
import { mainScale } from './main-scale.ts';
import type { Symbol } from './symbol.ts';

/** What is known while declarations are gathered. */
interface Declared {
  readonly symbols: readonly Symbol[];
  readonly declared: ReadonlyMap<Node, Symbol>;
}

/** The names of a list of earlier grades and of its fields. */
export interface HistoryWords {
  readonly list: string;
  readonly year: string;
  readonly grade: string;
  /** The option of a year in which there was no grade. */
  readonly none: string;
}

/**
 * The words for a scale: Chinese where its grades have Chinese names, whatever the keywords of the file. The main scale is 等次, also
 * where it bears a name, as one that is imported does.
 */
export function historyWords(scale: Symbol, names: Pick<Declared, 'symbols'>): HistoryWords {
  const { node } = scale;
  const name = scale === mainScale(names) ? '' : scale.name;
  const lines = node.kind === 'grades' ? node.lines : [];
  const first = lines.find((line) => line.kind === 'grade-line');
  return first === undefined || /\p{Script=Han}/u.test(first.name.text)
    ? { list: `历年${name === '' ? '等次' : name}`, year: '年度', grade: '等次', none: '不定等次' }
    : { list: `${name === '' ? 'grade' : name}_history`, year: 'year', grade: 'grade', none: 'no_grade' };
}

/** The scale that a streak asks about: the one around it, else the main one if it has the grade, else the first that has. */
export function streakScale(
  { grades: [grade] }: StreakNode,
  inside: Symbol | null,
  { symbols }: Pick<Declared, 'symbols'>,
): Symbol | null {
  if (inside !== null) return inside;
  const main = mainScale({ symbols });
  const bearers = symbols.filter(({ kind, name }) => (kind === 'grade' || kind === 'outcome') && name === grade?.text);
  return bearers.some(({ owner }) => owner === main) ? main : (bearers[0]?.owner ?? main);
}

/** The lists of earlier grades that a policy needs, by scale. */
export function historiesOf(tree: FileNode, declared: Declared): ReadonlyMap<Symbol, InputNode> {
  const histories = new Map<Symbol, InputNode>();
  for (const chapter of tree.chapters) {
    const inside = chapter.kind === 'grades' ? (declared.declared.get(chapter) ?? null) : null;
    walk(chapter, (node) => {
      if (node.kind !== 'streak') return;
      const scale = streakScale(node, inside, declared);
      if (scale !== null && !histories.has(scale)) histories.set(scale, historyOf(scale, node, declared));
    });
  }
  return histories;
}

/** Earlier grades of more years than this are not recorded. */
const mostYears = '60';

function historyOf(scale: Symbol, { span: { start } }: StreakNode, names: Pick<Declared, 'symbols'>): InputNode {
  const span = { start, end: start };
  const words = historyWords(scale, names);
  const name = (text: string): NameNode => ({ kind: 'name', span, text });
  const quantity = (digits: string) =>
    ({ kind: 'quantity', span, digits, over: null, negative: false, unit: null }) as const;
  const field = (text: string, type: TypeNode): FieldNode => ({
    kind: 'field',
    span,
    name: name(text),
    type,
    source: null,
    rounding: null,
    notReported: null,
    notApplicable: null,
    step: null,
    booked: null,
  });
  const lines = scale.node.kind === 'grades' ? scale.node.lines : [];
  const options = lines.flatMap((line) =>
    line.kind === 'grade-line' || line.kind === 'off-scale' ? [line.name.text] : [],
  );
  const range = { kind: 'range', span, low: quantity('1900'), high: quantity('2200') } as const;
  return {
    kind: 'input',
    span,
    field: field(words.list, { kind: 'list-type', span, least: null, most: { ...quantity(mostYears), unit: 'item' } }),
    lines: [
      field(words.year, { kind: 'number-type', span, number: 'integer', range, values: [] }),
      field(words.grade, { kind: 'choice-type', span, options: [...options, words.none].map(name) }),
    ],
  };
}
