import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { capOf, effectsOf, highestOnlyAround } from '../../adjustments.ts';
import type { Rule } from '../../rule.ts';
import { headSpan, titleText } from '../../show.ts';

/** A case in a 就高不重复 list whose points cannot be compared event by event: with a cap of its own, a table, or no points. */
export const highestOnly = defineDiagnostic<{ name: string; problem: 'cap' | 'table' | 'no-points' }>({
  code: 'structure/highest-only',
  severity: 'error',
  message: {
    zh: ({ name, problem }) =>
      ({
        cap: `\`${name}\` 在“就高不重复”的清单里，同一事项只计最高的一件，不能另有封顶；封顶写在清单上`,
        table: `\`${name}\` 在“就高不重复”的清单里，要有每次的分值，不能按次数列表`,
        'no-points': `\`${name}\` 在“就高不重复”的清单里，要有分值才能比高低`,
      })[problem],
    en: ({ name, problem }) =>
      ({
        cap: `\`${name}\` is in a list that counts only the highest per matter, so it has no cap of its own; cap the list`,
        table: `\`${name}\` is in a list that counts only the highest per matter, so it needs points per event, not a table by count`,
        'no-points': `\`${name}\` is in a list that counts only the highest per matter, so it needs points to compare`,
      })[problem],
  },
});

export const highestOnlyRule: Rule = {
  kinds: [highestOnly],
  visit: {
    case: (node, context, ancestors) => {
      if (highestOnlyAround(ancestors) === null) return;
      const name = titleText(node.title) ?? '';
      const span = headSpan(node, context);
      if (node.table.length > 0) {
        context.report(highestOnly.at(span, { name, problem: 'table' }));
        return;
      }
      for (const effect of effectsOf(node)) {
        if (effect.kind === 'missing') continue;
        if (effect.kind !== 'points-effect') {
          context.report(highestOnly.at(span, { name, problem: 'no-points' }));
          continue;
        }
        const cap = capOf(effect);
        if (cap === null) continue;
        const edits = [{ span: withBlankBefore(cap.span, context.source.text), text: '' }];
        const fix = { title: { zh: '删去这一封顶', en: 'Remove this cap' }, safe: false, edits };
        context.report(highestOnly.at(cap.span, { name, problem: 'cap' }, { fixes: [fix] }));
      }
    },
  },
};

function withBlankBefore(
  span: { readonly start: number; readonly end: number },
  text: string,
): { start: number; end: number } {
  const blank = /[\s，,]/u.test(text[span.start - 1] ?? '');
  return { start: blank ? span.start - 1 : span.start, end: span.end };
}
