/** A figure with a larger exponent is no figure that anybody records. */
const largestExponent = 40;

/**
 * A JSON number as a decimal without exponent, digit by digit: `1.5e3` is `1500`. One with an absurd exponent stays as it
 * is, and is then no decimal.
 */
export function decimalText(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponentText] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? [];
  if (exponentText === undefined) return number;
  const exponent = Number(exponentText);
  if (whole === '' || Math.abs(exponent) > largestExponent) return number;
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const split = Math.max(point, 1);
  const decimals = padded.slice(split);
  return sign + padded.slice(0, split) + (decimals === '' ? '' : `.${decimals}`);
}
