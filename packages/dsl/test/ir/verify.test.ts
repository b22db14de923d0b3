import type { ListInputType, ScalarInputType } from '@assess/runtime';
import { describe, expect, test } from 'vitest';
import type { Expression, GroupKey, NumberExpression, Program } from '../../src/ir/ir.ts';
import { countOf } from '../../src/ir/lower/operations.ts';
import { verify } from '../../src/ir/verify.ts';
import { constant, figure, read, smallProgram } from './small-program.ts';

const inputs = {
  x: figure,
  说明: { kind: 'text' as const },
  项目: list({ 事项: { kind: 'text' }, 金额: figure }),
  其他: list({ 事项: { kind: 'yes-no' }, 金额: figure }),
};

function list(fields: Record<string, ScalarInputType>): ListInputType {
  const specs = Object.entries(fields).map(([name, type]) => ({ name, type, absent: 'refuse' as const }));
  return { kind: 'list', fields: specs, most: 200, least: 0 };
}

function sumOf(list: number, value: NumberExpression): NumberExpression {
  return { op: 'sum-ranked', bag: [{ kind: 'entries', list, where: null, value }], from: null, to: null };
}

function perGroup(
  list: number,
  key: readonly GroupKey[],
  value: NumberExpression = constant(1),
  others: readonly number[] = [],
): NumberExpression {
  return { op: 'sum-per-group', lists: [list, ...others].map((each) => ({ list: each, where: null })), key, value };
}

function broken(steps: Record<string, Expression>, change: (program: Program) => Program = (same) => same): () => void {
  return () => verify(change(smallProgram(inputs, { one: constant(1), ...steps })));
}

/** A program whose list 项目 is declared in another way. */
function withList(change: Partial<ListInputType>): () => void {
  return broken({}, ({ manifest, steps }) => ({
    manifest: {
      ...manifest,
      inputs: manifest.inputs.map((input) =>
        input.key === '项目' ? { ...input, type: { ...inputs.项目, ...change } } : input,
      ),
    },
    steps,
  }));
}

describe('verify', () => {
  test('returns a sound program', () => {
    const program = smallProgram(inputs, { one: constant(1), two: { op: 'step', step: 0 } });
    expect(verify(program)).toBe(program);
  });

  test.each<[string, Record<string, Expression>]>([
    ['not earlier', { two: { op: 'step', step: 1 } }],
    ['not earlier', { two: { op: 'step', step: 2 }, three: constant(3) }],
    ['is no truth', { two: { op: 'truth-step', step: 0 } }],
    ['has no number', { two: read(7) }],
    ['has no number', { two: read(1) }],
    ['no input 7', { two: { op: 'present', input: 7 } }],
    ['is no list', { two: countOf(0) }],
    ['is no list', { two: perGroup(0, []) }],
    ['is no list', { two: { op: 'field', list: 0, field: '金额' } }],
    ['no field 数额', { two: { op: 'field', list: 2, field: '数额' } }],
    ['outside of its list', { two: { op: 'field', list: 2, field: '金额' } }],
    ['outside of its list', { two: sumOf(2, { op: 'field', list: 3, field: '金额' }) }],
    ['outside of its list', { two: perGroup(2, [], { op: 'field', list: 2, field: '金额' }) }],
    ['has no number', { two: sumOf(2, { op: 'field', list: 2, field: '事项' }) }],
    ['is no text', { two: countOf(2, { op: 'field-is-subject', list: 2, field: '金额' }) }],
    ['no field 数额', { two: perGroup(2, [{ field: '数额', part: 'value' }]) }],
    ['which is no date', { two: perGroup(2, [{ field: '事项', part: 'month' }]) }],
    ['of several types', { two: perGroup(2, [{ field: '事项', part: 'value' }], constant(1), [3]) }],
    ['a list twice', { two: perGroup(2, [], constant(1), [2]) }],
    ['groups of nothing', { two: { op: 'sum-per-group', lists: [], key: [], value: constant(1) } }],
    ['of nothing', { two: { op: 'least', operands: [] } }],
    ['constant 0', { two: { op: 'quotient', dividend: constant(1), divisor: constant(0) } }],
    ['decimals', { two: { op: 'round', operand: constant(1), decimals: -1, mode: 'down' } }],
    ['wrong operand', { two: { op: 'sum', operands: [{ op: 'truth', value: true } as never] } }],
  ])('refuses a step that is wrong: %s', (message, steps) => {
    expect(broken(steps)).toThrow(message);
  });

  test('refuses a manifest that does not fit', () => {
    expect(broken({}, (program) => ({ ...program, steps: [] }))).toThrow('numbers of steps');
    const withTotal = (change: object): (() => void) =>
      broken({ yes: { op: 'truth', value: true } }, ({ manifest, steps }) => ({
        manifest: { ...manifest, total: { ...manifest.total, ...change } },
        steps,
      }));
    expect(withTotal({ score: 9 })).toThrow('total score does not point at a number');
    expect(withTotal({ base: 1 })).toThrow('total base does not point at a number');
    expect(withTotal({ zeroed: 0 })).toThrow('total zeroed does not point at a truth');
    expect(withTotal({ zeroed: 1 })).not.toThrow();
  });

  test('takes fields inside of their lists, however deep', () => {
    const amount: NumberExpression = { op: 'field', list: 2, field: '金额' };
    const nested = sumOf(2, sumOf(3, { op: 'product', operands: [amount, { op: 'field', list: 3, field: '金额' }] }));
    expect(broken({ two: nested, three: perGroup(3, [], nested) })).not.toThrow();
  });

  test('refuses lists that nothing can be', () => {
    expect(withList({ least: 201 })).toThrow('at least 201');
    expect(withList({ fields: [...inputs.其他.fields, ...inputs.其他.fields] })).toThrow('same name');
  });

  test('takes a table of ten thousand rows', () => {
    let table: Expression = constant(-1);
    for (let row = 0; row < 10_000; row++) {
      table = { op: 'if', condition: { op: 'truth', value: false }, consequent: constant(row), alternative: table };
    }
    expect(broken({ table })).not.toThrow();
  });
});
