/** The base of an item: 当 … 得, else its rule, else its parts, else full marks if something deducts (semantics 4.2). */
import type { Origin, RuleSpec } from '@assess/runtime';
import type { AmountNode, LineNode, RuleNode, WhenNode } from '../../ast/nodes.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { lowerAmount } from './amounts.ts';
import { firstThatHolds, valueAt } from './choose.ts';
import type { Context, Scene } from './context.ts';
import { lowerTruth } from './expressions.ts';
import { isEarning } from './lists.ts';
import { and, not, nothing, whole } from './operations.ts';
import { lowerRule } from './rules.ts';
import type { Rule } from './rule.ts';
import { orNothing } from './scenes.ts';
import { checked } from './tree.ts';

/** What an item starts from. */
export interface Base {
  readonly base: NumberExpression;
  readonly zeroes: readonly TruthExpression[];
  readonly rule: RuleSpec;
}

/** What the parts of an item give together; null for an item without parts. */
export interface Parts {
  readonly kind: 'sum' | 'weighted-sum';
  readonly value: NumberExpression;
}

/** Lowers what stands in the body of the item `id`. */
export function lowerBase(
  body: readonly LineNode[],
  parts: Parts | null,
  deducts: boolean,
  item: { readonly id: string; readonly origin: Origin; readonly scene: Scene },
  context: Context,
): Base {
  const { id, origin, scene } = item;
  const whens = body.filter((line): line is WhenNode => line.kind === 'when' && isEarning(line.effect));
  const ruleNode = body.find(isRule) ?? null;
  const rule = ruleNode === null ? null : withAbsence(lowerRule(ruleNode, id, scene, context), scene, context);
  const inputs = (): number[] => [...scene.reads].toSorted((left, right) => left - right);
  const [firstWhen] = whens;
  if (firstWhen !== undefined) {
    const otherwise = rule?.base ?? parts?.value ?? nothing;
    const rows = whens.map((each) => lowerEarning(each, scene, context));
    const conditions = rows.map(({ condition }, index) => ({ condition, value: whole(index) }));
    const chosen = context.steps.number(`${id}.row`, firstThatHolds(conditions, whole(rows.length)), firstWhen.span);
    const value = valueAt(chosen, [...rows.map((row) => row.value), otherwise]);
    // What the rule says of 不得分 holds only where the rule is asked.
    const asked: TruthExpression = { op: 'equal', left: chosen, right: whole(rows.length) };
    return {
      base: value,
      zeroes: (rule?.zeroes ?? []).map((zero) => and([asked, zero])),
      rule: {
        kind: 'when',
        origin: context.origins.of(firstWhen.span),
        inputs: inputs(),
        chosen: chosen.step,
        rows: [...rows.map((row) => row.origin), ...(ruleNode === null ? [] : [context.origins.of(ruleNode.span)])],
        figures: rule?.spec.figures ?? [],
      },
    };
  }
  if (rule !== null && ruleNode !== null) {
    return {
      base: rule.base,
      zeroes: rule.zeroes,
      rule: { ...rule.spec, origin: context.origins.of(ruleNode.span), inputs: inputs() },
    };
  }
  const plain = { origin, inputs: [], chosen: null, rows: [], figures: [] };
  if (parts !== null) return { base: parts.value, zeroes: [], rule: { kind: parts.kind, ...plain } };
  const full = checked(scene.full, 'an item without full marks');
  return deducts
    ? { base: full, zeroes: [], rule: { kind: 'full', ...plain } }
    : { base: nothing, zeroes: [], rule: { kind: 'sum', ...plain } };
}

function lowerEarning(node: WhenNode, scene: Scene, context: Context) {
  const condition = lowerTruth(node.condition, scene, context);
  const amount: AmountNode = checked(node.effect.kind === 'points-effect' ? node.effect.amount : null, 'an amount');
  return { condition, value: orNothing(lowerAmount(amount, scene, context)), origin: context.origins.of(node.span) };
}

/** Whether a line says what its item starts from. */
export function saysBase(line: LineNode): boolean {
  return isRule(line) || (line.kind === 'when' && isEarning(line.effect));
}

function isRule(line: LineNode): line is RuleNode {
  switch (line.kind) {
    case 'score':
    case 'proportion':
    case 'tiers':
    case 'by-table':
    case 'deadline':
    case 'ballot':
      return true;
    case 'item':
    case 'list':
    case 'case':
    case 'when':
    case 'input':
    case 'define':
    case 'declares':
      return false;
  }
}

/** 未报 计零分 / 计满分: what the rule gives where a figure that it reads is not reported. The first such figure decides. */
function withAbsence(rule: Rule, scene: Scene, context: Context): Rule {
  const full = checked(scene.full, 'an item without full marks');
  const answered = [...scene.reads]
    .toSorted((left, right) => left - right)
    .flatMap((input) => {
      const policy = context.inputs.absencePolicy(input);
      return policy === null ? [] : [{ input, marks: policy === 'full' ? full : nothing }];
    });
  if (answered.length === 0) return rule;
  const absent = answered.map(({ input, marks }) => ({
    condition: not({ op: 'present', input }),
    value: marks,
  }));
  const isThere = and(answered.map(({ input }): TruthExpression => ({ op: 'present', input })));
  return {
    ...rule,
    base: firstThatHolds(absent, rule.base),
    zeroes: rule.zeroes.map((zero) => and([isThere, zero])),
  };
}
