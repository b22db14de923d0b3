/**
 * Sums whose terms have denominators of their own, known only in the loop: goal by goal the share of what was planned. There is no
 * common denominator to compute in, so the terms are collected as fractions of BigInts.
 */
import { one, type Rational } from '@assess/runtime';
import { atom, integerLiteral } from './code.ts';
import type { Interval } from './interval.ts';
import { convert, type NumberValue, productCode, settle, unboundedFactor } from './value.ts';
import type { Writer } from './writer.ts';

/** Fractions that loops collect under a name. */
export class Fractions {
  readonly #name: string;
  readonly #writer: Writer;

  constructor(writer: Writer) {
    this.#writer = writer;
    this.#name = writer.bind(atom('[]')).text;
  }

  /** Writes the statement that collects a value. */
  add(value: NumberValue, inside: Writer): void {
    const { ratio, base, big, factors } = value;
    const above = productCode(ratio.numerator, convert(base, big, true), [], true);
    const below = productCode(ratio.denominator, integerLiteral(1n, true), factors, true);
    inside.write(`${this.#name}.push([${above.text}, ${below.text}]);`);
  }

  /** The sum of those at the places from `from` to `to`, both as code, the greatest first. `bounds` are those of the sum. */
  sum(from: string, to: string, bounds: Interval): NumberValue {
    const sum = this.#writer.bind(atom(`sumOfFractions(${this.#name}, ${from}, ${to})`)).text;
    const base = this.#writer.bind(atom(`${sum}[0]`));
    const divisor = this.#writer.bind(atom(`${sum}[1]`)).text;
    const below = { name: divisor, range: { low: 1n, high: unboundedFactor }, big: true, always: true };
    const least = timesUnbounded(bounds.low) - 1n;
    const most = timesUnbounded(bounds.high) + 1n;
    return settle({
      ratio: one,
      base,
      range: { low: least < 0n ? least : 0n, high: most > 0n ? most : 0n },
      big: true,
      factors: [{ ...below, scope: this.#writer.scopeOf(divisor) }],
      bounds: { low: bounds.low, high: bounds.high },
    });
  }
}

function timesUnbounded(end: Rational): bigint {
  return (end.numerator * unboundedFactor) / end.denominator;
}
