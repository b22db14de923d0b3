import type { AgainstRowNode, CaseNode, DeadlineNode, Node, PointsEffectNode } from '../../../ast/nodes.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { capAround, capOf, effectsOf, highestOnlyAround, isUncapped } from '../../adjustments.ts';
import { openBelow } from '../../open-below.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { titleText } from '../../show.ts';

/**
 * Points per occurrence, or per day, without a limit. 封顶 or 扣完为止 answers the question, and so does the cap of a list around
 * it; 扣完为止 answers it only for deductions that end at zero.
 */
export const missingCap = defineDiagnostic<{
  name: string | null;
  adds: boolean;
  deadline: boolean;
  step?: boolean;
  toZero: boolean;
}>({
  code: 'structure/missing-cap',
  severity: 'error',
  suppressible: true,
  message: {
    zh: ({ name, adds, deadline, step = false, toZero }) => {
      const what = step
        ? '每一步的加扣'
        : deadline
          ? '按天扣分'
          : name === null
            ? '这一情形按次计分'
            : `\`${name}\` 按次计分`;
      return adds
        ? `${what}没有上限：最多能加多少？写“封顶…分”，确实不限写“不封顶”`
        : `${what}没有上限：最多能扣多少？写“封顶…分”${toZero ? '，或扣到本项为零“扣完为止”' : '，确实不限写“不封顶”'}`;
    },
    en: ({ name, adds, deadline, step = false, toZero }) => {
      const what = step
        ? 'The points per step have'
        : deadline
          ? 'The points per day have'
          : name === null
            ? 'This case has'
            : `\`${name}\` has`;
      return adds
        ? `${what} no limit: how much can it add at most? Say "cap … points", or "uncapped" if there is none`
        : `${what} no limit: how much can ${deadline || step ? 'they' : 'it'} deduct at most? Say "cap … points"${toZero ? ', or "down to zero" of its item' : ', or "uncapped" if there is none'}`;
    },
  },
});

function check(
  effect: PointsEffectNode,
  place: { readonly name: string | null; readonly deadline: boolean; readonly step?: boolean },
  ancestors: readonly Node[],
  context: RuleContext,
): void {
  if ((effect.per === null && place.step !== true) || capOf(effect) !== null) return;
  if (effect.clauses.some(({ kind }) => kind === 'uncapped')) return;
  const isLimited = capAround(ancestors) !== null || highestOnlyAround(ancestors) !== null || isUncapped(ancestors);
  if (!place.deadline && place.step !== true && isLimited) return;
  const adds = effect.verb === 'add';
  const toZero = !adds && openBelow(ancestors, context) === null;
  // Behind the amount, before any other clause.
  const end = Math.max(effect.amount.span.end, effect.per?.span.end ?? 0);
  const text = context.locale === 'zh' ? ' 扣完为止' : ' down to zero';
  const fix: Fix = {
    title: { zh: '扣到本项为零：加上“扣完为止”', en: 'Down to zero of its item: add "down to zero"' },
    safe: false,
    edits: [{ span: { start: end, end }, text }],
  };
  context.report(missingCap.at(effect.span, { ...place, adds, toZero }, { fixes: toZero ? [fix] : [] }));
}

function visitCase(node: CaseNode, context: RuleContext, ancestors: readonly Node[]): void {
  // A row by count is an amount in all, which has its own rule.
  for (const effect of node.table.length > 0 ? [] : effectsOf(node)) {
    if (effect.kind === 'points-effect')
      check(effect, { name: titleText(node.title), deadline: false }, ancestors, context);
  }
}

function visitDeadline(node: DeadlineNode, context: RuleContext, ancestors: readonly Node[]): void {
  for (const { effect } of node.rows) {
    if (effect.kind === 'points-effect') check(effect, { name: null, deadline: true }, ancestors, context);
  }
}

function visitStep({ effect }: AgainstRowNode, context: RuleContext, ancestors: readonly Node[]): void {
  if (effect.kind === 'points-effect') check(effect, { name: null, deadline: false, step: true }, ancestors, context);
}

export const missingCapRule: Rule = {
  kinds: [missingCap],
  visit: { case: visitCase, deadline: visitDeadline, 'against-row': visitStep },
};
