/** Questions about the analysed tree that lowering asks everywhere. The checker has answered them: a hole here is our bug. */
import type { Rational } from '@assess/runtime';
import type { DateNode, ItemLevel, ItemNode, LineNode, Node, ScorecardNode } from '../../ast/nodes.ts';
import { dateValue, figureOf, quantityValue } from '../../check/literals.ts';
import { clauseOf } from '../../check/marks.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { Context, ScoredNode } from './context.ts';
import type { Frame } from './frames.ts';

/** The value, which the checker has seen to. Throws an Error where it is missing all the same. */
export function checked<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`${what} reached lowering unchecked`);
  return value;
}

/** What a node declares. */
export function symbolOf({ analysis }: Pick<Context, 'analysis'>, node: Node): Symbol {
  return checked(analysis.names.declared.get(node), `a ${node.kind} without a name`);
}

/** What a written name means. */
export function meaningOf({ analysis }: Pick<Context, 'analysis'>, node: Node): Symbol {
  return checked(analysis.names.references.get(node), 'an unknown name').symbol;
}

/** The number that a node spells, in base units: 0.955 for 95.5%. */
export function valueOf(node: Node): Rational {
  return checked(node.kind === 'quantity' ? quantityValue(node) : null, 'a number');
}

/** The number that a node spells, without its unit: 95.5 for 95.5%. */
export function writtenFigure(node: Node): Rational {
  return checked(node.kind === 'quantity' ? figureOf(node) : null, 'a number');
}

/** The whole number that a node spells. */
export function wholeNumber(node: Node): number {
  const { numerator, denominator } = writtenFigure(node);
  if (numerator % denominator !== 0n) throw new Error('a fraction reached lowering unchecked');
  return Number(numerator / denominator);
}

/** Days since 1970-01-01. */
export function dayOf(node: DateNode, { year }: Pick<Context, 'year'>): number {
  return checked(dateValue(node, checked(node.year ?? year, 'a date without a year')), 'a date');
}

/** A scorecard as one item uses it. */
export interface UsedScorecard {
  readonly node: ScorecardNode;
  readonly frame: Frame;
}

/** The scorecards that an item uses: none, one, or one for each class. */
export function usedScorecards(context: Context, item: ItemNode, frame: Frame): readonly UsedScorecard[] {
  const using = clauseOf(item, 'using')?.scorecard;
  if (using === undefined) return [];
  const written =
    using.kind === 'sheet-table'
      ? using.rows.flatMap((row) => (row.scorecard.kind === 'inapplicable' ? [] : [row.scorecard]))
      : [using];
  const scorecards = new Set(written.map((each) => meaningOf(context, each)));
  return [...scorecards].map((scorecard) => {
    if (scorecard.node.kind !== 'scorecard') throw new Error('an unknown scorecard reached lowering');
    return { node: scorecard.node, frame: context.frames.used(scorecard, symbolOf(context, item), frame) };
  });
}

/** An item in one frame. */
export interface PlacedItem {
  readonly node: ItemNode;
  readonly frame: Frame;
}

/** All items of a level below `around` (null: the total), with those of the scorecards that are used there. */
export function itemsOf(context: Context, level: ItemLevel, around: ScoredNode | null, frame: Frame): PlacedItem[] {
  const total = context.analysis.tree.chapters.find((chapter) => chapter.kind === 'total');
  const body = around === null ? (total?.body ?? []) : around.body;
  const items = itemsBelow(context, body, around === null ? context.frames.root : frame);
  if (around?.kind === 'item') items.push(...itemsUsed(context, { node: around, frame }));
  return items.filter(({ node }) => node.level === level && clauseOf(node, 'sub-period') === null);
}

function itemsBelow(context: Context, body: readonly LineNode[], frame: Frame): PlacedItem[] {
  return body.flatMap((line) => {
    if (line.kind !== 'item') return [];
    const item = { node: line, frame };
    return [item, ...itemsBelow(context, line.body, frame), ...itemsUsed(context, item)];
  });
}

function itemsUsed(context: Context, { node, frame }: PlacedItem): PlacedItem[] {
  return usedScorecards(context, node, frame).flatMap((used) => itemsBelow(context, used.node.body, used.frame));
}
