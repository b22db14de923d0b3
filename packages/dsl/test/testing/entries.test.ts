import type { InputSpec, ListInputType, ScalarInputType } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import type { EventsNode } from '../../src/ast/nodes.ts';
import { walk } from '../../src/ast/walk.ts';
import { parse } from '../../src/syntax/parse.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { candidatesOf } from '../../src/testing/candidates.ts';
import { entriesOf } from '../../src/testing/entries.ts';
import { constant, smallProgram } from '../ir/small-program.ts';

const fields: Record<string, ScalarInputType> = {
  事项: { kind: 'text' },
  日期: { kind: 'date', low: null, high: null },
  完成率: { kind: 'number', unit: 'percent', decimals: 1, low: '0', high: '100' },
  金额: { kind: 'number', unit: 'wan-yuan', decimals: 2, low: '0', high: '9' },
  级别: { kind: 'choice', options: ['省级', '市级'] },
  重点: { kind: 'yes-no' },
};

function list(names: readonly string[], least = 0): ListInputType {
  const specs = names.map((name) => ({
    name,
    type: fields[name] ?? { kind: 'text' as const },
    absent: 'refuse' as const,
  }));
  return { kind: 'list', fields: specs, most: 200, least };
}

/** The entries that a sample sets. */
function entries(text: string): unknown {
  const found: EventsNode[] = [];
  const { tree } = parse(new SourceFile('policy.assess', `办法 "甲"\n样本 一 来自 满分记录 { 设 项目 = ${text} }\n`));
  walk(tree, (node) => {
    if (node.kind === 'events') found.push(node);
  });
  return found.map((node) => entriesOf(node, list(Object.keys(fields)), 2024));
}

describe('the entries that a test sets', () => {
  test.each([
    ['{（事项：“修路”，日期：5月1日）}', [{ 事项: '修路', 日期: '2024-05-01' }]],
    ['{（完成率：95.5%）（完成率：95.5）}', [{ 完成率: '95.5' }, { 完成率: '95.5' }]],
    [
      '{（金额：3万元）（金额：3）（金额：15000元）（金额：-1万元）}',
      [{ 金额: '3' }, { 金额: '3' }, { 金额: '1.5' }, { 金额: '-1' }],
    ],
    [
      '{（级别：省级，重点：是）（级别：市级，重点：否，日期：未报）}',
      [
        { 级别: '省级', 重点: true },
        { 级别: '市级', 重点: false, 日期: null },
      ],
    ],
    ['{}', []],
  ])('%s', (text, expected) => {
    expect(entries(text)).toEqual([expected]);
  });
});

/** What is tried for an input of this type that must be reported. */
function candidates(type: ListInputType, role: InputSpec['role']) {
  const { manifest, steps } = smallProgram({ 项目: type }, { one: constant(1) });
  const inputs = manifest.inputs.map((input) => ({ ...input, role, absent: 'refuse' as const }));
  return candidatesOf({ manifest: { ...manifest, inputs }, steps }, 2024)[0];
}

describe('the lists worth trying', () => {
  test('are none, and entries at the ends of their ranges', () => {
    expect(candidates(list(['完成率', '重点']), 'figure')).toEqual([
      [],
      [{ 完成率: '0', 重点: false }],
      [{ 完成率: '100', 重点: false }],
      [{ 完成率: '0', 重点: true }],
      [{ 完成率: '0', 重点: true }],
      [{ 完成率: '100', 重点: false }],
      [{ 完成率: '100', 重点: true }],
    ]);
    expect(candidates(list(['重点'], 2), 'figure')?.at(-1)).toEqual([{ 重点: true }, { 重点: true }]);
  });

  test('of a case are not tried', () => {
    expect(candidates(list(['重点']), 'case')).toEqual([]);
  });
});
