/** 测评: votes to points, groups with weights, empty groups, turnout. */
import { greatest as greatestOf, isZero, rational, zero, type Rational } from '@assess/runtime';
import type { BallotGroupNode, BallotNode, EmptyGroupNode, TurnoutNode } from '../../ast/nodes.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression } from '../ir.ts';
import { pushEffects } from './adjustments.ts';
import { pointsOf } from './amounts.ts';
import type { Context, Scene } from './context.ts';
import { votesKey } from './record-keys.ts';
import { lowerPath } from './names.ts';
import {
  and,
  atMost,
  constant,
  less,
  not,
  nothing,
  or,
  positive,
  product,
  quotient,
  sum,
  unit,
  when,
} from './operations.ts';
import type { Rule } from './rule.ts';
import { orNothing } from './scenes.ts';
import { checked, symbolOf, valueOf } from './tree.ts';
import type { Void } from './voids.ts';

/** The votes of one group (or of all, where there are no groups) and their mean. */
interface Tally {
  readonly weight: NumberExpression;
  readonly counted: NumberStepOperation;
  readonly mean: NumberStepOperation;
  readonly returned: NumberExpression;
  readonly label: string;
}

/**
 * The mean of each group over its counted votes, then the groups' weights; the highest option's points are the scale. A record
 * in which no group has a counted vote is refused.
 */
export function lowerBallot(node: BallotNode, scene: Scene, context: Context): Rule {
  const symbol = symbolOf(context, node);
  const prefix = keyPrefix(symbol, scene, context);
  const groups: readonly (BallotGroupNode | null)[] = node.groups.length === 0 ? [null] : node.groups;
  const tallies = groups.map((group) => lowerTally(node, group, symbol, scene, context));
  const someVote = context.steps.truth(
    `${prefix}.has-votes`,
    or(tallies.map(({ counted }) => positive(counted))),
    node.span,
  );
  if (node.emptyGroup?.policy !== 'no-result')
    context.requirements.push({
      holds: context.steps.truth(`${prefix}.is-counted`, or([not(scene.isThere), someVote]), node.span).step,
      message: {
        zh: `测评“${symbol.name}”没有一张计分的票，无法计分。`,
        en: `The ballot "${symbol.name}" has no counted vote, so it gives no score.`,
      },
      origin: context.origins.of(node.span),
    });
  const scale = scaleOf(node);
  const mean = context.steps.number(`${prefix}.mean`, overGroups(tallies, node, someVote), node.span);
  const full = checked(scene.full, 'a ballot outside of an item');
  // Where no option is worth anything every mean is 0.
  const base = isZero(scale) ? nothing : product([quotient(full, constant(scale)), mean]);
  const returned = sum(tallies.map((tally) => tally.returned));
  requireIssued(node, returned, scene, context);
  const turnout = node.turnout === null ? null : lowerTurnout(node.turnout, returned, symbol, scene, context);
  const figures = [
    ...(node.groups.length === 0 ? [] : tallies).map(({ label, mean: step }) => ({
      label: { zh: label, en: label },
      step: step.step,
      unit: 'point',
    })),
    { label: { zh: '平均分', en: 'mean' }, step: mean.step, unit: 'point' },
    ...(turnout === null ? [] : [turnout.figure]),
  ];
  return {
    base: turnout === null ? base : sum([base, turnout.points]),
    voids: node.emptyGroup?.policy === 'no-result' ? emptyGroups(tallies, node.emptyGroup) : [],
    settles: [],
    zeroes: turnout?.zeroes ?? [],
    spec: { kind: 'ballot', chosen: null, rows: [], figures },
  };
}

function lowerTally(
  node: BallotNode,
  group: BallotGroupNode | null,
  ballot: Symbol,
  scene: Scene,
  context: Context,
): Tally {
  const groupSymbol = group === null ? null : symbolOf(context, group);
  const votes = node.options.map((option) => {
    const input = context.inputs.index(votesKey(context, symbolOf(context, option), groupSymbol, scene.frame));
    scene.reads.add(input);
    return { value: { op: 'input', input } as const, points: option.points === null ? null : valueOf(option.points) };
  });
  const counted = votes.filter((vote): vote is { value: typeof vote.value; points: Rational } => vote.points !== null);
  const name = `${keyPrefix(ballot, scene, context)}${groupSymbol === null ? '' : `.${groupSymbol.name}`}`;
  const span = group?.span ?? node.span;
  const number = context.steps.number(`${name}.counted`, sum(counted.map(({ value }) => value)), span);
  const points = sum(counted.map(({ value, points: each }) => product([constant(each), value])));
  const mean = when(positive(number), quotient(points, number), nothing);
  return {
    weight: group === null ? unit : constant(valueOf(group.weight)),
    counted: number,
    mean: context.steps.number(`${name}.mean`, mean, span),
    returned: sum(votes.map(({ value }) => value)),
    label: groupSymbol?.name ?? ballot.name,
  };
}

/** Without groups the one mean; with groups the weighted one, over all groups or (本级折算) over those with counted votes. */
export function overGroups(
  tallies: readonly Pick<Tally, 'weight' | 'mean' | 'counted'>[],
  node: Pick<BallotNode, 'groups' | 'emptyGroup'>,
  someVote: TruthExpression,
): NumberExpression {
  const [only] = tallies;
  if (node.groups.length === 0 && only !== undefined) return only.mean;
  const points = sum(tallies.map(({ weight, mean }) => product([weight, mean])));
  if (node.emptyGroup?.policy === 'zero') return points;
  const present = sum(tallies.map(({ weight, counted }) => when(positive(counted), weight, nothing)));
  return when(someVote, quotient(points, present), nothing);
}

/** 空组 无结果: where any group has no counted vote. */
export function emptyGroups(
  tallies: readonly Pick<Tally, 'counted' | 'label'>[],
  { span }: EmptyGroupNode,
): readonly Void[] {
  return tallies.map(({ counted, label }) => ({
    holds: not(positive(counted)),
    span,
    message: { zh: `${label} 没有计分的票`, en: `${label} has no counted vote` },
  }));
}

function scaleOf({ options }: BallotNode): Rational {
  return greatestOf(zero, ...options.flatMap(({ points }) => (points === null ? [] : [valueOf(points)])));
}

/** Not more ballots come back than were given out: else the vote is void and the record refused. */
export function requireIssued(node: BallotNode, returned: NumberExpression, scene: Scene, context: Context): void {
  if (node.issued === null) return;
  const { figure, span } = node.issued;
  if (figure.kind === 'missing') throw new Error('a hole reached lowering');
  const { name } = symbolOf(context, node);
  const prefix = keyPrefix(symbolOf(context, node), scene, context);
  const fits = atMost(returned, orNothing(lowerPath(figure, scene, context)));
  context.requirements.push({
    holds: context.steps.truth(`${prefix}.within-issued`, or([not(scene.isThere), fits]), span).step,
    message: {
      zh: `测评“${name}”收回的票多于发出的票，测评无效。`,
      en: `More ballots of "${name}" came back than were given out, so the ballot is void.`,
    },
    origin: context.origins.of(span),
  });
}

/** All ballots returned, counted or not, over the figure of those eligible. */
export function lowerTurnout(
  { eligible, least, otherwise, span }: TurnoutNode,
  votes: NumberExpression,
  ballot: Symbol,
  scene: Scene,
  context: Context,
) {
  if (eligible.kind === 'missing' || least.kind === 'missing') throw new Error('a hole reached lowering');
  const prefix = keyPrefix(ballot, scene, context);
  const number = orNothing(lowerPath(eligible, scene, context));
  const returned = context.steps.number(`${prefix}.returned`, votes, span);
  const rate = when(positive(number), quotient(returned, number), constant(rational(0n)));
  const tooFew = and([scene.isThere, less(returned, product([constant(valueOf(least)), number]))]);
  const acts = context.steps.truth(`${prefix}.turnout-too-low`, tooFew, span);
  const figure = {
    label: { zh: '参评率', en: 'turnout' },
    step: context.steps.number(`${prefix}.turnout`, rate, span).step,
    unit: 'percent',
  };
  pushEffects(otherwise, acts, { name: ballot.name, clause: span, figures: [figure] }, context);
  const points = otherwise.kind === 'points-effect' ? pointsOf(otherwise, unit, scene, context) : nothing;
  return {
    figure,
    zeroes: otherwise.kind === 'no-points' ? [acts] : [],
    points: points === nothing ? nothing : when(acts, points, nothing),
  };
}

/** Steps of a ballot are named like its inputs. */
export function keyPrefix(ballot: Symbol, { frame }: Scene, { frames }: Context): string {
  return frame === frames.root || frame.user === null ? ballot.name : `${frame.user.name}.${ballot.name}`;
}
