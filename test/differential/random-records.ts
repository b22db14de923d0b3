/** Random admissible records, drawn to the ends of the ranges, to zero and to what rounds to a tie. */
import {
  formatDate,
  formatExact,
  parseIsoDate,
  parseRational,
  rational,
  ceiling,
  floor,
  multiply,
  type InputSpec,
  type InputType,
  type Manifest,
  type RecordValue,
  type SubjectRecord,
} from '@assess/runtime';
import type { Random } from './random.ts';

/** A record that `validateRecord` lets through. */
export function randomRecord({ subject, inputs }: Manifest, random: Random): SubjectRecord {
  const entries = inputs.map((spec): [string, RecordValue] => [spec.key, randomValue(spec, random)]);
  // Object.fromEntries makes own properties of every name, `__proto__` included.
  return Object.fromEntries([[subject, '甲'], ...entries.filter(([, value]) => value !== null || random.chance(0.2))]);
}

function randomValue({ type, absent, role }: InputSpec, random: Random): RecordValue {
  if (absent !== 'refuse' && random.chance(role === 'case' ? 0.6 : 0.3)) return null;
  switch (type.kind) {
    case 'number':
      return randomNumber(type, random);
    case 'date': {
      const low = parseIsoDate(type.low ?? '0001-01-01') ?? 0;
      const high = parseIsoDate(type.high ?? '9999-12-31') ?? 0;
      const near = random.pick([19_692, 19_723, 19_660]) + random.integer(-30, 30);
      const day = random.pick([low, high, near, random.integer(low, high)]);
      return formatDate(Math.min(high, Math.max(low, day)));
    }
    case 'yes-no':
      return random.chance(0.5);
    case 'choice':
      return random.pick(type.options);
    case 'text':
      return random.pick(['文字', '', '__proto__']);
    case 'events': {
      const most = random.pick([0, 1, 2, 3, Math.min(12, type.most)]);
      return random.times(0, most, () =>
        Object.fromEntries(
          type.fields.map(({ name, kind }) => [
            name,
            kind === 'date'
              ? `2023-0${random.integer(1, 3)}-01`
              : random.pick(['文明单位', '先进集体', 'constructor', '丙']),
          ]),
        ),
      );
    }
  }
}

/** As a number where its digits allow, sometimes as text. */
function randomNumber(type: Extract<InputType, { kind: 'number' }>, random: Random): RecordValue {
  const scale = 10n ** BigInt(type.decimals);
  const low = ceiling(multiply(parseRational(type.low) ?? rational(0n), rational(scale)));
  const high = floor(multiply(parseRational(type.high) ?? rational(0n), rational(scale)));
  const span = Number(high - low);
  const integer = random.pick([
    low,
    high,
    low + BigInt(random.integer(0, Math.min(3, span))),
    high - BigInt(random.integer(0, Math.min(3, span))),
    low + (high - low) / 2n,
    within(0n, low, high),
    within(5n * scale, low, high),
    low + BigInt(Math.floor(random.integer(0, Math.min(span, 2 ** 52)))),
    low + BigInt(Math.floor(random.integer(0, Math.min(span, 2 ** 52)))),
  ]);
  const text = formatExact(rational(integer, scale));
  if (random.chance(0.05))
    return random.pick([text, `+${text}`, text.includes('.') ? `${text}000` : `${text}.`]).replace('+-', '-');
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
}

function within(value: bigint, low: bigint, high: bigint): bigint {
  return value < low ? low : value > high ? high : value;
}
