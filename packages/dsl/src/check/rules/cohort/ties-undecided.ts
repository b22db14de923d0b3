import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { Message } from '../../../source/locale.ts';
import { signatureOf } from '../../../types/builtins.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** A rank from which something is computed, and the policy leaves open what equals get (semantics 11.6). */
export const tiesUndecided = defineDiagnostic<{ call: string }>({
  code: 'cohort/ties-undecided',
  severity: 'error',
  message: {
    zh: ({ call }) =>
      `\`${call}\` 用来计分，两个对象并列时各是第几名？写“并列跳位”（1、2、2、4）、“并列不跳位”（1、2、2、3）或“并列取平均”（1、2.5、2.5、4）`,
    en: ({ call }) =>
      `\`${call}\` decides points: which places do equals have? Say "equals skip places" (1, 2, 2, 4), "equals skip no places" (1, 2, 2, 3) or "equals share the mean place" (1, 2.5, 2.5, 4)`,
  },
});

/** In the grades and in tests a rank is only compared: there places are skipped unless something else is written. */
export const tiesUndecidedRule: Rule = {
  kinds: [tiesUndecided],
  visit: {
    call: (node, context, ancestors) => {
      if (node.equals !== null || signatureOf(node.function.text)?.id !== 'rank') return;
      if (ancestors.some(({ kind }) => kind === 'grades' || kind === 'test' || kind === 'sample')) return;
      const call = context.source.text.slice(node.span.start, node.span.end);
      const fixes = answers.map((answer) => insertion(node.span.end, answer, context));
      context.report(tiesUndecided.at(node.span, { call: call.slice(0, 60) }, { fixes }));
    },
  },
};

const answers: readonly Message[] = [
  { zh: '并列跳位', en: 'equals skip places' },
  { zh: '并列不跳位', en: 'equals skip no places' },
  { zh: '并列取平均', en: 'equals share the mean place' },
];

/** Before the closing bracket. */
function insertion(end: number, word: Message, { locale }: RuleContext): Fix {
  return {
    title: { zh: `加上“${word.zh}”`, en: `Add "${word.en}"` },
    safe: false,
    edits: [{ span: { start: end - 1, end: end - 1 }, text: locale === 'zh' ? `，${word.zh}` : `, ${word.en}` }],
  };
}
