import type { AbsenceTestNode, PathNode } from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import { describeType } from '../../types/describe-type.ts';
import type { Type } from '../../types/type.ts';
import { typeMismatch } from '../type-diagnostics.ts';
import type { InferContext } from './context.ts';

/** Reports a name of which it makes no sense to ask whether it is without a result, or not reported. */
export function checkAbsenceTest(
  path: PathNode,
  state: AbsenceTestNode['state'],
  type: Type,
  context: InferContext,
): void {
  const symbol = context.names.references.get(path)?.symbol;
  if (symbol === undefined || type.type === 'error') return;
  const isFigure = symbol.kind === 'input' || symbol.kind === 'attribute';
  const hasResult = symbol.kind === 'item' || symbol.kind === 'total' || symbol.kind === 'figure';
  if ((state !== 'not-reported' && hasResult) || (state !== 'no-result' && isFigure)) return;
  const left: Message =
    state !== 'not-reported'
      ? { zh: '项目、总分或定义', en: 'an item, the total or a definition' }
      : { zh: '填报的数据', en: 'a figure of the record' };
  context.report(typeMismatch.at(path.span, { clash: 'expected', left, right: describeType(type) }));
}
