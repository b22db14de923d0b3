/** Token types in the words of a message. */
import type { Message } from '../source/locale.ts';
import type { Vocabulary } from '../vocabulary/keywords.ts';
import { spell } from '../vocabulary/spelling.ts';
import { keywordOf, marks, tokenTypes } from './token.ts';

const byName = new Map(tokenTypes.map((type) => [type.name, type]));

const described: ReadonlyMap<string, Message> = new Map([
  ['any-name', { zh: '名称', en: 'a name' }],
  [marks.name.name, { zh: '名称', en: 'a name' }],
  [marks.text.name, { zh: '引号里的文字', en: 'a text in quotation marks' }],
  [marks.title.name, { zh: '书名号里的文件名', en: 'a document title' }],
  [marks.number.name, { zh: '数字', en: 'a number' }],
  [marks.unit.name, { zh: '单位', en: 'a unit' }],
  [marks.date.name, { zh: '日期', en: 'a date' }],
]);

/** Token types that a message leaves out: the sign before a number, and what only a mistake makes acceptable. */
const unsaid: ReadonlySet<string> = new Set(['', 'any-reserved', marks.minus.name]);

/** How many possibilities a message names. */
const most = 6;

/** What token types stand for, as an enumeration; keywords in the vocabulary of the file. */
export function describeTypes(names: readonly string[], vocabulary: Vocabulary): Message {
  const messages = names.filter((name) => !unsaid.has(name)).map((name) => describeType(name, vocabulary));
  const shown = messages.slice(0, most);
  const more = messages.length > most;
  return {
    zh: `${shown.map(({ zh }) => zh).join('、')}${more ? ' 等' : ''}`,
    en: `${shown.map(({ en }) => en).join(' or ')}${more ? ' or the like' : ''}`,
  };
}

function describeType(name: string, vocabulary: Vocabulary): Message {
  const type = byName.get(name);
  const keyword = type === undefined ? null : keywordOf(type);
  const mark = `\`${keyword === null ? name : spell(keyword, vocabulary)}\``;
  return described.get(name) ?? { zh: mark, en: mark };
}
