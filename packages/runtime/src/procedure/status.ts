/** How far a subject has got with the procedure (程序), and what is still missing. */
import { parseIsoDate } from '../date.ts';
import type { RecordValue, SubjectRecord } from '../evaluator.ts';
import type { Origin } from '../manifest-basics.ts';
import type { TermSpec } from '../manifest-grades.ts';
import type { StageSpec } from '../manifest-procedure.ts';
import type { InputSpec, Manifest } from '../manifest.ts';
import { isForClass } from '../record/applicability.ts';
import { recordedValue } from '../record/recorded-value.ts';

/** A stage for one subject. */
export interface StageStatus {
  readonly name: string;
  readonly title: string | null;
  readonly within: TermSpec | null;
  readonly owner: string | null;
  /** `overdue`: something is missing, and the date by which it is done has passed. */
  readonly state: 'complete' | 'incomplete' | 'overdue';
  /** Figures that are to be recorded and are not. */
  readonly missing: readonly MissingInput[];
  /** Evidence that is not there. */
  readonly evidence: readonly string[];
  readonly origin: Origin;
}

export interface MissingInput {
  readonly key: string;
  readonly title: string | null;
  readonly source: readonly string[];
}

/**
 * The stages of the procedure for one record, in order; the record may be incomplete, and what it holds is not validated here. `asOf` is a date (`2024-12-01`) against
 * which deadlines are held, null for none: nothing here reads a clock. Throws a RangeError for a date that there is not.
 */
export function procedureStatus(
  { inputs, procedure }: Manifest,
  record: SubjectRecord,
  asOf: string | null,
): StageStatus[] {
  const today = asOf === null ? null : parseIsoDate(asOf);
  if (asOf !== null && today === null) throw new RangeError(`${asOf} is no date`);
  return procedure.map((stage) => {
    const collected = stage.inputs.flatMap((index) => inputs[index] ?? []);
    const missing = collected.filter((input) => isMissing(input, record));
    const evidence = stage.evidence.filter(({ input }) => recordedValue(record, inputs[input]?.key ?? '') !== true);
    const isComplete = missing.length === 0 && evidence.length === 0;
    return {
      name: stage.name,
      title: stage.title,
      within: stage.within,
      owner: stage.owner,
      state: isComplete ? 'complete' : isPast(stage, today) ? 'overdue' : 'incomplete',
      missing: missing.map(({ key, title, source }) => ({ key, title, source })),
      evidence: evidence.map(({ text }) => text),
      origin: stage.origin,
    };
  });
}

/** Whether a figure is to be recorded and is not. A case that is not recorded did not occur. */
function isMissing(input: InputSpec, record: SubjectRecord): boolean {
  const valueOf = (key: string): RecordValue => recordedValue(record, key);
  return input.absent !== 'none' && isForClass(input, valueOf) && valueOf(input.key) === null;
}

function isPast({ within }: StageSpec, today: number | null): boolean {
  if (within?.kind !== 'date' || today === null) return false;
  const last = parseIsoDate(within.date);
  return last !== null && last < today;
}
