import type { Doc } from 'prettier';
import type { EffectClauseNode, EffectNode, GradeEffectNode, PointsEffectNode } from '../../ast/nodes.ts';
import type { KeywordId } from '../../vocabulary/keywords.ts';
import { boundAndWord, followed, inOrder, list, phrase, table, wordAndAmount } from './layout.ts';
import type { Print, Printers } from './printers.ts';

const gradeEffects: Readonly<Record<GradeEffectNode['effect'], KeywordId>> = {
  fixed: 'fixed-at',
  ceiling: 'ceiling',
  down: 'one-down',
  'out-of-awards': 'out-of-awards',
  'no-grade': 'no-grade',
};

const stepWords = { complete: 'complete-only', begun: 'begun-counts', proportional: 'proportionally' } as const;

/** The order of the clauses behind an effect. */
export const clauseOrder: readonly EffectClauseNode['kind'][] = [
  'steps-clause',
  'cap',
  'uncapped',
  'grade-effect',
  'recorded-with',
  'booked-by',
  'step',
  'source-clause',
  'owner',
  'basis',
];

/** Cases, conditions, what they do, and the clauses behind that. */
export const adjustmentPrinters: Pick<
  Printers,
  | 'case'
  | 'count-row'
  | 'when'
  | 'require'
  | 'refusal-effect'
  | 'points-effect'
  | 'no-points'
  | 'grade-effect'
  | 'judged'
  | 'per'
  | 'steps-clause'
  | 'recorded-with'
  | 'owner'
> = {
  case: (node, print) =>
    phrase(
      print.words.keyword('case'),
      print.child('title'),
      print.child('applies'),
      print.child('basis'),
      node.effect === null ? table(print, node, print.children('table')) : print.child('effect'),
    ),

  'count-row': ({ count, orMore }, { words, child }) =>
    phrase(orMore ? boundAndWord(words, count, child('count'), 'or-more') : child('count'), child('effect')),

  require: ({ message }, { words, child }) =>
    phrase(followed(words, words.keyword('require'), child('condition')), message === null ? null : child('message')),

  'refusal-effect': (_, { words, child, children }) =>
    phrase(words.keyword('refuse'), child('message'), ...children('clauses')),

  when: (_, { words, child }) => [
    followed(words, words.keyword('when'), child('condition')),
    words.comma,
    child('effect'),
  ],

  // 每次扣1分 封顶3分; deduct 1 point per time cap 3 points
  'points-effect': (node, print) => {
    const { words, child } = print;
    if (node.judged !== null) return phrase(judgedEach(node, print), ...clauses(node, print));
    const done = verbAndAmount(node, print);
    const effect = words.zh ? [child('per'), done] : phrase(done, child('per'));
    return phrase(effect, ...clauses(node, print));
  },

  'no-points': (node, print) => phrase(print.words.keyword('no-points'), ...clauses(node, print)),

  'grade-effect': (node, print) =>
    phrase(
      node.veto ? print.words.keyword('veto') : null,
      node.levels === null
        ? print.words.keyword(gradeEffects[node.effect])
        : wordAndAmount(print.words, 'down', node.levels, print.child('levels')),
      print.child('grade'),
      ...clauses(node, print),
    ),

  judged: (_, { child }) => child('points'),

  per: ({ count, unit }, { words, child }) => {
    const measure = count === null ? words.unitAlone(unit) : child('count');
    return words.zh ? [words.keyword('per'), measure] : phrase(words.keyword('per'), measure);
  },

  'steps-clause': ({ steps }, { words }) => words.keyword(stepWords[steps]),

  'recorded-with': (_, { words, children }) => phrase(words.keyword('recorded-with'), list(words, children('fields'))),

  owner: (_, { words, child }) => phrase(words.keyword('owner'), child('owner')),
};

function verbAndAmount({ verb, amount }: PointsEffectNode, { words, child }: Print<'points-effect'>): Doc {
  // 得满分 is one expression.
  if (words.zh && verb === 'earn' && amount.kind === 'full') return [words.keyword(verb), child('amount')];
  return wordAndAmount(words, verb, amount, child('amount'));
}

function clauses(
  node: Exclude<EffectNode, { kind: 'missing' }>,
  print: Print<'points-effect' | 'no-points' | 'grade-effect'>,
): Doc[] {
  return inOrder(node.clauses, print.children('clauses'), clauseOrder);
}

/** 每次酌情扣1至3分; per time at discretion deduct 1 to 3 points */
function judgedEach({ verb }: PointsEffectNode, { words, child }: Print<'points-effect'>): Doc {
  const parts = [child('per'), words.keyword('discretion'), words.keyword(verb), child('judged')];
  return words.zh ? parts : phrase(...parts);
}
