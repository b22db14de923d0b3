/** Functions over a cohort: the figures of each subject become steps, the figure over all of them one of the manifest (semantics 11). */
import type { TrimSpec } from '@assess/runtime';
import type { CallNode, DropNode, ExpressionNode, PathNode, PlacesNode } from '../../ast/nodes.ts';
import { countsOf } from '../../check/trim-counts.ts';
import { type Signature, signatureOf } from '../../types/builtins.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression } from '../ir.ts';
import type { Lowerers } from './aggregates.ts';
import type { NewFigure } from './cohort-list.ts';
import type { Context, Operand, Scene } from './context.ts';
import { lowerKey } from './names.ts';
import { and, atMost, constant, negative, nothing, product, rounded, sum, unit, when, whole } from './operations.ts';
import { hasValue, madeOf, orNothing, plain, reported } from './scenes.ts';
import { unitOfType } from './shown-figures.ts';
import { checked, valueOf, wholeNumber } from './tree.ts';

/** What the figures of one call have in common. */
type Parts = Pick<NewFigure, 'label' | 'origin' | 'unit' | 'of' | 'where' | 'by'>;

/** A number over a cohort. Whoever has no value of its own is compared with nobody: there the figure has no value either. */
export function lowerOverCohort(node: CallNode, scene: Scene, context: Context, lower: Lowerers): Operand {
  const id = checked(signatureOf(node.function.text), 'an unknown function').id;
  const read = (figure: NewFigure): NumberStepOperation =>
    context.steps.number(figure.label, context.cohort.read(figure), node.span);
  switch (id) {
    case 'cohort-max':
    case 'cohort-min':
    case 'cohort-sum':
    case 'cohort-mean':
    case 'cohort-count': {
      // What the subject itself reports is no part of a figure over all: another scene keeps what is read here apart.
      const { parts } = partsOf(node, apart(scene), context, lower);
      return plain(read(overAll(id, parts, node)));
    }
    case 'rank': {
      const { parts, operand } = partsOf(node, scene, context, lower);
      const ties = node.ties.map((tie) => tieStep(tie, false, scene, context, lower));
      return madeOf([operand], read({ ...parts, kind: 'rank', ties, sharing: node.equals ?? 'skip' }));
    }
    case 'percentile': {
      const { parts, operand } = partsOf(node, scene, context, lower);
      return madeOf([operand], read({ ...parts, kind: 'percentile' }));
    }
    case 'standard-score': {
      const { parts, operand } = partsOf(node, scene, context, lower);
      const rounding = checked(node.rounding, 'a standard score without decimals');
      const decimals = wholeNumber(rounding.decimals);
      const score = read({ ...parts, kind: 'standard-score', decimals, rounding: rounding.mode ?? 'half-up' });
      const ends = (['greatest', 'least'] as const).map((kind) => context.cohort.read({ ...parts, kind }));
      const [high = nothing, low = nothing] = ends;
      // Zero where all are equal, just as the standard deviation is.
      const spread = context.steps.number(`${parts.label}.spread`, sum([high, negative(low)]), node.span);
      const made = madeOf([operand], score);
      return { ...made, divisors: [...made.divisors, spread] };
    }
    default:
      throw new Error(`${node.function.text} is no number over a cohort`);
  }
}

/** 居前 and 居后: whether the place is within a number of places, or within a share of those who count. */
export function lowerAmong(node: CallNode, scene: Scene, context: Context, lower: Lowerers): TruthExpression {
  const isLast = signatureOf(node.function.text)?.id === 'among-last';
  const { parts, operand } = partsOf(node, scene, context, lower, isLast);
  const ties = node.ties.map((tie) => tieStep(tie, isLast, scene, context, lower));
  const { label } = parts;
  scene.voids.push(...operand.voids);
  const rank = context.cohort.read({ ...parts, kind: 'rank', ties, sharing: 'skip' });
  const amount = checked(node.arguments[1], 'a number of places');
  const value = constant(valueOf(amount));
  const places = isShare(amount, context) ? shareOfAll(value) : value;
  const place = context.steps.number(label, rank, node.span);
  return and([hasValue(operand), atMost(place, context.steps.number(`${label}.places`, places, node.span))]);

  function shareOfAll(share: NumberExpression): NumberExpression {
    const ones = context.steps.number('1', unit, node.span).step;
    const count = context.cohort.read({ ...parts, of: ones, kind: 'sum' });
    return rounded(product([share, count]), { decimals: 0, mode: node.mode ?? 'down' });
  }
}

/** The same scene, in which what is read is not the doing of the rule that is lowered. */
function apart(scene: Scene): Scene {
  return { ...scene, reads: new Set(), voids: [] };
}

function isShare(node: ExpressionNode, { analysis }: Context): boolean {
  const type = analysis.types.get(node);
  return node.kind === 'quantity' && node.unit !== null && type?.type === 'number' && type.dimension === 'ratio';
}

function overAll(id: Signature['id'], parts: Parts, node: CallNode): NewFigure {
  switch (id) {
    case 'cohort-max':
      return { ...parts, kind: 'greatest' };
    case 'cohort-min':
      return { ...parts, kind: 'least' };
    case 'cohort-mean':
      return {
        ...parts,
        kind: 'mean',
        trims: node.selection.flatMap((each) => (each.kind === 'drop' ? [trimOf(each)] : [])),
      };
    default:
      return { ...parts, kind: 'sum' };
  }
}

function trimOf({ places, condition }: DropNode): TrimSpec {
  const dropped = (end: PlacesNode['end']): number =>
    places.reduce((total, each) => (each.end === end ? total + wholeNumber(each.count) : total), 0);
  const { from, to } = checked(countsOf(condition), 'a number of values');
  return { from, to, highest: dropped('highest'), lowest: dropped('lowest') };
}

/** The steps of a call: the number of each subject, whether it counts, and its class. */
function partsOf(
  node: CallNode,
  scene: Scene,
  context: Context,
  lower: Lowerers,
  reversed = false,
): { readonly parts: Parts; readonly operand: Operand } {
  const [argument] = node.arguments;
  const label = context.origins.text(node.span);
  const isCount = signatureOf(node.function.text)?.id === 'cohort-count';
  const operand =
    argument === undefined
      ? plain(unit)
      : lower.number(argument.kind === 'filtered' ? argument.value : argument, scene);
  const conditions = [node.where, argument?.kind === 'filtered' ? argument.condition : null];
  const filter = conditions.flatMap((each) => (each === null ? [] : [lower.truth(each, apart(scene))]));
  const has = hasValue(operand);
  const where = and([has, ...filter]);
  const number = isCount ? unit : operand.value;
  const turned = node.lowerIsBetter !== reversed ? negative(number) : number;
  const value = when(has, turned, nothing);
  return {
    operand: argument === undefined ? plain(unit) : operand,
    parts: {
      label,
      origin: context.origins.of(node.span),
      unit: unitOf(node, context),
      of: context.steps.number(`${label}.value`, isCount ? unit : value, node.span).step,
      where: where.op === 'truth' && where.value ? null : context.steps.truth(`${label}.counts`, where, node.span).step,
      by: node.by.map((path) => keyOf(path, scene, context)),
    },
  };
}

/** Places are 名; everything else is in the unit of its type. */
function unitOf(node: CallNode, { analysis }: Context): string | null {
  const { gives } = signatureOf(node.function.text) ?? {};
  if (gives === 'place' || gives === 'truth') return 'place';
  // A standard score is a pure number, and a count says itself of what.
  return gives === 'same' || isPercentile(node) ? unitOfType(analysis.types.get(node)) : null;
}

function isPercentile({ function: name }: CallNode): boolean {
  return signatureOf(name.text)?.id === 'percentile';
}

/** A class attribute; subjects that have none are a class of their own. */
function keyOf(path: PathNode, scene: Scene, context: Context): Parts['by'][number] {
  const { index, options, absent } = lowerKey(path, apart(scene), context);
  const known = when(reported(absent), index, whole(options.length));
  const name = context.origins.text(path.span);
  return { step: context.steps.number(`class.${name}`, known, path.span).step, name, options };
}

/** What parts equals: more is better. */
function tieStep(path: PathNode, reversed: boolean, scene: Scene, context: Context, lower: Lowerers): number {
  const value = orNothing(lower.number(path, apart(scene)));
  const name = `tie.${context.origins.text(path.span)}`;
  return context.steps.number(name, reversed ? negative(value) : value, path.span).step;
}
