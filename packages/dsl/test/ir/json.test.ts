import { describe, expect, test } from 'vitest';
import type { Expression, NumberExpression } from '../../src/ir/ir.ts';
import { decodeProgram, encodeProgram } from '../../src/ir/json.ts';
import { print } from '../../src/ir/print.ts';
import { constant, figure, read, smallProgram } from './small-program.ts';

const truth: Expression = { op: 'truth', value: true };
/** Operations that stand alone nowhere, and figures of a cohort. */
type Others = 'field' | 'field-present' | 'field-is-subject' | 'cohort';
const amount: Expression = { op: 'field', list: 1, field: '金额' };
const everyOperation: Record<Exclude<Expression['op'], Others>, Expression> = {
  constant: constant(1, 3),
  input: read(0),
  step: { op: 'step', step: 0 },
  sum: { op: 'sum', operands: [constant(1), read(0)] },
  product: { op: 'product', operands: [constant(-1, 7)] },
  quotient: { op: 'quotient', dividend: read(0), divisor: constant(12) },
  least: { op: 'least', operands: [read(0)] },
  greatest: { op: 'greatest', operands: [read(0), constant(5, 2)] },
  round: { op: 'round', operand: read(0), decimals: 1, mode: 'half-even' },
  if: { op: 'if', condition: { op: 'present', input: 0 }, consequent: read(0), alternative: constant(0) },
  'sum-ranked': {
    op: 'sum-ranked',
    bag: [
      { kind: 'entries', list: 1, where: { op: 'field-present', list: 1, field: '金额' }, value: amount },
      { kind: 'single', where: null, value: constant(2) },
    ],
    from: constant(1),
    to: null,
  },
  'sum-per-group': {
    op: 'sum-per-group',
    lists: [{ list: 1, where: { op: 'field-is-subject', list: 1, field: '事项' } }],
    key: [{ field: '事项', part: 'value' }],
    value: constant(2),
  },
  truth,
  'not-applicable': { op: 'not-applicable', input: 0 },
  present: { op: 'present', input: 0 },
  less: { op: 'less', left: read(0), right: constant(1) },
  'less-or-equal': { op: 'less-or-equal', left: read(0), right: constant(1) },
  equal: { op: 'equal', left: read(0), right: constant(1) },
  and: { op: 'and', operands: [{ op: 'truth', value: false }] },
  or: { op: 'or', operands: [] },
  not: { op: 'not', operand: { op: 'truth', value: true } },
  'truth-step': { op: 'truth-step', step: 12 },
};

const program = smallProgram(
  {
    x: figure,
    表彰: {
      kind: 'list',
      fields: [
        { name: '事项', type: { kind: 'text' }, absent: 'refuse' },
        { name: '金额', type: figure, absent: 'not-reported' },
      ],
      most: 200,
      least: 0,
    },
  },
  everyOperation,
);

describe('the JSON of a program', () => {
  test('is read back as the same program, every operation of it', () => {
    expect(decodeProgram(encodeProgram(program))).toEqual(program);
  });

  test('is no deeper than the policy, however long a table is', () => {
    let table: NumberExpression = constant(-1);
    for (let row = 0; row < 20_000; row++) {
      const condition = { op: 'less', left: read(0), right: constant(row) } as const;
      table = { op: 'if', condition, consequent: constant(row), alternative: table };
    }
    const long = smallProgram({ x: figure }, { table });
    const decoded = decodeProgram(encodeProgram(long));
    // Not the texts themselves: a difference would be printed at full length.
    expect(print(decoded) === print(long)).toBe(true);
  });

  test('holds rationals as texts', () => {
    expect(encodeProgram(program)).toContain('{"op":"constant","value":"1/3"}');
  });

  test.each([
    ['not JSON', 'the text is not JSON'],
    ['[]', 'program is not an object'],
    ['{"schema":"assess/program/2"}', 'the schema is not assess/program/1'],
    [encodeProgram(program).replace('"op":"least"', '"op":"power"'), 'there is no operation power'],
    [encodeProgram(program).replace('"1/3"', '"1/0"'), '1/0 is not an exact number'],
    [encodeProgram(program).replace('"half-even"', '"random"'), 'there is no rounding mode random'],
    [encodeProgram(program).replace('"op":"step","step":0', '"op":"step","step":9'), 'reads step 9'],
  ])('refuses %.20s…', (text, message) => {
    expect(() => decodeProgram(text)).toThrow(message);
  });
});
