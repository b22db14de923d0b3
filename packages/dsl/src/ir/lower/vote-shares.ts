/** 票率: how many of the ballots chose some options (semantics 14.14). */
import type { BallotNode, CallNode } from '../../ast/nodes.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression } from '../ir.ts';
import type { Context, Operand, Scene } from './context.ts';
import type { Frame } from './frames.ts';
import { votesKey } from './record-keys.ts';
import { lowerPath } from './names.ts';
import { not, nothing, positive, quotient, sum, when } from './operations.ts';
import { orNothing, plain } from './scenes.ts';
import { sceneOf } from './scene-of.ts';
import { checked, symbolOf } from './tree.ts';

/** A ballot in a frame, or one of its groups. */
interface Asked {
  readonly node: BallotNode;
  readonly groups: readonly (Symbol | null)[];
  readonly frame: Frame;
}

/** `票率（民主测评，优秀、称职）`: without any ballot to divide by it has no result. */
export function lowerVoteShare(node: CallNode, scene: Scene, context: Context): Operand {
  const { references } = context.analysis.names;
  const [first, ...others] = node.arguments;
  const reference = checked(first === undefined ? undefined : references.get(first), 'a ballot');
  const { symbol } = reference;
  const ballot = symbol.kind === 'ballot-group' ? checked(symbol.owner, 'a ballot') : symbol;
  if (ballot.node.kind !== 'ballot') throw new Error('what is no ballot reached lowering');
  const all = ballot.node.groups.map((group) => symbolOf(context, group));
  const groups = symbol.kind === 'ballot-group' ? [symbol] : all.length === 0 ? [null] : all;
  const asked: Asked = {
    node: ballot.node,
    groups,
    frame: context.frames.of({ ...reference, symbol: ballot }, scene.frame),
  };
  const chosen = new Set(others.map((each) => references.get(each)?.symbol));
  const votes = votesFor(asked, (option) => chosen.has(option), scene, context);
  const { line, column } = context.origins.of(node.span);
  const name = `${node.function.text}@${line}:${column}`;
  const divisor = context.steps.number(`${name}.ballots`, ballotsOf(asked, ballot, scene, context), node.span);
  const share = when(positive(divisor), quotient(votes, divisor), nothing);
  const message = { zh: '没有可以作分母的票', en: 'there is no ballot to divide by' };
  return {
    ...plain(context.steps.number(name, share, node.span)),
    voids: [{ holds: not(positive(divisor)), span: node.span, message }],
  };
}

/** What 分母 says: the votes for counted options, all that came back, or those given out. */
function ballotsOf(asked: Asked, ballot: Symbol, scene: Scene, context: Context): NumberExpression {
  const { node } = asked;
  const counted = new Set(node.options.filter((option) => option.counted).map((option) => symbolOf(context, option)));
  switch (node.denominator?.of ?? 'valid') {
    case 'valid':
      return votesFor(asked, (option) => counted.has(option), scene, context);
    case 'returned':
      return votesFor(asked, () => true, scene, context);
    case 'issued': {
      const figure = checked(node.issued, 'a number of ballots issued').figure;
      if (figure.kind === 'missing') throw new Error('a hole reached lowering');
      return orNothing(lowerPath(figure, sceneOf(ballot, asked.frame, context), context));
    }
  }
}

/** The votes for some options, in some groups of a ballot. */
export function votesFor(
  { node, groups, frame }: Asked,
  wanted: (option: Symbol) => boolean,
  scene: Pick<Scene, 'reads'>,
  context: Context,
): NumberExpression {
  const options = node.options.map((option) => symbolOf(context, option)).filter(wanted);
  const inputs = groups.flatMap((group) =>
    options.map((option) => context.inputs.index(votesKey(context, option, group, frame))),
  );
  for (const input of inputs) scene.reads.add(input);
  return sum(inputs.map((input) => ({ op: 'input', input }) as const));
}
