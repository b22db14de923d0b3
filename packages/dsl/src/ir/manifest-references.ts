import type { AdjustmentSpec, GradeScaleSpec, ItemSpec, Manifest, StepIndex } from '@assess/runtime';
import type { ValueType } from './operands.ts';

/** A place in the manifest that names a step. */
export interface ManifestReference {
  readonly where: string;
  readonly step: StepIndex;
  readonly type: ValueType;
}

/** Every place in the manifest that names a step, with what the step must be. */
export function* referencesOf(manifest: Manifest): Generator<ManifestReference> {
  for (const [index, requirement] of manifest.requirements.entries()) {
    yield truth(`requirement ${index}`, requirement.holds);
  }
  for (const [index, figure] of manifest.cohort.entries()) {
    yield number(`cohort figure ${index}`, figure.of);
    yield* maybe(truth, `cohort figure ${index} where`, figure.where);
    for (const key of figure.by) yield number(`cohort figure ${index} by ${key.name}`, key.step);
    for (const tie of figure.kind === 'rank' ? figure.ties : []) yield number(`cohort figure ${index} tie`, tie);
  }
  yield* ofItem(manifest.total);
  for (const scale of scalesOf(manifest)) yield* ofScale(scale);
  for (const { holds } of manifest.guarantees) yield* maybe(truth, 'guarantee', holds);
  for (const { action, condition, amount, factor } of manifest.consequences) {
    yield* maybe(truth, `condition of ${action}`, condition);
    yield* maybe(number, `amount of ${action}`, amount);
    yield* maybe(number, `factor of ${action}`, factor);
  }
}

/** All scales of a policy, the main one first. */
export function scalesOf({ scale, scales }: Manifest): readonly GradeScaleSpec[] {
  return scale === null ? scales : [scale, ...scales];
}

function* ofScale(scale: GradeScaleSpec): Generator<ManifestReference> {
  yield* maybe(number, 'scale basis', scale.basis);
  yield number('scale reached', scale.reached);
  yield number('scale graded', scale.graded);
  yield* maybe(truth, 'scale ungraded', scale.ungraded);
  yield* maybe(number, 'scale outcome', scale.outcome);
  yield* maybe(truth, 'scale barred', scale.barred);
  for (const { cause, acts, figures } of scale.effects) {
    yield truth(`effect of ${cause}`, acts);
    for (const figure of figures) yield number(`effect of ${cause} figure ${figure.label.en}`, figure.step);
  }
  for (const quota of scale.quotas) {
    for (const tie of quota.ties) yield number(`tie ${tie.name}`, tie.step);
  }
}

function* ofItem(item: ItemSpec): Generator<ManifestReference> {
  const { id } = item;
  yield number(`${id} full`, item.full);
  yield number(`${id} open`, item.open);
  yield* maybe(truth, `${id} is there`, item.isThere);
  yield* maybe(number, `${id} weight`, item.weight);
  yield number(`${id} base`, item.base);
  yield* maybe(truth, `${id} zeroed`, item.zeroed);
  yield* maybe(truth, `${id} no result`, item.noResult?.acts ?? null);
  yield* maybe(truth, `${id} not applicable`, item.notApplicable?.acts ?? null);
  const causes = [...(item.noResult?.causes ?? []), ...(item.notApplicable?.causes ?? []), ...item.answers];
  for (const cause of causes) yield truth(`${id} because`, cause.acts);
  yield number(`${id} exact`, item.exact);
  yield number(`${id} score`, item.score);
  yield number(`${id} worth`, item.worth);
  yield* maybe(number, `${id} rule chosen`, item.rule.chosen);
  for (const figure of item.rule.figures) yield number(`${id} figure ${figure.label.en}`, figure.step);
  for (const adjustment of item.adjustments) yield* ofAdjustment(adjustment);
  for (const child of item.children) yield* ofItem(child);
}

function* ofAdjustment(adjustment: AdjustmentSpec): Generator<ManifestReference> {
  const { id } = adjustment;
  yield number(`${id} gross`, adjustment.gross);
  yield number(`${id} points`, adjustment.points);
  yield* maybe(number, `${id} cap`, adjustment.cap);
  if (adjustment.kind === 'case') yield* maybe(number, `${id} outside`, adjustment.outside);
  switch (adjustment.kind) {
    case 'case':
      yield truth(`${id} occurred`, adjustment.occurred);
      yield number(`${id} count`, adjustment.count);
      return;
    case 'when':
      yield truth(`${id} occurred`, adjustment.occurred);
      return;
    case 'list':
      yield* maybe(truth, `${id} applies`, adjustment.applies);
      yield* maybe(number, `${id} duplicates`, adjustment.duplicates);
      for (const child of adjustment.children) yield* ofAdjustment(child);
  }
}

function number(where: string, step: StepIndex): ManifestReference {
  return { where, step, type: 'number' };
}

function truth(where: string, step: StepIndex): ManifestReference {
  return { where, step, type: 'truth' };
}

function* maybe(
  make: (where: string, step: StepIndex) => ManifestReference,
  where: string,
  step: StepIndex | null,
): Generator<ManifestReference> {
  if (step !== null) yield make(where, step);
}
