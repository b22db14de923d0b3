import { formatExact, type Manifest } from '@assess/runtime';
import type { Expression, NumberExpression, TruthExpression } from './ir.ts';

/** How tightly an operation binds its operands; a looser operand is put in brackets. */
const strength = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, atom: 7 };

/** The text of an operand, in brackets if it binds less than what is around it. */
type Show = (operand: Expression, binds: number) => string;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

/** An expression in common notation: steps by name, inputs as `{key}`. */
export function printExpression(expression: Expression, manifest: Manifest): string {
  return printed(expression, manifest).text;
}

function printed(expression: Expression, manifest: Manifest): Printed {
  const show: Show = (operand, binds) => {
    const inner = printed(operand, manifest);
    return inner.strength < binds ? `(${inner.text})` : inner.text;
  };
  const chain = (operands: readonly Expression[], sign: string, binds: number, empty: string): Printed => {
    if (operands.length === 0) return { text: empty, strength: strength.atom };
    return { text: operands.map((operand) => show(operand, binds + 1)).join(` ${sign} `), strength: binds };
  };
  const compared = (left: Expression, sign: string, right: Expression): Printed => {
    return { text: `${show(left, strength.sum)} ${sign} ${show(right, strength.sum)}`, strength: strength.comparison };
  };
  const all = (operands: readonly Expression[]): string[] => operands.map((operand) => show(operand, 0));
  const where = (condition: TruthExpression | null): string =>
    condition === null ? '' : ` where ${show(condition, 0)}`;
  const input = (index: number): string => `{${manifest.inputs[index]?.key ?? `#${index}`}}`;

  switch (expression.op) {
    case 'constant':
      return atom(formatExact(expression.value));
    case 'input':
      return atom(input(expression.input));
    case 'step':
    case 'truth-step':
      return atom(manifest.steps[expression.step]?.name ?? `#${expression.step}`);
    case 'sum':
      return printedSum(expression.operands, show);
    case 'product': {
      const { text, strength: binds } = chain(expression.operands, '×', strength.product, '1');
      return { text: text.replace(/^-1 × /, '-'), strength: binds };
    }
    case 'quotient': {
      const { dividend, divisor } = expression;
      const text = `${show(dividend, strength.product)} ÷ ${show(divisor, strength.atom)}`;
      return { text, strength: strength.product };
    }
    case 'least':
    case 'greatest':
      return call(expression.op, all(expression.operands));
    case 'round':
      return call('round', [show(expression.operand, 0), `${expression.decimals} decimals ${expression.mode}`]);
    case 'if':
      return printedIf(expression, show);
    case 'sum-ranked': {
      const { bag, from, to } = expression;
      const parts = bag.map((part) => {
        const source = part.kind === 'entries' ? input(part.list) : '';
        const head = `${source}${where(part.where)}`.trim();
        return head === '' ? show(part.value, 0) : `${head}: ${show(part.value, 0)}`;
      });
      const places = [
        ...(from === null ? [] : [`from ${show(from, 0)}`]),
        ...(to === null ? [] : [`to ${show(to, 0)}`]),
      ];
      return call('sum', [...parts, ...places]);
    }
    case 'cohort':
      return atom(`cohort#${expression.figure}`);
    case 'sum-per-group': {
      const { lists, key, value } = expression;
      const keys = key.map(({ field, part }) => (part === 'value' ? field : `${part} of ${field}`));
      const groups = lists.map((each) => `${input(each.list)}${where(each.where)}`);
      return call('sum-per-group', [`[${keys.join(', ')}]`, `${groups.join(', ')}: ${show(value, 0)}`]);
    }
    case 'field':
      return atom(`${input(expression.list)}.${expression.field}`);
    case 'field-present':
      return call('present', [`${input(expression.list)}.${expression.field}`]);
    case 'field-is-subject':
      return call('is-subject', [`${input(expression.list)}.${expression.field}`]);
    case 'truth':
      return atom(String(expression.value));
    case 'present':
    case 'not-applicable':
      return call(expression.op, [input(expression.input)]);
    case 'less':
      return compared(expression.left, '<', expression.right);
    case 'less-or-equal':
      return compared(expression.left, '≤', expression.right);
    case 'equal':
      return compared(expression.left, '=', expression.right);
    case 'and':
      return chain(expression.operands, 'and', strength.and, 'true');
    case 'or':
      return chain(expression.operands, 'or', strength.or, 'false');
    case 'not':
      return { text: `not ${show(expression.operand, strength.atom)}`, strength: strength.not };
  }
}

function atom(text: string): Printed {
  return { text, strength: strength.atom };
}

function call(name: string, parts: readonly string[]): Printed {
  return atom(`${name}(${parts.join(', ')})`);
}

/** The alternatives of a table follow one another: `if(a: 1; b: 2; else 3)`. */
function printedIf(expression: Extract<Expression, { op: 'if' }>, show: Show): Printed {
  const rows: string[] = [];
  let rest: Expression = expression;
  for (; rest.op === 'if'; rest = rest.alternative)
    rows.push(`${show(rest.condition, 0)}: ${show(rest.consequent, 0)}`);
  return { text: `if(${rows.join('; ')}; else ${show(rest, 0)})`, strength: strength.atom };
}

/** Terms with a minus in front are taken away: `a - 2 × b`. */
function printedSum(operands: readonly NumberExpression[], show: Show): Printed {
  if (operands.length === 0) return atom('0');
  const text = operands.reduce((before, operand) => {
    const term = show(operand, strength.product);
    if (before === '') return term;
    return term.startsWith('-') ? `${before} - ${term.slice(1)}` : `${before} + ${term}`;
  }, '');
  return { text, strength: strength.sum };
}
