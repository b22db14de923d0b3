/** A test as text, to be pasted into the policy. */
import {
  formatExact,
  withUnit,
  type InputSpec,
  type ListEntry,
  type ListInputType,
  type RecordValue,
  type ScalarInputType,
  type ScalarValue,
} from '@assess/runtime';
import { findSpelling, spell } from '../../vocabulary/spelling.ts';
import type { Vocabulary } from '../../vocabulary/keywords.ts';
import type { Observed } from './observed.ts';

/** What a pasted test sets and expects. */
export interface PastedTest {
  readonly title: string;
  /** The sample that it starts from. */
  readonly from: string;
  readonly sets: readonly { readonly input: InputSpec; readonly value: RecordValue }[];
  readonly expected: Observed;
}

/** The test in the language of the policy. Whoever pastes it should see that it reads: names can be anything. */
export function pasteTest({ title, from, sets, expected }: PastedTest, vocabulary: Vocabulary): string {
  const quoted = title.replaceAll(/["“”\n\r]/gu, '');
  const lines = [
    ...sets.map(
      ({ input, value }) =>
        `  ${spell('set', vocabulary)} ${pathText(input.key.split('.'), vocabulary)} = ${valueText(input, value, vocabulary)}`,
    ),
    `  ${spell('expect', vocabulary)} ${expectedText(expected, vocabulary)}`,
  ];
  return `${spell('test', vocabulary)} "${quoted}" ${spell('from', vocabulary)} ${nameText(from, vocabulary)} {\n${lines.join('\n')}\n}`;
}

function expectedText({ kind, path, value }: Observed, vocabulary: Vocabulary): string {
  switch (kind) {
    case 'no-grade':
      return spell('no-grade', vocabulary);
    case 'out-of-awards':
      return spell('out-of-awards', vocabulary);
    case 'grade':
      return `${spell('grades', vocabulary, 1).replace('grades', 'grade')} = ${nameText(typeof value === 'string' ? value : '', vocabulary)}`;
    case 'total':
    case 'item':
    case 'list': {
      const chapter = path?.length === 1 ? findSpelling(path[0] ?? '')?.keyword.id : undefined;
      const isChapter = kind === 'total' || (kind === 'list' && chapter === 'negative-list');
      const name = isChapter
        ? spell(kind === 'total' ? 'total' : 'negative-list', vocabulary)
        : pathText(path ?? [], vocabulary);
      // A list says what it adds or takes, without a sign.
      const figure = typeof value === 'object' ? formatExact(value) : '';
      return `${name} = ${withUnit(kind === 'list' ? figure.replace('-', '') : figure, 'point')[vocabulary]}`;
    }
  }
}

function valueText({ type }: InputSpec, value: RecordValue, vocabulary: Vocabulary): string {
  if (type.kind === 'list') return entriesText(isEntries(value) ? value : [], type, vocabulary);
  return scalarText(type, isEntries(value) ? null : value, vocabulary);
}

function scalarText(type: ScalarInputType, value: ScalarValue, vocabulary: Vocabulary): string {
  if (value === null) return spell('not-reported', vocabulary);
  if (typeof value === 'boolean') return spell(value ? 'yes' : 'no', vocabulary);
  const text = String(value);
  switch (type.kind) {
    case 'number':
      return withUnit(text, type.unit)[vocabulary];
    case 'date':
      return vocabulary === 'zh' ? dateText(text) : text;
    case 'choice':
      return nameText(text, vocabulary);
    default:
      return `"${text}"`;
  }
}

function entriesText(entries: readonly ListEntry[], { fields }: ListInputType, vocabulary: Vocabulary): string {
  const [open, close, colon, comma] = vocabulary === 'zh' ? ['（', '）', '：', '，'] : ['(', ')', ': ', ', '];
  const written = entries.map((entry) => {
    const parts = fields.flatMap(({ name, type }) => {
      const value = Object.hasOwn(entry, name) ? entry[name] : null;
      if (value === undefined || value === null) return [];
      return [`${nameText(name, vocabulary)}${colon}${scalarText(type, value, vocabulary)}`];
    });
    return `${open}${parts.join(comma)}${close}`;
  });
  return `{${written.join('')}}`;
}

function isEntries(value: RecordValue): value is readonly ListEntry[] {
  return Array.isArray(value);
}

function dateText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function pathText(names: readonly string[], vocabulary: Vocabulary): string {
  return names.map((name) => nameText(name, vocabulary)).join(vocabulary === 'zh' ? '·' : '.');
}

/** A name that is no plain word, or is a keyword, stands in brackets. */
function nameText(name: string, vocabulary: Vocabulary): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{M}_]*$|^[A-Za-z][\p{L}\p{M}\p{N}_]*$/u.test(name) &&
    findSpelling(name)?.keyword.reserved !== true;
  if (isPlain) return name;
  return vocabulary === 'zh' ? `【${name}】` : `[${name}]`;
}
