/** What can be said of a call without the types of expressions: functions that are not there, arguments of 达级个数. */
import type { CallNode } from '../../ast/nodes.ts';
import { unknownName } from '../../symbols/name-diagnostics.ts';
import { Suggestions } from '../../symbols/suggest.ts';
import { errorType } from '../../types/assignable.ts';
import { functionNames } from '../../types/builtins.ts';
import type { Type } from '../../types/type.ts';
import type { InferContext } from './context.ts';

/** Whether the arguments of 达级个数 are one grade, and scales that all have a grade of that name. */
export function isCountAtGrade({ arguments: [grade, ...scales] }: CallNode, { names, types }: InferContext): boolean {
  const symbol = grade === undefined ? undefined : names.references.get(grade)?.symbol;
  if (symbol?.kind !== 'grade' || scales.length === 0) return false;
  return scales.every((each) => {
    const type = types.get(each);
    return (
      names.references.get(each)?.symbol.kind === 'scale' && type?.type === 'grade' && type.grades.includes(symbol.name)
    );
  });
}

/** Reports a function that is not there. */
export function unknownFunction(node: CallNode, context: InferContext): Type {
  const { span, text: name } = node.function;
  const suggestion = new Suggestions().nearest(name, functionNames());
  const title = { zh: `改为 \`${suggestion}\``, en: `Change to \`${suggestion}\`` };
  const fixes = suggestion === null ? [] : [{ title, safe: false, edits: [{ span, text: suggestion }] }];
  context.report(unknownName.at(span, { name, sought: 'function', within: null, suggestion }, { fixes }));
  return errorType;
}
