/** How generated code reads the figures of a record, one line per input, under the names `x3`, `p3` and `e3` (its entries). */
import { type Manifest, multiply, parseIsoDate, parseRational, rational, type Rational } from '@assess/runtime';
import { atom, commentText, textLiteral } from './code.ts';
import { integersWithin, type IntegerRange, magnitude } from './interval.ts';
import { type NumberValue, settle } from './value.ts';

export type InputSpec = Manifest['inputs'][number];
/** What is known of a figure before it is read: of an input, or of a field of a list. */
export type FigureSpec = Pick<InputSpec, 'type' | 'absent'>;
export type NumberInput = Extract<InputSpec['type'], { readonly kind: 'number' }>;
export type ChoiceInput = Extract<InputSpec['type'], { readonly kind: 'choice' }>;

/** From here on the last digits of a JavaScript number are not its own: larger figures are read as text. */
const exactInteger = 10n ** 15n;

/** Years 1 to 9999, the dates that a record can name. */
const firstDay = -719_162;
const lastDay = 2_932_896;

/** More options than this are looked up instead of being compared one by one. */
const manyOptions = 8;

/** The figure of an input as an integer over its decimals; with `most`, for records in which it is no more than that. */
export function inputValue(spec: InputSpec, index: number, most: bigint | null = null): NumberValue {
  return figureValue(spec, `x${index}`, most);
}

/** The figure that is read under this name. */
export function figureValue(spec: FigureSpec, name: string, most: bigint | null = null): NumberValue {
  const declared = withAbsence(spec, integerRange(spec));
  const range = most !== null && most < declared.high ? { low: declared.low, high: most } : declared;
  const decimals = spec.type.kind === 'number' ? spec.type.decimals : 0;
  const ratio = rational(1n, 10n ** BigInt(decimals));
  return settle({
    ratio,
    base: atom(name),
    range,
    big: isBig(spec),
    factors: [],
    bounds: { low: multiply(rational(range.low), ratio), high: multiply(rational(range.high), ratio) },
  });
}

/** The number of entries of the list with this name. */
export function countValue(name: string, most: number): NumberValue {
  const range = { low: 0n, high: BigInt(most) };
  return settle({
    ratio: rational(1n),
    base: atom(`${name}.length`),
    range,
    big: false,
    factors: [],
    bounds: { low: rational(range.low), high: rational(range.high) },
  });
}

/** The integers that the figures of an admissible record are, over the decimals of the input. */
export function integerRange({ type }: Pick<InputSpec, 'type'>): IntegerRange {
  switch (type.kind) {
    case 'number': {
      const scale = rational(10n ** BigInt(type.decimals));
      return integersWithin({
        low: multiply(parsed(type.low), scale),
        high: multiply(parsed(type.high), scale),
      });
    }
    case 'date':
      return { low: dayOf(type.low, firstDay), high: dayOf(type.high, lastDay) };
    case 'yes-no':
      return { low: 0n, high: 1n };
    case 'choice':
      return { low: 0n, high: BigInt(type.options.length - 1) };
    case 'text':
    case 'list':
      return { low: 0n, high: 0n };
  }
}

/** Whether the figures of an input need BigInt or the decimals of a text. */
export function isBig(spec: Pick<InputSpec, 'type'>): boolean {
  return spec.type.kind === 'number' && magnitude(integerRange(spec)) > exactInteger;
}

/** Where a function finds what is recorded: in the record itself, or in the list into which `read` has put it. */
export type Source = 'record' | 'figures';

/**
 * The lines that read `x3`, `p3` or `e3` of something that is known to be admissible. What is looked at more than once is
 * taken out first, as `v3`, unless `taken` has it already.
 */
export function readingLines(name: string, spec: InputSpec, source: Source, taken: Set<string>): readonly string[] {
  const place = placeOf(spec.key, Number(name.slice(1)), source);
  const comment = source === 'record' ? '' : ` // ${commentText(spec.key)}`;
  if (!isLookedAtTwice(spec)) return [`const ${name} = ${read(name, spec, place)};${comment}`];
  const value = `v${name.slice(1)}`;
  const first = taken.has(value) ? [] : [`const ${value} = ${place};${comment}`];
  taken.add(value);
  return [...first, `const ${name} = ${read(name, spec, value)};`];
}

/** Whether every admissible record has a value for the input. */
export function isAlwaysThere({ absent, only, notApplicable, together }: InputSpec): boolean {
  return absent === 'refuse' && only.length === 0 && !notApplicable && together === null;
}

/** Whether a value may be the word 不适用 instead. */
function mayNotApply({ only, notApplicable, role }: InputSpec): boolean {
  return notApplicable || (only.length > 0 && role !== 'case');
}

function isLookedAtTwice(spec: InputSpec): boolean {
  const { type, absent } = spec;
  return (
    absent === 'not-reported' ||
    mayNotApply(spec) ||
    (type.kind === 'choice' && type.options.length > 2 && !usesTable(type))
  );
}

function read(name: string, spec: InputSpec, access: string): string {
  switch (name[0]) {
    case 'p':
      return `(${access} ?? null) !== null${mayNotApply(spec) ? ` && !isNotApplicable(${access})` : ''}`;
    case 'n':
      return `isNotApplicable(${access})`;
    case 'e':
      return `${access} ?? none`;
    default:
      return reading(spec, tableName(name), access);
  }
}

/** Code that reads the figure of something that is known to be admissible; `table` names its options if there are many. */
export function reading(spec: FigureSpec, table: string, access: string): string {
  const { type } = spec;
  switch (type.kind) {
    case 'number':
      return numberReading(spec, type, access);
    case 'date':
      return `dayNumber(${access})`;
    case 'yes-no':
      return `${access} === true ? 1 : 0`;
    case 'choice':
      return choiceReading(type, table, access);
    case 'text':
    case 'list':
      return '0';
  }
}

/**
 * A number is the decimal that it prints as. Times the power of ten it is off by far less than a half, so the nearest
 * integer is the exact one. Decimal texts take the same way, because arithmetic operators read them.
 */
function numberReading(spec: FigureSpec, type: NumberInput, access: string): string {
  if (isBig(spec)) return `scaledInteger(${access}, ${type.decimals}) ?? 0n`;
  const { low, high } = integerRange(spec);
  const short = low >= 0n && high < 2n ** 31n;
  const scale = 10n ** BigInt(type.decimals);
  // `| 0` also reads an absent value as 0.
  if (scale === 1n && magnitude({ low, high }) < 2n ** 31n) return `${access} | 0`;
  if (short) return `(${access} * ${scale} + 0.5) | 0`;
  const present = spec.absent === 'none' ? `(${access} ?? 0)` : access;
  return scale === 1n ? `+${present}` : `Math.round(${present} * ${scale})`;
}

function choiceReading(type: ChoiceInput, table: string, access: string): string {
  if (usesTable(type)) return `${table}.get(${access})`;
  const tests = type.options.slice(0, -1).map((option, index) => `${access} === ${textLiteral(option)} ? ${index} : `);
  return `${tests.join('')}${type.options.length - 1}`;
}

/** Whether the options are in a table of the module. */
export function usesTable(type: ChoiceInput): boolean {
  return type.options.length > manyOptions;
}

/** `options3` for the input read as `x3`; `options3_2` for the field at that place of its entries. */
export function tableName(name: string, field: number | null = null): string {
  return `options${name.slice(1)}${field === null ? '' : `_${field}`}`;
}

/** Where the input with this key and index is. */
export function placeOf(key: string, index: number, source: Source): string {
  if (source === 'figures') return `figures[${index}]`;
  return memberOf('record', key);
}

/** The value under a key of an object. Keys that every object inherits something under are read with care. */
export function memberOf(object: string, key: string): string {
  return key in {} ? `own(${object}, ${textLiteral(key)})` : `${object}[${textLiteral(key)}]`;
}

/** A case without a record did not occur: its figure is 0. */
function withAbsence(spec: FigureSpec, range: IntegerRange): IntegerRange {
  if (spec.absent !== 'none') return range;
  return { low: range.low > 0n ? 0n : range.low, high: range.high < 0n ? 0n : range.high };
}

function parsed(text: string): Rational {
  const value = parseRational(text);
  if (value === null) throw new RangeError(`the manifest has ${text} where a number belongs`);
  return value;
}

function dayOf(text: string | null, otherwise: number): bigint {
  return BigInt(text === null ? otherwise : (parseIsoDate(text) ?? otherwise));
}
