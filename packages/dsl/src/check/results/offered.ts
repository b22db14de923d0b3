/** What a policy offers to others: the results that its name can be followed by. */
import type { Rational } from '@assess/runtime';
import type { ItemNode, LineNode, PathNode, ScorecardNode, TotalNode } from '../../ast/nodes.ts';
import { walk } from '../../ast/walk.ts';
import { mainScale } from '../../symbols/main-scale.ts';
import type { Analysis } from '../analysis.ts';
import { clauseOf } from '../marks.ts';
import { scoreRange } from '../ranges.ts';

/** One result of another policy, as a figure of this one. */
export type OfferedResult = OfferedScore | OfferedGrade;

/** The score of the total or of an item. */
export interface OfferedScore {
  readonly of: 'score';
  /** The names of the items from the outside in; empty for the total. */
  readonly path: readonly string[];
  readonly full: Rational;
  readonly low: Rational;
  readonly high: Rational;
  readonly decimals: number;
}

export interface OfferedGrade {
  readonly of: 'grade';
  /** Best first. */
  readonly grades: readonly string[];
  /** Beside the grades (另设), without an order. */
  readonly outcomes: readonly string[];
  /** Whether a subject can be without a grade (不定等次). */
  readonly ungraded: boolean;
}

/** Why a result cannot be had. `by-class`: its full marks differ by class; `unbounded`, `unrounded`: of an item or total without a limit, without rounding. */
export type Refused =
  | { readonly problem: 'unknown'; readonly known: readonly string[] }
  | { readonly problem: 'several' | 'by-class' | 'unbounded' | 'unrounded' | 'no-grades' };

/** The result that the names behind a policy's name mean. */
export function offeredBy(policy: Analysis, names: PathNode['names']): OfferedResult | Refused {
  const [first] = names;
  const total = policy.tree.chapters.find((chapter) => chapter.kind === 'total');
  if (first === undefined || total === undefined) return { problem: 'unknown', known: [] };
  if (first.kind === 'builtin-name') {
    if (names.length > 1 || first.name === 'negative-list')
      return { problem: 'unknown', known: itemNames(total, policy) };
    return first.name === 'total' ? scoreOf(total, [], policy) : gradeOf(policy);
  }
  let places: readonly Scored[] = [total];
  const path: string[] = [];
  for (const name of names) {
    const found = name.kind === 'name' ? places.flatMap((place) => nearest(place, name.text, policy)) : [];
    const [item] = found;
    if (item === undefined) return { problem: 'unknown', known: places.flatMap((place) => itemNames(place, policy)) };
    places = found;
    path.push(name.kind === 'name' ? name.text : '');
  }
  const [item, another] = places;
  if (item === undefined || item.kind === 'scorecard') return { problem: 'unknown', known: [] };
  return another === undefined ? scoreOf(item, path, policy) : { problem: 'several' };
}

type Scored = TotalNode | ScorecardNode | ItemNode;

function scoreOf(node: TotalNode | ItemNode, path: readonly string[], policy: Analysis): OfferedResult | Refused {
  const marks = policy.marks.get(node);
  if (marks !== undefined && marks.byClass !== null) return { problem: 'by-class' };
  const full = marks?.full ?? null;
  const { low, high, step } = scoreRange(node, policy);
  if (full === null || low === null || high === null) return { problem: 'unbounded' };
  if (step === null) return { problem: 'unrounded' };
  return { of: 'score', path, full, low, high, decimals: String(step.denominator).length - 1 };
}

function gradeOf({ tree, names }: Analysis): OfferedResult | Refused {
  const scale = mainScale(names);
  if (scale === null) return { problem: 'no-grades' };
  const named = (kind: 'grade' | 'outcome'): readonly string[] =>
    names.symbols.filter((symbol) => symbol.kind === kind && symbol.owner === scale).map(({ name }) => name);
  let ungraded = false;
  walk(tree, (node) => {
    if (node.kind === 'grade-effect' && node.effect === 'no-grade') ungraded = true;
  });
  return { of: 'grade', grades: named('grade'), outcomes: named('outcome'), ungraded };
}

/** The items of a name in a place, not those inside of one of them; a sheet counts as part of the item that uses it. */
function nearest(place: Scored, name: string, policy: Analysis): readonly Scored[] {
  return partsOf(place, policy).flatMap((part) => (nameOf(part) === name ? [part] : nearest(part, name, policy)));
}

function itemNames(place: Scored, policy: Analysis): string[] {
  return partsOf(place, policy).flatMap((part) => [nameOf(part), ...itemNames(part, policy)]);
}

function partsOf(place: Scored, policy: Analysis): readonly ItemNode[] {
  const own = place.body.filter((line: LineNode): line is ItemNode => line.kind === 'item');
  const using = place.kind === 'scorecard' ? null : clauseOf(place, 'using');
  const sheet = using === null ? undefined : policy.names.references.get(using.scorecard)?.symbol.node;
  return sheet?.kind === 'scorecard' && sheet !== place ? [...own, ...partsOf(sheet, policy)] : own;
}

function nameOf(node: Scored): string {
  if (node.kind !== 'item' || node.title.kind === 'missing') return '';
  return node.title.name?.text ?? node.title.text?.text ?? '';
}
