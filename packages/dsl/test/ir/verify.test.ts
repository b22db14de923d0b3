import { describe, expect, test } from 'vitest';
import type { Expression, Program } from '../../src/ir/ir.ts';
import { verify } from '../../src/ir/verify.ts';
import { constant, figure, read, smallProgram } from './small-program.ts';

const inputs = { x: figure, 说明: { kind: 'text' as const } };

function broken(steps: Record<string, Expression>, change: (program: Program) => Program = (same) => same): () => void {
  return () => verify(change(smallProgram(inputs, { one: constant(1), ...steps })));
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
    ['has no events', { two: { op: 'count-events', input: 0 } }],
    ['has no events', { two: { op: 'highest-per-key', lists: [{ input: 0, points: constant(1) }], key: [] } }],
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

  test('takes a table of ten thousand rows', () => {
    let table: Expression = constant(-1);
    for (let row = 0; row < 10_000; row++) {
      table = { op: 'if', condition: { op: 'truth', value: false }, consequent: constant(row), alternative: table };
    }
    expect(broken({ table })).not.toThrow();
  });
});
