/** Whether the anchors of a 插值 rise or fall from one to the next, for every class of subjects they depend on. */
import { compare } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { AnchorNode, ExpressionNode, InterpolationNode } from '../ast/nodes.ts';
import type { Symbol } from '../symbols/symbol.ts';
import type { Analysis } from './analysis.ts';
import { constantOf } from './constant.ts';
import { unbracketed } from './literals.ts';
import { rangeOf } from './ranges.ts';

type Facts = Pick<Analysis, 'tree' | 'names' | 'marks'>;

/** `open`: it depends on the record. `wrong`: it does not hold, at least for `option`; `at` is the anchor out of order. */
export type AnchorOrder =
  | { readonly order: 'rising' | 'falling' | 'open' }
  | { readonly order: 'wrong'; readonly at: AnchorNode; readonly equal: boolean; readonly option: string | null };

/** Links of definitions and tables beyond which nothing is claimed. */
const deepest = 20;

/** The order of the anchors. Values by one attribute are compared option by option. */
export function anchorOrder(node: InterpolationNode, facts: Facts): AnchorOrder {
  const keys = new Set<Symbol>();
  for (const { at } of node.anchors) collectKeys(at, facts, keys, 0);
  if (keys.size > 1) return { order: 'open' };
  const [key] = keys;
  const options = key === undefined ? [null] : optionsOf(key);
  const found = options.map((option) => orderFor(node.anchors, key ?? null, option, facts));
  const wrong = found.find(({ order }) => order === 'wrong');
  if (wrong !== undefined) return wrong;
  const [first = { order: 'open' as const }] = found;
  // Higher is better for one class and lower for another: nobody means that.
  const turned = found.findIndex(({ order }) => order !== first.order && order !== 'open' && first.order !== 'open');
  const at = node.anchors[1];
  if (turned !== -1 && at !== undefined) return { order: 'wrong', at, equal: false, option: options[turned] ?? null };
  return found.every(({ order }) => order === first.order) ? first : { order: 'open' };
}

function orderFor(
  anchors: readonly AnchorNode[],
  key: Symbol | null,
  option: string | null,
  facts: Facts,
): AnchorOrder {
  const values = anchors.map(({ at }) => valueFor(at, key, option, facts, 0));
  const signs = anchors.slice(1).map((anchor, index) => {
    const before = anchors[index];
    return before === undefined
      ? null
      : direction(before.at, values[index] ?? null, anchor.at, values[index + 1] ?? null, facts);
  });
  const [first] = signs;
  for (const [index, sign] of signs.entries()) {
    const at = anchors[index + 1];
    if (at === undefined || sign === null || first === null || first === undefined) continue;
    if (sign === 0 || sign !== first) return { order: 'wrong', at, equal: sign === 0, option };
  }
  if (first === undefined || signs.includes(null)) return { order: 'open' };
  return { order: first === 1 ? 'rising' : 'falling' };
}

/** 1 where the second is surely greater, -1 where it is surely less, 0 where it is the same; null where that is not known. */
function direction(
  left: ExpressionNode,
  leftValue: Rational | null,
  right: ExpressionNode,
  rightValue: Rational | null,
  facts: Facts,
): -1 | 0 | 1 | null {
  if (leftValue !== null && rightValue !== null) return sign(compare(rightValue, leftValue));
  const before = leftValue === null ? rangeOf(left, facts) : { low: leftValue, high: leftValue };
  const after = rightValue === null ? rangeOf(right, facts) : { low: rightValue, high: rightValue };
  if (before.high !== null && after.low !== null && compare(before.high, after.low) < 0) return 1;
  if (before.low !== null && after.high !== null && compare(after.high, before.low) < 0) return -1;
  return null;
}

function sign(order: number): -1 | 0 | 1 {
  return order > 0 ? 1 : order < 0 ? -1 : 0;
}

/** The attributes or inputs by which the anchors are chosen. */
function collectKeys(expression: ExpressionNode, facts: Facts, keys: Set<Symbol>, depth: number): void {
  const node = definedBy(expression, facts, depth);
  if (node?.kind !== 'by-table') return;
  const key = facts.names.references.get(node.key)?.symbol;
  if (key !== undefined) keys.add(key);
  for (const row of node.rows) collectKeys(row.value, facts, keys, depth + 1);
}

/** What an expression is by definition: a name is followed to its 定义 or 对照表. */
function definedBy(expression: ExpressionNode, facts: Facts, depth: number): ExpressionNode | null {
  let node = unbracketed(expression);
  for (let links = depth; links < deepest; links++) {
    if (node.kind !== 'path') return node;
    const declaring = facts.names.references.get(node)?.symbol.node;
    if (declaring?.kind === 'table') node = unbracketed(declaring.choice);
    else if (declaring?.kind === 'define' && declaring.ifZero === null && declaring.rounding === null)
      node = unbracketed(declaring.value);
    else return node;
  }
  return null;
}

function valueFor(
  expression: ExpressionNode,
  key: Symbol | null,
  option: string | null,
  facts: Facts,
  depth: number,
): Rational | null {
  const node = definedBy(expression, facts, depth);
  if (node === null) return null;
  if (node.kind !== 'by-table') return constantOf(node, facts);
  if (option === null || facts.names.references.get(node.key)?.symbol !== key) return null;
  const row = node.rows.find((each) => each.options.length === 0 || each.options.some(({ text }) => text === option));
  return row === undefined ? null : valueFor(row.value, key, option, facts, depth + 1);
}

function optionsOf({ node }: Symbol): readonly (string | null)[] {
  if (node.kind !== 'field' || node.type.kind !== 'choice-type') return [null];
  return node.type.options.map(({ text }) => text);
}
