/** Grades: thresholds and conditions, effects that never raise, quotas (semantics 7). */
import { formatExact, type GradeEffectSpec, type GradeScaleSpec, type QuotaSpec } from '@assess/runtime';
import type { GradeLineNode, GradesNode, PathNode, QuotaNode, TotalNode } from '../../ast/nodes.ts';
import { unbracketed } from '../../check/literals.ts';
import type { NumberExpression, NumberStepOperation, TruthExpression, TruthStepOperation } from '../ir.ts';
import { pushEffects } from './adjustments.ts';
import { firstThatHolds } from './choose.ts';
import type { Context, GradeSteps, Operand, PendingEffect, Scene } from './context.ts';
import { lowerNumber, lowerTruth } from './expressions.ts';
import { keyOf } from './inputs.ts';
import { voidsOf } from './names.ts';
import { always, constant, greatest, least, nothing, or, sum, unit, when, whole } from './operations.ts';
import { lookingAt, orNothing, plain, topScene } from './scenes.ts';
import { checked, valueOf, wholeNumber } from './tree.ts';
import { anyVoid } from './voids.ts';

/** The scale in the manifest, and its steps for what names the grade. */
export interface LoweredScale {
  readonly spec: GradeScaleSpec;
  readonly steps: GradeSteps;
}

/** Lowers the grades, when every item with its effects is lowered. */
export function lowerGrades(node: GradesNode, total: TotalNode, context: Context): LoweredScale {
  const lines = node.lines.filter((line): line is GradeLineNode => line.kind === 'grade-line');
  const names = lines.map((line) => line.name.text);
  const steps = context.lookup.item(total, context.frames.root);
  const full = constant(steps.full);
  const top: Scene = { ...topScene(context), full };
  const basedOn =
    node.basedOn === null
      ? { ...plain(steps.score), full, voids: voidsOf(steps, total.span) }
      : lowerNumber(node.basedOn, top, context);
  const basis = context.steps.number('grade.basis', orNothing(basedOn), node.span);
  const scene = lookingAt({ ...basedOn, value: basis }, top);
  for (const line of node.lines) {
    if (line.kind !== 'when') continue;
    const name = context.origins.of(line.condition.span).text;
    pushEffects(line.effect, lowerTruth(line.condition, scene, context), { name }, context);
  }
  const reached = lowerReached(lines, scene, context);
  const effects = context.effects
    .toSorted((left, right) => left.span.start - right.span.start)
    .map((each) => named(each, names));
  const graded = lowerGraded(reached, effects, names.length, node, context);
  // Without a result, and where the grades look at what has none, there is no grade either.
  const noBasis = anyVoid(basedOn.voids);
  const withheld = anyOf('withheld', 'no-grade', effects, node, context);
  const ungraded =
    noBasis === null
      ? withheld
      : context.steps.truth('grade.ungraded', or([noBasis, ...(withheld === null ? [] : [withheld])]), node.span);
  return {
    steps: { names, graded, ungraded },
    spec: {
      name: node.name?.text ?? null,
      grades: names,
      origin: context.origins.of(node.span),
      basis: basis.step,
      reached: reached.step,
      effects,
      graded: graded.step,
      ungraded: ungraded?.step ?? null,
      barred: anyOf('barred', 'out-of-awards', effects, node, context)?.step ?? null,
      lines: lines.map((line) => context.origins.of(line.span)),
      quotas: lines.flatMap((line, grade) => (line.quota === null ? [] : [lowerQuota(line.quota, grade, context)])),
    },
  };
}

/** The first line whose condition holds; the last grade where none does. */
function lowerReached(lines: readonly GradeLineNode[], scene: Scene, context: Context): NumberStepOperation {
  const rows = lines.map((line, index) => ({
    condition:
      line.condition === null
        ? always
        : context.steps.truth(
            `grade.${line.name.text}`,
            lowerTruth(line.condition, scene, context),
            line.condition.span,
          ),
    value: whole(index),
  }));
  const [first] = lines;
  const last = whole(Math.max(0, lines.length - 1));
  return context.steps.number(
    'grade.reached',
    firstThatHolds(rows, last),
    checked(first, 'a scale without grades').span,
  );
}

function named({ gradeName, span: _span, ...effect }: PendingEffect, names: readonly string[]): GradeEffectSpec {
  if (gradeName === null) return { ...effect, grade: null };
  const grade = names.indexOf(gradeName);
  if (grade === -1) throw new Error('an effect on an unknown grade reached lowering');
  return { ...effect, grade };
}

/** The lowest of the grade reached, one down from it, every ceiling and every fixed grade: effects never raise. */
function lowerGraded(
  reached: NumberStepOperation,
  effects: readonly GradeEffectSpec[],
  grades: number,
  node: GradesNode,
  context: Context,
): NumberStepOperation {
  const down = effects.filter(({ effect }) => effect === 'one-down');
  const oneDown = least([sum([reached, unit]), whole(grades - 1)]);
  const bounds: NumberExpression[] = down.length === 0 ? [] : [when(acting(down), oneDown, nothing)];
  for (let grade = 1; grade < grades; grade++) {
    const chosen = effects.filter((effect) => effect.grade === grade);
    if (chosen.length > 0) bounds.push(when(acting(chosen), whole(grade), nothing));
  }
  return context.steps.number('grade.graded', greatest([reached, ...bounds]), node.span);
}

/** Whether any of some effects acts. */
function acting(effects: readonly GradeEffectSpec[]): TruthExpression {
  return or(effects.map(({ acts }): TruthExpression => ({ op: 'truth-step', step: acts })));
}

function anyOf(
  name: string,
  effect: GradeEffectSpec['effect'],
  effects: readonly GradeEffectSpec[],
  node: GradesNode,
  context: Context,
): TruthStepOperation | null {
  const chosen = effects.filter((each) => each.effect === effect);
  if (chosen.length === 0) return null;
  return context.steps.truth(`grade.${name}`, acting(chosen), node.span);
}

/** `名额30% 按 类别 …`; where the amount is a choice by class, its key parts the cohort. */
function lowerQuota(node: QuotaNode, grade: number, context: Context): QuotaSpec {
  const { amount } = node;
  if (amount.kind === 'missing') throw new Error('a hole reached lowering');
  const rows =
    amount.kind === 'by-table'
      ? amount.rows.map((row) => ({ options: row.options, value: row.value }))
      : [{ options: [], value: amount }];
  const by = node.by ?? (amount.kind === 'by-table' && amount.key.kind === 'path' ? amount.key : null);
  const [first] = rows;
  const isShare = context.analysis.types.get(checked(first, 'a quota').value);
  return {
    grade,
    origin: context.origins.of(node.span),
    kind: isShare?.type === 'number' && isShare.dimension === 'ratio' ? 'share' : 'number',
    amounts: rows.flatMap(({ options, value }): QuotaSpec['amounts'] => {
      const text = formatExact(valueOf(value));
      if (options.length === 0) return [{ option: null, amount: text }];
      return options.map((option) => ({ option: option.text, amount: text }));
    }),
    by: by === null ? null : attributeOf(by, context),
    base: node.base ?? 'assessed',
    rounding: node.rounding ?? 'down',
    minimum: node.minimum === null ? 0 : wholeNumber(node.minimum),
    ties: node.ties.map((tie) => lowerTie(tie, context)),
    stillTied: node.stillTied ?? 'none-in',
    moveUp: node.moveUp ?? false,
  };
}

/** The input that parts the cohort, also where a definition passes it on under another name. */
function attributeOf(path: PathNode, context: Context): number {
  const reference = checked(context.analysis.names.references.get(path), 'an unknown name');
  const { symbol } = reference;
  const passedOn = symbol.node.kind === 'define' ? unbracketed(symbol.node.value) : null;
  if (passedOn?.kind === 'path') return attributeOf(passedOn, context);
  return context.inputs.index(keyOf(context, symbol, context.frames.of(reference, context.frames.root)));
}

/** A tie key: more is better. */
function lowerTie(path: PathNode, context: Context): QuotaSpec['ties'][number] {
  const operand: Operand = lowerNumber(path, topScene(context), context);
  const name = context.origins.text(path.span);
  return { step: context.steps.number(`tie.${name}`, orNothing(operand), path.span).step, name };
}
