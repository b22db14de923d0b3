/** What can be a name and what cannot, for every word of the vocabulary. */
import { describe, expect, test } from 'vitest';
import { childTable } from '../../src/ast/children.ts';
import { walk } from '../../src/ast/walk.ts';
import { parse } from '../../src/syntax/parse.ts';
import { Parser } from '../../src/syntax/parser/chapters.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { keywords } from '../../src/vocabulary/keywords.ts';
import { units } from '../../src/vocabulary/units.ts';
import { readdirSync, readFileSync } from 'node:fs';

const spellings = keywords.flatMap(({ reserved, spellings: { zh, en } }) =>
  [...zh, ...en].map((text) => ({ text, reserved: reserved || text.includes(' ') })),
);

function codes(text: string): string[] {
  return parse(new SourceFile('words', text)).diagnostics.map(({ code }) => code);
}

function declare(name: string): string {
  return `考核对象 支部 { 类别: 甲 | 乙 }\n填报 ${name}: 整数 0至5次`;
}

describe('keywords', () => {
  test('are spelt in one way only once', () => {
    const all = spellings.map(({ text }) => text);
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
  });

  test.each(spellings.filter(({ reserved }) => !reserved))('$text is a name outside its slot', ({ text }) => {
    expect(codes(declare(text))).toEqual([]);
  });

  test.each(spellings.filter(({ reserved }) => reserved))('$text is no name', ({ text }) => {
    expect(codes(declare(text))).not.toEqual([]);
  });

  test.each(spellings)('$text is a name in brackets and inside a longer word', ({ text }) => {
    expect(codes(declare(`【${text}】`))).toEqual([]);
    expect(codes(declare(`某${text.replaceAll(' ', '')}某`))).toEqual([]);
  });
});

test.each(units.flatMap(({ spellings: { zh, en } }) => [...zh, ...en]))('%s is a unit behind a number', (unit) => {
  expect(codes(`填报 x: 整数 0至5${unit}`)).toEqual([]);
  expect(codes(`填报 x: 整数 0 to 5 ${unit} 来源 "s"`)).toEqual([]);
  if (!unit.includes(' ') && unit !== '%' && unit !== '‰') expect(codes(declare(unit))).toEqual([]);
});

test('the grammar has no ambiguity that is not decided', () => {
  expect(() => new Parser(true)).not.toThrow();
});

test('the examples hold every kind of node', () => {
  const policies = `${import.meta.dirname}/fixtures/policies`;
  const seen = new Set<string>();
  for (const file of readdirSync(policies).filter((each) => each.endsWith('.assess'))) {
    walk(parse(new SourceFile(file, readFileSync(`${policies}/${file}`, 'utf8'))).tree, (node) => {
      seen.add(node.kind);
    });
  }
  // Only a mistake makes a hole.
  expect(Object.keys(childTable).filter((kind) => !seen.has(kind))).toEqual(['missing']);
});
