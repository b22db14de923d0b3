/** Rules: how an item without parts gets its base. */
import type { ByTableNode, ProportionNode, RuleNode, ScoreNode, TiersNode } from '../../ast/nodes.ts';
import type { NumberExpression } from '../ir.ts';
import { lowerAmount } from './amounts.ts';
import { lowerBallot } from './ballots.ts';
import { lowerPanel } from './panels.ts';
import { firstThatHolds, valueAt } from './choose.ts';
import type { Context, Operand, Scene } from './context.ts';
import { lowerDeadline } from './deadlines.ts';
import { lowerNumber, lowerTruth } from './expressions.ts';
import { lowerInterpolation } from './interpolation.ts';
import { lowerChecklist, lowerDiscretion } from './judgements.ts';
import { lowerKey } from './names.ts';
import { equal, greatest, least, nothing, product, unit, when, whole } from './operations.ts';
import type { Rule } from './rule.ts';
import { dividesByZero, lookingAt, orNothing, reported } from './scenes.ts';
import { isRecorded, unitOfType } from './shown-figures.ts';
import { lowerAgainst } from './targets.ts';
import { checked } from './tree.ts';
import { voidsWhere, zeroVoids } from './voids.ts';

/** Lowers the rule of the item `id`. */
export function lowerRule(node: RuleNode, id: string, scene: Scene, context: Context): Rule {
  switch (node.kind) {
    case 'score':
      return lowerScore(node, id, scene, context);
    case 'proportion':
      return lowerProportion(node, id, scene, context);
    case 'tiers':
      return lowerTiers(node, id, scene, context);
    case 'by-table':
      return lowerLevels(node, id, scene, context);
    case 'against':
      return lowerAgainst(node, id, scene, context);
    case 'interpolation':
      return lowerInterpolation(node, id, scene, context);
    case 'checklist':
      return lowerChecklist(node, id, scene, context);
    case 'discretion':
      return lowerDiscretion(node, scene, context);
    case 'deadline':
      return lowerDeadline(node, id, scene, context);
    case 'ballot':
      return lowerBallot(node, scene, context);
    case 'panel':
      return lowerPanel(node, scene, context);
  }
}

function lowerScore(node: ScoreNode, id: string, scene: Scene, context: Context): Rule {
  const operand = lowerNumber(node.value, scene, context);
  const given = unlessZero(operand, orNothing(operand), node.ifZero, id, scene, context);
  return { ...given, zeroes: [], settles: [], spec: { kind: 'score', chosen: null, rows: [], figures: [] } };
}

/** A value, or what 分母为零 says where a divisor in `operand` is zero. */
function unlessZero(
  operand: Operand,
  value: NumberExpression,
  ifZero: ScoreNode['ifZero'],
  id: string,
  scene: Scene,
  context: Context,
): Pick<Rule, 'base' | 'voids'> {
  if (ifZero === null) return { base: value, voids: operand.voids };
  const amount = lowerAmount(ifZero, scene, context);
  const isZero = context.steps.truth(`${id}.no-denominator`, dividesByZero(operand), ifZero.span);
  return {
    base: when(isZero, orNothing(amount), value),
    voids: [...operand.voids, ...zeroVoids(isZero, amount.voids)],
  };
}

/** Rate × full marks; the rate from 0 to its cap, which is 100% unless written. */
function lowerProportion(node: ProportionNode, id: string, scene: Scene, context: Context): Rule {
  const operand = lowerNumber(node.rate, scene, context);
  const written = node.cap?.amount ?? null;
  const cap = written === null ? unit : orNothing(lowerNumber(written, scene, context));
  const bounded = greatest([nothing, least([operand.value, cap])]);
  const rate = node.ifZero === null ? bounded : when(dividesByZero(operand), nothing, bounded);
  const step = context.steps.number(`${id}.rate`, orNothing({ ...operand, value: rate }), node.span);
  const marks = product([checked(scene.full, 'a proportion outside of an item'), step]);
  const figure = { label: { zh: '比例', en: 'rate' }, step: step.step, unit: 'percent' };
  return {
    ...unlessZero(operand, marks, node.ifZero, id, scene, context),
    zeroes: [],
    settles: [],
    spec: { kind: 'proportion', chosen: null, rows: [], figures: [figure] },
  };
}

/** `分档`: the first row that holds; 0 points where none does. */
function lowerTiers(node: TiersNode, id: string, scene: Scene, context: Context): Rule {
  const subject = node.subject === null ? null : lowerNumber(node.subject, scene, context);
  const step =
    subject === null || node.subject === null
      ? null
      : context.steps.number(`${id}.figure`, orNothing(subject), node.subject.span);
  // Without a figure whose 未报 decides no row is asked. Without any other no comparison holds, so that 其余 may.
  const deciding = (subject?.absent ?? []).filter((input) => context.inputs.isAnswered(input));
  const absent = (subject?.absent ?? []).filter((input) => !deciding.includes(input));
  const inside =
    subject === null || step === null
      ? scene
      : lookingAt({ ...subject, value: step, divisors: [], absent, voids: [] }, scene);
  const rows = node.rows.map((row, index) => ({
    condition:
      row.condition === null ? ({ op: 'truth', value: true } as const) : lowerTruth(row.condition, inside, context),
    value: whole(index),
    amount: lowerAmount(row.amount, scene, context),
  }));
  const row = when(reported(deciding), firstThatHolds(rows, whole(rows.length)), whole(rows.length));
  const chosen = context.steps.number(`${id}.row`, row, node.span);
  const isComplete = node.rows.at(-1)?.condition === null && deciding.length === 0;
  const amounts = rows.map(({ amount }) => orNothing(amount));
  const voids = [
    ...(subject?.voids ?? []),
    ...rows.flatMap(({ amount }, index) => voidsWhere(equal(chosen, whole(index)), amount.voids)),
  ];
  const base = valueAt(chosen, isComplete ? amounts : [...amounts, nothing]);
  const text = node.subject === null ? '' : context.origins.of(node.subject.span).text;
  const unitId = node.subject === null ? null : unitOfType(context.analysis.types.get(node.subject));
  return {
    base,
    voids,
    zeroes: [],
    settles: [],
    spec: {
      kind: 'tiers',
      chosen: chosen.step,
      rows: node.rows.map((row) => context.origins.of(row.span)),
      figures:
        step === null || isRecorded(node.subject, context)
          ? []
          : [{ label: { zh: text, en: text }, step: step.step, unit: unitId }],
    },
  };
}

/** `按 自评等次 { 优秀 100%  良好 85% }` */
function lowerLevels(node: ByTableNode, id: string, scene: Scene, context: Context): Rule {
  if (node.key.kind === 'missing') throw new Error('a hole reached lowering');
  const { index, options, absent } = lowerKey(node.key, scene, context);
  const noRow = whole(node.rows.length);
  const rowOf = options.map((option) => {
    const row = node.rows.findIndex(
      (each) => each.options.length === 0 || each.options.some(({ text }) => text === option),
    );
    return row === -1 ? noRow : whole(row);
  });
  const row = when(reported(absent), valueAt(index, rowOf), noRow);
  const chosen = context.steps.number(`${id}.row`, row, node.span);
  const given = node.rows.map(({ value }) => lowerAmount(value, scene, context));
  const amounts = given.map(orNothing);
  // Without a row for some option, or without the figure, there is one outcome more.
  const isComplete = absent.length === 0 && rowOf.every((each) => each !== noRow);
  return {
    base: valueAt(chosen, isComplete ? amounts : [...amounts, nothing]),
    voids: given.flatMap((amount, index) => voidsWhere(equal(chosen, whole(index)), amount.voids)),
    zeroes: [],
    settles: [],
    spec: {
      kind: 'by',
      chosen: chosen.step,
      rows: node.rows.map((each) => context.origins.of(each.span)),
      figures: [],
    },
  };
}
