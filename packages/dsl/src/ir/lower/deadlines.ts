/** 限期: full marks for what is on time; what is late, early or never reported by the rows. */
import type { FigureSpec } from '@assess/runtime';
import type { DeadlineNode, DeadlineRowNode, EffectNode } from '../../ast/nodes.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { pushEffects } from './adjustments.ts';
import { capped, effectClause, lowerCap, pointsOf } from './amounts.ts';
import { firstThatHolds, valueAt } from './choose.ts';
import type { Context, Operand, Scene } from './context.ts';
import { lowerNumber } from './expressions.ts';
import { lowerPath } from './names.ts';
import {
  and,
  atLeast,
  difference,
  equal,
  greatest,
  negative,
  not,
  nothing,
  positive,
  sum,
  when,
  whole,
} from './operations.ts';
import type { Rule } from './rule.ts';
import { orNothing, reported } from './scenes.ts';
import { checked, wholeNumber } from './tree.ts';
import { requireCalendar, shiftedByHolidays, workingDaysBetween } from './working-days.ts';

/** How late and how early something is; 0 for what is on time, or not reported. */
interface Lateness {
  readonly late: NumberExpression;
  readonly early: NumberExpression;
}

/** Days late and early count in calendar days or in working days, the due day not counted. */
export function lowerDeadline(node: DeadlineNode, id: string, scene: Scene, context: Context): Rule {
  if (node.date.kind === 'missing') throw new Error('a hole reached lowering');
  const full = checked(scene.full, 'a deadline outside of an item');
  const date = lowerPath(node.date, scene, context);
  const due = lowerNumber(node.due, scene, context);
  const isReported = reported([...date.absent, ...due.absent]);
  const dueDay = dueOf(node, due, id, context);
  const days = (amount: NumberExpression): NumberExpression => when(isReported, greatest([nothing, amount]), nothing);
  const late = context.steps.number(`${id}.days-late`, days(difference(date.value, dueDay)), node.span);
  const hasEarly = node.rows.some((row) => row.event === 'early');
  const early = hasEarly
    ? context.steps.number(`${id}.days-early`, days(difference(dueDay, date.value)), node.span)
    : nothing;
  const inDays: Lateness = { late, early };
  const isByWorkingDays = node.rows.some((row) => countsWorkingDays(row) || startsAtWorkingDay(row));
  const inWorkingDays = isByWorkingDays
    ? workingLateness(node, date.value, dueDay, isReported, inDays, id, context)
    : null;
  if (isByWorkingDays || node.shifted)
    requireCalendar(
      isByWorkingDays ? [dueDay, date.value] : [due.value],
      and([scene.isThere, isReported]),
      id,
      node.span,
      context,
    );
  const onTime = node.rows.length;
  // Of rows with a starting day the greatest that is not above the days holds, so they are tried from the greatest down.
  const rows = node.rows
    .map((row, index) => ({ row, index, from: row.from === null ? 1 : wholeNumber(row.from) }))
    .toSorted((left, right) => right.from - left.from)
    .map(({ row, index, from }) => {
      const measured = startsAtWorkingDay(row) ? checked(inWorkingDays, 'working days') : inDays;
      return { condition: holds(row, from, isReported, measured), value: whole(index) };
    });
  const chosen = context.steps.number(`${id}.row`, firstThatHolds(rows, whole(onTime)), node.span);
  const outcomes = node.rows.map((row) => {
    const measured = countsWorkingDays(row) ? checked(inWorkingDays, 'working days') : inDays;
    return pointsAfter(row.effect, row.event === 'early' ? measured.early : measured.late, full, scene, context);
  });
  node.rows.forEach(({ effect, span }, index) =>
    pushEffects(effect, and([scene.isThere, equal(chosen, whole(index))]), { name: id, clause: span }, context),
  );
  return {
    base: valueAt(chosen, [...outcomes, full]),
    voids: [...date.voids, ...due.voids],
    settles: node.rows.some(({ event }) => event === 'not-reported') ? date.absent : [],
    zeroes: node.rows.flatMap((row, index) => (row.effect.kind === 'no-points' ? [equal(chosen, whole(index))] : [])),
    spec: {
      kind: 'deadline',
      chosen: chosen.step,
      rows: node.rows.map((row) => context.origins.of(row.span)),
      figures: [
        ...(dueDay.op === 'step' ? [{ label: { zh: '期限', en: 'due' }, step: dueDay.step, unit: 'date' }] : []),
        ...shown(
          inDays,
          { late: { zh: '逾期天数', en: 'days late' }, early: { zh: '提前天数', en: 'days early' } },
          'day',
        ),
        ...(inWorkingDays === null
          ? []
          : shown(
              inWorkingDays,
              {
                late: { zh: '逾期工作日', en: 'working days late' },
                early: { zh: '提前工作日', en: 'working days early' },
              },
              'workday',
            )),
      ],
    },
  };
}

/** The due day; one that is not written as a date, or that holidays put off, is a step to be shown. */
function dueOf(node: DeadlineNode, due: Operand, id: string, context: Context): NumberExpression {
  if (due.value.op === 'constant' && !node.shifted) return due.value;
  const written =
    due.value.op === 'constant' ? due.value : context.steps.number(`${id}.due`, orNothing(due), node.due.span);
  if (!node.shifted) return written;
  return context.steps.number(`${id}.due-shifted`, shiftedByHolidays(written, context), node.due.span);
}

function workingLateness(
  { rows, span }: DeadlineNode,
  date: NumberExpression,
  due: NumberExpression,
  isReported: TruthExpression,
  inDays: Lateness,
  id: string,
  context: Context,
): Lateness {
  const day = context.steps.number(`${id}.date`, when(isReported, date, due), span);
  const between = workingDaysBetween(due, day, id, span, context);
  const hasEarly = rows.some((row) => row.event === 'early');
  return {
    late: context.steps.number(`${id}.working-days-late`, when(positive(inDays.late), between, nothing), span),
    early: hasEarly
      ? context.steps.number(`${id}.working-days-early`, when(positive(inDays.early), negative(between), nothing), span)
      : nothing,
  };
}

function countsWorkingDays({ effect }: DeadlineRowNode): boolean {
  return effect.kind === 'points-effect' && effect.per?.unit === 'workday';
}

function startsAtWorkingDay({ from }: DeadlineRowNode): boolean {
  return from?.unit === 'workday';
}

function shown(
  { late, early }: Lateness,
  labels: { readonly late: FigureSpec['label']; readonly early: FigureSpec['label'] },
  unitId: string,
): FigureSpec[] {
  return [
    ...(late.op === 'step' ? [{ label: labels.late, step: late.step, unit: unitId }] : []),
    ...(early.op === 'step' ? [{ label: labels.early, step: early.step, unit: unitId }] : []),
  ];
}

function holds({ event }: DeadlineRowNode, from: number, isReported: TruthExpression, days: Lateness): TruthExpression {
  if (event === 'not-reported') return not(isReported);
  // What is not reported is 0 days late.
  return atLeast(event === 'late' ? days.late : days.early, whole(Math.max(1, from)));
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
