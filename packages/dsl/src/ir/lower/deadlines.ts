/** 限期: full marks for what is on time; what is late, early or never reported by the rows. */
import { rational } from '@assess/runtime';
import type { DeadlineNode, DeadlineRowNode, EffectNode } from '../../ast/nodes.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { pushEffects } from './adjustments.ts';
import { capped, effectClause, lowerCap, pointsOf } from './amounts.ts';
import { firstThatHolds, valueAt } from './choose.ts';
import type { Context, Scene } from './context.ts';
import { lowerNumber } from './expressions.ts';
import { lowerPath } from './names.ts';
import { and, atLeast, constant, difference, equal, greatest, not, nothing, sum, when, whole } from './operations.ts';
import type { Rule } from './rule.ts';
import { reported } from './scenes.ts';
import { checked, wholeNumber } from './tree.ts';

/** Days late and days early count in calendar days, the due day not counted. */
export function lowerDeadline(node: DeadlineNode, id: string, scene: Scene, context: Context): Rule {
  if (node.date.kind === 'missing' || node.due.kind === 'missing') throw new Error('a hole reached lowering');
  const full = checked(scene.full, 'a deadline outside of an item');
  const date = lowerPath(node.date, scene, context);
  const due = lowerNumber(node.due, scene, context);
  const isReported = reported([...date.absent, ...due.absent]);
  const days = (amount: NumberExpression): NumberExpression => when(isReported, greatest([nothing, amount]), nothing);
  const late = context.steps.number(`${id}.days-late`, days(difference(date.value, due.value)), node.span);
  const hasEarly = node.rows.some((row) => row.event === 'early');
  const early = hasEarly
    ? context.steps.number(`${id}.days-early`, days(difference(due.value, date.value)), node.span)
    : constant(rational(0n));
  const onTime = node.rows.length;
  // Of rows with a starting day the greatest that is not above the days holds, so they are tried from the greatest down.
  const rows = node.rows
    .map((row, index) => ({ row, index, from: row.from === null ? 1 : wholeNumber(row.from) }))
    .toSorted((left, right) => right.from - left.from)
    .map(({ row, index, from }) => ({ condition: holds(row, from, isReported, late, early), value: whole(index) }));
  const chosen = context.steps.number(`${id}.row`, firstThatHolds(rows, whole(onTime)), node.span);
  const outcomes = node.rows.map((row) =>
    pointsAfter(row.effect, row.event === 'early' ? early : late, full, scene, context),
  );
  node.rows.forEach(({ effect, span }, index) =>
    pushEffects(effect, and([scene.isThere, equal(chosen, whole(index))]), { name: id, clause: span }, context),
  );
  const figures = [
    { label: { zh: '逾期天数', en: 'days late' }, step: late.step, unit: 'day' },
    ...(early.op === 'step' ? [{ label: { zh: '提前天数', en: 'days early' }, step: early.step, unit: 'day' }] : []),
  ];
  return {
    base: valueAt(chosen, [...outcomes, full]),
    settles: node.rows.some(({ event }) => event === 'not-reported') ? date.absent : [],
    zeroes: node.rows.flatMap((row, index) => (row.effect.kind === 'no-points' ? [equal(chosen, whole(index))] : [])),
    spec: {
      kind: 'deadline',
      chosen: chosen.step,
      rows: node.rows.map((row) => context.origins.of(row.span)),
      figures,
    },
  };
}

function holds(
  { event }: DeadlineRowNode,
  from: number,
  isReported: TruthExpression,
  late: NumberExpression,
  early: NumberExpression,
): TruthExpression {
  if (event === 'not-reported') return not(isReported);
  // What is not reported is 0 days late.
  return atLeast(event === 'late' ? late : early, whole(Math.max(1, from)));
}

/** Full marks with what a row takes or adds, or what it says is earned. */
function pointsAfter(
  effect: EffectNode,
  days: NumberExpression,
  full: NumberExpression,
  scene: Scene,
  context: Context,
): NumberExpression {
  if (effect.kind === 'no-points') return nothing;
  if (effect.kind !== 'points-effect') return full;
  const points = pointsOf(effect, days, scene, context);
  const clause = effectClause(effect.clauses, 'cap');
  // 扣完为止 ends at zero of what is on time: full marks.
  const isDownToZero = clause !== null && clause.amount === null && effect.verb === 'deduct';
  const cap = isDownToZero ? full : lowerCap(clause, scene, context);
  const within = capped(points, cap, effect.verb === 'deduct' ? -1 : 1);
  return effect.verb === 'earn' ? within : sum([full, within]);
}
