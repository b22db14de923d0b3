import { add, compare, isZero, one, subtract } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { Message } from '../../../source/locale.ts';
import { figureOf } from '../../literals.ts';
import type { Rule } from '../../rule.ts';
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
      const { end } = node.span;
      const fixes = answers.map(({ title, word }): Fix => ({
        title,
        safe: false,
        edits: [{ span: { start: end, end }, text: ` ${word[context.locale]}` }],
      }));
      context.report(missingStepsClause.at(per.span, { step, example, zero }, { fixes: zero ? [] : fixes }));
    },
  },
};
