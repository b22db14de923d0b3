/** Code for the expressions of the intermediate representation, one row for each operation. */
import type { Expression, NumberExpression, Program, TruthExpression } from '../../ir/ir.ts';
import { productOf, quotientOf, sumOf } from './arithmetic.ts';
import { choose, type Row } from './choose.ts';
import { atom, type Code, enclose, strength } from './code.ts';
import { cohortValue } from './cohort-value.ts';
import { compared } from './compare-code.ts';
import type { Coder, Context } from './context.ts';
import { fieldIsSubject, fieldPresent, fieldValue } from './entry-code.ts';
import { extremeOf } from './extreme.ts';
import { isAlwaysThere } from './input-code.ts';
import { sumPerGroup } from './group-code.ts';
import { sumRanked } from './ranked-code.ts';
import { roundedTo } from './rounding.ts';
import { threadChoices } from './thread-choices.ts';
import { constant, type NumberValue } from './value.ts';
import type { Writer } from './writer.ts';

// Indexed access types, so that the compiler sees that a row fits its operation.
type NumberOp = NumberExpression['op'];
type TruthOp = TruthExpression['op'];
type NumberOperation<Op extends NumberOp> = { [Each in Op]: Extract<NumberExpression, { readonly op: Each }> }[Op];
type TruthOperation<Op extends TruthOp> = { [Each in Op]: Extract<TruthExpression, { readonly op: Each }> }[Op];

/** Writes the statements that a number needs and returns what it then is. */
export function numberCode<Op extends NumberOp>(
  expression: NumberOperation<Op>,
  context: Context,
  writer: Writer,
): NumberValue {
  return numbers[expression.op](expression, context, writer);
}

/** Writes the statements that a truth needs and returns the code of it; `true` and `false` where it is known. */
export function truthCode<Op extends TruthOp>(expression: TruthOperation<Op>, context: Context, writer: Writer): Code {
  return truths[expression.op](expression, context, writer);
}

const numbers: {
  readonly [Op in NumberOp]: (e: NumberOperation<Op>, context: Context, writer: Writer) => NumberValue;
} = {
  constant: ({ value }) => constant(value),
  input({ input }, context) {
    const value = context.figures[input];
    if (value === undefined) throw new RangeError(`there is no input ${input}`);
    return value;
  },
  step({ step }, context) {
    const value = context.numbers[step];
    if (value === undefined || value === null) throw new RangeError(`step ${step} is no number before its use`);
    return value;
  },
  sum: ({ operands }, context, writer) => sumOf(operands.map((each) => numberCode(each, context, writer))),
  product: ({ operands }, context, writer) => productOf(operands.map((each) => numberCode(each, context, writer))),
  quotient: ({ dividend, divisor }, context, writer) =>
    quotientOf(numberCode(dividend, context, writer), numberCode(divisor, context, writer), writer),
  least: ({ operands }, context, writer) =>
    extremeOf(
      'least',
      operands.map((each) => numberCode(each, context, writer)),
      writer,
    ),
  greatest: ({ operands }, context, writer) =>
    extremeOf(
      'greatest',
      operands.map((each) => numberCode(each, context, writer)),
      writer,
    ),
  round: ({ operand, decimals, mode }, context, writer) =>
    roundedTo(numberCode(operand, context, writer), decimals, mode),
  if(whole, context, writer) {
    const rows: Row[] = [];
    // The conditions of a step before are of whole lists: they may not be asked where a group restricts one.
    let rest: NumberExpression = context.lists.size > 0 ? whole : threadChoices(whole, context.program);
    // A loop and no recursion: a long table is a deep chain of alternatives.
    while (rest.op === 'if') {
      const before = writer.block();
      const condition = truthCode(rest.condition, context, rows.length === 0 ? writer : before);
      if (condition.text === 'true') {
        rest = rest.consequent;
        break;
      }
      if (condition.text !== 'false') rows.push(rowOf(condition, rest.consequent, before, context, writer));
      rest = rest.alternative;
    }
    if (rows.length === 0) return numberCode(rest, context, writer);
    return choose([...rows, rowOf(null, rest, writer.block(), context, writer)], writer);
  },
  cohort({ figure }, context, writer) {
    const spec = context.program.manifest.cohort[figure];
    const of = spec === undefined ? undefined : context.numbers[spec.of];
    if (spec === undefined || of === undefined || of === null) throw new RangeError(`there is no figure ${figure}`);
    return cohortValue(figure, spec, of, writer);
  },
  'sum-ranked': (operation, context, writer) => sumRanked(operation, context, writer, coder),
  'sum-per-group': (operation, context, writer) => sumPerGroup(operation, context, writer, coder),
  field: ({ list, field }, context) => fieldValue(list, field, context),
};

const coder: Coder = { number: numberCode, truth: truthCode };

const truths: {
  readonly [Op in TruthOp]: (e: TruthOperation<Op>, context: Context, writer: Writer) => Code;
} = {
  truth: ({ value }) => atom(String(value)),
  'truth-step'({ step }, context) {
    const code = context.truths[step];
    if (code === undefined || code === null) throw new RangeError(`step ${step} is no truth before its use`);
    return code;
  },
  present: ({ input }, context) => atom(isAlwaysThere(specOf(context, input)) ? 'true' : `p${input}`),
  'not-applicable': ({ input }, context) => atom(specOf(context, input).notApplicable ? `n${input}` : 'false'),
  'field-present': ({ list, field }, context) => fieldPresent(list, field, context),
  'field-is-subject': ({ list, field }, context) => fieldIsSubject(list, field, context),
  less: ({ op, left, right }, context, writer) =>
    compared(op, numberCode(left, context, writer), numberCode(right, context, writer)),
  'less-or-equal': ({ op, left, right }, context, writer) =>
    compared(op, numberCode(left, context, writer), numberCode(right, context, writer)),
  equal: ({ op, left, right }, context, writer) =>
    compared(op, numberCode(left, context, writer), numberCode(right, context, writer)),
  and: ({ operands }, context, writer) => logic(operands, context, writer, conjunction),
  or: ({ operands }, context, writer) => logic(operands, context, writer, disjunction),
  not({ operand }, context, writer) {
    const code = truthCode(operand, context, writer);
    if (code.text === 'true') return atom('false');
    if (code.text === 'false') return atom('true');
    return { text: `!${enclose(code, strength.prefix)}`, binds: strength.prefix };
  },
};

interface Logic {
  readonly sign: '&&' | '||';
  readonly binds: number;
  /** The text of an operand that decides, and of one that changes nothing. */
  readonly deciding: 'true' | 'false';
  readonly neutral: 'true' | 'false';
}
const conjunction: Logic = { sign: '&&', binds: strength.and, deciding: 'false', neutral: 'true' };
const disjunction: Logic = { sign: '||', binds: strength.or, deciding: 'true', neutral: 'false' };

/** Operands from left to right until one decides: a later one may rely on what an earlier one has made sure of. */
function logic(operands: readonly TruthExpression[], context: Context, writer: Writer, how: Logic): Code {
  let result = atom(how.neutral);
  for (const operand of operands) {
    if (result.text === how.deciding) return result;
    if (result.text === how.neutral) {
      result = truthCode(operand, context, writer);
      continue;
    }
    const block = writer.block();
    const code = truthCode(operand, context, block);
    if (code.text === how.deciding) return code;
    if (code.text === how.neutral) continue;
    if (block.lines.length === 0) {
      const sides = [enclose(result, how.binds), enclose(code, how.binds + 1)];
      result = { text: sides.join(` ${how.sign} `), binds: how.binds };
      continue;
    }
    const name = writer.fresh();
    writer.declare([name], result);
    block.write(`${name} = ${code.text};`);
    writer.write(`if (${how.sign === '&&' ? name : `!${name}`}) {`);
    writer.append(block);
    writer.write('}');
    result = atom(name);
  }
  return result;
}

function rowOf(condition: Code | null, value: NumberExpression, before: Writer, context: Context, writer: Writer): Row {
  const inside = writer.block();
  return { condition, value: numberCode(value, context, inside), before, inside };
}

function specOf(context: Context, input: number): Program['manifest']['inputs'][number] {
  const spec = context.program.manifest.inputs[input];
  if (spec === undefined) throw new RangeError(`there is no input ${input}`);
  return spec;
}

/** Whether an expression is a truth; all others are numbers. */
export function isTruth(expression: Expression): expression is TruthExpression {
  return Object.hasOwn(truths, expression.op);
}
