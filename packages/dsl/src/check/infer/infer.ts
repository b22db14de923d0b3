/** Types of everything in a file. */
import type { ChapterNode, FileNode, Node } from '../../ast/nodes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Names } from '../../symbols/symbol.ts';
import type { Type } from '../../types/type.ts';
import { pointsType } from '../../types/assignable.ts';
import type { Analysis } from '../analysis.ts';
import { findDependencies, inOrder } from '../dependencies.ts';
import { assessedYear } from '../assessed-year.ts';
import { expectLiteral, inferClauses } from './amounts.ts';
import type { InferContext } from './context.ts';
import { expectTruth, infer } from './expressions.ts';
import { checkDates, checkDecimals, fieldType } from './fields.ts';
import { inferFacts } from './facts.ts';
import { inferConsequences, inferGrades, inferWithin } from './grades.ts';
import { inferDefine, inferInput } from './inputs.ts';
import { inferBody, inferLine } from './items.ts';

/** The types of a file and what is wrong with them. */
export interface Inference {
  readonly types: ReadonlyMap<Node, Type>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Infers the types of all expressions and fields. Never throws; what was reported has the error type. */
export function inferTypes(tree: FileNode, names: Names, results: Analysis['results'], source: SourceFile): Inference {
  const diagnostics: Diagnostic[] = [];
  const context: InferContext = {
    source,
    locale: /\p{Script=Han}/u.test(source.own.text) ? 'zh' : 'en',
    names,
    results,
    types: new Map(),
    pending: new Set(),
    year: assessedYear(tree),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  // Definitions first, each after what it needs, so that long chains of them do not nest.
  for (const symbol of inOrder(findDependencies(names)).order) {
    if (symbol.node.kind === 'define') infer(symbol.node.value, context);
    else if (symbol.node.kind === 'table') infer(symbol.node.choice, context);
  }
  for (const chapter of tree.chapters) inferChapter(chapter, context);
  return { types: context.types, diagnostics };
}

function inferChapter(chapter: ChapterNode, context: InferContext): void {
  switch (chapter.kind) {
    case 'subjects':
      for (const field of chapter.fields) fieldType(field, context);
      return;
    case 'period':
      if (chapter.range.kind === 'range') checkDates(chapter.range, context);
      return;
    case 'require':
      expectTruth(chapter.condition, context);
      return;
    case 'holidays':
      for (const row of chapter.rows)
        for (const date of row.to === null ? [row.from] : [row.from, row.to]) infer(date, context);
      return;
    case 'full-marks':
      expectLiteral(chapter.amount, pointsType, context);
      return;
    case 'rounding':
      checkDecimals(chapter.decimals, context);
      return;
    case 'define':
      inferDefine(chapter, context);
      return;
    case 'input':
      inferInput(chapter, context);
      return;
    case 'table':
      infer(chapter.choice, context);
      return;
    case 'total':
    case 'scorecard':
      inferClauses(chapter.clauses, context);
      inferBody(chapter.body, context);
      return;
    case 'list':
      inferLine(chapter, context);
      return;
    case 'grades':
      inferGrades(chapter, context);
      return;
    case 'procedure':
      for (const { within } of chapter.stages) if (within !== null) inferWithin(within, context);
      return;
    case 'guarantee':
      if (chapter.condition !== null) expectTruth(chapter.condition, context);
      return;
    case 'consequences':
      inferConsequences(chapter, context);
      return;
    case 'sample':
    case 'test':
      inferFacts(chapter, context);
      return;
    case 'policy':
    case 'basis':
    case 'import':
    case 'import-policy':
    case 'declares':
      return;
  }
}
