import {
  stepsOf,
  type AdjustmentSpec,
  type GradeScaleSpec,
  type InputSpec,
  type ItemSpec,
  type Manifest,
} from '@assess/runtime';
import { demand } from './demand.ts';
import type { Expression, Program } from './ir.ts';
import { referencesOf, scalesOf } from './manifest-references.ts';
import { placedOperandsOf, valueTypeOf } from './operands.ts';
import { stagesOf } from './stages.ts';
import { type Entries, isOfEntry, listAt, verifyField, verifyGroups, verifyList } from './verify-lists.ts';

/**
 * Holds a program against the invariants that interpreter and targets rely on: steps read earlier steps only, types agree,
 * inputs exist and are of the kind that is read, the manifest points at steps of the right type and at rows that exist.
 * Throws an Error on the first breach: lowering (or whoever wrote the program) has a bug, never the author of a policy.
 */
export function verify(program: Program): Program {
  const { manifest, steps } = program;
  demand(steps.length === manifest.steps.length, 'manifest and program have different numbers of steps');
  const names = new Set<string>();
  for (const [index, spec] of manifest.steps.entries()) {
    demand(!names.has(spec.name), `two steps are named ${spec.name}`);
    names.add(spec.name);
    const step = steps[index];
    demand(step !== undefined && valueTypeOf(step.value) === spec.type, `step ${spec.name} is no ${spec.type}`);
    verifyExpression(step.value, index, manifest);
  }
  verifyInputs(manifest.inputs);
  for (const { where, step, type } of referencesOf(manifest)) {
    demand(manifest.steps[step]?.type === type, `${where} does not point at a ${type}`);
  }
  verifyCohort(program);
  verifyItem(manifest.total, manifest);
  for (const scale of scalesOf(manifest)) verifyScale(scale, manifest.inputs);
  return program;
}

/** Without recursion: the alternatives of a long table make a deep expression. */
function verifyExpression(root: Expression, stepIndex: number, manifest: Manifest): void {
  const here = place(stepIndex, manifest);
  const pending: { readonly expression: Expression; readonly entries: Entries }[] = [
    { expression: root, entries: null },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { expression, entries } = next;
    verifyOperation(expression, stepIndex, manifest);
    if (isOfEntry(expression)) verifyField(expression, entries, here, manifest);
    for (const { operand, type, entryOf } of placedOperandsOf(expression)) {
      demand(valueTypeOf(operand) === type, `${here}: ${expression.op} of a wrong operand`);
      const inside = entryOf === null ? entries : { list: entryOf, around: entries };
      pending.push({ expression: operand, entries: inside });
    }
  }
}

function verifyOperation(expression: Expression, stepIndex: number, manifest: Manifest): void {
  const here = place(stepIndex, manifest);
  switch (expression.op) {
    case 'constant':
      demand(expression.value.denominator > 0n, `${here}: a constant without a positive denominator`);
      return;
    case 'step':
    case 'truth-step': {
      const wanted = expression.op === 'step' ? 'number' : 'truth';
      demand(expression.step < stepIndex, `${here}: reads step ${expression.step}, which is not earlier`);
      demand(manifest.steps[expression.step]?.type === wanted, `${here}: step ${expression.step} is no ${wanted}`);
      return;
    }
    case 'input': {
      const kind = manifest.inputs[expression.input]?.type.kind;
      const readable = kind !== undefined && kind !== 'text' && kind !== 'list';
      demand(readable, `${here}: input ${expression.input} has no number`);
      return;
    }
    case 'present':
    case 'not-applicable':
      demand(manifest.inputs[expression.input] !== undefined, `${here}: there is no input ${expression.input}`);
      return;
    case 'sum-ranked':
      for (const part of expression.bag) if (part.kind === 'entries') listAt(part.list, here, manifest);
      return;
    case 'sum-per-group':
      verifyGroups(expression, here, manifest);
      return;
    case 'cohort': {
      const figure = manifest.cohort[expression.figure];
      demand(figure !== undefined, `${here}: there is no figure ${expression.figure} of the cohort`);
      demand(
        stepsOf(figure).every((step) => step < stepIndex),
        `${here}: a figure of the cohort made of steps that are not earlier`,
      );
      return;
    }
    case 'least':
    case 'greatest':
      demand(expression.operands.length > 0, `${here}: ${expression.op} of nothing`);
      return;
    case 'round': {
      const { decimals } = expression;
      demand(Number.isInteger(decimals) && decimals >= 0 && decimals <= 100, `${here}: rounds to ${decimals} decimals`);
      return;
    }
    case 'quotient': {
      const { divisor } = expression;
      demand(divisor.op !== 'constant' || divisor.value.numerator !== 0n, `${here}: divides by the constant 0`);
      return;
    }
    case 'sum':
    case 'product':
    case 'if':
    case 'field':
    case 'field-present':
    case 'field-is-subject':
    case 'truth':
    case 'less':
    case 'less-or-equal':
    case 'equal':
    case 'and':
    case 'or':
    case 'not':
  }
}

function verifyInputs(inputs: readonly InputSpec[]): void {
  const keys = new Set<string>();
  for (const { key, type } of inputs) {
    demand(!keys.has(key), `two inputs have the key ${key}`);
    keys.add(key);
    if (type.kind === 'list') verifyList(key, type);
  }
}

/** Every figure can be computed in its stage, and a record is admitted or refused before anybody is compared. */
function verifyCohort(program: Program): void {
  const { cohort, requirements } = program.manifest;
  const stages = stagesOf({ steps: program.steps, cohort });
  for (const [index, figure] of cohort.entries()) {
    const needed = Math.max(...stepsOf(figure).map((step) => stages[step] ?? 0));
    demand(figure.stage === needed, `figure ${index} of the cohort is in stage ${figure.stage}, not ${needed}`);
    if (figure.kind !== 'mean') continue;
    const fits = figure.trims.every(({ from, highest, lowest }) => from > highest + lowest);
    demand(fits, `figure ${index} of the cohort is the mean of nobody`);
  }
  for (const { holds } of requirements) {
    demand(stages[holds] === 0, 'a condition on a record that looks at the cohort');
  }
}

function verifyItem(item: ItemSpec, manifest: Manifest): void {
  for (const input of item.rule.inputs) {
    demand(manifest.inputs[input] !== undefined, `${item.id}: the rule reads an input that does not exist`);
  }
  demand(item.rule.chosen === null || item.rule.rows.length > 0, `${item.id}: chooses among no rows`);
  for (const adjustment of item.adjustments) verifyAdjustment(adjustment, manifest);
  for (const child of item.children) verifyItem(child, manifest);
}

function verifyAdjustment(adjustment: AdjustmentSpec, manifest: Manifest): void {
  if (adjustment.kind === 'list') for (const child of adjustment.children) verifyAdjustment(child, manifest);
  if (adjustment.kind !== 'case') return;
  for (const input of adjustment.inputs) {
    demand(manifest.inputs[input] !== undefined, `${adjustment.id}: reads an input that does not exist`);
  }
}

function verifyScale(scale: GradeScaleSpec, inputs: readonly InputSpec[]): void {
  const isGrade = (grade: number | null): boolean => grade !== null && scale.grades[grade] !== undefined;
  demand(scale.grades.length === scale.lines.length, 'a scale with other lines than grades');
  for (const effect of scale.effects) {
    const named = effect.effect === 'fixed' || effect.effect === 'ceiling';
    const isOutcome =
      effect.effect === 'outcome' && effect.grade !== null && scale.outcomes[effect.grade] !== undefined;
    demand(
      named ? isGrade(effect.grade) : isOutcome || effect.grade === null,
      `the effect of ${effect.cause} on no grade`,
    );
  }
  for (const quota of scale.quotas) {
    demand(isGrade(quota.grade), 'a quota for no grade');
    const kinds = [quota.by, quota.sort].map((input) => (input === null ? null : inputs[input]?.type.kind));
    demand(kinds[0] === null || kinds[0] === 'choice' || kinds[0] === 'text', 'a quota by something that is no class');
    demand(kinds[1] === null || kinds[1] === 'choice', 'a quota whose amount is by something that is no choice');
    const decision = quota.decision === null ? null : inputs[quota.decision]?.type.kind;
    demand(decision === null || decision === 'yes-no', 'a quota that is decided by something that is no decision');
  }
}

function place(stepIndex: number, manifest: Manifest): string {
  return `step ${manifest.steps[stepIndex]?.name ?? stepIndex}`;
}
