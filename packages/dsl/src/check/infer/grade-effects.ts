/** What effects on the grade name: grades, things whose value is the name of a grade, numbers of levels. */
import type { GradeEffectNode, NameNode, QuantityNode } from '../../ast/nodes.ts';
import { unknownGrade } from '../../symbols/name-diagnostics.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import { isNumber } from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import { typeMismatch } from '../type-diagnostics.ts';
import type { InferContext } from './context.ts';
import { clash, infer, inferKey, typeOfSymbol } from './expressions.ts';
import { gradeType } from './leaf-types.ts';

/** Infers an effect on the grade of `scale` (null: the policy has none). */
export function inferGradeEffect(
  { grade, levels }: GradeEffectNode,
  context: InferContext,
  scale: Symbol | null,
): void {
  if (levels !== null) inferLevels(levels, context);
  if (grade?.kind === 'name') inferNamed(grade, context, scale);
  if (grade?.kind !== 'by-table') return;
  inferKey(grade, context);
  for (const { value } of grade.rows) {
    const type = infer(value, context);
    if (type.type !== 'grade' && type.type !== 'error') clash(context, value.span, 'expected', gradeType(scale), type);
  }
  context.types.set(grade, gradeType(scale));
}

/** The 2 of `降2档`: a whole number from 1. */
function inferLevels(levels: QuantityNode, context: InferContext): void {
  const type = infer(levels, context);
  const isLevels = isNumber(type, 'count') && levels.unit === 'level' && /^[1-9]\d?$/u.test(levels.digits);
  if (type.type === 'error' || (isLevels && levels.over === null)) return;
  const left = { zh: '几档（如 `降2档`）', en: 'a number of levels (`down 2 levels`)' };
  context.report(typeMismatch.at(levels.span, { clash: 'expected', left, right: describeType(type) }));
}

/** `最高评为 安全等级`: every value that it can have must be a grade of the scale. */
function inferNamed(name: NameNode, context: InferContext, scale: Symbol | null): void {
  const symbol = context.names.references.get(name)?.symbol;
  if (symbol === undefined || symbol.kind === 'grade' || symbol.kind === 'outcome') return;
  const type = typeOfSymbol(symbol, context);
  const own = gradeType(scale);
  if (type.type === 'error' || own.type !== 'grade') return;
  if (type.type !== 'choice' && type.type !== 'grade') {
    clash(context, name.span, 'expected', own, type);
    return;
  }
  const { grades } = own;
  const values = type.type === 'choice' ? type.options : type.grades;
  const missing = values.find((value) => !grades.includes(value));
  if (missing !== undefined) context.report(unknownGrade.at(name.span, { name: missing, grades, suggestion: null }));
}
