/** What keeps a record from being assessed. Made by `validateRecord` and by the assessment of a cohort. */
import { shown } from '../bilingual.ts';
import type { Bilingual } from '../bilingual.ts';
import { formatShort } from '../decimal/text.ts';
import type { InputSpec } from '../manifest.ts';
import type { Origin } from '../manifest-basics.ts';
import { describeRange } from './describe-type.ts';
import { recordedNumber } from './recorded-value.ts';
import { withUnit } from './unit-words.ts';

export type RecordIssueKind =
  | 'record/not-a-record'
  | 'record/subject-missing'
  | 'record/subject-duplicate'
  | 'record/missing'
  | 'record/not-of-class'
  | 'record/not-applicable'
  | 'record/unknown-key'
  | 'record/wrong-type'
  | 'record/thousands-separator'
  | 'record/wrong-unit'
  | 'record/too-many-decimals'
  | 'record/out-of-range'
  | 'record/not-a-value'
  | 'record/blank'
  | 'record/unknown-option'
  | 'record/bad-date'
  | 'record/too-many-entries'
  | 'record/too-few-entries'
  | 'record/field-missing'
  | 'record/field-blanks'
  | 'record/field-unknown'
  | 'record/requirement';

export interface RecordIssue {
  readonly kind: RecordIssueKind;
  /** The key of the input, the unknown key, or null where the issue is of the record as a whole. */
  readonly key: string | null;
  /** What is recorded, shortened for reading; null where there is nothing. */
  readonly value: string | null;
  /** The bounds with their unit, where the input has any. */
  readonly range: Bilingual | null;
  /** What was probably meant. */
  readonly suggestion: string | null;
  /** The cause and what to do about it, in one sentence. */
  readonly message: Bilingual;
  /** The clause of the policy that asks for it. */
  readonly origin: Origin | null;
}

/** What a value is recorded for: an input, or (under a name of its own) an entry of its list or a field of an entry. */
export interface Asked extends Pick<InputSpec, 'key' | 'type' | 'origin'> {
  readonly name?: Bilingual;
}

/** An issue of one value. The message's two sides are what follows the name and the value. */
export function inputIssue(
  kind: RecordIssueKind,
  input: Asked,
  value: unknown,
  message: Bilingual,
  suggestion: string | null = null,
): RecordIssue {
  const absent = value === null || value === undefined;
  const key = `\`${shown(input.key)}\``;
  const name = input.name ?? { zh: key, en: key };
  const unit = input.type.kind === 'number' ? input.type.unit : null;
  const number = input.type.kind === 'number' ? recordedNumber(value) : null;
  const figure = number === null ? null : withUnit(formatShort(number, 12), unit);
  const quoted = figure ?? { zh: `\`${showValue(value)}\``, en: `\`${showValue(value)}\`` };
  return {
    kind,
    key: input.key,
    value: absent ? null : showValue(value),
    range: describeRange(input.type),
    suggestion,
    message: absent
      ? { zh: name.zh + message.zh, en: `${name.en} ${message.en}` }
      : {
          zh: `${name.zh} 的值 ${quoted.zh} ${message.zh}`,
          en: `${name.en} is recorded as ${quoted.en}, ${message.en}`,
        },
    origin: input.origin,
  };
}

/** An issue of a record that is of no declared input. */
export function recordIssue(
  kind: RecordIssueKind,
  message: Bilingual,
  about: {
    readonly key?: string;
    readonly value?: string;
    readonly suggestion?: string | null;
    readonly origin?: Origin;
  } = {},
): RecordIssue {
  const { key = null, value = null, suggestion = null, origin = null } = about;
  return { kind, key, value: value === null ? null : shown(value), range: null, suggestion, message, origin };
}

/** A recorded value for a reader; lists by their length alone. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return shown(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'object' && value !== null ? '{…}' : '–';
}
