import { formatExact, type InputType, type SubjectRecord } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import { interpreter } from '../../src/interpret/interpreter.ts';
import type { Expression, NumberExpression } from '../../src/ir/ir.ts';
import { countOf } from '../../src/ir/lower/operations.ts';
import { verify } from '../../src/ir/verify.ts';
import { constant, figure, read, smallProgram } from '../ir/small-program.ts';

/** The value of one expression over a record, as text. */
function valueOf(expression: Expression, inputs: Record<string, InputType> = {}, record: SubjectRecord = {}): string {
  const trace = interpreter(verify(smallProgram(inputs, { one: constant(1), value: expression }))).trace({
    单位: '甲',
    ...record,
  });
  const value = trace[1];
  if (value === undefined) throw new Error('no value');
  return typeof value === 'boolean' ? String(value) : formatExact(value);
}

const events: InputType = {
  kind: 'list',
  fields: [{ name: '事项', type: { kind: 'text' }, absent: 'refuse' }],
  most: 200,
  least: 0,
};

describe('numbers', () => {
  test('are exact', () => {
    // 1/3 + 1/3 + 1/3 = 1; in binary floating point 0.1 + 0.2 is not 0.3, here it is
    expect(valueOf({ op: 'sum', operands: [constant(1, 3), constant(1, 3), constant(1, 3)] })).toBe('1');
    expect(
      valueOf({
        op: 'equal',
        left: { op: 'sum', operands: [constant(1, 10), constant(2, 10)] },
        right: constant(3, 10),
      }),
    ).toBe('true');
    expect(valueOf({ op: 'quotient', dividend: constant(2), divisor: constant(-3) })).toBe('-2/3');
  });

  test('of nothing are the neutral ones', () => {
    expect(valueOf({ op: 'sum', operands: [] })).toBe('0');
    expect(valueOf({ op: 'product', operands: [] })).toBe('1');
  });

  test('least and greatest', () => {
    const operands = [constant(3), constant(-7, 2), constant(5)];
    expect(valueOf({ op: 'least', operands })).toBe('-3.5');
    expect(valueOf({ op: 'greatest', operands })).toBe('5');
  });

  test.each([
    ['half-up', '0.13', '-0.13', '0.14'],
    ['half-even', '0.12', '-0.12', '0.14'],
    ['down', '0.12', '-0.12', '0.13'],
    ['up', '0.13', '-0.13', '0.14'],
  ] as const)('round %s', (mode, positive, negative, odd) => {
    const rounded = (operand: NumberExpression): string => valueOf({ op: 'round', operand, decimals: 2, mode });
    expect(rounded(constant(125, 1000))).toBe(positive);
    expect(rounded(constant(-125, 1000))).toBe(negative);
    expect(rounded(constant(135, 1000))).toBe(odd);
  });

  test('only the chosen side of an if is evaluated', () => {
    const division: NumberExpression = {
      op: 'quotient',
      dividend: constant(6),
      divisor: { op: 'sum', operands: [read(0)] },
    };
    const guarded: NumberExpression = {
      op: 'if',
      condition: { op: 'equal', left: read(0), right: constant(0) },
      consequent: constant(9),
      alternative: division,
    };
    expect(valueOf(guarded, { x: figure }, { x: 0 })).toBe('9');
    expect(valueOf(guarded, { x: figure }, { x: '4' })).toBe('1.5');
    expect(() => valueOf(division, { x: figure }, { x: 0 })).toThrow(RangeError);
  });

  test('a table of ten thousand rows does not overflow', () => {
    let table: NumberExpression = constant(-1);
    for (let row = 10_000; row >= 0; row--) {
      const condition = { op: 'less', left: read(0), right: constant(row) } as const;
      table = { op: 'if', condition, consequent: constant(row), alternative: table };
    }
    expect(valueOf(table, { x: figure }, { x: 998 })).toBe('999');
  });
});

describe('truth', () => {
  test('comparisons include or exclude the bound', () => {
    const [left, right] = [constant(1, 2), constant(5, 10)];
    expect(valueOf({ op: 'less', left, right })).toBe('false');
    expect(valueOf({ op: 'less-or-equal', left, right })).toBe('true');
    expect(valueOf({ op: 'equal', left, right })).toBe('true');
  });

  test('of nothing is true for and, false for or', () => {
    expect(valueOf({ op: 'and', operands: [] })).toBe('true');
    expect(valueOf({ op: 'or', operands: [] })).toBe('false');
    expect(valueOf({ op: 'not', operand: { op: 'truth', value: true } })).toBe('false');
  });
});

describe('inputs', () => {
  test('choices are indices, dates days since 1970-01-01, yes is 1', () => {
    const choice: InputType = { kind: 'choice', options: ['甲', '乙'] };
    expect(valueOf(read(0), { 类别: choice }, { 类别: '乙' })).toBe('1');
    expect(valueOf(read(0), { 报送: { kind: 'date', low: null, high: null } }, { 报送: '1970-02-01' })).toBe('31');
    expect(valueOf(read(0), { 报送: { kind: 'date', low: null, high: null } }, { 报送: '1969-12-31' })).toBe('-1');
    expect(valueOf(read(0), { 报送: { kind: 'date', low: null, high: null } }, { 报送: '1969-12-31' })).toBe('-1');
    expect(valueOf(read(0), { 发生: { kind: 'yes-no' } }, { 发生: true })).toBe('1');
  });

  test('what did not occur is nothing', () => {
    expect(valueOf(read(0), { 发生: { kind: 'yes-no' } })).toBe('0');
    expect(valueOf({ op: 'present', input: 0 }, { 发生: { kind: 'yes-no' } })).toBe('false');
    expect(valueOf(countOf(0), { 表彰: events })).toBe('0');
  });

  test('what is not reported is only there for `present`', () => {
    const date: InputType = { kind: 'date', low: null, high: null };
    expect(valueOf({ op: 'present', input: 0 }, { 报送: date })).toBe('false');
    expect(() => valueOf(read(0), { 报送: date })).toThrow('not there');
  });

  test('an inadmissible record is refused with its reasons', () => {
    expect(() => valueOf(read(0), { x: figure }, { x: 1001 })).toThrow(/outside/);
    expect(() => valueOf(read(0), { x: figure }, { x: 0.125 })).toThrow(/decimals/);
    expect(() => valueOf(read(0), { x: figure }, {})).toThrow(/missing/);
    expect(() => valueOf(read(0), { x: figure }, { x: 1, y: 2 })).toThrow(/no input/);
  });

  test('names of the object prototype are names', () => {
    expect(valueOf(read(0), { constructor: figure }, { constructor: 3 })).toBe('3');
    expect(() => valueOf(read(0), { constructor: figure }, {})).toThrow(/missing/);
  });
});
