/** Grades as figures and conditions: outcomes beside the grades, counts of grades, the grades that an effect names. */
import type {
  CallNode,
  CompareNode,
  ExpressionNode,
  GradeEffectNode,
  GradesNode,
  NameNode,
  Node,
} from '../../ast/nodes.ts';
import { unbracketed } from '../../check/literals.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import type { Context } from './context.ts';
import { lowerKey, lowerNamed } from './names.ts';
import { always, and, atMost, equal, never, not, or, sum, unit, when, whole, nothing } from './operations.ts';
import { reported, topScene } from './scenes.ts';
import { checked } from './tree.ts';

/** `等次 = 不确定`, where 不确定 is an outcome beside the grades; null for any other comparison. */
export function lowerOutcome({ left, relation, right }: CompareNode, context: Context): TruthExpression | null {
  const symbol = [left, right].map((side) => outcomeIn(side, context)).find((each) => each !== null);
  if (symbol === undefined || symbol === null || symbol.owner?.node.kind !== 'grades') return null;
  const { outcome, outcomes } = context.lookup.grade(symbol.owner.node);
  const holds = outcome === null ? never : equal(outcome, whole(outcomes.indexOf(symbol.name) + 1));
  return relation === '!=' ? not(holds) : holds;
}

function outcomeIn(side: ExpressionNode | null, { analysis }: Context): Symbol | null {
  const symbol = side === null ? undefined : analysis.names.references.get(unbracketed(side))?.symbol;
  return symbol?.kind === 'outcome' ? symbol : null;
}

/** A grade as a number to be shown: its index, behind the grades 不定等次, behind that the outcomes. */
export function shownGrade(scale: GradesNode, context: Context): NumberExpression {
  const { grades, graded, ungraded, outcome } = context.lookup.grade(scale);
  return ungraded === null ? graded : when(ungraded, sum([whole(grades.length), outcome ?? nothing]), graded);
}

/** 达级个数: how many of the scales have the grade or a better one. */
export function countAtGrade({ arguments: [grade, ...scales] }: CallNode, context: Context): NumberExpression {
  const { references } = context.analysis.names;
  const name = checked(grade === undefined ? null : references.get(grade)?.symbol.name, 'a grade');
  return sum(
    scales.map((each) => {
      const scale = references.get(each)?.symbol.node;
      if (scale?.kind !== 'grades') throw new Error('what is no scale reached lowering');
      const { grades, graded, ungraded } = context.lookup.grade(scale);
      const reached = atMost(graded, whole(grades.indexOf(name)));
      return when(ungraded === null ? reached : and([not(ungraded), reached]), unit, nothing);
    }),
  );
}

/** A grade that an effect can name, by its name, with the condition under which it does. */
interface NamedGrade {
  readonly grade: string | null;
  readonly when: TruthExpression;
}

/** What 定为 and 最高评为 name: one grade, or one for each value of a figure. Other effects name none. */
export function gradesNamed({ grade }: GradeEffectNode, context: Context): readonly NamedGrade[] {
  if (grade === null) return [{ grade: null, when: always }];
  if (grade.kind === 'name') return gradesOfName(grade, context);
  if (grade.key.kind === 'missing') throw new Error('a hole reached lowering');
  const { index, options, absent, scale } = lowerKey(grade.key, topScene(context), context);
  const rows = options.map((option, at) => {
    const row = grade.rows.find(
      (each) => each.options.length === 0 || each.options.some(({ text }) => text === option),
    );
    const value = row?.value.kind === 'path' ? row.value.names[0] : undefined;
    return { grade: value?.kind === 'name' ? value.text : null, holds: equal(index, whole(at)) };
  });
  const known = isKnown(scale, absent, context);
  return [...Map.groupBy(rows, (row) => row.grade)].flatMap(([name, group]): NamedGrade[] =>
    name === null ? [] : [{ grade: name, when: and([known, or(group.map(({ holds }) => holds))]) }],
  );
}

/** `最高评为 合格`, or `最高评为 安全等级`: every value of it is the name of a grade. */
function gradesOfName(name: NameNode, context: Context): readonly NamedGrade[] {
  const reference = checked(context.analysis.names.references.get(name), 'an unknown grade');
  const { kind } = reference.symbol;
  if (kind === 'grade' || kind === 'outcome') return [{ grade: name.text, when: always }];
  const { value, absent, scale } = lowerNamed(reference, name, topScene(context), context);
  const { owner, node } = reference.symbol;
  const options = optionsOf(scale === null ? node : scale, context);
  if (options.length === 0) throw new Error(`${owner?.name ?? ''} ${reference.symbol.name} has no options`);
  const known = isKnown(scale, absent, context);
  return options.map((option, at) => ({ grade: option, when: and([known, equal(value, whole(at))]) }));
}

function optionsOf(node: Node, { analysis, lookup }: Context): readonly string[] {
  if (node.kind === 'grades') return lookup.grade(node).grades;
  const type = node.kind === 'define' ? analysis.types.get(node.value) : null;
  if (type?.type === 'choice') return type.options;
  return node.kind === 'field' && node.type.kind === 'choice-type' ? node.type.options.map(({ text }) => text) : [];
}

/** Whether there is a value that can name a grade: the inputs are reported, the other scale gives a grade. */
function isKnown(scale: Parameters<Context['lookup']['grade']>[0], absent: readonly number[], context: Context) {
  const ungraded = scale === null ? null : context.lookup.grade(scale).ungraded;
  return and([reported(absent), ungraded === null ? always : not(ungraded)]);
}
