/** 逐项达标 and 酌情: what people tick, and points that they give within bounds (semantics 5.12, 5.13). */
import type { CaseNode, ChecklistNode, DiscretionNode } from '../../ast/nodes.ts';
import { titleText } from '../../check/show.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { lowerAmount } from './amounts.ts';
import type { Context, Scene } from './context.ts';
import type { Frame } from './frames.ts';
import { keyOf } from './record-keys.ts';
import { readInput } from './names.ts';
import { and, equal, not, nothing, or, sum, unit, when } from './operations.ts';
import type { Rule } from './rule.ts';
import { orNothing, reported } from './scenes.ts';
import { checked, symbolOf } from './tree.ts';

/** Every point that is met earns its own, or all of them together what the list earns. */
export function lowerChecklist(node: ChecklistNode, id: string, scene: Scene, context: Context): Rule {
  const shared = node.amount === null ? null : lowerAmount(node.amount, scene, context);
  const points = node.points.map((point) => {
    const symbol = symbolOf(context, point.field);
    const { value } = readInput(context.inputs.index(keyOf(context, symbol, scene.frame)), scene, context);
    const own = point.amount === null ? shared : lowerAmount(point.amount, scene, context);
    const isMet = equal(value, unit);
    return { point, own, isMet, label: point.title?.text ?? symbol.name };
  });
  const figures = points.map(({ point, own, isMet, label }, index) => {
    const earned = node.mode === 'all' ? unit : orNothing(checked(own, 'a point without points'));
    const step = context.steps.number(`${id}.point${index + 1}`, when(isMet, earned, nothing), point.span);
    return {
      step,
      figure: { label: { zh: label, en: label }, step: step.step, unit: node.mode === 'all' ? null : 'point' },
    };
  });
  const isAll: TruthExpression = and(points.map(({ isMet }) => isMet));
  const base: NumberExpression =
    node.mode === 'all'
      ? when(isAll, orNothing(checked(shared, 'a checklist without points')), nothing)
      : sum(figures.map(({ step }) => step));
  return {
    base,
    voids: [
      ...(shared?.voids ?? []),
      ...points.flatMap(({ point, own }) => (point.amount === null ? [] : (own?.voids ?? []))),
    ],
    zeroes: [],
    settles: [],
    spec: {
      kind: 'checklist',
      chosen: null,
      rows: node.points.map((point) => context.origins.of(point.span)),
      // Of points that count together the record itself says which are met.
      figures: node.mode === 'all' ? [] : figures.map(({ figure }) => figure),
    },
  };
}

/** The points that a person gives; bounds and steps are those of the input, and so is that the reason is there. */
export function lowerDiscretion(node: DiscretionNode, scene: Scene, context: Context): Rule {
  const figure = inputOf(node.figure, scene.frame, context);
  const { value } = readInput(figure, scene, context);
  scene.reads.add(inputOf(node.reason, scene.frame, context));
  return { base: value, zeroes: [], settles: [], spec: { kind: 'discretion', chosen: null, rows: [], figures: [] } };
}

/** Points that are given for a case come with their reason. Returns the input that holds it. */
export function requireReason(node: CaseNode, effect: DiscretionNode, frame: Frame, context: Context): number {
  const figure = context.inputs.index(keyOf(context, symbolOf(context, node), frame));
  const reason = inputOf(effect.reason, frame, context);
  const key = context.inputs.spec(reason).key;
  const isReasoned = or([not(reported([figure])), reported([reason])]);
  context.requirements.push({
    holds: context.steps.truth(`${key}.given`, isReasoned, effect.span).step,
    message: {
      zh: `\`${titleText(node.title) ?? ''}\` 是酌情计分，要写明理由：请填 \`${key}\``,
      en: `\`${titleText(node.title) ?? ''}\` is a judgement and needs its reason: record \`${key}\``,
    },
    origin: context.origins.of(effect.span),
  });
  return reason;
}

function inputOf(field: DiscretionNode['figure'], frame: Frame, context: Context): number {
  return context.inputs.index(keyOf(context, symbolOf(context, field), frame));
}
