/** Expressions: figures become numbers, conditions become truth values. */
import type {
  ArithmeticNode,
  BetweenNode,
  ByTableNode,
  CaseNode,
  ExpressionNode,
  LineNode,
  Node,
  OccursNode,
  Relation,
} from '../../ast/nodes.ts';
import { quantityValue } from '../../check/literals.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import type { Lowerers } from './aggregates.ts';
import { lowerCall } from './calls.ts';
import { valueAt } from './choose.ts';
import { isOfClass, limitsOf } from './classes.ts';
import { lowerAmong } from './cohort-calls.ts';
import type { Context, Operand, Scene } from './context.ts';
import { lowerOutcome } from './grade-figures.ts';
import { lowerStreak } from './histories.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { lowerInterpolatedValue } from './interpolation.ts';
import { lowerCasePath, lowerKey, lowerPath, lowerTruePath, voidsOf } from './names.ts';
import {
  always,
  and,
  atMost,
  constant,
  equal,
  less,
  negative,
  never,
  not,
  nothing,
  or,
  product,
  quotient,
  sum,
  unit,
  when,
  whole,
} from './operations.ts';
import { lookingAt, madeOf, plain, reported } from './scenes.ts';
// oxlint-disable-next-line import/no-cycle -- rules hold expressions, and definitions hold rules: they recurse into one another
import { lowerTierValue } from './tier-values.ts';
import { checked, dayOf, itemsOf, valueOf, symbolOf } from './tree.ts';
import { lowerAbsenceTest } from './absence-tests.ts';
import { inapplicableAt, unlessVoid, voidAt, voidsWhere } from './voids.ts';

/** A figure in base units: points, 0.955 for 95.5%, yuan, days; options and grades as their index, conditions as 1 and 0. */
export function lowerNumber(node: ExpressionNode, scene: Scene, context: Context): Operand {
  switch (node.kind) {
    case 'quantity':
      return plain(constant(valueOf(node)));
    case 'date':
      return plain(whole(dayOf(node, context)));
    case 'path':
      return lowerPath(node, scene, context);
    case 'parenthesis':
      return lowerNumber(node.inner, scene, context);
    case 'negate': {
      const operand = lowerNumber(node.operand, scene, context);
      return madeOf([operand], negative(operand.value));
    }
    case 'arithmetic':
      return node.operator === '+' || node.operator === '-'
        ? lowerSum(node, scene, context)
        : lowerProduct(node, scene, context);
    case 'if': {
      const condition = lowerTruth(node.condition, scene, context);
      const side = (each: ExpressionNode, taken: TruthExpression): Operand => {
        const inner = { ...scene, voids: [] };
        const operand = lowerNumber(each, inner, context);
        scene.voids.push(...voidsWhere(taken, inner.voids));
        return operand;
      };
      const consequent = side(node.consequent, condition);
      const alternative = side(checked(node.alternative, 'an if without else'), not(condition));
      const value = when(condition, consequent.value, alternative.value);
      // A divisor counts only on the side that is taken; 1 stands for the other side.
      const taken = consequent.divisors.map((divisor) => when(condition, divisor, unit));
      const otherwise = alternative.divisors.map((divisor) => when(condition, unit, divisor));
      const voids = [...voidsWhere(condition, consequent.voids), ...voidsWhere(not(condition), alternative.voids)];
      return { ...madeOf([consequent, alternative], value), divisors: [...taken, ...otherwise], voids };
    }
    case 'call':
      return lowerCall(node, scene, context, lowerers(context));
    case 'filtered':
      throw new Error('a condition outside of a list reached lowering');
    case 'by-table':
      return lowerChoice(node, scene, context, (row) => lowerNumber(row, scene, context));
    case 'tiers':
      return lowerTierValue(node, scene, context);
    case 'interpolation':
      return lowerInterpolatedValue(node, scene, context);
    case 'full':
      return plain(checked(scene.full, '满分 outside of an item'));
    case 'inapplicable':
      return { ...plain(nothing), voids: [inapplicableAt(node.span)] };
    case 'no-result':
      return { ...plain(nothing), voids: [voidAt(node.span)] };
    case 'logic':
    case 'not':
    case 'compare':
    case 'between':
    case 'occurs':
    case 'among':
    case 'every':
    case 'streak':
    case 'absence-test':
    case 'yes-no':
      return plain(when(lowerTruth(node, scene, context), unit, nothing));
    case 'missing':
      throw new Error('a hole reached lowering');
  }
}

/** The lowering of the parts of calls. */
function lowerers(context: Context): Lowerers {
  return {
    number: (each, inside) => lowerNumber(each, inside, context),
    truth: (each, inside) => lowerTruth(each, inside, context),
  };
}

/** A chain of + and −, however long. */
function lowerSum(node: ArithmeticNode, scene: Scene, context: Context): Operand {
  const terms: { readonly node: ExpressionNode; readonly minus: boolean }[] = [];
  let left: ExpressionNode = node;
  while (left.kind === 'arithmetic' && (left.operator === '+' || left.operator === '-')) {
    terms.unshift({ node: left.right, minus: left.operator === '-' });
    left = left.left;
  }
  terms.unshift({ node: left, minus: false });
  const operands = terms.map((term) => lowerNumber(term.node, scene, context));
  const values = operands.map(({ value }, index) => (terms[index]?.minus === true ? negative(value) : value));
  return madeOf(operands, sum(values));
}

/** A chain of × and ÷: everything multiplied over everything divided by. */
function lowerProduct(node: ArithmeticNode, scene: Scene, context: Context): Operand {
  const factors: Operand[] = [];
  const divisors: Operand[] = [];
  let left: ExpressionNode = node;
  while (left.kind === 'arithmetic' && (left.operator === '*' || left.operator === '/')) {
    const right = lowerNumber(left.right, scene, context);
    if (left.operator === '*') factors.unshift(right);
    else divisors.unshift(shared(right, left.right, scene, context));
    left = left.left;
  }
  factors.unshift(lowerNumber(left, scene, context));
  const dividend = product(factors.map((factor) => factor.value));
  const made = madeOf([...factors, ...divisors], dividend);
  if (divisors.length === 0) return made;
  // A divisor without a value must not be divided by, either.
  const isSound = unlessVoid(divisors.flatMap(({ voids }) => voids));
  const value = when(isSound, quotient(dividend, product(divisors.map((divisor) => divisor.value))), nothing);
  const variable = divisors.map((divisor) => divisor.value).filter((divisor) => divisor.op !== 'constant');
  return { ...made, value, divisors: [...made.divisors, ...variable] };
}

/** A divisor is read twice (is it zero? divide), so one that takes computing becomes a step. */
function shared(operand: Operand, node: ExpressionNode, { entry }: Scene, context: Context): Operand {
  const { value } = operand;
  if (entry !== null) return operand;
  if (value.op === 'constant' || value.op === 'input' || value.op === 'step') return operand;
  if (operand.absent.length > 0 || operand.divisors.length > 0) return operand;
  const { line, column } = context.origins.of(node.span);
  return { ...operand, value: context.steps.number(`divisor@${line}:${column}`, value, node.span) };
}

/** `按 类别 { 甲 …；其余 … }`: each row lowered by `lowerRow`, chosen by the option. */
export function lowerChoice(
  node: ByTableNode,
  scene: Scene,
  context: Context,
  lowerRow: (value: ByTableNode['rows'][number]['value']) => Operand,
): Operand {
  const { key, rows } = node;
  if (key.kind === 'missing') throw new Error('a hole reached lowering');
  const { index, options, absent, scale } = lowerKey(key, scene, context);
  // What is chosen for each entry of a list has no one answer to be covered.
  if (scene.entry === null) context.probes.push({ kind: 'choice', node, index, options });
  const lowered = rows.map((row) => ({ row, operand: lowerRow(row.value) }));
  const chosen = options.map((option) =>
    lowered.find(({ row }) => row.options.length === 0 || row.options.some(({ text }) => text === option)),
  );
  const values = chosen.map((each) => each?.operand.value ?? nothing);
  const voids = chosen.flatMap((each, option) => voidsWhere(equal(index, whole(option)), each?.operand.voids));
  // Where there is no grade only 其余 is left.
  const ungraded = scale === null ? null : context.lookup.grade(scale).ungraded;
  const rest = lowered.find(({ row }) => row.options.length === 0)?.operand.value ?? nothing;
  const graded = (value: NumberExpression): NumberExpression =>
    ungraded === null ? value : when(ungraded, rest, value);
  const made = madeOf(
    lowered.map(({ operand }) => operand),
    graded(valueAt(index, values)),
  );
  return { ...made, absent: [...new Set([...absent, ...made.absent])], voids };
}

/** A condition. A comparison with a figure that is not reported does not hold. */
export function lowerTruth(node: ExpressionNode, scene: Scene, context: Context): TruthExpression {
  switch (node.kind) {
    case 'logic': {
      const operands = node.operands.map((operand) => lowerTruth(operand, scene, context));
      return node.operator === 'and' ? and(operands) : or(operands);
    }
    case 'not':
      return not(lowerTruth(node.operand, scene, context));
    case 'parenthesis':
      return lowerTruth(node.inner, scene, context);
    case 'yes-no':
      return node.value ? always : never;
    case 'path':
      return lowerTruePath(node, scene, context);
    case 'compare': {
      const outcome = lowerOutcome(node, context);
      if (outcome !== null) return outcome;
      const left = node.left === null ? leftOut(scene) : lowerNumber(node.left, scene, context);
      const right = lowerNumber(node.right, scene, context);
      return compared(
        asPoints(left, right, node.left !== null && isRatio(node.left, context)),
        node.relation,
        asPoints(right, left, isRatio(node.right, context)),
        node,
        scene,
        context,
      );
    }
    case 'between':
      return lowerBetween(node, scene, context);
    case 'occurs': {
      const occurred = lowerOccurs(node, scene, context);
      return node.negative ? not(occurred) : occurred;
    }
    case 'among': {
      const left = lowerNumber(node.left, scene, context);
      const type = context.analysis.types.get(node.left);
      const names = type?.type === 'choice' ? type.options : type?.type === 'grade' ? type.grades : [];
      const cases = node.options.map((option) => equal(left.value, whole(names.indexOf(option.text))));
      return given([left], or(cases), scene, context);
    }
    case 'every': {
      const items = itemsOf(context, node.level, scene.around, scene.frame);
      const tests = items.map(({ node: item, frame }) => {
        const steps = context.lookup.item(item, frame);
        const score = { ...plain(steps.score), full: steps.open, voids: voidsOf(steps, node.span) };
        const holds = lowerTruth(node.test, lookingAt(score, scene), context);
        // What is not there for the class, or not applicable, is not looked at.
        const isThere = isOfClass(limitsOf(symbolOf(context, item), frame, context), context);
        return or([not(isThere), ...(steps.notApplicable === null ? [] : [steps.notApplicable]), holds]);
      });
      return and(tests);
    }
    case 'streak':
      return lowerStreak(node, 0, scene, context);
    case 'if': {
      const condition = lowerTruth(node.condition, scene, context);
      const consequent = lowerTruth(node.consequent, scene, context);
      if (node.alternative === null) return or([not(condition), consequent]);
      const alternative = lowerTruth(checked(node.alternative, 'an if without else'), scene, context);
      return or([and([condition, consequent]), and([not(condition), alternative])]);
    }
    case 'absence-test':
      return lowerAbsenceTest(node, scene, context);
    case 'inapplicable':
      scene.voids.push(inapplicableAt(node.span));
      return never;
    case 'no-result':
      scene.voids.push(voidAt(node.span));
      return never;
    case 'call':
      return lowerAmong(node, scene, context, lowerers(context));
    case 'arithmetic':
    case 'negate':
    case 'filtered':
    case 'quantity':
    case 'date':
    case 'by-table':
    case 'tiers':
    case 'interpolation':
    case 'full':
    case 'missing':
      throw new Error(`a ${node.kind} that is no condition reached lowering`);
  }
}

function leftOut({ subject }: Scene): Operand {
  return checked(subject, 'a comparison without a left side');
}

function lowerBetween(node: BetweenNode, scene: Scene, context: Context): TruthExpression {
  const left = node.left === null ? leftOut(scene) : lowerNumber(node.left, scene, context);
  const bound = (end: BetweenNode['low'], other: BetweenNode['low']): Operand => {
    if (end.kind === 'date') return lowerNumber(end, scene, context);
    const unitWritten = end.unit ?? (other.kind === 'quantity' ? other.unit : null);
    return plain(constant(checked(quantityValue(end, unitWritten), 'a bound')));
  };
  const isShare = isRatio(node.low, context) || isRatio(node.high, context);
  const low = asPoints(bound(node.low, node.high), left, isShare);
  const high = asPoints(bound(node.high, node.low), left, isShare);
  return and([
    compared(left, node.lowRelation, low, node.low, scene, context),
    compared(left, node.highRelation, high, node.high, scene, context),
  ]);
}

/** A percentage that is compared with a score is a share of its full marks. */
function asPoints(operand: Operand, other: Operand, isShare: boolean): Operand {
  if (other.full === null || operand.full !== null || !isShare) return operand;
  return { ...operand, value: product([operand.value, other.full]) };
}

function isRatio(node: ExpressionNode, { analysis }: Context): boolean {
  const type = analysis.types.get(node);
  return type?.type === 'number' && type.dimension === 'ratio';
}

/** A comparison; grades are ordered from the best, which is 0, so theirs runs the other way. */
function compared(
  left: Operand,
  relation: Relation,
  right: Operand,
  node: Node,
  scene: Scene,
  context: Context,
): TruthExpression {
  if (relation !== '=' && relation !== '!=' && (left.otherGrades ?? right.otherGrades) !== null) {
    // Where there is no grade no order holds (semantics 7.7).
    const graded = [left, right].map(({ value, otherGrades }) =>
      otherGrades === null ? always : less(value, whole(otherGrades)),
    );
    return given([left, right], and([...graded, relations[relation](right.value, left.value)]), scene, context);
  }
  const [first, second] =
    left.scale !== null || right.scale !== null ? [right.value, left.value] : [left.value, right.value];
  const found = relations[relation](first, second);
  const comparison = found.op === 'not' ? found.operand : found;
  if ('left' in comparison && scene.entry === null) context.probes.push({ kind: 'comparison', node, comparison });
  return given([left, right], found, scene, context);
}

const relations: Readonly<Record<Relation, (left: NumberExpression, right: NumberExpression) => TruthExpression>> = {
  '<': less,
  '<=': atMost,
  '>': (left, right) => less(right, left),
  '>=': (left, right) => atMost(right, left),
  '=': equal,
  '!=': (left, right) => not(equal(left, right)),
};

/** The condition where its figures have a value: what is not reported, has no result, or no grade, compares with nothing. */
function given(
  operands: readonly Operand[],
  condition: TruthExpression,
  scene: Scene,
  context: Context,
): TruthExpression {
  const scale = operands.find((operand) => operand.scale !== null)?.scale ?? null;
  const ungraded = scale === null ? null : context.lookup.grade(scale).ungraded;
  const inputs = operands.flatMap((operand) => operand.absent);
  const voids = operands.flatMap((operand) => operand.voids);
  scene.voids.push(...voids);
  return and([
    reported([...new Set(inputs)]),
    unlessVoid(voids),
    ...(ungraded === null ? [] : [not(ungraded)]),
    condition,
  ]);
}

/** Whether a case occurred, or any case of a list. */
function lowerOccurs({ path }: OccursNode, scene: Scene, context: Context): TruthExpression {
  const { symbol, frame } = lowerCasePath(path, scene.frame, context);
  const { node } = symbol;
  if (node.kind === 'case') return context.lookup.occurrence(node, frame).occurred;
  if (node.kind !== 'list' && node.kind !== 'item') throw new Error('what cannot occur reached lowering');
  return or(casesIn(node.body).map((each) => context.lookup.occurrence(each, frame).occurred));
}

/** All cases in the body of a list, at any depth. */
export function casesIn(body: readonly LineNode[]): readonly CaseNode[] {
  return body.flatMap((line) => {
    if (line.kind === 'case') return [line];
    return line.kind === 'list' || line.kind === 'item' ? casesIn(line.body) : [];
  });
}
