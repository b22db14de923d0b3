import { compare } from '@assess/runtime';
import type { AgainstNode, AgainstRowNode, ItemNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { literalValue } from '../../literals.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord, labelOf } from '../../show.ts';

/** A 对标 that leaves open what missing the target costs, says one side twice, or adds what can never count (semantics 5.9). */
export const targetRows = defineDiagnostic<{ problem: 'open' | 'twice' | 'idle'; item: string }>({
  code: 'structure/target-rows',
  severity: 'error',
  message: {
    zh: ({ problem, item }) =>
      ({
        open: '达不到目标怎么办？加一行“每少 … 扣 …”（以低为优的写“每多 … 扣 …”），或在项目里写“当 …，得 …”',
        twice: '同一个方向写了两行，以哪个为准？',
        idle: `达到目标已得满分，${item} 又不能超过满分，加分永远计不上；要计就写“可超满分”`,
      })[problem],
    en: ({ problem, item }) =>
      ({
        open: 'What does missing the target cost? Add a row "each below … deduct …" ("each above …" where lower is better), or say "when …, earns …" in the item',
        twice: 'Two rows for the same side; which one?',
        idle: `The target already earns full marks and ${item} cannot exceed them, so the addition never counts; say "may exceed full marks" if it should`,
      })[problem],
  },
});

function visit(node: AgainstNode, context: RuleContext, ancestors: readonly Node[]): void {
  const item = ancestors.findLast((each): each is ItemNode => each.kind === 'item') ?? null;
  const sides = new Map<AgainstRowNode['side'], AgainstRowNode>();
  for (const row of node.rows) {
    const earlier = sides.get(row.side);
    if (earlier === undefined) sides.set(row.side, row);
    else {
      const related = [{ span: earlier.span, message: { zh: '先写的一行', en: 'the first row' } }];
      context.report(targetRows.at(row.span, { problem: 'twice', item: '' }, { related }));
    }
  }
  if (isOpen(node, item)) {
    context.report(targetRows.at(firstWord(node, context.source), { problem: 'open', item: '' }));
  }
  if (item !== null) reportIdle(node, item, context);
}

/** Only additions, to one side: nobody means that the other side earns as much as the target. */
function isOpen({ rows }: AgainstNode, item: ItemNode | null): boolean {
  const deducts = rows.some(({ effect }) => effect.kind !== 'points-effect' || effect.verb === 'deduct');
  const both = new Set(rows.map(({ side }) => side)).size === 2;
  const settled = item?.body.some(
    (line) => line.kind === 'when' && line.effect.kind === 'points-effect' && line.effect.verb === 'earn',
  );
  return !deducts && !both && settled !== true;
}

function reportIdle(node: AgainstNode, item: ItemNode, context: RuleContext): void {
  const full = context.marks.get(item)?.full ?? null;
  const amount = node.amount.kind === 'full' ? full : literalValue(node.amount);
  if (full === null || amount === null || compare(amount, full) < 0 || clauseOf(item, 'may-exceed') !== null) return;
  // Points lost elsewhere in the item can be made up for by an addition.
  if (item.body.some((line) => line.kind === 'list' || line.kind === 'case' || line.kind === 'when')) return;
  for (const row of node.rows) {
    if (row.effect.kind !== 'points-effect' || row.effect.verb !== 'add') continue;
    const { zh, en } = labelOf(item);
    const end = item.title.span.end;
    const head = clauseOf(item, 'points')?.span.end ?? end;
    const text = context.locale === 'zh' ? ' 可超满分' : ' may exceed full marks';
    const fix: Fix = {
      title: { zh: '加上“可超满分”', en: 'Add "may exceed full marks"' },
      safe: false,
      edits: [{ span: { start: head, end: head }, text }],
    };
    const label = context.locale === 'zh' ? zh : en;
    context.report(targetRows.at(row.effect.span, { problem: 'idle', item: label }, { fixes: [fix] }));
  }
}

export const targetRowsRule: Rule = { kinds: [targetRows], visit: { against: visit } };
