import type { CapNode, ItemNode, ListNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { capOf, effectsOf, highestOnlyAround } from '../../adjustments.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { headSpan, titleText } from '../../show.ts';

/**
 * What a 就高不重复 list cannot compare event by event: a case with a cap of its own, a table, or no points; a list or a section with
 * a cap of its own.
 */
export const highestOnly = defineDiagnostic<{
  name: string;
  problem: 'cap' | 'inner-cap' | 'inner' | 'table' | 'no-points';
}>({
  code: 'structure/highest-only',
  severity: 'error',
  message: {
    zh: ({ name, problem }) =>
      ({
        cap: `\`${name}\` 在“就高不重复”的清单里，同一事项只计最高的一件，不能另有封顶；封顶写在清单上`,
        'inner-cap': `\`${name}\` 在“就高不重复”的清单里，它的封顶不起作用；封顶写在外层清单上`,
        inner: `\`${name}\` 和外层清单都写了“就高不重复”，里面的不起作用；只写在一层上`,
        table: `\`${name}\` 在“就高不重复”的清单里，要有每次的分值，不能按次数列表`,
        'no-points': `\`${name}\` 在“就高不重复”的清单里，要有分值才能比高低`,
      })[problem],
    en: ({ name, problem }) =>
      ({
        cap: `\`${name}\` is in a list that counts only the highest per matter, so it has no cap of its own; cap the list`,
        'inner-cap': `\`${name}\` is inside a list that counts only the highest per matter, so its cap has no effect; cap the outer list`,
        inner: `\`${name}\` and a list around it both count only the highest; the inner one has no effect, so say it once`,
        table: `\`${name}\` is in a list that counts only the highest per matter, so it needs points per event, not a table by count`,
        'no-points': `\`${name}\` is in a list that counts only the highest per matter, so it needs points to compare`,
      })[problem],
  },
});

export const highestOnlyRule: Rule = {
  kinds: [highestOnly],
  visit: {
    list: visitInner,
    item: visitInner,
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
        if (cap !== null) reportCap(cap, { name, problem: 'cap' }, context);
      }
    },
  },
};

/** A list or a section inside of a 就高不重复 list: its cases are counted by the list around it, so a cap of its own binds nothing. */
function visitInner(node: ListNode | ItemNode, context: RuleContext, ancestors: readonly Node[]): void {
  if (highestOnlyAround(ancestors) === null) return;
  const { start, end } = headSpan(node, context);
  const name = titleText(node.title) ?? context.source.text.slice(start, end);
  const inner = clauseOf(node, 'highest-only');
  if (inner !== null) context.report(highestOnly.at(inner.span, { name, problem: 'inner' }));
  const cap = clauseOf(node, 'cap');
  if (cap !== null) reportCap(cap, { name, problem: 'inner-cap' }, context);
}

function reportCap(cap: CapNode, detail: Parameters<typeof highestOnly.at>[1], context: RuleContext): void {
  const edits = [{ span: withBlankBefore(cap.span, context.source.text), text: '' }];
  const fix = { title: { zh: '删去这一封顶', en: 'Remove this cap' }, safe: false, edits };
  context.report(highestOnly.at(cap.span, detail, { fixes: [fix] }));
}

function withBlankBefore(
  span: { readonly start: number; readonly end: number },
  text: string,
): { start: number; end: number } {
  const blank = /[\s，,]/u.test(text[span.start - 1] ?? '');
  return { start: blank ? span.start - 1 : span.start, end: span.end };
}
