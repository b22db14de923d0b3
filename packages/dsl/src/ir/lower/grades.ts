/** Grades: thresholds and conditions, effects that never raise, quotas (semantics 7). */
import type { GradeEffectSpec, GradeScaleSpec } from '@assess/runtime';
import type { GradeEffectNode, GradeLineNode, GradesNode, TotalNode } from '../../ast/nodes.ts';
import { looksAtTotal } from '../../check/scale-basis.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression, TruthStepOperation } from '../ir.ts';
import { pushEffects } from './adjustments.ts';
import { firstThatHolds } from './choose.ts';
import type { Context, GradeSteps, Operand, PendingEffect, Scene } from './context.ts';
import { lowerNumber, lowerTruth } from './expressions.ts';
import { voidsOf } from './names.ts';
import { always, greatest, least, nothing, or, sum, when, whole } from './operations.ts';
import { lowerQuota } from './quotas.ts';
import { lookingAt, orNothing, plain, topScene } from './scenes.ts';
import { checked } from './tree.ts';
import { anyVoid } from './voids.ts';

/** The scale in the manifest, and its steps for what names the grade. */
export interface LoweredScale {
  readonly spec: GradeScaleSpec;
  readonly steps: GradeSteps;
}

/**
 * Lowers a scale. The main one comes when every item with its effects is lowered: those are on it. Effects on a further scale stand in
 * its own chapter.
 */
export function lowerGrades(node: GradesNode, isMain: boolean, total: TotalNode, shared: Context): LoweredScale {
  const context: Context = isMain ? shared : { ...shared, effects: [] };
  const prefix = isMain ? 'grade' : `grade.${node.name?.text ?? ''}`;
  const lines = node.lines.filter((line): line is GradeLineNode => line.kind === 'grade-line');
  const grades = lines.map((line) => line.name.text);
  const outcomes = node.lines.flatMap((line) => (line.kind === 'off-scale' ? [line.name.text] : []));
  const { basis, scene } = lowerBasis(node, isMain || looksAtTotal(node) ? total : null, prefix, context);
  for (const line of node.lines) {
    if (line.kind === 'when') {
      const name = context.origins.of(line.condition.span).text;
      pushEffects(line.effect, lowerTruth(line.condition, scene, context), { name }, context);
    } else if (line.kind === 'grade-effect') {
      pushEffects(line, always, { name: nameOf(line, context) }, context);
    }
  }
  const reached = lowerReached(lines, scene, prefix, context);
  const effects = context.effects
    .toSorted((left, right) => left.span.start - right.span.start)
    .map((each) => named(each, grades, outcomes))
    // The best grade limits nothing.
    .filter(({ effect, grade }) => effect !== 'ceiling' || grade !== 0);
  const place = { node, prefix, context };
  const graded = lowerGraded(reached, effects, grades.length, place);
  const outcome = lowerOutcomes(effects, outcomes, place);
  const ungraded = lowerUngraded(scene, effects, place);
  return {
    steps: { grades, outcomes, graded, ungraded, outcome },
    spec: {
      name: node.name?.text ?? null,
      grades,
      origin: context.origins.of(node.span),
      basis: basis?.step ?? null,
      outcomes,
      reached: reached.step,
      effects,
      graded: graded.step,
      ungraded: ungraded?.step ?? null,
      outcome: outcome?.step ?? null,
      barred: anyOf('barred', ['out-of-awards'], effects, place)?.step ?? null,
      lines: lines.map((line) => context.origins.of(line.span)),
      quotas: lines.flatMap((line, grade) =>
        line.quota === null ? [] : [lowerQuota(line.quota, grade, node, context)],
      ),
    },
  };
}

/** What an effect that always acts comes from: the thing whose value it names. */
function nameOf({ grade, span }: GradeEffectNode, { origins }: Context): string {
  if (grade?.kind === 'name') return grade.text;
  return origins.of(grade?.kind === 'by-table' ? grade.key.span : span).text;
}

/** Where steps of one scale go. */
interface Place {
  readonly node: GradesNode;
  readonly prefix: string;
  readonly context: Context;
}

/** The quantity that the scale looks at: the one that it names, else the total where it needs one. */
function lowerBasis(
  node: GradesNode,
  total: TotalNode | null,
  prefix: string,
  context: Context,
): { readonly basis: NumberStepOperation | null; readonly scene: Scene } {
  const top = topScene(context);
  if (node.basedOn === null && total === null) return { basis: null, scene: top };
  let basedOn: Operand;
  if (node.basedOn === null) {
    const scored = checked(total, 'a policy without a total');
    const steps = context.lookup.item(scored, context.frames.root);
    basedOn = { ...plain(steps.score), full: steps.open, voids: voidsOf(steps, scored.span) };
  } else {
    const around = total === null ? null : context.lookup.item(total, context.frames.root).full;
    basedOn = lowerNumber(node.basedOn, { ...top, full: around }, context);
  }
  const basis = context.steps.number(`${prefix}.basis`, orNothing(basedOn), node.span);
  return { basis, scene: lookingAt({ ...basedOn, value: basis }, top) };
}

/** The first line whose condition holds; the last grade where none does. */
function lowerReached(
  lines: readonly GradeLineNode[],
  scene: Scene,
  prefix: string,
  context: Context,
): NumberStepOperation {
  const rows = lines.map((line, index) => ({
    condition:
      line.condition === null
        ? always
        : context.steps.truth(
            `${prefix}.${line.name.text}`,
            lowerTruth(line.condition, scene, context),
            line.condition.span,
          ),
    value: whole(index),
  }));
  const [first] = lines;
  const last = whole(Math.max(0, lines.length - 1));
  return context.steps.number(
    `${prefix}.reached`,
    firstThatHolds(rows, last),
    checked(first, 'a scale without grades').span,
  );
}

function named(
  { gradeName, span: _span, effect, ...rest }: PendingEffect,
  grades: readonly string[],
  outcomes: readonly string[],
): GradeEffectSpec {
  if (gradeName === null) return { ...rest, effect: effect, grade: null };
  const outcome = outcomes.indexOf(gradeName);
  if (outcome !== -1) return { ...rest, effect: 'outcome', grade: outcome };
  const grade = grades.indexOf(gradeName);
  if (grade === -1) throw new Error('an effect on an unknown grade reached lowering');
  return { ...rest, effect, grade };
}

/** The lowest of the grade reached, so many down from it, every ceiling and every fixed grade: effects never raise. */
function lowerGraded(
  reached: NumberStepOperation,
  effects: readonly GradeEffectSpec[],
  grades: number,
  { node, prefix, context }: Place,
): NumberStepOperation {
  const bounds: NumberExpression[] = [];
  const down = effects.filter(({ effect }) => effect === 'down');
  for (const levels of new Set(down.map((effect) => effect.levels))) {
    const lower = least([sum([reached, whole(levels)]), whole(grades - 1)]);
    bounds.push(when(acting(down.filter((effect) => effect.levels === levels)), lower, nothing));
  }
  for (let grade = 1; grade < grades; grade++) {
    const chosen = effects.filter((effect) => effect.effect !== 'outcome' && effect.grade === grade);
    if (chosen.length > 0) bounds.push(when(acting(chosen), whole(grade), nothing));
  }
  return context.steps.number(`${prefix}.graded`, greatest([reached, ...bounds]), node.span);
}

/** The outcome beside the grades: 不定等次 comes before all of them, then the one that is written first. */
function lowerOutcomes(
  effects: readonly GradeEffectSpec[],
  outcomes: readonly string[],
  { node, prefix, context }: Place,
): NumberStepOperation | null {
  if (outcomes.length === 0) return null;
  const rows = outcomes.map((_, index) => ({
    condition: acting(effects.filter(({ effect, grade }) => effect === 'outcome' && grade === index)),
    value: whole(index + 1),
  }));
  const none = effects.filter(({ effect }) => effect === 'no-grade');
  const value = firstThatHolds([{ condition: acting(none), value: nothing }, ...rows], nothing);
  return context.steps.number(`${prefix}.outcome`, value, node.span);
}

/** Where there is no grade: an effect says so, or the scale looks at what has no result. */
function lowerUngraded(
  { subject }: Scene,
  effects: readonly GradeEffectSpec[],
  place: Place,
): TruthStepOperation | null {
  const noBasis = subject === null ? null : anyVoid(subject.voids);
  if (noBasis === null) return anyOf('ungraded', ['no-grade', 'outcome'], effects, place);
  const withheld = anyOf('withheld', ['no-grade', 'outcome'], effects, place);
  const holds = or([noBasis, ...(withheld === null ? [] : [withheld])]);
  return place.context.steps.truth(`${place.prefix}.ungraded`, holds, place.node.span);
}

/** Whether any of some effects acts. */
function acting(effects: readonly GradeEffectSpec[]): TruthExpression {
  return or(effects.map(({ acts }): TruthExpression => ({ op: 'truth-step', step: acts })));
}

function anyOf(
  name: string,
  kinds: readonly GradeEffectSpec['effect'][],
  effects: readonly GradeEffectSpec[],
  { node, prefix, context }: Place,
): TruthStepOperation | null {
  const chosen = effects.filter((each) => kinds.includes(each.effect));
  if (chosen.length === 0) return null;
  return context.steps.truth(`${prefix}.${name}`, acting(chosen), node.span);
}
