import {
  divide,
  formatDate,
  formatExact,
  rational,
  type ConsequenceSpec,
  type GradeScaleSpec,
  type TermSpec,
} from '@assess/runtime';
import type { ActionNode, ConsequenceEntryNode, ConsequencesNode, DateNode, QuantityNode } from '../../ast/nodes.ts';
import { unitFactor } from '../../types/units.ts';
import type { NumberStepOperation, TruthStepOperation } from '../ir.ts';
import type { Context } from './context.ts';
import { lowerNumber, lowerTruth } from './expressions.ts';
import { lowerStreak } from './histories.ts';
import { always, and, rounded } from './operations.ts';
import { orNothing, topScene } from './scenes.ts';
import { dayOf, valueOf, wholeNumber } from './tree.ts';

/** 结果运用: reported with a result. Conditions and amounts are steps; nothing else is computed with them. */
export function lowerConsequences(
  node: ConsequencesNode,
  scales: readonly { readonly isMain: boolean; readonly spec: GradeScaleSpec }[],
  context: Context,
): ConsequenceSpec[] {
  return node.entries.flatMap((entry) => {
    const { references } = context.analysis.names;
    const named = entry.streak?.grades ?? entry.grades;
    const [first] = named;
    const scale = first === undefined ? undefined : references.get(first)?.symbol.owner;
    const found = scales.find(({ spec, isMain }) => (scale === undefined ? isMain : scale?.name === (spec.name ?? '')));
    const grades = named.map(({ text }) => text);
    const indices = (names: readonly string[]): number[] =>
      grades.map((name) => names.indexOf(name)).filter((index) => index !== -1);
    const leads = {
      scale: found === undefined || found.isMain ? null : found.spec.name,
      grades: found === undefined ? [] : indices(found.spec.grades),
      outcomes: found === undefined ? [] : indices(found.spec.outcomes),
      noGrade: entry.noGrade,
      condition: lowerCondition(entry, context)?.step ?? null,
    };
    return entry.actions.map((action) => ({ ...leads, ...lowerAction(action, context) }));
  });
}

/** What must hold besides the grade: the years before, for a row of years, and a condition. */
function lowerCondition(
  { span, streak, condition }: ConsequenceEntryNode,
  context: Context,
): TruthStepOperation | null {
  if (streak === null && condition === null) return null;
  const { line, column } = context.origins.of(span);
  const before = streak === null ? always : lowerStreak(streak, 1, topScene(context), context);
  const holds = condition === null ? always : lowerTruth(condition, topScene(context), context);
  return context.steps.truth(`consequence@${line}:${column}`, and([before, holds]), span);
}

type ActionSpec = Omit<ConsequenceSpec, 'scale' | 'grades' | 'outcomes' | 'noGrade' | 'condition'>;

function lowerAction(node: ActionNode, context: Context): ActionSpec {
  return {
    action: node.action.text,
    about: node.about?.text ?? null,
    whom: node.whom.map((name) => name.text),
    within: node.within === null ? null : lowerTerm(node.within, context),
    lasting: node.lasting === null ? null : lowerTerm(node.lasting, context),
    amount: lowerActionAmount(node, context)?.step ?? null,
    factor: node.factor === null ? null : figure('factor', node.factor, context).step,
    origin: context.origins.of(node.span),
  };
}

/** `2025年1月31日`, `60天`, `1年` */
export function lowerTerm(node: QuantityNode | DateNode, context: Context): TermSpec {
  const text = context.origins.text(node.span);
  if (node.kind === 'date') return { kind: 'date', date: formatDate(dayOf(node, context)), text };
  const factor = node.unit === null ? rational(1n) : unitFactor(node.unit);
  return { kind: 'span', amount: formatExact(divide(valueOf(node), factor)), unit: node.unit ?? '', text };
}

/** The yuan of an action, rounded as it says; null where it names none. */
export function lowerActionAmount({ amount, rounding }: ActionNode, context: Context): NumberStepOperation | null {
  if (amount === null) return null;
  const step = figure('amount', amount, context);
  if (rounding === null) return step;
  const decimals = wholeNumber(rounding.decimals);
  return context.steps.number(
    'amount.rounded',
    rounded(step, { decimals, mode: rounding.mode ?? 'half-up' }),
    rounding.span,
  );
}

function figure(name: string, node: NonNullable<ActionNode['amount']>, context: Context): NumberStepOperation {
  const { line, column } = context.origins.of(node.span);
  const value = orNothing(lowerNumber(node, topScene(context), context));
  return context.steps.number(`${name}@${line}:${column}`, value, node.span);
}
