/** The guard: code that lets a record through only if every figure is there, of its type and within its range. */
import { floor, multiply, parseRational, rational, zero } from '@assess/runtime';
import type { ListInputType, NumberInputType, ScalarInputType } from '@assess/runtime';
import type { Program } from '../../ir/ir.ts';
import { type Code, commentText, enclose, strength, textLiteral } from './code.ts';
import { type InputSpec, integerRange, isBig, placeOf, type Source, tableName, usesTable } from './input-code.ts';

/** Inputs per function, so that none grows too long for the optimiser. */
const inputsPerFunction = 250;

/** `admit(…)`, which throws an `InadmissibleRecordError`, under the name and behind the functions it is made of. */
export function admissionText({ manifest }: Program, name: string, source: Source): string {
  const guards = manifest.inputs.map((spec, index) => guardOf(spec, index, source, manifest.inputs));
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
function guardOf(spec: InputSpec, index: number, source: Source, inputs: readonly InputSpec[]): string {
  const comment = source === 'record' ? '' : ` // ${commentText(spec.key)}`;
  const own = periodGuard(spec, index, source, inputs);
  if (spec.only.length === 0) return `${own}${comment}`;
  const limits = spec.only.map(({ by, options }) => {
    const value = placeOf(
      by,
      inputs.findIndex(({ key }) => key === by),
      source,
    );
    return `[${options.map(textLiteral).join(', ')}].includes(${value})`;
  });
  const place = placeOf(spec.key, index, source);
  return `if (${limits.join(' && ')}) { ${own} } else admitNothing(${index}, ${place});${comment}`;
}

/** Of a period either nothing is recorded, or all that must be. */
function periodGuard(spec: InputSpec, index: number, source: Source, inputs: readonly InputSpec[]): string {
  const own = valueGuard(spec, index, source);
  if (spec.together === null) return own;
  const places = (wanted: (role: InputSpec['role']) => boolean): string =>
    inputs
      .flatMap(({ key, role, together }, at) =>
        together === spec.together && wanted(role) ? [placeOf(key, at, source)] : [],
      )
      .join(', ');
  const figures = places((role) => role !== 'case');
  const cases = places((role) => role === 'case');
  return `if (isRecorded([${figures}], [${cases}])) ${own}`;
}

function valueGuard(spec: InputSpec, index: number, source: Source): string {
  const { type } = spec;
  const place = placeOf(spec.key, index, source);
  if (type.kind !== 'list')
    return guard(
      place,
      spec.absent,
      orNotApplicable(spec, doubtOf(type, tableName(`x${index}`))),
      `refuse(${index}, v)`,
    );
  const tested = spec.absent === 'refuse' ? '' : 'if (v !== undefined && v !== null) ';
  return `{ const v = ${place}; ${tested}admitEntries${index}(v); }`;
}

/** The word 不适用 is no doubt where the policy has an answer to it. */
function orNotApplicable({ notApplicable }: InputSpec, doubt: Code): Code {
  if (!notApplicable) return doubt;
  return { text: `${enclose(doubt, strength.and)} && !isNotApplicable(v)`, binds: strength.and };
}

/** Refuses the value `v` at a place if it is missing and must not be, or in doubt. */
function guard(place: string, absent: InputSpec['absent'], doubt: Code, refusal: string): string {
  const tested = absent === 'refuse' ? doubt.text : `v !== undefined && v !== null && ${enclose(doubt, strength.and)}`;
  return `{ const v = ${place}; if (${tested}) ${refusal}; }`;
}

/** The functions that look into the entries of lists, one for each list. */
export function entriesTexts({ manifest }: Program): readonly string[] {
  return manifest.inputs.flatMap(({ key, type }, index) =>
    type.kind === 'list' ? [entriesText(key, type, index)] : [],
  );
}

function entriesText(key: string, { fields, least, most }: ListInputType, index: number): string {
  const guards = fields.map(({ name, type, absent }, place) => {
    const field = `own(entry, ${textLiteral(name)})`;
    const refusal = `refuseField(${index}, place, ${place}, v)`;
    const blank = type.kind === 'text' ? 'v === "" || v.trim() !== v' : null;
    const sound = doubtOf(type, tableName(`x${index}`, place));
    const doubt = blank === null ? sound : { text: `${sound.text} || ${blank}`, binds: strength.or };
    return `    ${guard(field, absent, doubt, refusal)} // ${commentText(name)}\n`;
  });
  const counts = fields.map(({ name }) => `(Object.hasOwn(entry, ${textLiteral(name)}) ? 1 : 0)`);
  const fewest = least === 0 ? '' : ` || list.length < ${least}`;
  return `/** ${commentText(key)} */
function admitEntries${index}(list) {
  if (!Array.isArray(list) || list.length > ${most}${fewest}) refuse(${index}, list);
  for (let place = 0; place < list.length; place += 1) {
    const entry = list[place];
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) refuse(${index}, list);
${guards.join('')}    if (Object.keys(entry).length !== ${counts.join(' + ') || '0'}) refuse(${index}, list);
  }
}
`;
}

/** True for whatever cannot be the value of the type; `options` names the table of a choice that has one. */
function doubtOf(type: ScalarInputType, options: string): Code {
  switch (type.kind) {
    case 'number': {
      const { low, high } = integerRange({ type });
      const set = valuesDoubt(type);
      if (set !== null) return { text: set, binds: strength.prefix };
      const again: Code = { text: `!isDecimal(v, ${type.decimals}, ${low}n, ${high}n)`, binds: strength.prefix };
      if (isBig({ type })) return again;
      // Of decimals with at most 15 digits the nearest binary fractions are in the same order.
      const scale = 10n ** BigInt(type.decimals);
      const [least, most] = [decimalText(low, type.decimals), decimalText(high, type.decimals)];
      const whole = scale === 1n ? 'Math.floor(v) !== v' : `Math.round(v * ${scale}) / ${scale} !== v`;
      const first = `typeof v !== "number" || !(v >= ${least} && v <= ${most}) || ${whole}`;
      return { text: `(${first}) && ${again.text}`, binds: strength.and };
    }
    case 'date': {
      const { low, high } = integerRange({ type });
      // Written so that NaN is refused.
      return { text: `!isBetween(${low}, dayNumber(v), ${high})`, binds: strength.prefix };
    }
    case 'yes-no':
      return { text: 'typeof v !== "boolean"', binds: strength.equality };
    case 'text':
      if (type.filled === true) return { text: 'typeof v !== "string" || v.trim() === ""', binds: strength.or };
      return { text: 'typeof v !== "string"', binds: strength.equality };
    case 'choice': {
      if (usesTable(type)) return { text: `!${options}.has(v)`, binds: strength.prefix };
      return { text: type.options.map((option) => `v !== ${textLiteral(option)}`).join(' && '), binds: strength.and };
    }
  }
}

/** The test of a number of which only some values can be recorded; null for any other. */
function valuesDoubt(type: NumberInputType): string | null {
  const scaled = (text: string): string => `${scaledBy(text, type.decimals)}n`;
  if (type.values !== undefined) return `!isAmong(v, ${type.decimals}, [${type.values.map(scaled).join(', ')}])`;
  if (type.step === undefined) return null;
  return `!isOnStep(v, ${type.decimals}, ${scaled(type.low)}, ${scaled(type.high)}, ${scaled(type.step)})`;
}

function scaledBy(text: string, decimals: number): bigint {
  return floor(multiply(parseRational(text) ?? zero, rational(10n ** BigInt(decimals))));
}

/** `integer ÷ 10^decimals` as a number literal. */
function decimalText(integer: bigint, decimals: number): string {
  const digits = String(integer < 0n ? -integer : integer).padStart(decimals + 1, '0');
  const sign = integer < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
