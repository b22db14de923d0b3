/** Types of 填报 and 定义, and of the lines of a list. */
import type { DefineNode, FieldNode, InputNode } from '../../ast/nodes.ts';
import { describeType } from '../../types/describe-type.ts';
import { typeMismatch } from '../type-diagnostics.ts';
import { expectSame } from './amounts.ts';
import type { InferContext } from './context.ts';
import { expectType, infer, optionsType } from './expressions.ts';
import { checkDecimals, fieldType } from './fields.ts';

/** 填报, and the lines of a list. */
export function inferInput({ field, lines }: InputNode, context: InferContext): void {
  fieldType(field, context);
  inferEntryLines(lines, context);
}

/** The fields of every entry, and what is defined from them. */
export function inferEntryLines(lines: readonly (FieldNode | DefineNode)[], context: InferContext): void {
  for (const line of lines) {
    if (line.kind === 'field') fieldType(line, context);
    else inferDefine(line, context);
  }
}

/** 定义: any type; 分母为零 gives the same. */
export function inferDefine(node: DefineNode, context: InferContext): void {
  const type = infer(node.value, context);
  if (node.options.length > 0) {
    expectType(node.value, optionsType(node), context);
  } else if (type.type === 'text' || type.type === 'events' || type.type === 'grade') {
    const left = { zh: '数、选项、日期或条件', en: 'a number, an option, a date or a condition' };
    context.report(typeMismatch.at(node.value.span, { clash: 'expected', left, right: describeType(type) }));
  }
  if (node.ifZero !== null) expectSame(node.ifZero, type, context);
  if (node.rounding !== null) checkDecimals(node.rounding.decimals, context);
}
