/** Whether a record can be assessed: every figure is there, of its type and within its range. */
import { shown } from '../bilingual.ts';
import type { InputSpec, Manifest } from '../manifest.ts';
import { isForClass, isNotApplicable, isNothing } from './applicability.ts';
import { closest } from './closest.ts';
import { describeType } from './describe-type.ts';
import { inputIssue, recordIssue } from './issue.ts';
import type { RecordIssue } from './issue.ts';
import { isObject } from './recorded-value.ts';
import { validateList } from './validate-list.ts';
import { meant, validateScalar, wrongType } from './validate-scalar.ts';

/** Comparing every unknown key of a hostile record with every input would take minutes. */
const mostSuggestions = 100;

/**
 * Every reason why `record` is not admissible, in the order of the policy's inputs, unknown keys last; empty when it is a
 * `SubjectRecord` that an evaluator takes. The manifest's requirements are not checked here: they need the evaluation.
 */
export function validateRecord(manifest: Manifest, record: unknown): RecordIssue[] {
  if (!isObject(record)) {
    return [
      recordIssue('record/not-a-record', {
        zh: '一条记录应为一个对象，键为填报项的名称，值为填报的数据。',
        en: 'A record should be an object with the names of the inputs as keys and what is recorded as values.',
      }),
    ];
  }
  const values = new Map<string, unknown>(Object.entries(record));
  const recorded = recordedPeriods(manifest, values);
  return [
    ...validateSubject(manifest, values.get(manifest.subject)),
    ...manifest.inputs.flatMap((input) => validateInput(input, values, recorded)),
    ...findUnknownKeys(manifest, values.keys()),
  ];
}

/** The periods of which something is recorded. */
function recordedPeriods({ inputs }: Manifest, values: ReadonlyMap<string, unknown>): ReadonlySet<number> {
  return new Set(
    inputs.flatMap((input) =>
      input.together === null || isNothing(input, values.get(input.key)) ? [] : [input.together],
    ),
  );
}

/** The issues of one input: for a subject of another class there is none, so nothing may be recorded. */
function validateInput(
  input: InputSpec,
  values: ReadonlyMap<string, unknown>,
  recorded: ReadonlySet<number>,
): RecordIssue[] {
  const value = values.get(input.key);
  // A period of which nothing is recorded is missing as a whole.
  if (input.together !== null && !recorded.has(input.together) && isNothing(input, value)) return [];
  if (isForClass(input, (key) => values.get(key))) return validateValue(input, value);
  if (isNothing(input, value) || (input.role !== 'case' && isNotApplicable(input, value))) return [];
  const classes = input.only.map(({ by, options }) => ({ by: shown(by), options: options.map((each) => shown(each)) }));
  const zh = classes.map(({ by, options }) => `${by}为${options.join('、')}`).join('且');
  const en = classes.map(({ by, options }) => `${by} is ${options.join(' or ')}`).join(' and ');
  return [
    inputIssue('record/not-of-class', input, value, {
      zh: `不应填报；只有${zh}的才有这一项。`,
      en: `which should not be recorded; only subjects whose ${en} have it.`,
    }),
  ];
}

/** The issues of the value of one input. */
function validateValue(input: InputSpec, value: unknown): RecordIssue[] {
  if (value === null || value === undefined) {
    if (input.absent !== 'refuse') return [];
    const wanted = describeType(input.type);
    const source = input.source.map((document) => shown(document));
    const zh = source.length === 0 ? '' : `（来源：${source.join('、')}）`;
    const en = source.length === 0 ? '' : ` (source: ${source.join(', ')})`;
    return [
      inputIssue('record/missing', input, value, {
        zh: ` 没有填报；应为${wanted.zh}${zh}。`,
        en: `is missing; it should be ${wanted.en}${en}.`,
      }),
    ];
  }
  const { type } = input;
  if (isNotApplicable(input, value)) {
    if (input.notApplicable) return [];
    return [
      inputIssue('record/not-applicable', input, value, {
        zh: '不能填“不适用”：办法没有说这一项不适用时怎么计。',
        en: 'cannot be "not applicable": the policy does not say what then holds.',
      }),
    ];
  }
  if (type.kind !== 'list') return validateScalar(input, type, value);
  return Array.isArray(value) ? validateList(input, type, value) : [wrongType(input, value)];
}

function validateSubject(manifest: Manifest, name: unknown): RecordIssue[] {
  if (typeof name === 'string' && name.trim() !== '') return [];
  const subject = shown(manifest.subject);
  const message = {
    zh: `没有写明考核对象；请在 \`${subject}\` 中填写名称（文字）。`,
    en: `The record names no subject; write its name under \`${subject}\` as a text.`,
  };
  return [recordIssue('record/subject-missing', message, { key: manifest.subject })];
}

function findUnknownKeys(manifest: Manifest, keys: Iterable<string>): RecordIssue[] {
  const known = knownKeys(manifest);
  const unknown = [...keys].filter((key) => !known.has(key));
  return unknown.map((key, index) => {
    const suggestion = index < mostSuggestions ? closest(key, known) : null;
    const hint = suggestion === null ? { zh: '', en: '' } : meant(suggestion);
    const message = {
      zh: `办法中没有填报项 \`${shown(key)}\`${hint.zh}；请改正名称或删去该项。`,
      en: `The policy has no input \`${shown(key)}\`${hint.en}; correct the name or remove it.`,
    };
    return recordIssue('record/unknown-key', message, { key, suggestion });
  });
}

/** The keys of a manifest, made once for all its records. */
function knownKeys(manifest: Manifest): ReadonlySet<string> {
  const known = keysOf.get(manifest) ?? new Set([manifest.subject, ...manifest.inputs.map((input) => input.key)]);
  keysOf.set(manifest, known);
  return known;
}

const keysOf = new WeakMap<Manifest, ReadonlySet<string>>();
