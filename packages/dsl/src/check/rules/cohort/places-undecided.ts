import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { signatureOf } from '../../../types/builtins.ts';
import type { Rule } from '../../rule.ts';

/** The first 5% of 33 are 1.65: a share of places that is not said to be rounded (semantics 11.8). */
export const placesUndecided = defineDiagnostic<{ share: string }>({
  code: 'cohort/places-undecided',
  severity: 'error',
  message: {
    zh: ({ share }) => `${share} × 33 个对象不是整数个名次：向下取整、四舍五入还是向上取整？`,
    en: ({ share }) => `${share} of 33 subjects is no whole number of places: rounded down, half up or rounded up?`,
  },
});

export const placesUndecidedRule: Rule = {
  kinds: [placesUndecided],
  visit: {
    call: (node, context) => {
      if (signatureOf(node.function.text)?.takes !== 'merit-and-places' || node.mode !== null) return;
      const [, places] = node.arguments;
      const type = places === undefined ? undefined : context.types.get(places);
      if (places?.kind !== 'quantity' || type?.type !== 'number' || type.dimension !== 'ratio') return;
      // A bare number is a number of places.
      if (places.unit === null) return;
      const share = context.source.text.slice(places.span.start, places.span.end);
      const fixes = answers.map((word) => ({
        title: { zh: `加上“${word.zh}”`, en: `Add "${word.en}"` },
        safe: false,
        edits: [
          {
            span: { start: places.span.end, end: places.span.end },
            text: context.locale === 'zh' ? `，${word.zh}` : `, ${word.en}`,
          },
        ],
      }));
      context.report(placesUndecided.at(places.span, { share }, { fixes }));
    },
  },
};

const answers: readonly Message[] = [
  { zh: '向下取整', en: 'rounded down' },
  { zh: '四舍五入', en: 'half up' },
  { zh: '向上取整', en: 'rounded up' },
];
