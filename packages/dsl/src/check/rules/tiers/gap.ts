import type { TiersNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { exampleIn, hull, intersect, onSteps, unite, without } from '../../intervals.ts';
import type { NumberSet } from '../../intervals.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { showValue } from '../../show-value.ts';
import { firstWord } from '../../show.ts';
import { tierTable } from '../../tier-bands.ts';

/** Values for which no band holds, or that fall between two bands into 其余. */
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
  const uncovered = open(hasRest ? hull(covered) : subject.domain);
  if (uncovered.length === 0) return null;
  const example = covered.length === 0 ? null : exampleIn(uncovered);
  return { example: example === null ? null : showValue(example, subject, unit), between: hasRest };
}
