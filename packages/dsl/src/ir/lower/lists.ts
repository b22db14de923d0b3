/** Lists of additions and deductions, with their caps, 就高不重复 and sections. */
import type { AdjustmentSpec, ListSpec } from '@assess/runtime';
import type {
  CaseNode,
  HighestOnlyNode,
  ItemNode,
  LineNode,
  ListNode,
  ListSort,
  RequireNode,
  WhenNode,
} from '../../ast/nodes.ts';
import { clauseOf } from '../../check/marks.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression } from '../ir.ts';
import { documentsOf, lowerCase, lowerWhen } from './adjustments.ts';
import { lowerCap, pointsEach } from './amounts.ts';
import type { Adjustment, Context, Scene } from './context.ts';
import { differsByEvent, eventPoints, isRecordedByEvent } from './events.ts';
import { casesIn, lowerTruth } from './expressions.ts';
import type { Frame } from './frames.ts';
import { always, and, difference, greatest, greatestOf, least, negative, nothing, sum, when } from './operations.ts';
import { listWithinPeriods } from './period-caps.ts';
import { lowerRefusal, lowerRequirement } from './requirements.ts';
import { sceneOf } from './scene-of.ts';
import { isNothing } from './step-list.ts';
import { checked, symbolOf } from './tree.ts';
import { voidsWhere } from './voids.ts';

/** A line of a body that adds or deducts, whatever its kind; null for lines that do neither. */
export function lowerAdjustment(
  line: LineNode,
  inside: Symbol | null,
  frame: Frame,
  context: Context,
): Adjustment | null {
  if (line.kind === 'case') return lowerCase(line, frame, context);
  if (line.kind === 'list') return context.lookup.list(line, frame);
  if (line.kind === 'require' || (line.kind === 'when' && line.effect.kind === 'refusal-effect')) {
    lowerCondition(line, inside, frame, context);
    return null;
  }
  if (line.kind !== 'when') return null;
  return isEarning(line.effect) && inside?.kind !== 'list' ? null : lowerWhen(line, inside, frame, context);
}

/** A condition on the record, wherever it is said. */
function lowerCondition(line: RequireNode | WhenNode, inside: Symbol | null, frame: Frame, context: Context): void {
  const scene = sceneOf(inside, frame, context);
  const id = context.ids.ofLine(line, inside, frame);
  if (line.kind === 'require') lowerRequirement(line, id, scene, context);
  else lowerRefusal(line, line.effect.kind === 'refusal-effect' ? line.effect.message : null, id, scene, context);
}

/** Whether an effect says what its item earns: a rule then, not an adjustment. */
export function isEarning(effect: { readonly kind: string; readonly verb?: string }): boolean {
  return effect.kind === 'points-effect' && effect.verb === 'earn';
}

/** `加分 表彰奖励 封顶3分 { … }`, and the sections inside of such a list. */
export function lowerList(node: ListNode | ItemNode, frame: Frame, context: Context): Adjustment {
  const symbol = symbolOf(context, node);
  const scene = sceneOf(symbol.owner, frame, context);
  const id = context.ids.of(node, frame);
  const children = node.body.flatMap((line) => lowerMember(line, symbol, frame, context) ?? []);
  const highestOnly = clauseOf(node, 'highest-only');
  const members =
    highestOnly === null
      ? children.map(({ points }) => points).filter((each) => !isNothing(each, context.steps))
      : highest(node, highestOnly, children, scene, context);
  const gross = context.steps.number(`${id}.gross`, sum(members), node.span);
  const capClause = clauseOf(node, 'cap');
  const cap = lowerCap(capClause, scene, context);
  const counted = (capClause?.periods.length ?? 0) > 0 ? withinPeriods(node, symbol, scene, context) : gross;
  const bound = cap === null ? counted : bounded(members, counted, cap, capClause?.on ?? sortOf(symbol));
  const condition = clauseOf(node, 'applies')?.condition ?? null;
  const applies =
    condition === null
      ? null
      : context.steps.truth(`${id}.applies`, lowerTruth(condition, { ...scene, voids: [] }, context), condition.span);
  const points = context.steps.number(
    `${id}.points`,
    applies === null ? bound : when(applies, bound, nothing),
    node.span,
  );
  const spec: ListSpec = {
    kind: 'list',
    sort: node.kind === 'item' ? 'section' : node.sort,
    id,
    name: context.ids.nameOf(symbol),
    title: titleOf(node, symbol),
    basis: documentsOf(node.clauses),
    origin: context.origins.of(node.span),
    gross: gross.step,
    applies: applies?.step ?? null,
    points: points.step,
    cap: cap === null ? null : context.steps.number(`${id}.cap`, cap, node.span).step,
    children: children.map(({ spec: each }) => each),
    duplicates: highestOnly === null ? null : duplicates(id, node, children, gross, context),
  };
  return {
    spec,
    points,
    zeroes: children.flatMap(({ zeroes }) => zeroes.map((zero) => and([applies ?? always, zero]))),
    voids: voidsWhere(
      applies ?? always,
      children.flatMap(({ voids }) => voids ?? []),
    ),
    deducts: children.some(({ deducts }) => deducts),
  };
}

/** Within the caps per day, month …, with the sign of the list. */
function withinPeriods(node: ListNode | ItemNode, symbol: Symbol, scene: Scene, context: Context): NumberExpression {
  const points = listWithinPeriods(node, scene, context);
  return sortOf(symbol) === 'bonuses' ? points : negative(points);
}

function lowerMember(line: LineNode, list: Symbol, frame: Frame, context: Context): Adjustment | null {
  return line.kind === 'item' ? context.lookup.list(line, frame) : lowerAdjustment(line, list, frame, context);
}

/** The cap binds the sum in the list's direction; 计毛额 binds what adds and what deducts apart, 计净额 the two together. */
function bounded(
  members: readonly NumberExpression[],
  gross: NumberExpression,
  cap: NumberExpression,
  on: 'gross' | 'net' | ListSort,
): NumberExpression {
  switch (on) {
    case 'bonuses':
      return least([gross, cap]);
    case 'penalties':
    case 'negative-list':
      return greatest([gross, negative(cap)]);
    case 'net':
      return greatest([least([gross, cap]), negative(cap)]);
    case 'gross': {
      const added = sum(members.map((member) => greatest([member, nothing])));
      const deducted = sum(members.map((member) => least([member, nothing])));
      return sum([least([added, cap]), greatest([deducted, negative(cap)])]);
    }
  }
}

/** Whether a list adds or deducts; a section is part of the list around it. */
export function sortOf({ node, owner }: Symbol): ListSort {
  if (node.kind === 'list') return node.sort;
  if (owner === null) throw new Error('a section outside of a list reached lowering');
  return sortOf(owner);
}

/**
 * 就高不重复: of the events with equal keys only the highest counts; without keys (仅计一次) one case of all. What adds and what
 * deducts are counted apart; lines that are no cases count as they are.
 */
function highest(
  node: ListNode | ItemNode,
  { keys }: HighestOnlyNode,
  children: readonly Adjustment[],
  scene: Scene,
  context: Context,
): readonly NumberExpression[] {
  const cases = casesIn(node.body).map((each) => caseInList(each, scene, context));
  const key = keys.map(({ text }) => ({ field: text, part: 'value' as const }));
  const counted = (deducts: boolean): NumberExpression => {
    const chosen = cases.filter((each) => each.deducts === deducts);
    if (chosen.length === 0) return nothing;
    if (key.length > 0) {
      const events = chosen.map((each) => checked(each.events, 'a case without events'));
      const lists = events.map(({ list, where }) => ({ list, where }));
      return { op: 'sum-per-group', lists, key, value: greatestOf(events) };
    }
    // 仅计一次: of events with points of their own the highest.
    return greatest([
      nothing,
      ...chosen.map(({ differs, events, occurred, points }) =>
        differs && events !== null ? greatestOf([events]) : when(occurred, points, nothing),
      ),
    ]);
  };
  const others = children.filter(({ spec }) => spec.kind === 'when').map(({ points }) => points);
  return [counted(false), negative(counted(true)), ...others].filter((member) => member !== nothing);
}

function caseInList(node: CaseNode, scene: Scene, context: Context) {
  const { effect } = node;
  if (effect?.kind !== 'points-effect') throw new Error('a case without points of its own reached lowering');
  const differs = differsByEvent(node, effect, context);
  return {
    differs,
    /** Null where the case is not recorded event by event. */
    events: isRecordedByEvent(node, scene, context) ? eventPoints(node, effect, scene, context) : null,
    occurred: context.lookup.occurrence(node, scene.frame).occurred,
    points: differs ? nothing : pointsEach(effect, scene, context),
    deducts: effect.verb === 'deduct',
  };
}

/** Points given up because only the highest counts, without sign. */
function duplicates(
  id: string,
  node: ListNode | ItemNode,
  children: readonly Adjustment[],
  gross: NumberExpression,
  context: Context,
): number {
  const all = sum(children.map(({ points }) => points));
  const lost = sortOf(symbolOf(context, node)) === 'bonuses' ? difference(all, gross) : difference(gross, all);
  return context.steps.number(`${id}.duplicates`, lost, node.span).step;
}

function titleOf({ title }: ListNode | ItemNode, { name }: Symbol): string | null {
  const text = title?.kind === 'title' ? (title.text?.text ?? null) : null;
  return text === name ? null : text;
}

/** The specifications of some adjustments, in order. */
export function specsOf(adjustments: readonly Adjustment[]): AdjustmentSpec[] {
  return adjustments.map(({ spec }) => spec);
}
