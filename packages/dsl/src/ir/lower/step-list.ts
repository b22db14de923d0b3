import { formatExact, type Rational, type StepSpec } from '@assess/runtime';
import type { Span } from '../../source/span.ts';
import type {
  Expression,
  NumberExpression,
  NumberStepOperation,
  Step,
  TruthExpression,
  TruthStepOperation,
} from '../ir.ts';
import { operandsOf, valueTypeOf } from '../operands.ts';

/** The steps of a program in the making. What is computed already is not computed again under another name. */
export class StepList {
  readonly steps: Step[] = [];
  readonly specs: StepSpec[] = [];
  readonly #known = new Map<string, number>();
  readonly #names = new Set<string>();

  number(name: string, value: NumberExpression, origin: Span): NumberStepOperation {
    if (value.op === 'step') return value;
    const shown = value.op === 'constant' ? formatExact(value.value) : name;
    return { op: 'step', step: this.#add(shown, value, origin) };
  }

  truth(name: string, value: TruthExpression, origin: Span): TruthStepOperation {
    if (value.op === 'truth-step') return value;
    const shown = value.op === 'truth' ? String(value.value) : name;
    return { op: 'truth-step', step: this.#add(shown, value, origin) };
  }

  #add(name: string, value: Expression, origin: Span): number {
    const content = contentOf(value);
    const earlier = this.#known.get(content);
    if (earlier !== undefined) return earlier;
    const index = this.steps.length;
    this.#known.set(content, index);
    this.steps.push({ value, origin });
    this.specs.push({ name: this.#unique(name), type: valueTypeOf(value) });
    return index;
  }

  #unique(name: string): string {
    let unique = name;
    for (let number = 2; this.#names.has(unique); number++) unique = `${name}#${number}`;
    this.#names.add(unique);
    return unique;
  }
}

/** A text that two expressions share if they are the same. Without recursion: a long table is a deep expression. */
function contentOf(root: Expression): string {
  let texts = '';
  const pending: Expression[] = [root];
  for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
    const operands = operandsOf(expression);
    texts += `${ownText(expression, operands)}\n`;
    pending.push(...operands);
  }
  return texts;
}

/** What an operation says besides its operands, with their number. */
function ownText(expression: Expression, operands: readonly Expression[]): string {
  switch (expression.op) {
    case 'constant':
      return `${expression.value.numerator}/${expression.value.denominator}`;
    case 'truth':
      return String(expression.value);
    case 'step':
    case 'truth-step':
      return `${expression.op} ${expression.step}`;
    case 'input':
    case 'present':
    case 'not-applicable':
      return `${expression.op} ${expression.input}`;
    case 'cohort':
      return `cohort ${expression.figure}`;
    case 'round':
      return `round ${expression.decimals} ${expression.mode}`;
    case 'field':
    case 'field-present':
    case 'field-is-subject':
    case 'sum-ranked':
    case 'sum-per-group': {
      const inside = new Set<unknown>(operands);
      return JSON.stringify(expression, (_key, part: unknown) => (inside.has(part) ? 'operand' : part));
    }
    case 'sum':
    case 'product':
    case 'quotient':
    case 'least':
    case 'greatest':
    case 'if':
    case 'less':
    case 'less-or-equal':
    case 'equal':
    case 'and':
    case 'or':
    case 'not':
      return `${expression.op} ${operands.length}`;
  }
}

/** The constant that a step's expression is, or null. */
export function constantOf(expression: NumberExpression, list: StepList): Rational | null {
  const value = expression.op === 'step' ? list.steps[expression.step]?.value : expression;
  return value?.op === 'constant' ? value.value : null;
}

/** Whether a step is the constant 0, such as the points of a case that only touches the grade. */
export function isNothing(step: NumberExpression, list: StepList): boolean {
  return constantOf(step, list)?.numerator === 0n;
}
