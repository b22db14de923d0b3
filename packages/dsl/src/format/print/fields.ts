import type { KeywordId } from '../../vocabulary/keywords.ts';
import { block, followed, infix, joined, list, phrase, wordAndAmount } from './layout.ts';
import type { Printers } from './printers.ts';

const roundingWords = {
  'half-up': 'half-up',
  'half-even': 'half-even',
  down: 'round-down',
  up: 'round-up',
} as const satisfies Record<string, KeywordId>;

/** The keyword of a rounding mode. */
export function roundingWord(mode: keyof typeof roundingWords): KeywordId {
  return roundingWords[mode];
}

/** Declared data: fields with their types, inputs and definitions. */
export const fieldPrinters: Pick<
  Printers,
  | 'field'
  | 'number-type'
  | 'date-type'
  | 'yes-no-type'
  | 'text-type'
  | 'choice-type'
  | 'list-type'
  | 'source-clause'
  | 'booked-by'
  | 'not-reported'
  | 'not-applicable'
  | 'none-applicable'
  | 'rounding'
  | 'input'
  | 'define'
> = {
  // What a judgement or a point declares is written in their own form.
  field: ({ type }, { words, parent, child }) => {
    if (parent?.kind === 'check-point') return child('name');
    if (parent?.kind === 'discretion' || parent?.kind === 'judged') {
      const range = type.kind === 'number-type' ? type.range : null;
      return range === null ? '' : phrase(words.range(range.low, range.high), child('step'), child('source'));
    }
    return [
      child('name'),
      ': ',
      phrase(
        child('type'),
        child('step'),
        child('rounding'),
        child('notReported'),
        child('notApplicable'),
        child('source'),
        child('booked'),
      ),
    ];
  },

  'list-type': ({ least, most }, { words, child }) =>
    phrase(
      words.keyword('list'),
      least !== null && most.kind === 'quantity'
        ? words.range(least, most)
        : wordAndAmount(words, 'most', most, child('most')),
    ),

  // 整数 0、2、5分: the unit is that of all.
  'number-type': ({ number, values }, { words, child }) =>
    phrase(
      words.keyword(number),
      values.length === 0
        ? child('range')
        : list(
            words,
            values.map((value, index) =>
              words.quantity(index === values.length - 1 ? value : { ...value, unit: null }),
            ),
          ),
    ),

  'date-type': (_, { words, child }) => phrase(words.keyword('date'), child('range')),

  'yes-no-type': (_, { words }) => words.keyword('yes-or-no'),

  'text-type': (_, { words }) => words.keyword('text'),

  'choice-type': (_, { children }) => joined(' | ', children('options')),

  'source-clause': (_, { words, children }) => phrase(words.keyword('source'), list(words, children('documents'))),

  'booked-by': ({ field }, { words, child }) =>
    field === null ? words.keyword('not-booked') : phrase(words.keyword('booked-by'), child('field')),

  'not-reported': ({ policy }, { words }) => phrase(words.keyword('not-reported'), words.keyword(policy)),

  'not-applicable': ({ policy }, { words }) => phrase(words.keyword('not-applicable'), words.keyword(policy)),

  'none-applicable': ({ policy }, { words }) => phrase(words.keyword('none-applicable'), words.keyword(policy)),

  // As a chapter it stands apart like the other lines of the head; as a clause it touches its number.
  rounding: ({ mode }, { words, parent, child }) =>
    phrase(
      [words.keyword('rounding'), words.zh && parent?.kind !== 'file' ? '' : ' ', child('decimals')],
      mode === null ? null : words.keyword(roundingWord(mode)),
    ),

  input: (node, print) => {
    const isList = node.field.type.kind === 'list-type';
    const lines = isList ? block(print, node, node.lines, print.children('lines')) : null;
    return phrase(print.words.keyword('input'), print.child('field'), lines);
  },

  // 定义 x = …; 定义 档: 甲 | 乙 分档 …; 定义 达标 为 …
  define: ({ ifZero, options, worded, value }, { words, child, children }) => {
    const name = options.length === 0 ? child('name') : [child('name'), ': ', joined(' | ', children('options'))];
    const isRule = value.kind === 'tiers' || value.kind === 'interpolation';
    return [
      words.keyword('define'),
      ' ',
      worded
        ? phrase(name, followed(words, words.keyword('as'), child('value')))
        : isRule
          ? phrase(name, child('value'))
          : infix(words, name, '=', child('value')),
      ifZero === null ? '' : [words.comma, followed(words, words.keyword('if-zero'), child('ifZero'))],
      child('rounding') === '' ? '' : [' ', child('rounding')],
    ];
  },
};
