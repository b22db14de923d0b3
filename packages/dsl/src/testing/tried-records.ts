import {
  truthAt,
  type Evaluator,
  type InputSpec,
  type RecordValue,
  type SubjectRecord,
  type Trace,
} from '@assess/runtime';
import { interpreter } from '../interpret/interpreter.ts';
import type { Program } from '../ir/ir.ts';
import type { Message } from '../source/locale.ts';
import { extremeRecord } from './extreme-record.ts';
import { worthTrying } from './mutation/worth-trying.ts';
import { outcomeOf } from './outcome-of.ts';

/** Records that are tried, and how many of them with one change. */
export const mostRecords = 1500;
const mostSingle = 1000;
/** Inputs that are changed together in a random record. */
const mostTogether = 4;

/** A record as what it changes of a starting one. */
export interface Setting {
  readonly start: number;
  readonly changes: ReadonlyMap<number, RecordValue>;
}

/** A record to start from. */
interface Start {
  readonly record: SubjectRecord;
  readonly name: Message;
}

/**
 * Records made from a few: those that every policy has and those of its tests, with one input changed to every value worth trying, then with
 * several changed at random from a fixed seed. Only admissible records count.
 */
export class TriedRecords {
  readonly starts: readonly Start[];
  readonly #program: Program;
  readonly #evaluator: Evaluator;
  readonly #candidates: readonly (readonly RecordValue[])[];
  #state = 20_231_130;

  constructor(program: Program, year: number, records: readonly SubjectRecord[]) {
    this.#program = program;
    this.#evaluator = interpreter(program);
    this.#candidates = worthTrying(program, program, year);
    this.starts = [
      { record: extremeRecord(program, 'full', year), name: { zh: '满分记录', en: 'full_record' } },
      { record: extremeRecord(program, 'zero', year), name: { zh: '零分记录', en: 'zero_record' } },
      ...records.map((record, index) => ({
        record,
        name: { zh: `第 ${index + 1} 个测试的记录`, en: `the record of test ${index + 1}` },
      })),
    ];
  }

  /** The inputs with the values that are tried for them. */
  get inputs(): readonly { readonly spec: InputSpec; readonly values: readonly RecordValue[] }[] {
    return this.#program.manifest.inputs.map((spec, index) => ({ spec, values: this.#candidates[index] ?? [] }));
  }

  /** All settings that are tried, the simplest first. */
  *settings(): Generator<Setting> {
    let made = 0;
    for (const start of this.starts.keys()) {
      made += 1;
      yield { start, changes: new Map() };
    }
    for (const [input, values] of this.#candidates.entries()) {
      for (const value of values) {
        for (const start of this.starts.keys()) {
          if (made >= mostSingle) break;
          made += 1;
          yield { start, changes: new Map([[input, value]]) };
        }
      }
    }
    const open = [...this.#candidates.entries()].filter(([, values]) => values.length > 1);
    for (; open.length > 0 && made < mostRecords; made++) {
      const changes = new Map<number, RecordValue>();
      const together = 2 + this.#pick(mostTogether - 1);
      for (let each = 0; each < together; each++) {
        const [input, values] = open[this.#pick(open.length)] ?? [];
        if (input !== undefined && values !== undefined) changes.set(input, values[this.#pick(values.length)] ?? null);
      }
      yield { start: this.#pick(this.starts.length), changes };
    }
  }

  /** The values of the steps for a setting; null where its record is not admissible or has no result. */
  trace(setting: Setting): Trace | null {
    const { trace, issues } = outcomeOf(this.recordOf(setting), this.#evaluator);
    if (issues.length > 0) return null;
    const { noResult } = this.#program.manifest.total;
    return noResult !== null && truthAt(trace, noResult.acts) ? null : trace;
  }

  recordOf({ start, changes }: Setting): SubjectRecord {
    const record = new Map(Object.entries(this.starts[start]?.record ?? {}));
    for (const [input, value] of changes) {
      const key = this.#program.manifest.inputs[input]?.key ?? '';
      if (value === null) record.delete(key);
      else record.set(key, value);
    }
    return Object.fromEntries(record);
  }

  /** The same with as few changes as still do what `does` says. */
  simplest(setting: Setting, does: (setting: Setting) => boolean): Setting {
    let simplest = setting;
    for (const input of setting.changes.keys()) {
      const changes = new Map(simplest.changes);
      changes.delete(input);
      const fewer = { start: setting.start, changes };
      if (does(fewer)) simplest = fewer;
    }
    return simplest;
  }

  /** `满分记录，F31 = 是` */
  describe({ start, changes }: Setting): Message {
    const name = this.starts[start]?.name ?? { zh: '', en: '' };
    const sets = (yes: string, no: string, absent: string): string[] =>
      [...changes].map(([input, value]) => {
        const key = this.#program.manifest.inputs[input]?.key ?? '';
        return `${key} = ${shownValue(value, yes, no, absent)}`;
      });
    return {
      zh: [name.zh, ...sets('是', '否', '未报')].join('，'),
      en: [name.en, ...sets('yes', 'no', 'not reported')].join(', '),
    };
  }

  /** A whole number below `limit`. */
  #pick(limit: number): number {
    // A linear congruential generator: the same on every machine.
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 4_294_967_296) * limit);
  }
}

/** A value as people write it; a list as JSON. */
export function shownValue(value: RecordValue, yes: string, no: string, absent: string): string {
  if (value === null) return absent;
  if (typeof value === 'boolean') return value ? yes : no;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
