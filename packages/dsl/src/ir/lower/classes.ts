/** 适用: for which classes a place of the policy is there at all (semantics 10.5). */
import type { ClassLimit } from '@assess/runtime';
import type { ClauseNode, Node } from '../../ast/nodes.ts';
import {
  attributeOf,
  everybody,
  isThere,
  keyOfTable,
  keysOfItem,
  optionsOf,
  rowFor,
  type Classes,
} from '../../check/classes.ts';
import { clauseOf } from '../../check/marks.ts';
import { scorecardOf } from '../../symbols/scope.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import { valueAt } from './choose.ts';
import type { Context } from './context.ts';
import type { Frame } from './frames.ts';
import { keyOf } from './record-keys.ts';
import { and, equal, or, whole } from './operations.ts';

/** The options of one attribute for which something is there. */
interface Limit {
  readonly key: Symbol;
  readonly options: readonly string[];
}

/** For which classes a place is there, it and all that is around it; empty: for all. */
export function limitsOf(place: Symbol | null, frame: Frame, context: Context): readonly Limit[] {
  const limits: Limit[] = [];
  for (let each = place; each !== null; each = each.owner) limits.push(...ownLimits(each.node, context));
  if (frame.user === null || frame.outer === null || frame.scorecard === null) return limits;
  // What is not in a scorecard is not where one is used.
  if (scorecardOf(place) !== frame.scorecard) return limits;
  return [
    ...limits,
    ...sheetLimits(frame.user, frame.scorecard, context),
    ...limitsOf(frame.user, frame.outer, context),
  ];
}

/** The same for the keys of a record. */
export function limitsInRecord(limits: readonly Limit[], context: Context): readonly ClassLimit[] {
  const { root } = context.frames;
  return limits.map(({ key, options }) => ({ by: keyOf(context, key, root), options }));
}

/** The condition that a subject is of one of the classes. */
export function isOfClass(limits: readonly Limit[], context: Context): TruthExpression {
  return and(
    limits.map(({ key, options }) => {
      const { index, reported } = readClass(key, context);
      const all = optionsOf(key);
      return and([reported, or(options.map((option) => equal(index, whole(all.indexOf(option)))))]);
    }),
  );
}

/** For which classes the head of an item alone says that it is there. */
export function ownLimits(node: Node, context: Context): readonly Limit[] {
  const { names } = context.analysis;
  if (node.kind === 'case') return node.applies === null ? [] : ownClauses([node.applies], context);
  if (node.kind === 'list') return ownClauses(node.clauses, context);
  if (node.kind !== 'item') return [];
  return [...keysOfItem(node, names)].flatMap((key) => limitBy(key, (classes) => isThere(node, classes, names)));
}

function ownClauses(clauses: readonly ClauseNode[], { analysis: { names } }: Context): readonly Limit[] {
  return clauses.flatMap((clause) => {
    const key = clause.kind === 'applies' ? attributeOf(clause, names) : null;
    return key === null || clause.kind !== 'applies' ? [] : [{ key, options: clause.names.map(({ text }) => text) }];
  });
}

/** The classes for which an item that chooses among scorecards uses this one. */
function sheetLimits(user: Symbol, scorecard: Symbol, { analysis: { names } }: Context): readonly Limit[] {
  const using = user.node.kind === 'item' ? clauseOf(user.node, 'using')?.scorecard : undefined;
  if (using?.kind !== 'sheet-table') return [];
  const key = keyOfTable(using, names);
  if (key === null) return [];
  return limitBy(key, (classes) => {
    const row = rowFor(using, classes, names);
    return row !== null && names.references.get(row.scorecard)?.symbol === scorecard;
  });
}

/** No limit where all options are there. */
function limitBy(key: Symbol, holds: (classes: Classes) => boolean): readonly Limit[] {
  const options = optionsOf(key);
  const there = options.filter((option) => holds(new Map([[key, option]])));
  return there.length === options.length ? [] : [{ key, options: there }];
}

/** A value for every combination of the options of some attributes. */
export function chosenByClass(
  keys: readonly Symbol[],
  valueFor: (classes: Classes) => NumberExpression,
  context: Context,
  chosen: Classes = everybody,
): NumberExpression {
  const [key, ...others] = keys;
  if (key === undefined) return valueFor(chosen);
  const values = optionsOf(key).map((option) =>
    chosenByClass(others, valueFor, context, new Map([...chosen, [key, option]])),
  );
  return valueAt(readClass(key, context).index, values);
}

function readClass(
  key: Symbol,
  context: Context,
): { readonly index: NumberExpression; readonly reported: TruthExpression } {
  const input = context.inputs.index(keyOf(context, key, context.frames.root));
  const isSure = context.inputs.spec(input).absent === 'refuse';
  return { index: { op: 'input', input }, reported: isSure ? and([]) : { op: 'present', input } };
}
