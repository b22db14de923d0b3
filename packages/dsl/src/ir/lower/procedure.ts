/** The procedure: data, and the inputs that say whether the evidence is there (semantics 13). */
import type { StageSpec } from '@assess/runtime';
import type { BallotNode, LineNode, Node, PathNode, ProcedureNode, StageNode } from '../../ast/nodes.ts';
import { lowerTerm } from './consequences.ts';
import type { Context } from './context.ts';
import type { Frame } from './frames.ts';
import { keyOf, votesKey } from './record-keys.ts';
import { checked, symbolOf, usedScorecards } from './tree.ts';

/** The stages in order. */
export function lowerProcedure({ stages }: ProcedureNode, context: Context): StageSpec[] {
  return stages.map((stage) => {
    const { name } = symbolOf(context, stage);
    const title = stage.title.kind === 'title' ? (stage.title.text?.text ?? null) : null;
    return {
      name,
      title: title === name ? null : title,
      within: stage.within === null ? null : lowerTerm(stage.within, context),
      evidence: stage.evidence.map(({ text }) => ({ text, input: declareEvidence(`${name}.${text}`, stage, context) })),
      inputs: [...new Set(stage.collects.flatMap((path) => inputsOf(path, context)))],
      owner: stage.owner?.text ?? null,
      origin: context.origins.of(stage.span),
    };
  });
}

/** `调查研究.调研提纲`: yes where it is there. */
function declareEvidence(name: string, { span }: StageNode, { inputs, origins }: Context): number {
  const key = inputs.freeKey(name);
  inputs.add({
    key,
    title: null,
    role: 'evidence',
    type: { kind: 'yes-no' },
    absent: 'none',
    only: [],
    notApplicable: false,
    source: [],
    origin: origins.of(span),
  });
  return inputs.index(key);
}

/** The inputs that a path means: one, those of a ballot, or all of an item or a list. */
function inputsOf(path: PathNode, context: Context): number[] {
  const reference = checked(context.analysis.names.references.get(path), 'an unknown name');
  const frame = context.frames.of(reference, context.frames.root);
  return keysIn(reference.symbol.node, frame, context).map((key) => context.inputs.index(key));
}

function keysIn(node: Node, frame: Frame, context: Context): string[] {
  const key = (declaring: Node): string => keyOf(context, symbolOf(context, declaring), frame);
  switch (node.kind) {
    case 'field':
    case 'case':
    case 'panel':
      return [key(node)];
    case 'input':
      return [key(node.field)];
    case 'checklist':
      return node.points.map(({ field }) => key(field));
    case 'discretion':
      return [key(node.figure), key(node.reason)];
    case 'ballot':
      return ballotKeys(node, frame, context);
    case 'list':
    case 'total':
    case 'scorecard':
      return keysBelow(node.body, frame, context);
    case 'item':
      return [
        ...keysBelow(node.body, frame, context),
        ...usedScorecards(context, node, frame).flatMap((used) => keysBelow(used.node.body, used.frame, context)),
      ];
    default:
      return [];
  }
}

function keysBelow(lines: readonly LineNode[], frame: Frame, context: Context): string[] {
  return lines.flatMap((line) => keysIn(line, frame, context));
}

function ballotKeys(node: BallotNode, frame: Frame, context: Context): string[] {
  const own = node.inputs.map(({ field }) => keyOf(context, symbolOf(context, field), frame));
  const groups = node.groups.length === 0 ? [null] : node.groups.map((group) => symbolOf(context, group));
  const votes = groups.flatMap((group) =>
    node.options.map((option) => votesKey(context, symbolOf(context, option), group, frame)),
  );
  return [...own, ...votes];
}
