import { add, compare, divide, isInteger, isZero, one, rational, subtract } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { Message } from '../../../source/locale.ts';
import { figureOf, quantityValue } from '../../literals.ts';
import type { AgainstNode, AgainstRowNode, ExpressionNode } from '../../../ast/nodes.ts';
import { rangeOf } from '../../ranges.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { showIn } from '../../show.ts';

/** `每3次` leaves open what 4 times count as; `每0次` counts nothing. */
export const missingStepsClause = defineDiagnostic<{ step: Message; example: Message; zero: boolean }>({
  code: 'structure/missing-steps-clause',
  severity: 'error',
  message: {
    zh: ({ step, example, zero }) =>
      zero
        ? `每 ${step.zh} 无从计数`
        : `每 ${step.zh} 计一次，那么 ${example.zh} 怎么算？写“不足不计”“不足按一计”或“按比例计”`,
    en: ({ step, example, zero }) =>
      zero
        ? `Nothing can be counted per ${step.en}`
        : `Per ${step.en}: what then are ${example.en}? Say "complete only", "begun counts" or "proportionally"`,
  },
});

const answers: readonly { readonly title: Message; readonly word: Message }[] = [
  { title: { zh: '不足不计', en: 'Only complete steps count' }, word: { zh: '不足不计', en: 'complete only' } },
  { title: { zh: '不足按一计', en: 'A begun step counts' }, word: { zh: '不足按一计', en: 'begun counts' } },
  { title: { zh: '按比例计', en: 'In proportion' }, word: { zh: '按比例计', en: 'proportionally' } },
];

function answersBehind(end: number, { locale }: RuleContext): readonly Fix[] {
  return answers.map(({ title, word }) => ({
    title,
    safe: false,
    edits: [{ span: { start: end, end }, text: ` ${word[locale]}` }],
  }));
}

/** A step of 对标 leaves nothing over only where figure and target always lie on whole steps. */
function checkStep({ step, ofTarget, effect }: AgainstRowNode, node: AgainstNode, context: RuleContext): void {
  if (step.kind !== 'quantity' || effect.kind !== 'points-effect') return;
  const size = quantityValue(step);
  if (size === null) return;
  const unit = step.unit;
  const zero = isZero(size);
  const isSaid = effect.clauses.some((clause) => clause.kind === 'steps-clause');
  const fits = !ofTarget && !zero && liesOn(node.figure, size, context) && liesOn(node.target, size, context);
  if (!zero && (isSaid || fits)) return;
  const half = divide(add(size, add(size, size)), rational(2n));
  const found = { step: showIn(size, unit), example: showIn(half, unit), zero };
  const fixes = zero ? [] : answersBehind(effect.span.end, context);
  context.report(missingStepsClause.at(step.span, found, { fixes }));
}

/** Whether all values of a figure are multiples of a step. */
function liesOn(figure: ExpressionNode, size: Rational, context: RuleContext): boolean {
  const { low, high, step } = rangeOf(figure, context);
  const isFixed = low !== null && high !== null && compare(low, high) === 0;
  const grid = isFixed ? low : step;
  return grid !== null && isInteger(divide(grid, size));
}

export const missingStepsClauseRule: Rule = {
  kinds: [missingStepsClause],
  visit: {
    'points-effect': (node, context) => {
      const { per } = node;
      if (per?.count === undefined || per.count === null) return;
      const count = figureOf(per.count);
      if (count === null || compare(count, one) === 0) return;
      const step = showIn(count, per.unit);
      const example = showIn(subtract(add(count, count), one), per.unit);
      const zero = isZero(count);
      if (!zero && node.clauses.some((clause) => clause.kind === 'steps-clause')) return;
      const fixes = zero ? [] : answersBehind(node.span.end, context);
      context.report(missingStepsClause.at(per.span, { step, example, zero }, { fixes }));
    },
    against: (node, context) => {
      for (const row of node.rows) checkStep(row, node, context);
    },
  },
};
