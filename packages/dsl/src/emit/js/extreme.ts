/** The least and the greatest of several numbers. */
import { compare, greatest, least, type Rational } from '@assess/runtime';
import { atom, choice, type Code, strength } from './code.ts';
import { allPlain, overCommonDenominator } from './common-denominator.ts';
import type { IntegerRange } from './interval.ts';
import { type NumberValue, settle } from './value.ts';
import type { Writer } from './writer.ts';

export type Extreme = 'least' | 'greatest';

/** Of at least one value. Those that the bounds rule out are not even compared. */
export function extremeOf(which: Extreme, values: readonly NumberValue[], writer: Writer): NumberValue {
  const [first, ...rest] = contenders(which, values);
  if (first === undefined) throw new RangeError(`${which} needs at least one value`);
  if (rest.length === 0) return first;
  const common = overCommonDenominator([first, ...rest]);
  const big = !allPlain(common);
  const codes = common.terms.map((term) => term.code(big));
  const pick = which === 'least' ? least : greatest;
  const others = rest.map((each) => each.bounds);
  return settle({
    ratio: common.unit,
    base: big
      ? extremeOfBig(which, codes, writer)
      : atom(`Math.${which === 'least' ? 'min' : 'max'}(${codes.map((each) => each.text).join(', ')})`),
    range: extremeRange(
      which,
      common.terms.map((term) => term.range),
    ),
    big,
    factors: common.factors,
    bounds: {
      low: pick(first.bounds.low, ...others.map((each) => each.low)),
      high: pick(first.bounds.high, ...others.map((each) => each.high)),
    },
  });
}

/** Without the values that another one is sure to beat or to equal. */
function contenders(which: Extreme, values: readonly NumberValue[]): readonly NumberValue[] {
  const side = which === 'least' ? 1 : -1;
  const worst = ({ bounds }: NumberValue): Rational => (which === 'least' ? bounds.high : bounds.low);
  const best = ({ bounds }: NumberValue): Rational => (which === 'least' ? bounds.low : bounds.high);
  const [first, ...rest] = values;
  if (first === undefined) return values;
  // The one whose worst is best; of equals the one that can be better.
  const sure = rest.reduce((kept, each) => {
    const order = compare(worst(each), worst(kept)) || compare(best(each), best(kept));
    return side * order < 0 ? each : kept;
  }, first);
  return values.filter((each) => each === sure || side * compare(best(each), worst(sure)) < 0);
}

/** `Math.min` takes no BigInt. */
function extremeOfBig(which: Extreme, codes: readonly Code[], writer: Writer): Code {
  const names = codes.map((code) => writer.bind(code));
  const sign = which === 'least' ? '<' : '>';
  return names.reduce((best, each) => {
    const kept = writer.bind(best);
    return choice({ text: `${each.text} ${sign} ${kept.text}`, binds: strength.relation }, each, kept);
  });
}

function extremeRange(which: Extreme, ranges: readonly IntegerRange[]): IntegerRange {
  const pick = (values: readonly bigint[]): bigint =>
    values.reduce((best, each) => ((which === 'least' ? each < best : each > best) ? each : best));
  return { low: pick(ranges.map((each) => each.low)), high: pick(ranges.map((each) => each.high)) };
}
