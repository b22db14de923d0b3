import { ceiling, compare, divide, floor, multiply, one, rational } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { Node, QuantityNode, TiersNode } from '../../../ast/nodes.ts';
import { childrenOf } from '../../../ast/walk.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { exampleIn, hull, intersect, onSteps, unite, without } from '../../intervals.ts';
import type { Interval, NumberSet } from '../../intervals.ts';
import type { BandSubject } from '../../bands.ts';
import { decimalsOf } from '../../decimals.ts';
import { figureOf } from '../../literals.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { showValue } from '../../show-value.ts';
import { firstWord } from '../../show.ts';
import { tierTable } from '../../tier-bands.ts';
import { unitFactor } from '../../../types/units.ts';

/** Values for which no band holds, or slivers between two bands that fall into 其余 (semantics 5.17). */
export const tiersGap = defineDiagnostic<Gap>({
  code: 'tiers/gap',
  severity: 'error',
  message: {
    zh: ({ example, between }) => {
      if (example === null) return '各行都不成立时怎么办？最后加一行“其余 得…分”';
      return between
        ? `${example.zh} 落在两档之间，只能归入“其余”；把上下两档接起来`
        : `${example.zh} 不属于任何一档；补上一档，或最后加一行“其余 得…分”`;
    },
    en: ({ example, between }) => {
      if (example === null) return 'What if no row holds? Add a last row "otherwise earns … points"';
      return between
        ? `The value ${example.en} falls between two bands into "otherwise"; make the bands meet`
        : `The value ${example.en} belongs to no band; add one, or a last row "otherwise earns … points"`;
    },
  },
});

interface Gap {
  /** A value in the gap; null where only a last row is wanting. */
  readonly example: Message | null;
  /** Whether the gap lies between bands and 其余 catches it. */
  readonly between: boolean;
}

export const tiersGapRule: Rule = {
  kinds: [tiersGap],
  visit: {
    tiers: (node, context) => {
      const gap = gapIn(node, context);
      if (gap === null) return;
      const line: Message = { zh: '其余 得0分', en: 'otherwise earns 0 points' };
      const title: Message = { zh: '其余得0分', en: 'Otherwise 0 points' };
      const fixes = gap.between ? [] : fixesAtEnd(node, [{ title, line }], context);
      context.report(tiersGap.at(firstWord(node, context.source), gap, { fixes }));
    },
  },
};

function gapIn(node: TiersNode, context: RuleContext): Gap | null {
  const hasRest = node.rows.some((row) => row.condition === null);
  const table = tierTable(node, context);
  if (table === null) return hasRest || node.rows.length === 0 ? null : { example: null, between: false };
  const { subject, bands, unit } = table;
  const covered = bands
    .filter((band) => band.exact)
    .map((band) => band.set)
    .reduce(unite, []);
  const open = (set: NumberSet): NumberSet =>
    onSteps(without(intersect(subject.domain, set), covered), subject.range.step);
  // 其余 behind bands far apart is there for what lies between; a sliver between two bands is an oversight.
  const precision = hasRest ? writtenPrecision(node, subject) : null;
  const found = open(hasRest ? hull(covered) : subject.domain);
  const uncovered = precision === null ? found : found.filter((gap) => isSliver(gap, precision));
  if (uncovered.length === 0) return null;
  const example = covered.length === 0 ? null : exampleIn(uncovered);
  return { example: example === null ? null : showValue(example, subject, unit), between: hasRest };
}

/** Whether at most one value that could be written like the bounds lies in a gap: 89 to 90, or 90 alone. */
function isSliver({ low, lowOpen, high, highOpen }: Interval, precision: Rational): boolean {
  if (low === null || high === null) return true;
  const [least, most] = [divide(low, precision), divide(high, precision)];
  const first = lowOpen ? floor(least) + 1n : ceiling(least);
  const last = highOpen ? ceiling(most) - 1n : floor(most);
  return last - first < 1n;
}

/** The last decimal place in which the bounds are written, in base units; null where there is none. */
function writtenPrecision(node: TiersNode, subject: BandSubject): Rational | null {
  let finest: Rational | null = null;
  const pending: Node[] = node.rows.flatMap(({ condition }) => (condition === null ? [] : [condition]));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind !== 'quantity') pending.push(...childrenOf(next));
    else {
      const place = placeOf(next, subject);
      if (place !== null && (finest === null || compare(place, finest) < 0)) finest = place;
    }
  }
  return finest;
}

/** 0.1% for 79.9%, 1 point for 80. */
function placeOf(node: QuantityNode, { full }: BandSubject): Rational | null {
  const figure = figureOf(node);
  const decimals = figure === null ? null : decimalsOf(figure);
  if (decimals === null) return null;
  const unit = node.unit === null ? one : unitFactor(node.unit);
  const isShare = node.unit === 'percent' || node.unit === 'permille';
  const place = divide(unit, rational(10n ** BigInt(decimals)));
  return isShare && full !== null ? multiply(place, full) : place;
}
