/** Random well-typed programs: every operation of the kernel, in shapes that no policy would lower to. */
import {
  rational,
  type InputSpec,
  type InputType,
  type Manifest,
  type Origin,
  type ScalarInputType,
} from '@assess/runtime';
import type { Expression, NumberExpression, Program, TruthExpression } from '../../packages/dsl/src/ir/ir.ts';
import { countOf } from '../../packages/dsl/src/ir/lower/operations.ts';
import { valueTypeOf } from '../../packages/dsl/src/ir/operands.ts';
import { verify } from '../../packages/dsl/src/ir/verify.ts';
import { stagesOf } from '../../packages/dsl/src/ir/stages.ts';
import type { Context } from './random-context.ts';
import { randomFigure } from './random-figures.ts';
import { randomField, randomFieldTruth, randomList, sumOverLists } from './random-lists.ts';
import type { Random } from './random.ts';

const origin: Origin = { file: null, line: 1, column: 1, text: '' };

/** A program with a total, sometimes with grades; `comparing`: with figures over a cohort. */
export function randomProgram(random: Random, comparing = false): Program {
  const inputs = random.times(1, 8, (index) => randomInput(random, index));
  const expressions: Expression[] = [];
  const context: Context = {
    random,
    inputs,
    steps: expressions,
    cohort: comparing ? [] : null,
    entries: [],
    number: randomNumber,
    truth: randomTruth,
  };
  for (let left = random.integer(3, 20); left > 0; left--) {
    if (random.chance(0.15)) expressions.push(randomIndex(context));
    expressions.push(random.chance(0.8) ? randomNumber(context, 4) : randomTruth(context, 3));
  }
  const grades = random.chance(0.5) ? ['优秀', '良好', '合格', '__proto__'].slice(0, random.integer(1, 4)) : null;
  expressions.push({
    op: 'round',
    operand: randomNumber(context, 3),
    decimals: random.integer(0, 3),
    mode: mode(random),
  });
  const total = random.chance(0.7) ? expressions.length - 1 : expressions.findLastIndex(isNumber);
  expressions.push(
    grades === null ? constant(0) : clampedIndex(randomNumber(context, 2), grades.length),
    randomTruth(context, 2),
  );
  return verify({
    manifest: manifestOf(context, total, grades),
    steps: expressions.map((value, index) => ({ value, origin: { start: index, end: index + 1 } })),
  });
}

function randomInput(random: Random, index: number): InputSpec {
  const type = randomType(random);
  const absences: Record<InputType['kind'], readonly InputSpec['absent'][]> = {
    number: ['refuse', 'refuse', 'none', 'not-reported'],
    date: ['refuse', 'not-reported'],
    'yes-no': ['refuse', 'none'],
    choice: ['refuse'],
    text: ['refuse', 'not-reported'],
    list: ['none', 'none', 'not-reported', 'refuse'],
  };
  const key = random.pick([
    `数据${index}`,
    `方式.数据${index}`,
    `x${index}`,
    `"'\\\u2028${index}`,
    ...names.slice(index, index + 1),
  ]);
  return {
    key,
    title: null,
    role: 'figure',
    type,
    absent: random.pick(absences[type.kind]),
    only: [],
    notApplicable: false,
    together: null,
    source: [],
    origin,
  };
}

/** Keys under which every object inherits something. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

function randomType(random: Random): InputType {
  switch (random.integer(0, 5)) {
    case 3:
      return randomList(random, randomScalar);
    default:
      return randomScalar(random);
  }
}

function randomScalar(random: Random): ScalarInputType {
  switch (random.pick([0, 1, 2, 4, 5, 6, 6, 6, 6])) {
    case 0:
      return { kind: 'yes-no' };
    case 1: {
      const options = Array.from({ length: random.integer(1, 12) }, (_, index) => `选项${index}`);
      return { kind: 'choice', options };
    }
    case 2:
      return random.chance(0.5)
        ? { kind: 'date', low: null, high: null }
        : { kind: 'date', low: '2023-01-01', high: '2024-12-31' };
    case 4:
      return { kind: 'text' };
    case 5: {
      const high = random.pick(['9007199254740993', '1000000000000', '123456789012345.678']);
      return {
        kind: 'number',
        unit: null,
        decimals: random.integer(0, 6),
        low: random.pick(['0', '-5', `-${high}`]),
        high,
      };
    }
    default: {
      const decimals = random.pick([0, 0, 0, 1, 2, 3]);
      const low = random.pick([0, 0, 0, 1, -10, -1000]);
      return {
        kind: 'number',
        unit: null,
        decimals,
        low: String(low),
        high: String(low + random.pick([1, 12, 100, 999, 10_000])),
      };
    }
  }
}

function constant(numerator: number, denominator = 1): NumberExpression {
  return { op: 'constant', value: rational(BigInt(numerator), BigInt(denominator)) };
}

function randomConstant(random: Random): NumberExpression {
  if (random.chance(0.5)) return constant(random.integer(-3, 20));
  if (random.chance(0.05)) return constant(random.integer(0, 2 ** 52), random.integer(1, 2 ** 40));
  return constant(random.integer(-300, 300), random.pick([1, 2, 3, 5, 7, 10, 12, 40, 60, 100, 1000]));
}

function mode(random: Random): 'half-up' | 'half-even' | 'down' | 'up' {
  return random.pick(['half-up', 'half-up', 'half-even', 'down', 'up']);
}

function randomNumber(context: Context, depth: number): NumberExpression {
  const { random } = context;
  if (depth === 0 || random.chance(0.15)) return leaf(context);
  const operands = (low: number, high: number) => random.times(low, high, () => randomNumber(context, depth - 1));
  switch (random.integer(0, 12)) {
    case 0:
    case 1:
      return { op: 'sum', operands: operands(0, 4) };
    case 2:
      return { op: 'product', operands: operands(0, 3) };
    case 3:
      return scaled(random, randomNumber(context, depth - 1));
    case 4:
    case 5:
      return guardedQuotient(context, depth);
    case 6:
      return { op: 'least', operands: operands(1, 3) };
    case 7:
      return { op: 'greatest', operands: operands(1, 3) };
    case 8:
      return {
        op: 'round',
        operand: randomNumber(context, depth - 1),
        decimals: random.integer(0, 3),
        mode: mode(random),
      };
    case 10:
      return lookUp(context, depth - 1);
    case 9: {
      let chain = randomNumber(context, depth - 1);
      for (let rows = random.pick([1, 1, 2, 3, 14]); rows > 0; rows--) {
        const simple = rows > 3 ? 0 : depth - 1;
        chain = {
          op: 'if',
          condition: randomTruth(context, simple),
          consequent: randomNumber(context, simple),
          alternative: chain,
        };
      }
      return chain;
    }
    default:
      return sumOverLists(context, depth - 1) ?? leaf(context);
  }
}

function scaled(random: Random, value: NumberExpression): NumberExpression {
  return { op: 'product', operands: [randomConstant(random), value] };
}

/** The number of the first row that holds, as tables have it. */
function randomIndex(context: Context): NumberExpression {
  const rows = context.random.integer(1, 5);
  return Array.from({ length: rows }, (_, row) => row).reduceRight<NumberExpression>(
    (alternative, row) => ({ op: 'if', condition: randomTruth(context, 1), consequent: constant(row), alternative }),
    constant(rows),
  );
}

/** A value by the index that a step has computed. */
function lookUp(context: Context, depth: number): NumberExpression {
  const { random, steps } = context;
  const chains = steps.flatMap((step, index) => (step.op === 'if' && step.consequent.op === 'constant' ? [index] : []));
  if (chains.length === 0) return randomNumber(context, depth);
  const index: NumberExpression = { op: 'step', step: random.pick(chains) };
  return Array.from({ length: random.integer(1, 6) }, (_, row) => constant(row)).reduceRight<NumberExpression>(
    (alternative, row) => ({
      op: 'if',
      condition: { op: 'equal', left: index, right: row },
      consequent: random.chance(0.7) ? randomConstant(random) : randomNumber(context, depth),
      alternative,
    }),
    randomNumber(context, depth),
  );
}

/** Divisors may be of any sign and may be zero, and then something else holds. */
function guardedQuotient(context: Context, depth: number): NumberExpression {
  const divisor = randomNumber(context, Math.min(depth - 1, 2));
  if (divisor.op === 'constant' && divisor.value.numerator === 0n) return divisor;
  const dividend = randomNumber(context, depth - 1);
  return {
    op: 'if',
    condition: { op: 'equal', left: divisor, right: constant(0) },
    consequent: randomNumber(context, 0),
    alternative: { op: 'quotient', dividend, divisor },
  };
}

function leaf(context: Context): NumberExpression {
  const { random, inputs, steps, cohort } = context;
  if (cohort !== null && random.chance(0.3)) {
    const figure = randomFigure({ random, inputs, steps, cohort });
    if (figure !== null) return figure;
  }
  if (random.chance(0.35)) {
    const numbers = steps.flatMap((step, index) => (isNumber(step) ? [index] : []));
    if (numbers.length > 0) return { op: 'step', step: random.pick(numbers) };
  }
  if (random.chance(0.2)) return randomConstant(random);
  const field = random.chance(0.6) ? randomField(context, () => randomConstant(random)) : null;
  if (field !== null) return field;
  const input = random.integer(0, inputs.length - 1);
  const spec = inputs[input];
  if (spec === undefined || spec.type.kind === 'text') return randomConstant(random);
  if (spec.type.kind === 'list') return countOf(input);
  const figure: NumberExpression = { op: 'input', input };
  if (spec.absent !== 'not-reported') return figure;
  return { op: 'if', condition: { op: 'present', input }, consequent: figure, alternative: randomConstant(random) };
}

function randomTruth(context: Context, depth: number): TruthExpression {
  const { random, inputs, steps } = context;
  const operands = () => random.times(0, 3, () => randomTruth(context, depth - 1));
  if (depth > 0 && random.chance(0.4)) {
    switch (random.integer(0, 2)) {
      case 0:
        return { op: 'and', operands: operands() };
      case 1:
        return { op: 'or', operands: operands() };
      default:
        return { op: 'not', operand: randomTruth(context, depth - 1) };
    }
  }
  if (random.chance(0.15)) {
    const truths = steps.flatMap((step, index) => (isNumber(step) ? [] : [index]));
    if (truths.length > 0) return { op: 'truth-step', step: random.pick(truths) };
  }
  if (random.chance(0.1)) return { op: 'present', input: random.integer(0, inputs.length - 1) };
  const ofEntry = random.chance(0.15) ? randomFieldTruth(context) : null;
  if (ofEntry !== null) return ofEntry;
  if (random.chance(0.03)) return { op: 'truth', value: random.chance(0.5) };
  const op = random.pick(['less', 'less-or-equal', 'equal'] as const);
  return {
    op,
    left: randomNumber(context, Math.max(0, depth - 1)),
    right: randomNumber(context, random.pick([0, Math.max(0, depth - 1)])),
  };
}

function clampedIndex(value: NumberExpression, count: number): NumberExpression {
  const rounded: NumberExpression = { op: 'round', operand: value, decimals: 0, mode: 'down' };
  return { op: 'least', operands: [constant(count - 1), { op: 'greatest', operands: [constant(0), rounded] }] };
}

function isNumber(expression: Expression): boolean {
  return valueTypeOf(expression) === 'number';
}

/** The last three steps are the total's rounding, the grade and a condition. */
function manifestOf(
  { random, inputs, steps, cohort }: Context,
  total: number,
  grades: readonly string[] | null,
): Manifest {
  const condition = steps.length - 1;
  const stages = stagesOf({
    steps: steps.map((value) => ({ value, origin: { start: 0, end: 1 } })),
    cohort: cohort ?? [],
  });
  const demands = random.chance(0.1) && stages[condition] === 0;
  return {
    schema: 'assess/manifest/1',
    policy: { title: '随机', version: null, basis: [] },
    subject: '单位',
    inputs,
    steps: steps.map((step, index) => ({ name: `step ${index}`, type: valueTypeOf(step) })),
    requirements: demands ? [{ holds: condition, message: { zh: '不符合', en: 'no' }, origin }] : [],
    cohort: cohort ?? [],
    results: [],
    total: {
      id: 'total',
      level: 'total',
      name: '总分',
      title: null,
      basis: [],
      origin,
      full: total,
      open: total,
      isThere: null,
      weight: null,
      base: total,
      rule: { kind: 'score', origin, inputs: [], chosen: null, rows: [], figures: [] },
      children: [],
      adjustments: [],
      zeroed: null,
      noResult: null,
      notApplicable: null,
      answers: [],
      exact: total,
      score: total,
      rounding: null,
      worth: total,
    },
    scale:
      grades === null
        ? null
        : {
            name: null,
            grades,
            origin,
            basis: total,
            outcomes: [],
            outcome: null,
            reached: condition - 1,
            effects: [],
            graded: condition - 1,
            ungraded: random.chance(0.5) ? condition : null,
            barred: random.chance(0.5) ? condition : null,
            lines: grades.map(() => origin),
            quotas: [],
          },
    scales: [],
    consequences: [],
    procedure: [],
    guarantees: [],
  };
}
