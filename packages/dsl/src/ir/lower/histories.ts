/** Earlier grades: the list of them, and rows of years in it (semantics 7.19). */
import type { StreakNode } from '../../ast/nodes.ts';
import { historyWords, type HistoryWords } from '../../symbols/histories.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import type { Context, Scene } from './context.ts';
import { listSpec } from './inputs.ts';
import { keyOf } from './record-keys.ts';
import { and, atLeast, countOf, equal, greatestOf, less, not, or, positive, unit, whole } from './operations.ts';
import { checked, symbolOf, wholeNumber } from './tree.ts';

/** The list of the earlier grades of a scale. */
interface History {
  readonly list: number;
  readonly words: HistoryWords;
  readonly grades: readonly string[];
}

/** Declares the lists of earlier grades. A year that is recorded twice refuses the record: nobody can know which is meant. */
export function declareHistories(context: Context): void {
  for (const [scale, input] of context.analysis.names.histories) {
    const words = historyWords(scale, context.analysis.names);
    context.inputs.add({ ...listSpec(context, input, context.frames.root), role: 'history', absent: 'none' });
    const list = context.inputs.index(keyOf(context, symbolOf(context, input.field), context.frames.root));
    const years: NumberExpression = {
      op: 'sum-per-group',
      lists: [{ list, where: null }],
      key: [{ field: words.year, part: 'value' }],
      value: unit,
    };
    const once = context.steps.truth(`${words.list}.once`, equal(years, countOf(list)), input.span);
    context.requirements.push({
      holds: once.step,
      message: {
        zh: `“${words.list}”里同一年度填了两次`,
        en: `"${words.list}" holds a year twice`,
      },
      origin: context.origins.of(input.span),
    });
  }
}

/**
 * Whether the grade was one of those named in each of the years before. `together`: how many of the years are not earlier ones: 1
 * in the use of results, where this year counts too.
 */
export function lowerStreak(node: StreakNode, together: 0 | 1, scene: Scene, context: Context): TruthExpression {
  const { symbol } = checked(context.analysis.names.references.get(node), 'earlier grades');
  const [scale] = [...context.analysis.names.histories].find(([, input]) => input.field === symbol.node) ?? [];
  const history = historyOf(checked(scale, 'a scale'), context);
  scene.reads.add(history.list);
  const year = checked(context.year, 'the assessed year');
  const count = wholeNumber(node.years) - together;
  const { list, words, grades } = history;
  const gradeOf: NumberExpression = { op: 'field', list, field: words.grade };
  const yearOf: NumberExpression = { op: 'field', list, field: words.year };
  const isNamed = or(node.grades.map(({ text }) => equal(gradeOf, whole(grades.indexOf(text)))));
  if (node.missing !== 'skips') {
    const years = Array.from({ length: count }, (_, back) =>
      positive(countOf(list, and([equal(yearOf, whole(year - 1 - back)), isNamed]))),
    );
    return and(years);
  }
  const isEarlier = less(yearOf, whole(year));
  const hasGrade = less(gradeOf, whole(gradedOptions(checked(scale, 'a scale'))));
  const { line, column } = context.origins.of(node.span);
  // The last year with another grade; only what came after it can be in a row.
  const last = context.steps.number(
    `${words.list}.other@${line}:${column}`,
    greatestOf([{ kind: 'entries', list, where: and([isEarlier, hasGrade, not(isNamed)]), value: yearOf }]),
    node.span,
  );
  return atLeast(countOf(list, and([isEarlier, isNamed, less(last, yearOf)])), whole(count));
}

function historyOf(scale: Symbol, context: Context): History {
  const input = checked(context.analysis.names.histories.get(scale), 'earlier grades');
  const words = historyWords(scale, context.analysis.names);
  const list = context.inputs.index(keyOf(context, symbolOf(context, input.field), context.frames.root));
  const { type } = context.inputs.spec(list);
  const field = type.kind === 'list' ? type.fields.find(({ name }) => name === words.grade) : undefined;
  return { list, words, grades: field?.type.kind === 'choice' ? field.type.options : [] };
}

/** How many options of a history are grades: outcomes beside them and years without grade come behind. */
function gradedOptions({ node }: Symbol): number {
  return node.kind === 'grades' ? node.lines.filter(({ kind }) => kind === 'grade-line').length : 0;
}
