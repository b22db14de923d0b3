import { formatExact, parseRational, rational, round, zero, type InputSpec, type RecordValue } from '@assess/runtime';
import { add, divide, multiply, subtract } from '@assess/runtime';
import type { Program } from '../../ir/ir.ts';
import { candidatesOf } from '../candidates.ts';

/** Values between the ends of a range: rounding and shares show on them, and sums come near a bound by them. */
const between = 12n;

/** For every input the values by which a mutant may be told: bounds of both programs, values between them, and how often cases occur. */
export function worthTrying(own: Program, changed: Program, year: number): readonly (readonly RecordValue[])[] {
  const [first, second] = [candidatesOf(own, year), candidatesOf(changed, year)];
  return own.manifest.inputs.map((input, index) => [
    ...new Set([
      ...(first[index] ?? []),
      ...(second[index] ?? []),
      ...valuesBetween(input),
      ...occurrencesOf(input, year),
    ]),
  ]);
}

function valuesBetween({ role, type }: InputSpec): readonly RecordValue[] {
  if (role === 'case' || type.kind !== 'number') return [];
  const [low, high] = [parseRational(type.low) ?? zero, parseRational(type.high) ?? zero];
  const width = subtract(high, low);
  return Array.from({ length: Number(between) - 1 }, (_, place) =>
    formatExact(
      round(add(low, divide(multiply(width, rational(BigInt(place + 1))), rational(between))), type.decimals, 'down'),
    ),
  );
}

/** How often a case may occur that is tried; of a list a few entries of different matters, then of one. */
function occurrencesOf(input: InputSpec, year: number): readonly RecordValue[] {
  if (input.role !== 'case') return [];
  switch (input.type.kind) {
    case 'yes-no':
      return [true];
    case 'number':
      return ['1', '2', '3', '4', '5', '6', '8', '10', '15', '20', '50'];
    case 'list': {
      const { fields } = input.type;
      const entry = (place: number): Record<string, string> =>
        Object.fromEntries(
          fields.map(({ name, type }) => [
            name,
            type.kind === 'date' ? `${year}-03-0${place + 1}` : `事项${place + 1}`,
          ]),
        );
      const some = [1, 2, 3, 4, 6].map((count) => Array.from({ length: count }, (_, place) => entry(place)));
      return [...some, [entry(0), entry(0)]];
    }
    default:
      return [];
  }
}
