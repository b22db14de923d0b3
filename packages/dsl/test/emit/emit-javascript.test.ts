/** What small programs look like as JavaScript. The parts of a module that never change are in one golden only. */
import { rational, type InputSpec, type Manifest } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import { emitJavaScript } from '../../src/emit/js/emit-javascript.ts';
import { targets } from '../../src/emit/targets.ts';
import type { NumberExpression, Program, TruthExpression } from '../../src/ir/ir.ts';
import { countOf } from '../../src/ir/lower/operations.ts';
import { verify } from '../../src/ir/verify.ts';
import { LineMap } from '../../src/source/line-map.ts';
import { constant, read, smallProgram } from '../ir/small-program.ts';

const study = { kind: 'number', unit: 'time', decimals: 0, low: '0', high: '60' } as const;
const share = { kind: 'number', unit: 'percent', decimals: 1, low: '0', high: '150' } as const;
const people = { kind: 'number', unit: 'person', decimals: 0, low: '1', high: '2000' } as const;
const money = { kind: 'number', unit: 'yuan', decimals: 2, low: '0', high: '10000000' } as const;
const events = {
  kind: 'list',
  fields: [
    { name: '日期', type: { kind: 'date', low: null, high: null }, absent: 'refuse' },
    { name: '事项', type: { kind: 'text' }, absent: 'refuse' },
  ],
  most: 200,
  least: 0,
} as const;

const projects = {
  kind: 'list',
  fields: [
    { name: '日期', type: { kind: 'date', low: null, high: null }, absent: 'refuse' },
    { name: '金额', type: money, absent: 'refuse' },
    { name: '计划', type: people, absent: 'not-reported' },
    { name: '级别', type: { kind: 'choice', options: ['国家级', '省级'] }, absent: 'not-reported' },
  ],
  most: 50,
  least: 1,
} as const;

/** The functions that evaluate, without what every module has. */
function evaluation(program: Program): string {
  const { module } = emitJavaScript(verify(program));
  return module.slice(module.indexOf('function evaluateTrusted'), module.indexOf('/** The values of all steps'));
}

const amount: NumberExpression = { op: 'field', list: 6, field: '金额' };
const ranked = (
  value: NumberExpression,
  where: TruthExpression | null,
  to: NumberExpression | null,
): NumberExpression => ({ op: 'sum-ranked', bag: [{ kind: 'entries', list: 6, where, value }], from: null, to });

const rounded = (
  operand: NumberExpression,
  decimals = 2,
  mode: 'half-up' | 'half-even' = 'half-up',
): NumberExpression => ({ op: 'round', operand, decimals, mode });
const within = (low: number, value: NumberExpression, high: number): NumberExpression => ({
  op: 'greatest',
  operands: [constant(low), { op: 'least', operands: [value, constant(high)] }],
});

describe('the code of a step', () => {
  test.each<[string, NumberExpression]>([
    [
      'proportion',
      rounded({
        op: 'product',
        operands: [constant(5), within(0, { op: 'quotient', dividend: read(0), divisor: constant(12) }, 1)],
      }),
    ],
    ['per-head', rounded({ op: 'quotient', dividend: read(3), divisor: read(2) })],
    [
      'share',
      rounded(
        { op: 'product', operands: [constant(3), { op: 'quotient', dividend: read(1), divisor: constant(95) }] },
        2,
        'half-even',
      ),
    ],
    [
      'bands',
      {
        op: 'if',
        condition: { op: 'less-or-equal', left: constant(995, 10), right: read(1) },
        consequent: constant(5),
        alternative: {
          op: 'if',
          condition: { op: 'less', left: constant(80), right: read(1) },
          consequent: constant(5, 2),
          alternative: constant(0),
        },
      },
    ],
    [
      'guarded-division',
      rounded({
        op: 'if',
        condition: { op: 'equal', left: read(0), right: constant(0) },
        consequent: constant(3),
        alternative: {
          op: 'quotient',
          dividend: { op: 'product', operands: [constant(3), read(1)] },
          divisor: read(0),
        },
      }),
    ],
    [
      'too-wide',
      rounded({
        op: 'quotient',
        dividend: { op: 'product', operands: [read(3), read(3), read(3)] },
        divisor: { op: 'product', operands: [read(2), read(2)] },
      }),
    ],
    [
      'highest-per-key',
      within(
        0,
        {
          op: 'sum-per-group',
          lists: [
            { list: 4, where: null },
            { list: 5, where: null },
          ],
          key: [{ field: '事项', part: 'value' }],
          value: {
            op: 'sum-ranked',
            bag: [
              { kind: 'entries', list: 4, where: null, value: constant(3) },
              { kind: 'entries', list: 5, where: null, value: constant(5, 2) },
            ],
            from: null,
            to: constant(1),
          },
        },
        5,
      ),
    ],
    ['number-of-entries', countOf(4)],
    ['sum-of-entries', ranked(amount, null, null)],
    ['best-three', ranked(amount, null, constant(3))],
    [
      'share-per-entry',
      ranked(
        { op: 'quotient', dividend: amount, divisor: { op: 'field', list: 6, field: '计划' } },
        { op: 'less', left: constant(0), right: { op: 'field', list: 6, field: '计划' } },
        null,
      ),
    ],
    [
      'cap-per-month',
      {
        op: 'sum-per-group',
        lists: [{ list: 6, where: null }],
        key: [{ field: '日期', part: 'month' }],
        value: { op: 'least', operands: [constant(5), ranked(amount, null, null)] },
      },
    ],
  ])('%s', async (name, value) => {
    const program = smallProgram(
      { 学习次数: study, 完成率: share, 党员数: people, 经费: money, 国家级: events, 省级: events, 立项: projects },
      { [name]: value },
    );
    await expect(evaluation(program)).toMatchFileSnapshot(`golden/${name}.mjs`);
  });
});

describe('a module', () => {
  test('as a whole, with its types', async () => {
    const { module, types } = emitJavaScript(verify(gradedProgram()), new LineMap('办法\n标准\n总分\n'));
    await expect(module).toMatchFileSnapshot('golden/graded.mjs');
    await expect(types).toMatchFileSnapshot('golden/graded.d.mts');
  });

  test('guards the entries of lists, and types them', async () => {
    const { module, types } = emitJavaScript(verify(smallProgram({ 立项: projects }, { 总分: countOf(0) })));
    const guard = module.slice(module.indexOf('/** 立项 */'), module.indexOf('function admit1'));
    await expect(guard).toMatchFileSnapshot('golden/entries-guard.mjs');
    await expect(
      types.slice(types.indexOf('export type PolicyRecord'), types.indexOf('/** 总分与等次')),
    ).toMatchFileSnapshot('golden/entries-types.d.mts');
  });

  test('is the same text every time', () => {
    expect(emitJavaScript(gradedProgram())).toEqual(emitJavaScript(gradedProgram()));
  });

  test('has no import and evaluates no text', () => {
    const { module } = emitJavaScript(gradedProgram());
    expect(module).not.toMatch(/\bimport\b|\beval\b|\bFunction\b|\brequire\b/);
  });

  test('comes with a file of types from the target', () => {
    const files = targets.map((target) =>
      target.emit(gradedProgram(), '2023', new LineMap('')).map((file) => file.name),
    );
    expect(files).toEqual([['2023.mjs', '2023.d.mts']]);
  });

  test('keeps hostile names inside texts and comments', async () => {
    const hostile = '*/ throw 1 //\n\u2028"`${x}\\';
    const program = smallProgram(
      { [hostile]: study, __proto__0: study },
      { [hostile]: read(0), 总分: { op: 'sum', operands: [read(0), read(1)] } },
    );
    const { module, types } = emitJavaScript({
      ...program,
      manifest: { ...program.manifest, subject: '__proto__', policy: { title: hostile, version: hostile, basis: [] } },
    });
    const evaluate = await evaluateOf(module);
    expect(evaluate(JSON.parse(`{"__proto__": "甲", ${JSON.stringify(hostile)}: 2, "__proto__0": 3}`))).toEqual({
      total: 5,
      grade: null,
      barred: false,
    });
    expect(types.replaceAll(JSON.stringify(hostile), '')).not.toContain('*/ throw');
  });
});

describe('long policies', () => {
  test('are cut into functions that V8 optimises', async () => {
    const steps: Record<string, NumberExpression> = {};
    for (let index = 0; index < 1500; index++) {
      const before: NumberExpression = index === 0 ? constant(0) : { op: 'step', step: index - 1 };
      steps[`第${index}步`] = rounded({
        op: 'least',
        operands: [
          { op: 'sum', operands: [before, { op: 'quotient', dividend: read(0), divisor: read(1) }] },
          constant(100),
        ],
      });
    }
    const { module } = emitJavaScript(smallProgram({ 次数: study, 人数: people }, steps));
    const functions = [...module.matchAll(/^function (evaluateTrusted\d*)\((.*)\)/gm)].map(([, name]) => name);
    expect(functions.length).toBeGreaterThan(2);
    const evaluate = await evaluateOf(module);
    expect(evaluate({ 单位: '甲', 次数: 7, 人数: 200 })).toEqual({ total: 60, grade: null, barred: false });
  });

  test('may have long tables', async () => {
    const options = Array.from({ length: 5000 }, (_, index) => `单位${index}`);
    let chain: NumberExpression = constant(0);
    for (let index = 4999; index >= 0; index--) {
      chain = {
        op: 'if',
        condition: { op: 'equal', left: read(0), right: constant(index) },
        consequent: constant(index * 3),
        alternative: chain,
      };
    }
    const { module } = emitJavaScript(smallProgram({ 名称: { kind: 'choice', options } }, { 目标: chain }));
    const evaluate = await evaluateOf(module);
    expect(evaluate({ 单位: '甲', 名称: '单位4321' })).toEqual({ total: 12_963, grade: null, barred: false });
  });
});

/** The `evaluate` of a module. */
async function evaluateOf(module: string): Promise<(record: unknown) => unknown> {
  const url = `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`;
  const loaded = (await import(url)) as { readonly evaluate: (record: unknown) => unknown };
  return loaded.evaluate;
}

/** Two standards, a total with grades, a veto and a requirement. */
function gradedProgram(): Program {
  const program = smallProgram(
    {
      学习次数: study,
      完成率: share,
      严重违纪: { kind: 'yes-no' },
      自评等次: { kind: 'choice', options: ['优秀', '良好'] },
      报送日期: { kind: 'date', low: null, high: null },
    },
    {
      'ZZ1.score': rounded({
        op: 'product',
        operands: [constant(50), within(0, { op: 'quotient', dividend: read(0), divisor: constant(12) }, 1)],
      }),
      'ZZ2.score': {
        op: 'if',
        condition: { op: 'equal', left: read(3), right: constant(0) },
        consequent: constant(50),
        alternative: constant(425, 10),
      },
      'late.score': {
        op: 'if',
        condition: { op: 'present', input: 4 },
        consequent: {
          op: 'greatest',
          operands: [
            constant(-4),
            {
              op: 'least',
              operands: [
                constant(0),
                { op: 'product', operands: [constant(-1, 5), { op: 'sum', operands: [read(4), constant(-19_691)] }] },
              ],
            },
          ],
        },
        alternative: constant(-4),
      },
      'total.score': rounded({
        op: 'sum',
        operands: [
          { op: 'step', step: 0 },
          { op: 'step', step: 1 },
          { op: 'step', step: 2 },
        ],
      }),
      veto: { op: 'equal', left: read(2), right: constant(1) },
      'grade.reached': {
        op: 'if',
        condition: atLeast(3, 90),
        consequent: constant(0),
        alternative: { op: 'if', condition: atLeast(3, 60), consequent: constant(1), alternative: constant(2) },
      },
      'grade.graded': {
        op: 'greatest',
        operands: [
          { op: 'step', step: 5 },
          { op: 'if', condition: { op: 'truth-step', step: 4 }, consequent: constant(1), alternative: constant(0) },
        ],
      },
      'rate.plausible': {
        op: 'less-or-equal',
        left: read(1),
        right: { op: 'product', operands: [constant(10), read(0)] },
      },
    },
  );
  const origin = { file: null, line: 1, column: 1, text: '' };
  const manifest: Manifest = {
    ...program.manifest,
    policy: { title: '党建考核', version: '2023', basis: ['实施办法'] },
    inputs: program.manifest.inputs.map((input): InputSpec =>
      input.key === '学习次数' ? { ...input, title: '“第一议题”学习次数', source: ['会议记录'] } : input,
    ),
    requirements: [
      { holds: 7, message: { zh: '完成率与学习次数不符。', en: 'The rate does not fit the sessions.' }, origin },
    ],
    total: { ...program.manifest.total, score: 3 },
    scale: {
      name: null,
      grades: ['优秀', '合格', '不合格'],
      origin,
      basis: 3,
      outcomes: [],
      outcome: null,
      reached: 5,
      effects: [],
      graded: 6,
      ungraded: null,
      barred: 4,
      lines: [origin, origin, origin],
      quotas: [],
    },
  };
  return {
    manifest,
    steps: program.steps.map((step, index) => ({ ...step, origin: { start: index < 3 ? 3 : 6, end: 8 } })),
  };
}

function atLeast(step: number, points: number): TruthExpression {
  return {
    op: 'less-or-equal',
    left: { op: 'constant', value: rational(BigInt(points)) },
    right: { op: 'step', step },
  };
}
