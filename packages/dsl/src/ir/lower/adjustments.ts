/** Additions and deductions: cases, tables by count, conditions. Lists of them are in `lists.ts`. */
import type { FigureSpec } from '@assess/runtime';
import type { CaseNode, DiscretionNode, EffectNode, Node, PointsEffectNode, WhenNode } from '../../ast/nodes.ts';
import { capOf } from '../../check/adjustments.ts';
import { bookingOf } from '../../check/booking.ts';
import type { Span } from '../../source/span.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { capped, effectClause, lowerCap, pointsOf, stepSize } from './amounts.ts';
import { inPeriod } from './booking.ts';
import { firstThatHolds } from './choose.ts';
import type { Adjustment, Context, Occurrence, Scene } from './context.ts';
import { differsByEvent, eventPoints, totalOf } from './events.ts';
import { lowerTruth } from './expressions.ts';
import type { Frame } from './frames.ts';
import { gradesNamed } from './grade-figures.ts';
import { keyOf } from './record-keys.ts';
import { requireReason } from './judgements.ts';
import { caseWithinPeriods } from './period-caps.ts';
import { and, atLeast, countOf, equal, negative, not, nothing, positive, when, whole } from './operations.ts';
import { sceneOf } from './scene-of.ts';
import { symbolOf, wholeNumber } from './tree.ts';
import { voidsWhere } from './voids.ts';

/** Whether a case happened, and how many times. */
export function lowerOccurrence(node: CaseNode, frame: Frame, context: Context): Occurrence {
  const key = keyOf(context, symbolOf(context, node), frame);
  const input = context.inputs.index(key);
  const isList = context.inputs.spec(input).type.kind === 'list';
  const recorded: NumberExpression = isList
    ? countOf(input, inPeriod(bookingOf(node), input, context))
    : { op: 'input', input };
  // Points that are given for a case are recorded instead of how often it occurred.
  const times = node.effect?.kind === 'discretion' ? when(positive(recorded), whole(1), nothing) : recorded;
  const count = context.steps.number(`${key}.count`, times, node.span);
  return { count, occurred: context.steps.truth(`${key}.occurred`, positive(count), node.span) };
}

/** `情形 F01 "…" 每次扣1分 封顶3分`, or with a table by count. */
export function lowerCase(node: CaseNode, frame: Frame, context: Context): Adjustment {
  const symbol = symbolOf(context, node);
  const key = keyOf(context, symbol, frame);
  const scene = sceneOf(symbol.owner, frame, context);
  const occurrence = context.lookup.occurrence(node, frame);
  const isTable = node.table.length > 0;
  const rows = isTable
    ? rowsByCount(node, occurrence)
    : [{ effect: node.effect, holds: occurrence.occurred, clause: null }];
  const outcomes = rows.map(({ effect, holds }) => {
    const { points, ...outcome } =
      effect?.kind === 'discretion'
        ? given(effect, context.inputs.index(key))
        : differsByEvent(node, effect, context)
          ? outcomeOfEvents(node, effect, scene, context)
          : outcomeOf(effect, occurrence.count, scene, context);
    // A row has its own cap; that of a case without rows binds the case.
    return { holds, ...outcome, points: isTable ? withinCap(effect, points, scene, context) : points };
  });
  // Per occurrence, 0 times is 0 points by itself; what counts once, and a row of a table, needs its condition.
  const isCounted = !isTable && node.effect?.kind === 'points-effect' && node.effect.per !== null;
  const differs = differsByEvent(node, node.effect, context);
  const gross = isCounted
    ? (outcomes[0]?.points ?? nothing)
    : firstThatHolds(
        outcomes
          .filter(({ points }) => points !== nothing)
          .map(({ holds, points }) => ({ condition: holds, value: points })),
        nothing,
      );
  const grossStep = context.steps.number(`${key}.gross`, gross, node.span);
  const sign = outcomes.some(({ verb }) => verb === 'deduct') ? -1 : 1;
  const cap =
    node.effect?.kind === 'points-effect' ? lowerCap(effectClause(node.effect.clauses, 'cap'), scene, context) : null;
  const isParted = node.effect?.kind === 'points-effect' && (capOf(node.effect)?.periods.length ?? 0) > 0;
  const parted = isParted ? caseWithinPeriods(node, scene, context) : null;
  const counted = parted === null ? grossStep : sign === 1 ? parted : negative(parted);
  const points = context.steps.number(`${key}.points`, capped(counted, cap, sign), node.span);
  const clauses = rows.flatMap(({ effect }) => clausesOf(effect));
  const reasons = node.effect?.kind === 'discretion' ? [requireReason(node, node.effect, frame, context)] : [];
  const title = node.title.kind === 'title' ? (node.title.text?.text ?? null) : null;
  const cause = { name: symbol.name, title: title === symbol.name ? null : title };
  for (const { effect, holds, clause } of rows) pushEffects(effect, holds, { ...cause, clause }, context);
  return {
    spec: {
      kind: 'case',
      id: context.ids.of(node, frame),
      name: symbol.name,
      title: cause.title,
      basis: documentsOf([node.basis, ...clauses]),
      origin: context.origins.of(node.span),
      gross: grossStep.step,
      points: points.step,
      cap: cap === null ? null : context.steps.number(`${key}.cap`, cap, node.span).step,
      inputs: [context.inputs.index(key), ...reasons],
      owner: effectClause(clauses, 'owner')?.owner.text ?? null,
      occurred: occurrence.occurred.step,
      count: occurrence.count.step,
      outside: outsidePeriod(node, key, frame, context),
      everyTime: isCounted && !differs && stepSize(node.effect) === 1,
      veto: [...rows.map(({ effect }) => effect), ...clauses].some(
        (each) => each?.kind === 'grade-effect' && each.veto,
      ),
    },
    points,
    zeroes: outcomes.flatMap(({ zeroes, holds }) => (zeroes ? [holds] : [])),
    voids: voidsWhere(occurrence.occurred, scene.voids),
    deducts: outcomes.some(({ verb, zeroes }) => zeroes || verb === 'deduct'),
  };
}

/** How many events of a case lie outside of the assessed period; null where all of them count. */
function outsidePeriod(node: CaseNode, key: string, frame: Frame, context: Context): number | null {
  const input = context.inputs.index(keyOf(context, symbolOf(context, node), frame));
  const inside = inPeriod(bookingOf(node), input, context);
  if (inside === null) return null;
  return context.steps.number(`${key}.outside`, countOf(input, not(inside)), node.span).step;
}

/** The rows of a table by count, most first; of those that fit a count the one with the most decides. */
function rowsByCount(
  node: CaseNode,
  { count }: Occurrence,
): { effect: EffectNode; holds: TruthExpression; clause: Span }[] {
  const rows = node.table
    .map((row) => ({ row, from: wholeNumber(row.count) }))
    .toSorted((left, right) => right.from - left.from)
    .map(({ row, from }) => ({
      effect: row.effect,
      clause: row.span,
      fits: row.orMore ? atLeast(count, whole(from)) : equal(count, whole(from)),
      from,
      orMore: row.orMore,
    }));
  return rows.map(({ effect, clause, fits, from, orMore }, index) => {
    // Rows above exclude this one only where both can fit the same count.
    const above = orMore ? rows.slice(0, index).filter((row) => row.from > from) : [];
    return { effect, clause, holds: and([fits, ...above.map((row) => not(row.fits))]) };
  });
}

/** The points that a person gives for a case. */
function given({ verb }: DiscretionNode, input: number): Outcome {
  const value: NumberExpression = { op: 'input', input };
  return { points: verb === 'deduct' ? negative(value) : value, verb, zeroes: false };
}

interface Outcome {
  /** Signed, before any cap. */
  readonly points: NumberExpression;
  readonly verb: PointsEffectNode['verb'] | null;
  readonly zeroes: boolean;
}

function outcomeOf(effect: EffectNode | null, count: NumberExpression, scene: Scene, context: Context): Outcome {
  if (effect?.kind !== 'points-effect') return { points: nothing, verb: null, zeroes: effect?.kind === 'no-points' };
  return { points: pointsOf(effect, count, scene, context), verb: effect.verb, zeroes: false };
}

/** Every event with points of its own. */
function outcomeOfEvents(node: CaseNode, effect: PointsEffectNode, scene: Scene, context: Context): Outcome {
  const points = totalOf([eventPoints(node, effect, scene, context)]);
  return { points: effect.verb === 'deduct' ? negative(points) : points, verb: effect.verb, zeroes: false };
}

function withinCap(
  effect: EffectNode | null,
  points: NumberExpression,
  scene: Scene,
  context: Context,
): NumberExpression {
  if (effect?.kind !== 'points-effect') return points;
  const cap = lowerCap(effectClause(effect.clauses, 'cap'), scene, context);
  return capped(points, cap, effect.verb === 'deduct' ? -1 : 1);
}

/** `当 条件，扣2分` (得 is a rule of its item, not an adjustment). */
export function lowerWhen(node: WhenNode, inside: Symbol | null, frame: Frame, context: Context): Adjustment {
  const scene = sceneOf(inside, frame, context);
  const id = context.ids.ofLine(node, inside, frame);
  const occurred = context.steps.truth(
    `${id}.occurred`,
    and([scene.isThere, lowerTruth(node.condition, { ...scene, voids: [] }, context)]),
    node.span,
  );
  const { points, verb, zeroes } = outcomeOf(node.effect, whole(1), scene, context);
  const cap =
    node.effect.kind === 'points-effect' ? lowerCap(effectClause(node.effect.clauses, 'cap'), scene, context) : null;
  const gross = context.steps.number(`${id}.gross`, when(occurred, points, nothing), node.span);
  const sign = verb === 'deduct' ? -1 : 1;
  const step = context.steps.number(`${id}.points`, capped(gross, cap, sign), node.span);
  const name = context.origins.of(node.condition.span).text;
  pushEffects(node.effect, occurred, { name }, context);
  return {
    spec: {
      kind: 'when',
      id,
      name,
      title: null,
      basis: documentsOf(clausesOf(node.effect)),
      origin: context.origins.of(node.span),
      gross: gross.step,
      points: step.step,
      cap: cap === null ? null : context.steps.number(`${id}.cap`, cap, node.span).step,
      occurred: occurred.step,
    },
    points: step,
    zeroes: zeroes ? [occurred] : [],
    voids: voidsWhere(occurred, scene.voids),
    deducts: zeroes || verb === 'deduct',
  };
}

/** What an effect on the grade comes from. */
interface Cause {
  readonly name: string;
  readonly title?: string | null;
  /** The row or the whole clause that says when the effect acts; without one the effect speaks for itself. */
  readonly clause?: Span | null;
  readonly figures?: readonly FigureSpec[];
}

/** Notes what an effect, or a clause behind it, does to the grade. */
export function pushEffects(
  effect: EffectNode | null,
  holds: TruthExpression,
  { name, title = null, clause = null, figures = [] }: Cause,
  context: Context,
): void {
  if (effect === null || effect.kind === 'missing') return;
  const all = [effect, ...effect.clauses].filter((each) => each.kind === 'grade-effect');
  for (const each of all) {
    for (const { grade, when: chosen } of gradesNamed(each, context)) {
      context.effects.push({
        effect: each.effect,
        gradeName: grade,
        levels: each.effect !== 'down' ? 0 : each.levels === null ? 1 : wholeNumber(each.levels),
        acts: context.steps.truth(`${name}.acts`, and([holds, chosen]), each.span).step,
        veto: each.veto,
        cause: name,
        title,
        origin: context.origins.of(clause ?? effect.span),
        figures,
        span: each.span,
      });
    }
  }
}

function clausesOf(effect: EffectNode | null) {
  return effect === null || effect.kind === 'missing' ? [] : effect.clauses;
}

/** The documents that the 依据 clauses among some nodes name. */
export function documentsOf(nodes: readonly (Node | null)[]): string[] {
  return nodes.flatMap((node) => (node?.kind === 'basis' ? node.documents.map((document) => document.text) : []));
}
