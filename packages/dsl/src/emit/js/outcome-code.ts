/** The cheap result: the total and the grade, as code for the end of `evaluateTrusted`. */
import { multiply, rational, terminatingDecimals } from '@assess/runtime';
import type { Program } from '../../ir/ir.ts';
import { type Code, enclose, strength } from './code.ts';
import { convert, type NumberValue, productCode } from './value.ts';
import { magnitude, multiplyRanges } from './interval.ts';
import { roundedTo } from './rounding.ts';
import type { StepCode } from './step-code.ts';

/** Up to 15 digits a JavaScript number prints as the decimal from which it was made. */
const printable = 10n ** 15n;

/** What `evaluate` returns, as code, and in what form the total comes. */
export interface OutcomeCode {
  readonly text: string;
  readonly totalIsNumber: boolean;
}

export function outcomeCode({ manifest }: Program, steps: readonly StepCode[]): OutcomeCode {
  const numberAt = (step: number): NumberValue => {
    const value = steps[step]?.number;
    if (value === undefined || value === null) throw new RangeError(`step ${step} is no number`);
    return value;
  };
  const truthAt = (step: number | null): string => (step === null ? 'false' : (steps[step]?.truth?.text ?? 'false'));
  const { scale, total } = manifest;
  const noResult = truthAt(total.noResult?.acts ?? null);
  const { text, isNumber } = decimalCode(numberAt(total.score)) ?? fractionCode(numberAt(total.score));
  const exact = { text: noResult === 'false' ? text : `${noResult} ? null : ${text}`, isNumber };
  if (scale === null) {
    return { text: `{ total: ${exact.text}, grade: null, barred: false }`, totalIsNumber: exact.isNumber };
  }
  const graded = `grades[${indexCode(numberAt(scale.graded)).text}]`;
  const ungraded = truthAt(scale.ungraded);
  const grade = ungraded === 'false' ? graded : ungraded === 'true' ? 'null' : `${ungraded} ? null : ${graded}`;
  return {
    text: `{ total: ${exact.text}, grade: ${grade}, barred: ${truthAt(scale.barred)} }`,
    totalIsNumber: exact.isNumber,
  };
}

interface TotalCode {
  readonly text: string;
  readonly isNumber: boolean;
}

/** The value as a number that prints as the exact decimal, or null where no number does. */
function decimalCode(value: NumberValue): TotalCode | null {
  const decimals = terminatingDecimals(value.ratio.denominator);
  if (decimals === null || value.factors.length > 0 || value.big) return null;
  const scale = 10n ** BigInt(decimals);
  const { numerator } = multiply(value.ratio, rational(scale));
  const range = multiplyRanges(value.range, { low: numerator, high: numerator });
  if (magnitude(range) > printable || scale > printable) return null;
  const above = productCode(numerator, value.base, [], false);
  // Nobody wants to read a negative zero.
  const positive = range.low < 0n ? ' + 0' : '';
  if (scale === 1n)
    return { text: positive === '' ? above.text : enclose(above, strength.sum) + positive, isNumber: true };
  return { text: `${enclose(above, strength.product)} / ${scale}${positive}`, isNumber: true };
}

function fractionCode({ ratio, base, big, factors }: NumberValue): TotalCode {
  const above = productCode(ratio.numerator, convert(base, big, true), [], true);
  const below = productCode(ratio.denominator, { text: '1n', binds: strength.atom }, factors, true);
  return { text: `exactText(${above.text}, ${below.text})`, isNumber: false };
}

/** The index that the value is, a whole number by the manifest. */
function indexCode(value: NumberValue): Code {
  const whole = roundedTo(value, 0, 'down');
  return productCode(whole.ratio.numerator, convert(whole.base, whole.big, false), [], false);
}
