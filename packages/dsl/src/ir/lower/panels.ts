/** Ballots by marks: void marks, one's own, groups with weights, trimmed means, too few raters (semantics 14.10–14.13). */
import type { BallotGroupNode, FewestNode, PanelNode, VoidMarksNode } from '../../ast/nodes.ts';
import { panelFields, type PanelFields } from '../../check/panels.ts';
import { rangeUnit, quantityValue } from '../../check/literals.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression } from '../ir.ts';
import { pushEffects } from './adjustments.ts';
import { pointsOf } from './amounts.ts';
import { emptyGroups, keyPrefix, overGroups } from './ballots.ts';
import type { Context, EntryScene, Scene } from './context.ts';
import { insideEntry } from './entries.ts';
import { lowerTruth } from './expressions.ts';
import { keyOf } from './record-keys.ts';
import {
  and,
  constant,
  countOf,
  equal,
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
  whole,
} from './operations.ts';
import { placesOf } from './places.ts';
import type { Rule } from './rule.ts';
import { lookingAt, plain } from './scenes.ts';
import { checked, symbolOf, valueOf } from './tree.ts';
import type { Void } from './voids.ts';

/** The marks of one group, or of all. */
interface Kept {
  readonly weight: NumberExpression;
  /** How many raters there are, before trimming. */
  readonly raters: NumberStepOperation;
  /** How many marks are left. */
  readonly counted: NumberStepOperation;
  readonly mean: NumberStepOperation;
  readonly label: string;
}

/** What is the same for all groups of a panel. */
interface Panel {
  readonly node: PanelNode;
  readonly symbol: Symbol;
  readonly fields: PanelFields;
  readonly entry: EntryScene;
  readonly prefix: string;
  /** Marks that are void or of oneself do not count. */
  readonly valid: TruthExpression;
}

/** The mean (or sum) of the marks kept, with groups weighted; the upper end of the marks is the scale. */
export function lowerPanel(node: PanelNode, scene: Scene, context: Context): Rule {
  const panel = panelOf(node, scene, context);
  const { prefix } = panel;
  const groups: readonly (BallotGroupNode | null)[] = node.groups.length === 0 ? [null] : node.groups;
  const kept = groups.map((group) => keptOf(group, panel, scene, context));
  const some = context.steps.truth(`${prefix}.has-marks`, or(kept.map(({ counted }) => positive(counted))), node.span);
  if (panel.fields.rater !== null) requireRatersOnce(panel, panel.fields.rater, context);
  const mean = context.steps.number(`${prefix}.mean`, overGroups(kept, node, some), node.span);
  const full = checked(scene.full, 'a ballot outside of an item');
  const base = node.sum === null ? product([quotient(full, constant(scaleOf(node))), mean]) : mean;
  const fewest = node.fewest === null ? null : lowerFewest(node.fewest, kept, panel, scene, context);
  // Where the policy says what too few raters mean, none is too few.
  const answered = or([not(scene.isThere), some, ...(fewest === null ? [] : [fewest.acts])]);
  if (node.emptyGroup?.policy !== 'no-result') requireMarks(panel, answered, context);
  const label = node.sum === null ? { zh: '平均分', en: 'mean' } : { zh: '总和', en: 'sum' };
  const figures = [
    ...(node.groups.length === 0 ? [] : kept).map(({ label: name, mean: step }) => ({
      label: { zh: name, en: name },
      step: step.step,
      unit: 'point',
    })),
    { label, step: mean.step, unit: 'point' },
    { label: { zh: '计入的分数', en: 'marks counted' }, step: totalOf(kept, prefix, node, context), unit: 'unit' },
    ...voidFigures(panel, scene, context),
  ];
  return {
    base: fewest === null ? base : sum([base, fewest.points]),
    voids: [
      ...(node.emptyGroup?.policy === 'no-result' ? emptyGroups(kept, node.emptyGroup) : []),
      ...(fewest?.voids ?? []),
    ],
    settles: [],
    zeroes: fewest?.zeroes ?? [],
    spec: { kind: 'ballot', chosen: null, rows: [], figures },
  };
}

function panelOf(node: PanelNode, scene: Scene, context: Context): Panel {
  const symbol = symbolOf(context, node);
  const input = context.inputs.index(keyOf(context, symbol, scene.frame));
  scene.reads.add(input);
  const entry: EntryScene = { list: symbol, input, frame: scene.frame };
  const fields = panelFields(symbol, context.analysis.names);
  const own: TruthExpression | null =
    node.oneself?.included === false && fields.rater !== null
      ? { op: 'field-is-subject', list: input, field: fields.rater }
      : null;
  const inside = insideEntry(scene, entry);
  const voids = node.voids.map(({ condition }) => lowerTruth(condition, inside, context));
  const excluded = [...voids, ...(own === null ? [] : [own])];
  const valid = and(excluded.map(not));
  return { node, symbol, fields, entry, prefix: keyPrefix(symbol, scene, context), valid };
}

function keptOf(group: BallotGroupNode | null, panel: Panel, scene: Scene, context: Context): Kept {
  const { node, entry, fields, prefix, valid } = panel;
  const span = group?.span ?? node.span;
  const name = group === null ? prefix : `${prefix}.${group.name.text}`;
  const inGroup: TruthExpression[] =
    group === null
      ? []
      : [
          equal(
            { op: 'field', list: entry.input, field: checked(fields.group, 'groups') },
            whole(node.groups.indexOf(group)),
          ),
        ];
  const where = and([...inGroup, valid]);
  const raters = context.steps.number(`${name}.raters`, countOf(entry.input, where), span);
  const among = lookingAt(plain(raters), scene);
  const { from, to, kept } = placesOf(node.drops, raters, (condition) => lowerTruth(condition, among, context));
  const counted = context.steps.number(`${name}.counted`, kept, span);
  const marks: NumberExpression = {
    op: 'sum-ranked',
    bag: [{ kind: 'entries', list: entry.input, where, value: { op: 'field', list: entry.input, field: fields.mark } }],
    from,
    to,
  };
  const value = node.sum === null ? when(positive(counted), quotient(marks, counted), nothing) : marks;
  return {
    weight: group === null ? unit : constant(valueOf(group.weight)),
    raters,
    counted,
    mean: context.steps.number(`${name}.mean`, value, span),
    label: group?.name.text ?? panel.symbol.name,
  };
}

/** A record of which no mark counts is refused: there is nothing to take a mean of. */
function requireMarks({ node, symbol, prefix }: Panel, answered: TruthExpression, context: Context): void {
  context.requirements.push({
    holds: context.steps.truth(`${prefix}.is-counted`, answered, node.span).step,
    message: {
      zh: `“${symbol.name}”没有一个计入的分数（或者去掉以后一个不剩），无法计分。`,
      en: `No mark of "${symbol.name}" counts (or none is left after dropping), so it gives no score.`,
    },
    origin: context.origins.of(node.span),
  });
}

/** Nobody marks the same subject twice. */
function requireRatersOnce({ node, symbol, prefix, entry }: Panel, rater: string, context: Context): void {
  const people: NumberExpression = {
    op: 'sum-per-group',
    lists: [{ list: entry.input, where: null }],
    key: [{ field: rater, part: 'value' }],
    value: unit,
  };
  context.requirements.push({
    holds: context.steps.truth(`${prefix}.raters-once`, equal(people, countOf(entry.input)), node.span).step,
    message: {
      zh: `“${symbol.name}”里有人打了两次分。`,
      en: `Somebody gave two marks in "${symbol.name}".`,
    },
    origin: context.origins.of(node.span),
  });
}

/** `至少 3人，否则 …`: how many raters there are, of all groups, void marks and one's own left out. */
function lowerFewest(
  { least, answer, otherwise, span }: FewestNode,
  kept: readonly Kept[],
  { symbol, prefix }: Panel,
  scene: Scene,
  context: Context,
) {
  if (least.kind === 'missing') throw new Error('a hole reached lowering');
  const raters = context.steps.number(`${prefix}.all-raters`, sum(kept.map((each) => each.raters)), span);
  const acts = context.steps.truth(
    `${prefix}.too-few`,
    and([scene.isThere, less(raters, constant(valueOf(least)))]),
    span,
  );
  const figure = { label: { zh: '评委人数', en: 'raters' }, step: raters.step, unit: 'person' };
  if (answer === 'refuse')
    context.requirements.push({
      holds: context.steps.truth(`${prefix}.enough-raters`, not(acts), span).step,
      message: {
        zh: `“${symbol.name}”的评委少于规定的人数。`,
        en: `"${symbol.name}" has fewer raters than it must have.`,
      },
      origin: context.origins.of(span),
    });
  const effect = otherwise ?? null;
  if (effect !== null) pushEffects(effect, acts, { name: symbol.name, clause: span, figures: [figure] }, context);
  const points = effect?.kind === 'points-effect' ? pointsOf(effect, unit, scene, context) : nothing;
  const message = { zh: '评委少于规定的人数', en: 'there are fewer raters than there must be' };
  const voids: readonly Void[] = answer === 'no-result' ? [{ holds: acts, span, message }] : [];
  return {
    acts,
    voids,
    zeroes: effect?.kind === 'no-points' ? [acts] : [],
    points: points === nothing ? nothing : when(acts, points, nothing),
  };
}

function totalOf(kept: readonly Kept[], prefix: string, { span }: PanelNode, context: Context): number {
  return context.steps.number(`${prefix}.marks`, sum(kept.map(({ counted }) => counted)), span).step;
}

/** How many marks each reason makes void, the first that holds. */
function voidFigures({ node, entry, prefix }: Panel, scene: Scene, context: Context) {
  const inside = insideEntry(scene, entry);
  const conditions = node.voids.map(({ condition }) => lowerTruth(condition, inside, context));
  return node.voids.map((each, index) => {
    const earlier = conditions.slice(0, index).map(not);
    const holds = and([...earlier, checked(conditions[index], 'a condition')]);
    const reason = reasonOf(each);
    const { step } = context.steps.number(`${prefix}.void-${index + 1}`, countOf(entry.input, holds), each.span);
    return { label: { zh: `作废（${reason}）`, en: `void (${reason})` }, step, unit: 'unit' };
  });
}

function reasonOf({ reason }: VoidMarksNode): string {
  return reason.kind === 'text' ? reason.text : '';
}

/** The highest mark, in points. */
function scaleOf({ marks }: PanelNode) {
  if (marks.kind === 'missing' || marks.range.high.kind !== 'quantity')
    throw new Error('marks without a range reached lowering');
  const { high } = marks.range;
  return checked(quantityValue(high, high.unit ?? rangeUnit(marks.range)), 'the highest mark');
}
