/**
 * 保证: a search for records that break what a policy guarantees. Nothing is proved: the answer is a counterexample, or that there is
 * none among so many records. The same policy gives the same records.
 */
import type { GuaranteeSpec, SubjectRecord } from '@assess/runtime';
import type { Program } from '../ir/ir.ts';
import { conditionBreaks } from './guarantee-conditions.ts';
import { findNonMonotone } from './monotone.ts';
import type { Message } from '../source/locale.ts';
import { TriedRecords, type Setting } from './tried-records.ts';

/** What the search found for one guarantee. */
export interface GuaranteeResult {
  readonly guarantee: GuaranteeSpec;
  /** How many records were tried. */
  readonly tried: number;
  readonly counterexample: Counterexample | null;
}

/** A record that breaks a guarantee. */
export interface Counterexample {
  readonly record: SubjectRecord;
  /** How the record is made from one that every policy has, and what is wrong with it. */
  readonly message: Message;
}

/** Looks for counterexamples. `records` are some to try first, such as those of the policy's tests. */
export function searchGuarantees(
  program: Program,
  year: number,
  records: readonly SubjectRecord[],
): readonly GuaranteeResult[] {
  const { guarantees } = program.manifest;
  if (guarantees.length === 0) return [];
  const tried = new TriedRecords(program, year, records);
  const { breaks, count } = conditionBreaks(guarantees, tried);
  return guarantees.map((guarantee) => {
    if (guarantee.holds === null) {
      const found = findNonMonotone(program, tried);
      return { guarantee, tried: found.count, counterexample: found.counterexample };
    }
    const found = breaks.get(guarantee) ?? null;
    const counterexample = found === null ? null : { record: tried.recordOf(found), message: told(found, tried) };
    return { guarantee, tried: count, counterexample };
  });
}

function told(setting: Setting, tried: TriedRecords): Message {
  const { zh, en } = tried.describe(setting);
  return { zh: `反例：${zh}`, en: `Counterexample: ${en}` };
}
