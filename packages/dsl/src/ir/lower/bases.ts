/** The base of an item: 当 … 得, else its rule, else its parts, else full marks if something deducts (semantics 4.2). */
import type { Origin, RuleSpec } from '@assess/runtime';
import type { AbsencePolicy, AmountNode, LineNode, RuleNode, WhenNode } from '../../ast/nodes.ts';
import { onlyCollects } from '../../check/panels.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { lowerAmount } from './amounts.ts';
import { firstThatHolds, valueAt } from './choose.ts';
import type { Context, Scene } from './context.ts';
import { lowerTruth } from './expressions.ts';
import { isEarning } from './lists.ts';
import { and, equal, not, nothing, product, whole } from './operations.ts';
import { lowerRule } from './rules.ts';
import { orNothing, reported } from './scenes.ts';
import { checked } from './tree.ts';
import { voidsWhere, type Void } from './voids.ts';

/** What an item starts from, its factor included. */
export interface Base {
  readonly base: NumberExpression;
  readonly zeroes: readonly TruthExpression[];
  /** Where there is no result. */
  readonly voids: readonly Void[];
  readonly rule: RuleSpec;
}

/** What multiplies the base of an item, with the inputs that it reads. */
export interface Factor {
  readonly value: NumberExpression;
  readonly reads: ReadonlySet<number>;
  readonly voids: readonly Void[];
}

/** What the parts of an item give together; null for an item without parts. */
export interface Parts {
  readonly kind: 'sum' | 'weighted-sum' | 'accumulated' | 'best-of-parts';
  readonly value: NumberExpression;
  readonly voids: readonly Void[];
}

/** The item whose base is lowered. */
interface Place {
  readonly id: string;
  readonly origin: Origin;
  readonly scene: Scene;
  /** The answer in effect there for what is not applicable. */
  readonly answer: AbsencePolicy | null;
}

/** Lowers what stands in the body of an item. */
export function lowerBase(
  body: readonly LineNode[],
  parts: Parts | null,
  deducts: boolean,
  factor: Factor | null,
  place: Place,
  context: Context,
): Base {
  const whens = body.filter((line): line is WhenNode => line.kind === 'when' && isEarning(line.effect));
  const ruleNode = body.find(isRule) ?? null;
  const { scene } = place;
  if (ruleNode === null && whens.length === 0) {
    const plain = withoutRule(parts, deducts, place);
    return { ...plain, ...withAbsence(plain, factor, [], place, context) };
  }
  const rule = ruleNode === null ? null : lowerRule(ruleNode, place.id, scene, context);
  // What conditions of the rule compare; those of 当 … 得 simply do not hold.
  const compared = scene.voids.splice(0);
  const rows = whens.map((each) => lowerEarning(each, scene, context));
  // Everything that the item starts from is lowered now: its scene knows the inputs.
  const inputs = [...scene.reads].toSorted((left, right) => left - right);
  const open = inputs.filter((input) => rule?.settles.includes(input) !== true);
  const ruled = {
    base: rule?.base ?? parts?.value ?? nothing,
    zeroes: rule?.zeroes ?? [],
    voids: [...(rule === null ? (parts?.voids ?? []) : (rule.voids ?? [])), ...compared],
  };
  const start = withAbsence(ruled, factor, open, place, context);
  const [first] = whens;
  if (first === undefined && rule !== null && ruleNode !== null) {
    return { ...start, rule: { ...rule.spec, origin: context.origins.of(ruleNode.span), inputs } };
  }
  const conditions = rows.map(({ condition }, index) => ({ condition, value: whole(index) }));
  const span = checked(first, 'a condition').span;
  const chosen = context.steps.number(`${place.id}.row`, firstThatHolds(conditions, whole(rows.length)), span);
  // What the rule says of 不得分 holds only where the rule is asked.
  const isAsked = equal(chosen, whole(rows.length));
  const earned = rows.map(({ value, voids }) =>
    withAbsence({ base: value, zeroes: [], voids }, factor, [], place, context),
  );
  return {
    base: valueAt(chosen, [...earned.map(({ base }) => base), start.base]),
    zeroes: start.zeroes.map((zero) => and([isAsked, zero])),
    voids: [
      ...earned.flatMap(({ voids }, index) => voidsWhere(equal(chosen, whole(index)), voids)),
      ...voidsWhere(isAsked, start.voids),
    ],
    rule: {
      kind: 'when',
      origin: context.origins.of(span),
      inputs,
      chosen: chosen.step,
      rows: [...rows.map((row) => row.origin), ...(ruleNode === null ? [] : [context.origins.of(ruleNode.span)])],
      figures: rule?.spec.figures ?? [],
    },
  };
}

/** Without a rule: the parts, or full marks where something deducts, or nothing. */
function withoutRule(parts: Parts | null, deducts: boolean, { origin, scene }: Place): Base {
  const plain = { origin, inputs: [], chosen: null, rows: [], figures: [] };
  const start = { zeroes: [], voids: [] };
  if (parts !== null)
    return { base: parts.value, zeroes: [], voids: parts.voids, rule: { kind: parts.kind, ...plain } };
  if (!deducts) return { base: nothing, ...start, rule: { kind: 'sum', ...plain } };
  return { base: checked(scene.full, 'an item without full marks'), ...start, rule: { kind: 'full', ...plain } };
}

function lowerEarning(node: WhenNode, scene: Scene, context: Context) {
  const condition = lowerTruth(node.condition, scene, context);
  const amount: AmountNode = checked(node.effect.kind === 'points-effect' ? node.effect.amount : null, 'an amount');
  const { voids, ...operand } = lowerAmount(amount, scene, context);
  return { condition, value: orNothing({ ...operand, voids }), voids, origin: context.origins.of(node.span) };
}

/** Whether a line says what its item starts from. */
export function saysBase(line: LineNode): boolean {
  return isRule(line) || (line.kind === 'when' && isEarning(line.effect));
}

function isRule(line: LineNode): line is RuleNode {
  switch (line.kind) {
    case 'score':
    case 'proportion':
    case 'tiers':
    case 'by-table':
    case 'against':
    case 'interpolation':
    case 'checklist':
    case 'discretion':
    case 'deadline':
    case 'panel':
      return true;
    case 'ballot':
      return !onlyCollects(line);
    case 'item':
    case 'list':
    case 'case':
    case 'when':
    case 'require':
    case 'input':
    case 'define':
    case 'declares':
      return false;
  }
}

/**
 * A base times its factor, or what the policy says where a figure in either is not reported or not applicable. The first such figure in
 * the order of the policy decides. A 当 … 得 that holds wins over what its item's rule reads.
 */
function withAbsence(
  { base, zeroes, voids }: Omit<Base, 'rule'>,
  factor: Factor | null,
  reads: readonly number[],
  { scene, answer }: Place,
  context: Context,
): Omit<Base, 'rule'> {
  const full = checked(scene.full, 'an item without full marks');
  const inputs = [...new Set([...reads, ...(factor?.reads ?? [])])].toSorted((left, right) => left - right);
  const answered = inputs.flatMap((input) => answersOf(input, answer, scene, context));
  const settled = answered.map((each, index) => {
    // Of several that are missing the first decides.
    const before = answered.slice(0, index).map(({ holds }) => not(holds));
    return { ...each, holds: and([...before, each.holds]) };
  });
  const rows = settled.map(({ holds, outcome }) => ({ condition: holds, value: outcome === 'full' ? full : nothing }));
  const isThere = and(answered.map(({ holds }) => not(holds)));
  return {
    base: firstThatHolds(rows, factor === null ? base : product([base, factor.value])),
    zeroes: zeroes.map((zero) => and([isThere, zero])),
    voids: [
      ...settled.flatMap(({ outcome, ...each }): Void[] =>
        outcome === 'full' || outcome === 'zero' || outcome === 'refuse' ? [] : [{ ...each, outcome }],
      ),
      ...voidsWhere(isThere, [...voids, ...(factor?.voids ?? [])]),
    ],
  };
}

/** What holds where an input is not reported, and where it is not applicable. */
function answersOf(
  input: number,
  answer: AbsencePolicy | null,
  { around }: Scene,
  context: Context,
): (Omit<Void, 'outcome'> & { readonly outcome: AbsencePolicy })[] {
  const { key, notApplicable } = context.inputs.spec(input);
  const { notReported, own, around: declared } = context.inputs.answers(input);
  const total = context.analysis.tree.chapters.find((chapter) => chapter.kind === 'total');
  const { span } = checked(around ?? total, 'a policy without a total');
  const isOut: TruthExpression = { op: 'not-applicable', input };
  const isMissing = not(reported([input]));
  const found: (Omit<Void, 'outcome'> & { readonly outcome: AbsencePolicy })[] = [];
  if (notReported !== null) {
    const message = { zh: `${key} 未报`, en: `${key} is not reported` };
    const holds = notApplicable ? and([isMissing, not(isOut)]) : isMissing;
    found.push({ holds, outcome: notReported, span, message });
  }
  if (notApplicable) {
    const message = { zh: `${key} 不适用`, en: `${key} is not applicable` };
    found.push({ holds: isOut, outcome: own ?? answer ?? declared ?? 'no-result', span, message });
  }
  return found;
}
