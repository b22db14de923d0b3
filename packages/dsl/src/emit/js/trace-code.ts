/** The values of all steps as code for `trace`. */
import { type Code, integerLiteral } from './code.ts';
import type { Passage } from './function-text.ts';
import { magnitude, multiplyRanges } from './interval.ts';
import type { StepCode } from './step-code.ts';
import { convert, factorRange, knownValue, type NumberValue, productCode, safe } from './value.ts';

export interface TraceCode {
  readonly passages: readonly Passage[];
  /** Declarations of the figures that are known now, for the module. */
  readonly constants: readonly string[];
}

/** Each step with a statement that puts its value into `values`. Equal values share one object. */
export function traceCode(steps: readonly StepCode[]): TraceCode {
  const constants = new Map<string, string>();
  const computed = new Map<string, number>();
  const passages = steps.map((step): Passage => {
    const text = step.number === null ? (step.truth?.text ?? 'false') : ratioCode(step.number);
    const known = step.number !== null && knownValue(step.number) !== null;
    if (known && !constants.has(text)) constants.set(text, `c${constants.size}`);
    const earlier = step.number === null ? undefined : computed.get(text);
    if (earlier === undefined) computed.set(text, step.index);
    const value = known ? constants.get(text) : earlier === undefined ? text : `values[${earlier}]`;
    return { comment: step.comment, lines: [...step.lines, `values[${step.index}] = ${value};`] };
  });
  return { passages, constants: [...constants].map(([text, name]) => `const ${name} = ${text};`) };
}

/** A number as code for an object of numerator and denominator. */
export function ratioCode(value: NumberValue): string {
  const { ratio, base, range, big } = value;
  const above = big || magnitude(multiplyRanges(range, { low: ratio.numerator, high: ratio.numerator })) > safe;
  const numerator = productCode(ratio.numerator, convert(base, big, above), [], above);
  return `ratio(${numerator.text}, ${denominatorCode(value).text})`;
}

/** Always a BigInt. */
function denominatorCode({ ratio, factors }: NumberValue): Code {
  const big = factors.some((each) => each.big) || factorRange(factors).high * ratio.denominator > safe;
  return convert(productCode(ratio.denominator, integerLiteral(1n, big), factors, big), big, true);
}
