import { compare } from '@assess/runtime';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { gradeTable, gradesByEffect } from '../../grade-bands.ts';
import { onSteps, unite, without } from '../../intervals.ts';
import type { NumberSet } from '../../intervals.ts';
import type { Rule } from '../../rule.ts';

/** A grade that nobody can get: neither by its score, nor out of a quota above it, nor by an effect. */
export const gradesUnreachable = defineDiagnostic<{ grade: string; reason: 'above' | 'range' | 'rest' }>({
  code: 'grades/unreachable',
  severity: 'warning',
  message: {
    zh: ({ grade, reason }) =>
      ({
        above: `谁也得不到 \`${grade}\`：上面的等次已包含了它的全部分数`,
        range: `谁也得不到 \`${grade}\`：没有这样的得分`,
        rest: `谁也得不到 \`${grade}\`：它排在“其余”后面`,
      })[reason],
    en: ({ grade, reason }) =>
      ({
        above: `Nobody can get \`${grade}\`: the grades above take all its scores`,
        range: `Nobody can get \`${grade}\`: there is no such score`,
        rest: `Nobody can get \`${grade}\`: it stands behind "otherwise"`,
      })[reason],
  },
});

export const gradesUnreachableRule: Rule = {
  kinds: [gradesUnreachable],
  visit: {
    grades: (node, context) => {
      const table = gradeTable(node, context);
      if (table === null) return;
      const byEffect = gradesByEffect(context);
      let taken: NumberSet = [];
      let overflow = false;
      let rest = false;
      let lowest = table.bands[0]?.set[0]?.low ?? null;
      for (const { line, set, exact } of table.bands) {
        const low = set[0]?.low ?? null;
        // A line that asks for more than one above it is out of order, which has its own rule.
        const inOrder = low === null || lowest === null || compare(low, lowest) <= 0;
        if (low !== null && inOrder) lowest = low;
        const left = onSteps(without(set, taken), table.subject.range.step);
        const reason = rest ? 'rest' : set.length === 0 ? 'range' : left.length === 0 ? 'above' : null;
        // Into the last in order anybody can fall.
        const isLast = line.quota?.last === true;
        if (reason !== null && !overflow && inOrder && !byEffect.has(line) && !isLast)
          context.report(gradesUnreachable.at(line.name.span, { grade: line.name.text, reason }));
        // Who falls out of a quota comes down to the next grade.
        overflow = line.quota !== null && !line.quota.last;
        rest ||= line.otherwise;
        if (exact && line.quota === null) taken = unite(taken, set);
      }
    },
  },
};
