import { describe, expect, test } from 'vitest';
import { decimalText } from '../src/records/decimal-text.ts';
import { JsonTextError, NumberText, parseJson, parseJsonElements } from '../src/records/json-text.ts';

function failure(text: string): [offset: number, zh: string] {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonTextError) return [error.offset, error.text.zh];
    throw error;
  }
  throw new Error('no failure');
}

describe('JSON', () => {
  test.each(['null', 'true', ' [1, -2.5, "a\\u515a\\n\\"", {}, [], {"a": {"b": [false]}}] ', '"\u2028"', '""', '[[]]'])(
    'is read as JSON.parse reads it: %s',
    (text) => {
      // Objects differ in their prototype alone.
      expect(JSON.stringify(parseJson(text))).toEqual(JSON.stringify(JSON.parse(text)));
    },
  );

  test('keeps the digits of numbers that JavaScript would change', () => {
    expect(parseJson('[0.1, 12345678901234567890, 1.50, 1e2, 0.30000000000000001, -0]')).toEqual([
      0.1,
      new NumberText('12345678901234567890'),
      new NumberText('1.50'),
      new NumberText('1e2'),
      new NumberText('0.30000000000000001'),
      new NumberText('-0'),
    ]);
  });

  test('has no magic keys', () => {
    const object = parseJson('{"__proto__": 1, "constructor": 2}');
    expect(Object.entries(object ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });

  test.each([
    ['{"a": 1, "a": 2}', 9, '名称 `a` 重复'],
    ['{"a": 1,}', 8, '出现 `}`，应为用双引号括起来的名称'],
    ["{'a': 1}", 1, "出现 `'`，应为用双引号括起来的名称"],
    ['[1 2]', 3, '出现 `2`，应为 `]`'],
    ['[1', 2, '文件在此中断，应为 `]`'],
    ['', 0, '文件在此中断，应为一个值'],
    ['01', 1, '出现 `1`，应为到此结束'],
    ['NaN', 0, '出现 `N`，应为一个值'],
    ['"a', 2, '文字没有结束的双引号'],
    ['"a\nb"', 2, '文字中有换行或控制字符'],
    ['"\\x"', 1, '反斜线后面的写法不对'],
    ['"\\u12"', 1, '反斜线后面的写法不对'],
  ])('that is none has a place and a reason: %s', (text, offset, zh) => {
    expect(failure(text)).toEqual([offset, zh]);
  });

  test('may not be nested without end', () => {
    expect(failure('['.repeat(100_000))[1]).toBe('嵌套超过 50 层');
  });

  test('with a line of ten megabytes is read', () => {
    const long = 'x'.repeat(10_000_000);
    expect(parseJson(`{"a": "${long}"}`)).toHaveProperty('a.length', 10_000_000);
  });

  test('lists are read element by element', () => {
    expect([...parseJsonElements('[1, 2, 3]')]).toEqual([1, 2, 3]);
    expect([...parseJsonElements(' [ ] ')]).toEqual([]);
    expect([...parseJsonElements('7')]).toEqual([7]);
    const elements = parseJsonElements('[1, x');
    expect(elements.next().value).toBe(1);
    expect(() => elements.next()).toThrow(JsonTextError);
  });
});

test.each([
  ['12', '12'],
  ['1.50', '1.50'],
  ['1e3', '1000'],
  ['1.25e1', '12.5'],
  ['-1.25E+2', '-125'],
  ['125e-2', '1.25'],
  ['5e-3', '0.005'],
  ['1e999999999', '1e999999999'],
])('%s as a decimal is %s', (number, text) => {
  expect(decimalText(number)).toBe(text);
});
