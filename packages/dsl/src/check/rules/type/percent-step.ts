import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { Message } from '../../../source/locale.ts';
import { isNumber } from '../../../types/assignable.ts';
import type { Rule } from '../../rule.ts';

/** `每少1%`: one percentage point, or one per cent of the target? (constructs 8.15) */
export const percentStep = defineDiagnostic<{ step: string; points: Message | null }>({
  code: 'type/percent-step',
  severity: 'error',
  message: {
    zh: ({ step, points }) =>
      points === null
        ? `\`${step}\` 是谁的百分之几？按目标值算写 \`目标的${step}\``
        : `\`${step}\` 指 ${points.zh}，还是目标值的 ${step}？写 \`${points.zh}\` 或 \`目标的${step}\``,
    en: ({ step, points }) =>
      points === null
        ? `\`${step}\` of what? For a share of the target write \`${step} of target\``
        : `Does \`${step}\` mean ${points.en}, or ${step} of the target? Write \`${points.en}\` or \`${step} of target\``,
  },
});

export const percentStepRule: Rule = {
  kinds: [percentStep],
  visit: {
    against: (node, context) => {
      const type = context.types.get(node.figure);
      for (const { step, ofTarget } of node.rows) {
        if (ofTarget || step.kind !== 'quantity' || (step.unit !== 'percent' && step.unit !== 'permille')) continue;
        const written = context.source.text.slice(step.span.start, step.span.end);
        const figure = step.over === null ? step.digits : `${step.digits}/${step.over}`;
        const isRatio = step.unit === 'percent' && type !== undefined && isNumber(type, 'ratio');
        const points: Message = {
          zh: `${figure}个百分点`,
          en: `${figure} percentage ${figure === '1' ? 'point' : 'points'}`,
        };
        const share = context.locale === 'zh' ? `目标的${written}` : `${written} of target`;
        const fixes = [...(isRatio ? [points[context.locale]] : []), share].map((text): Fix => ({
          title: { zh: `改为 \`${text}\``, en: `Change to \`${text}\`` },
          safe: false,
          edits: [{ span: step.span, text }],
        }));
        context.report(percentStep.at(step.span, { step: written, points: isRatio ? points : null }, { fixes }));
      }
    },
  },
};
