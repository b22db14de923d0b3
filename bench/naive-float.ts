/** The program as straight-line code on binary floating point: as fast as it gets without caring for digits. */
import type { Program } from '@assess/dsl';
import type { SubjectRecord } from '@assess/runtime';

type Expression = Program['steps'][number]['value'];

export interface FloatOutcome {
  readonly total: number;
  readonly grade: string | null;
}

/** Total and grade by floating point. Not all of them are right, which is the point. */
export function naiveFloat({ manifest, steps }: Program): (record: SubjectRecord) => FloatOutcome {
  const { total, scale } = manifest;
  const roots = [
    total.score,
    ...(scale === null ? [] : [scale.graded, ...(scale.ungraded === null ? [] : [scale.ungraded])]),
  ];
  const needed = new Set(roots);
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step !== undefined && needed.has(index)) for (const each of stepsIn(step.value)) needed.add(each);
  }
  const lines = [...needed]
    .toSorted((left, right) => left - right)
    .map((index) => `const s${index} = ${code(steps[index]?.value, manifest)};`);
  const grade =
    scale === null
      ? 'null'
      : `${scale.ungraded === null ? '' : `s${scale.ungraded} ? null : `}grades[s${scale.graded}]`;
  const body = `return (r) => { ${lines.join('\n')} return { total: s${total.score}, grade: ${grade} }; };`;
  return new Function('grades', 'highestPerKey', body)(scale?.grades ?? [], highestPerKey) as (
    record: SubjectRecord,
  ) => FloatOutcome;
}

function code(expression: Expression | undefined, manifest: Program['manifest']): string {
  if (expression === undefined) throw new RangeError('no such step');
  const of = (each: Expression): string => code(each, manifest);
  const list = (each: readonly Expression[], sign: string, none: string): string =>
    each.length === 0 ? none : `(${each.map(of).join(sign)})`;
  switch (expression.op) {
    case 'constant':
      return `(${Number(expression.value.numerator) / Number(expression.value.denominator)})`;
    case 'truth':
      return String(expression.value);
    case 'input':
      return figure(manifest.inputs[expression.input]);
    case 'present':
      return `((${access(manifest.inputs[expression.input])} ?? null) !== null)`;
    case 'step':
    case 'truth-step':
      return `s${expression.step}`;
    case 'sum':
      return list(expression.operands, ' + ', '0');
    case 'product':
      return list(expression.operands, ' * ', '1');
    case 'quotient':
      return `(${of(expression.dividend)} / ${of(expression.divisor)})`;
    case 'least':
      return `Math.min(${expression.operands.map(of).join(', ')})`;
    case 'greatest':
      return `Math.max(${expression.operands.map(of).join(', ')})`;
    case 'round':
      return `(Math.round(${of(expression.operand)} * ${10 ** expression.decimals}) / ${10 ** expression.decimals})`;
    case 'if':
      return `(${of(expression.condition)} ? ${of(expression.consequent)} : ${of(expression.alternative)})`;
    case 'count-events':
      return `(${access(manifest.inputs[expression.input])}?.length ?? 0)`;
    case 'highest-per-key': {
      const lists = expression.lists.map(
        ({ input, points }) => `[${access(manifest.inputs[input])} ?? [], ${of(points)}]`,
      );
      return `highestPerKey([${lists.join(', ')}], ${JSON.stringify(expression.key)})`;
    }
    case 'less':
      return `(${of(expression.left)} < ${of(expression.right)})`;
    case 'less-or-equal':
      return `(${of(expression.left)} <= ${of(expression.right)})`;
    case 'equal':
      return `(${of(expression.left)} === ${of(expression.right)})`;
    case 'and':
      return list(expression.operands, ' && ', 'true');
    case 'or':
      return list(expression.operands, ' || ', 'false');
    case 'not':
      return `!${of(expression.operand)}`;
  }
}

type Input = Program['manifest']['inputs'][number];

function access(input: Input | undefined): string {
  return `r[${JSON.stringify(input?.key)}]`;
}

function figure(input: Input | undefined): string {
  const value = access(input);
  switch (input?.type.kind) {
    case 'yes-no':
      return `(${value} ? 1 : 0)`;
    case 'choice':
      return `${JSON.stringify(input.type.options)}.indexOf(${value})`;
    case 'date':
      return `(Date.parse(${value}) / 864e5)`;
    default:
      return `(${value} ?? 0)`;
  }
}

function highestPerKey(
  lists: readonly (readonly [readonly Record<string, string>[], number])[],
  key: readonly string[],
): number {
  const groups = new Map<string, number>();
  for (const [events, points] of lists) {
    for (const event of events) {
      const group = key.map((field) => event[field]).join('\0');
      groups.set(group, Math.max(groups.get(group) ?? 0, points));
    }
  }
  return [...groups.values()].reduce((total, each) => total + each, 0);
}

function stepsIn(expression: Expression): readonly number[] {
  if (expression.op === 'step' || expression.op === 'truth-step') return [expression.step];
  return operandsOf(expression).flatMap(stepsIn);
}

function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'quotient':
      return [expression.dividend, expression.divisor];
    case 'less':
    case 'less-or-equal':
    case 'equal':
      return [expression.left, expression.right];
    case 'round':
    case 'not':
      return [expression.operand];
    case 'if':
      return [expression.condition, expression.consequent, expression.alternative];
    case 'highest-per-key':
      return expression.lists.map((each) => each.points);
    case 'sum':
    case 'product':
    case 'least':
    case 'greatest':
    case 'and':
    case 'or':
      return expression.operands;
    default:
      return [];
  }
}
