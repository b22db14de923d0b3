import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { exampleIn, onSteps, unite, without } from '../../intervals.ts';
import { gradeTable } from '../../grade-bands.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import type { Rule } from '../../rule.ts';
import { showValue } from '../../show-value.ts';
import { firstWord } from '../../show.ts';

/** Scores below every line: the last grade must take whatever is left. */
export const gradesNoLast = defineDiagnostic<{ example: Message | null }>({
  code: 'grades/no-last',
  severity: 'error',
  message: {
    zh: ({ example }) =>
      example === null
        ? '最后没有“其余”：各等次的条件都不成立时没有等次'
        : `最后没有“其余”：总有对象得不到等次，例如得 ${example.zh} 的`,
    en: ({ example }) =>
      example === null
        ? 'There is no last line "otherwise": where no condition holds there is no grade'
        : `There is no last line "otherwise": some subjects get no grade, such as one with ${example.en}`,
  },
});

export const gradesNoLastRule: Rule = {
  kinds: [gradesNoLast],
  visit: {
    grades: (node, context) => {
      if (node.lines.some((line) => line.kind === 'grade-line' && line.otherwise)) return;
      const table = gradeTable(node, context);
      if (table === null) return;
      const { subject, bands, unit } = table;
      const covered = bands
        .filter((band) => band.exact)
        .map((band) => band.set)
        .reduce(unite, []);
      const left = onSteps(without(subject.domain, covered), subject.range.step);
      // A quota alone takes some of the subjects, never all of them; one of the last in order takes what the lines above leave.
      const last = bands.at(-1)?.line;
      if (left.length === 0 && (last?.quota === null || last?.quota.last === true)) return;
      const example = left.length === 0 || covered.length === 0 ? null : exampleIn(left);
      const line: Message = { zh: '不合格 其余', en: 'fail otherwise' };
      const fixes = fixesAtEnd(
        node,
        [{ title: { zh: '加上“不合格 其余”', en: 'Add "fail otherwise"' }, line }],
        context,
      );
      const shown = example === null ? null : showValue(example, subject, unit);
      context.report(gradesNoLast.at(firstWord(node, context.source), { example: shown }, { fixes }));
    },
  },
};
