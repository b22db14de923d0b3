import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Rule } from '../../rule.ts';

/** A row of years that leaves open what a year without grade does to it. */
export const yearUndecided = defineDiagnostic<Record<string, never>>({
  code: 'grades/year-undecided',
  severity: 'error',
  message: {
    zh: () => '其中有的年度没有等次时怎么算？中断，写“缺年 中断”；跳过不算，写“缺年 跳过”',
    en: () =>
      'What if there is no grade in one of the years? Say "missing year breaks", or "missing year skips" to leave it out',
  },
});

const answers: readonly Message[] = [
  { zh: '缺年 中断', en: 'missing year breaks' },
  { zh: '缺年 跳过', en: 'missing year skips' },
];

export const yearUndecidedRule: Rule = {
  kinds: [yearUndecided],
  visit: {
    streak: (node, context) => {
      if (node.missing !== null) return;
      const { end } = node.span;
      const fixes = answers.map((answer) => ({
        title: { zh: `加上“${answer.zh}”`, en: `Add "${answer.en}"` },
        safe: false,
        edits: [{ span: { start: end, end }, text: ` ${answer[context.locale]}` }],
      }));
      context.report(yearUndecided.at(node.span, {}, { fixes }));
    },
  },
};
