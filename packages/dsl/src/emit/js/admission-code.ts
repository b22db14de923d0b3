/** The guard: code that lets a record through only if every figure is there, of its type and within its range. */
import type { Program } from '../../ir/ir.ts';
import { commentText, textLiteral } from './code.ts';
import { type InputSpec, integerRange, isBig, placeOf, type Source, tableName, usesTable } from './input-code.ts';

/** Inputs per function, so that none grows too long for the optimiser. */
const inputsPerFunction = 250;

/** `admit(…)`, which throws an `InadmissibleRecordError`, under the name and behind the functions it is made of. */
export function admissionText({ manifest }: Program, name: string, source: Source): string {
  const guards = manifest.inputs.map((spec, index) => guardOf(spec, index, source));
  const parts: string[] = [];
  for (let first = 0; first < guards.length; first += inputsPerFunction) {
    const lines = guards.slice(first, first + inputsPerFunction).map((guard) => `  ${guard}\n`);
    parts.push(`function ${name}${parts.length + 1}(${source}) {\n${lines.join('')}}\n`);
  }
  const calls = parts.map((_, index) => `  ${name}${index + 1}(${source});\n`);
  return `${parts.join('\n')}
/** Throws unless every figure can be. */
function ${name}(${source}) {
  admitSubject(${placeOf(manifest.subject, manifest.inputs.length, source)});
${calls.join('')}}
`;
}

/** One statement for an input. */
function guardOf(spec: InputSpec, index: number, source: Source): string {
  const { condition, grouped, otherwise } = refusal(spec, index);
  const tested = spec.absent === 'refuse' ? condition : `v !== undefined && v !== null && ${grouped}`;
  const comment = source === 'record' ? '' : ` // ${commentText(spec.key)}`;
  return `{ const v = ${placeOf(spec.key, index, source)}; if (${tested}) ${otherwise}; }${comment}`;
}

interface Refusal {
  /** True for whatever is not obviously admissible. */
  readonly condition: string;
  /** The condition, in brackets where they are needed beside `&&`. */
  readonly grouped: string;
  /** The call that looks again, or refuses. */
  readonly otherwise: string;
}

function refusal(spec: InputSpec, index: number): Refusal {
  const { type } = spec;
  const refuse = `refuse(${index}, v)`;
  const any = (condition: string, otherwise = refuse): Refusal => ({ condition, grouped: `(${condition})`, otherwise });
  const every = (condition: string, otherwise = refuse): Refusal => ({ condition, grouped: condition, otherwise });
  switch (type.kind) {
    case 'number': {
      const { low, high } = integerRange(spec);
      const again = `admitNumber(${index}, v, ${type.decimals}, ${low}n, ${high}n)`;
      if (isBig(spec)) return every('true', again);
      // Of decimals with at most 15 digits the nearest binary fractions are in the same order.
      const scale = 10n ** BigInt(type.decimals);
      const [least, most] = [decimalText(low, type.decimals), decimalText(high, type.decimals)];
      const whole = scale === 1n ? 'Math.floor(v) !== v' : `Math.round(v * ${scale}) / ${scale} !== v`;
      return any(`typeof v !== "number" || !(v >= ${least} && v <= ${most}) || ${whole}`, again);
    }
    case 'date': {
      const { low, high } = integerRange(spec);
      // Written so that NaN is refused.
      return every(`!isBetween(${low}, dayNumber(v), ${high})`);
    }
    case 'yes-no':
      return every('typeof v !== "boolean"');
    case 'text':
      return every('typeof v !== "string"');
    case 'choice':
      if (usesTable(type)) return every(`!${tableName(`x${index}`)}.has(v)`);
      return every(type.options.map((option) => `v !== ${textLiteral(option)}`).join(' && '));
    case 'events':
      return every('true', `admitEvents(${index}, v)`);
  }
}

/** `integer ÷ 10^decimals` as a number literal. */
function decimalText(integer: bigint, decimals: number): string {
  const digits = String(integer < 0n ? -integer : integer).padStart(decimals + 1, '0');
  const sign = integer < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
