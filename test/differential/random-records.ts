/** Random admissible records, drawn to the ends of the ranges, to zero and to what rounds to a tie. */
import {
  absolute,
  add,
  ceiling,
  divide,
  floor,
  formatDate,
  formatExact,
  isForClass,
  multiply,
  parseIsoDate,
  parseRational,
  rational,
  subtract,
  zero,
  type InputSpec,
  type ListEntry,
  type ListInputType,
  type NumberInputType,
  type Rational,
  type RecordValue,
  type ScalarInputType,
  type ScalarValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { Expression, Program } from '../../packages/dsl/src/ir/ir.ts';
import { operandsOf } from '../../packages/dsl/src/ir/operands.ts';
import type { Random } from './random.ts';

/** Makes records that `validateRecord` lets through. */
export class RecordMaker {
  readonly #program: Program;
  readonly #random: Random;
  /** The figures that stand in the policy: thresholds, targets, caps. */
  readonly #figures: readonly Rational[];

  constructor(program: Program, random: Random) {
    this.#program = program;
    this.#random = random;
    this.#figures = figuresOf(program);
  }

  next(): SubjectRecord {
    const { subject, inputs } = this.#program.manifest;
    const random = this.#random;
    const drawn = new Map(inputs.map((spec): [string, RecordValue] => [spec.key, this.#value(spec)]));
    const periods = new Set(inputs.flatMap(({ together }) => together ?? []));
    const missing = new Set([...periods].filter(() => random.chance(0.4)));
    const entries = inputs.map((spec): [string, RecordValue] => {
      if (spec.together !== null && missing.has(spec.together)) return [spec.key, null];
      const isForIt = isForClass(spec, (key) => drawn.get(key));
      return [spec.key, isForIt ? (drawn.get(spec.key) ?? null) : this.#forAnother(spec)];
    });
    // Object.fromEntries makes own properties of every name, `__proto__` included.
    return Object.fromEntries([
      [subject, '甲'],
      ...entries.filter(([, value]) => value !== null || random.chance(0.2)),
    ]);
  }

  /** What may stand in the record of a subject of a class without this input. */
  #forAnother({ role, type }: InputSpec): RecordValue {
    if (this.#random.chance(0.7)) return null;
    if (role !== 'case') return type.kind === 'text' ? null : '不适用';
    return type.kind === 'list' ? [] : type.kind === 'number' ? 0 : false;
  }

  #value({ type, absent, role, notApplicable }: InputSpec): RecordValue {
    const random = this.#random;
    if (notApplicable && random.chance(0.3)) return random.pick(['不适用', 'not applicable']);
    if (absent !== 'refuse' && random.chance(role === 'case' ? 0.6 : 0.3)) return null;
    return type.kind === 'list' ? this.#list(type) : this.#scalar(type);
  }

  /** Few entries, whose texts, dates and choices repeat. */
  #list({ fields, least, most }: ListInputType): readonly ListEntry[] {
    const random = this.#random;
    const count = Math.min(most, least + random.pick([0, 1, 2, 3, 12]));
    return Array.from({ length: count }, () => {
      const values = fields.map(({ name, type, absent }): [string, ScalarValue] => {
        if (absent !== 'refuse' && random.chance(0.3)) return [name, null];
        if (type.kind === 'text') return [name, random.pick(['文明单位', '先进集体', 'constructor', '丙', '甲'])];
        if (type.kind === 'date' && type.low === null && random.chance(0.8)) {
          return [name, `2023-${random.pick(['01', '03', '04', '07', '12'])}-0${random.integer(1, 9)}`];
        }
        return [name, this.#scalar(type)];
      });
      return Object.fromEntries(values.filter(([, value]) => value !== null || random.chance(0.5)));
    });
  }

  #scalar(type: ScalarInputType): ScalarValue {
    const random = this.#random;
    switch (type.kind) {
      case 'number':
        return this.#number(type);
      case 'date': {
        const low = parseIsoDate(type.low ?? '0001-01-01') ?? 0;
        const high = parseIsoDate(type.high ?? '9999-12-31') ?? 0;
        const due = toDay(random.pick([...this.#figures, rational(19_692n)]));
        const day = random.pick([low, high, due, due + random.integer(-30, 30), random.integer(low, high)]);
        return formatDate(Math.min(high, Math.max(low, day)));
      }
      case 'yes-no':
        return random.chance(0.5);
      case 'choice':
        return random.pick(type.options);
      case 'text':
        return random.pick(type.filled === true ? ['文字', '__proto__'] : ['文字', '', '__proto__']);
    }
  }

  /** The number itself, or one that can be recorded where only some can. */
  #allowed(type: NumberInputType, text: string): string {
    if (type.values !== undefined) return this.#random.pick(type.values);
    if (type.step === undefined) return text;
    const [low, step] = [parseRational(type.low) ?? zero, parseRational(type.step) ?? zero];
    const steps = floor(divide(subtract(parseRational(text) ?? zero, low), step));
    return formatExact(add(low, multiply(rational(steps), step)));
  }

  /** At the ends, at zero, at a figure of the policy, beside it, or anywhere. As a number where its digits allow, sometimes as text. */
  #number(type: NumberInputType): ScalarValue {
    const random = this.#random;
    const scale = 10n ** BigInt(type.decimals);
    const low = ceiling(multiply(parseRational(type.low) ?? zero, rational(scale)));
    const high = floor(multiply(parseRational(type.high) ?? zero, rational(scale)));
    const span = Number(high - low);
    const figure = floor(
      multiply(random.pick([...this.#figures, zero]), rational(scale * random.pick([1n, 1n, 100n]))),
    );
    const small = BigInt(random.integer(0, Math.min(3, span)));
    const integer = random.pick([
      low + small,
      high - small,
      0n,
      5n * scale,
      figure,
      figure + random.pick([-1n, 1n]),
      low + BigInt(random.integer(0, Math.min(span, 2 ** 52))),
      low + BigInt(random.integer(0, Math.min(span, 2 ** 52))),
    ]);
    const text = this.#allowed(type, formatExact(rational(within(integer, low, high), scale)));
    if (random.chance(0.05))
      return random.pick([text, `+${text}`, text.includes('.') ? `${text}000` : `${text}.`]).replace('+-', '-');
    return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
  }
}

function figuresOf({ steps }: Program): readonly Rational[] {
  const figures = new Map<string, Rational>();
  const pending: Expression[] = steps.map((step) => step.value);
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each.op === 'constant') figures.set(formatExact(absolute(each.value)), absolute(each.value));
    pending.push(...operandsOf(each));
  }
  return [...figures.values()].filter((figure) => figure.numerator < 10n ** 15n * figure.denominator);
}

function toDay(figure: Rational): number {
  return Number(figure.numerator / figure.denominator);
}

function within(value: bigint, low: bigint, high: bigint): bigint {
  return value < low ? low : value > high ? high : value;
}
