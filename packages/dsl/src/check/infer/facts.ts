/** Types in samples and tests: what is set is of the type of what it sets; what is expected is a condition. */
import type {
  ExpectNode,
  FactTableNode,
  MissingNode,
  PathNode,
  SampleNode,
  SetNode,
  TestNode,
} from '../../ast/nodes.ts';
import { agree, isNumber } from '../../types/assignable.ts';
import { expectedCell } from '../expected-cell.ts';
import { bareNumber, reportBare } from './bare-numbers.ts';
import type { InferContext } from './context.ts';
import { clash, expectTruth, infer } from './expressions.ts';
import { inferAction } from './grades.ts';

/** 样本, 测试 */
export function inferFacts(node: SampleNode | TestNode, context: InferContext): void {
  for (const fact of node.facts) {
    if (fact.kind === 'expect') inferExpected(fact, context);
    else if (fact.kind === 'set') inferSet(fact.path, fact.value, context);
    else inferTable(fact, context);
  }
}

function inferExpected({ condition }: ExpectNode, context: InferContext): void {
  switch (condition.kind) {
    case 'refusal':
    case 'standing':
    case 'final-grade':
      return;
    case 'consequence':
      inferAction(condition.action, context);
      return;
    default:
      expectTruth(condition, context);
  }
}

/** A column of what is set takes values; one of what is expected takes values, or bounds of them. */
function inferTable({ sets, expects, rows }: FactTableNode, context: InferContext): void {
  for (const row of rows) {
    for (const [place, cell] of row.cells.entries()) {
      if (cell.kind === 'refusal') continue;
      const set = sets[place];
      const expected = expects[place - sets.length];
      if (set !== undefined) inferSet(set, cell, context);
      else if (expected?.kind === 'path') {
        const condition = expectedCell(expected, cell);
        if (condition !== null) expectTruth(condition, context);
      }
    }
  }
}

function inferSet(path: PathNode | MissingNode, value: SetNode['value'], context: InferContext): void {
  const target = infer(path, context);
  switch (value.kind) {
    case 'absent':
      return;
    case 'events':
    case 'text': {
      const found = { type: value.kind } as const;
      context.types.set(value, found);
      if (value.kind === 'events') {
        for (const { value: each } of value.events.flatMap(({ fields }) => fields))
          if (each.kind !== 'path' && each.kind !== 'text' && each.kind !== 'absent') infer(each, context);
      }
      if (!agree(target, found)) clash(context, value.span, 'expected', target, found);
      return;
    }
    default: {
      const found = infer(value, context);
      const bareCount = bareNumber(value) !== null && isNumber(target, 'count');
      if (bareCount || reportBare(value, target, context, path) || agree(target, found)) return;
      clash(context, value.span, 'expected', target, found);
    }
  }
}
