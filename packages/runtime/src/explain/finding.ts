/** Making findings of the values of a trace. */
import { multiply, subtract, zero } from '../decimal/rational.ts';
import { formatExact } from '../decimal/text.ts';
import type { Rational, RecordValue, Trace } from '../evaluator.ts';
import type { ItemSpec, Manifest } from '../manifest.ts';
import type { Origin } from '../manifest-basics.ts';
import type { CohortFigureResult } from '../result.ts';
import { numberAt } from '../trace.ts';
import type { Finding, FindingKind, InputReading } from './explanation.ts';

/** What an explanation is made of. */
export interface Evidence {
  readonly manifest: Manifest;
  readonly trace: Trace;
  /** Recorded values in the order of the manifest's inputs. */
  readonly inputs: readonly RecordValue[];
  /** The figures over the cohort, in the order of the manifest. */
  readonly cohort: readonly CohortFigureResult[];
}

/** What a finding is about: an item, or a case, list or condition of one. */
interface About {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly basis: readonly string[];
  readonly origin: Origin;
}

/** A finding before it is known whether it counts. */
export interface Draft extends Partial<Pick<Finding, 'figures' | 'note' | 'row' | 'count' | 'each' | 'cap' | 'owner'>> {
  readonly kind: FindingKind;
  readonly about: About;
  readonly before: Rational;
  readonly after: Rational;
  readonly inputs?: readonly number[];
  readonly counts?: boolean;
}

/** The finding of a draft; `inTotal` tells whether the item around counts in the total. */
export function makeFinding(evidence: Evidence, item: ItemSpec, draft: Draft, inTotal: boolean): Finding {
  const { about, before, after, counts = true } = draft;
  const amount = subtract(after, before);
  const worth = counts && inTotal ? numberAt(evidence.trace, item.worth) : zero;
  return {
    kind: draft.kind,
    id: about.id,
    name: about.name,
    title: about.title,
    origin: about.origin,
    basis: about.id === item.id ? about.basis : [...about.basis, ...item.basis],
    before: formatExact(before),
    after: formatExact(after),
    amount: formatExact(amount),
    counts,
    inTotal: formatExact(multiply(amount, worth)),
    inputs: (draft.inputs ?? []).flatMap((input) => readInput(evidence, input)),
    figures: draft.figures ?? [],
    note: draft.note ?? null,
    row: draft.row ?? null,
    count: draft.count ?? null,
    each: draft.each ?? null,
    cap: draft.cap ?? null,
    owner: draft.owner ?? null,
  };
}

function readInput({ manifest, inputs }: Evidence, index: number): InputReading[] {
  const input = manifest.inputs[index];
  if (input === undefined) return [];
  const { key, role, title, source, type } = input;
  const unit = type.kind === 'number' ? type.unit : null;
  return [{ key, role, title, value: inputs[index] ?? null, unit, source }];
}
