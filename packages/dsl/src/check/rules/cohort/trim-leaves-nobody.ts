import { isInteger, isNegative } from '@assess/runtime';
import type { DropNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { literalValue } from '../../literals.ts';
import { signatureOf } from '../../../types/builtins.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { countsOf } from '../../trim-counts.ts';

/** A 去掉 that leaves nobody of so few, or whose numbers and condition are none (semantics 11.5). */
export const trimLeavesNobody = defineDiagnostic<{ dropped: number | null; least: number }>({
  code: 'cohort/trim-leaves-nobody',
  severity: 'error',
  message: {
    zh: ({ dropped, least }) =>
      dropped === null
        ? '去掉几个要写整数，`当` 之后写总共有几个，如 `去掉 最高1个、最低1个 当 7个以上`'
        : `只有 ${least} 个数时，去掉 ${dropped} 个就没有了；在后面写 \`当 ${dropped + 1}个以上\` 或更多`,
    en: ({ dropped, least }) =>
      dropped === null
        ? 'Drop a whole number, and say behind `when` of how many, as in `drop highest 1 unit, lowest 1 unit when 7 units or more`'
        : `Of ${least} nothing is left when ${dropped} are dropped; add \`when ${dropped + 1} units or more\`, or a greater number`,
  },
});

export const trimLeavesNobodyRule: Rule = {
  kinds: [trimLeavesNobody],
  visit: {
    call: ({ function: name, selection }, context) => {
      if (signatureOf(name.text)?.overCohort !== true) return;
      for (const each of selection) if (each.kind === 'drop') reportDrop(each, context);
    },
  },
};

function reportDrop(node: DropNode, context: RuleContext): void {
  const dropped = droppedBy(node);
  const counts = countsOf(node.condition);
  if (dropped === null || counts === null) {
    context.report(trimLeavesNobody.at(node.span, { dropped: null, least: 0 }));
    return;
  }
  if (counts.from > dropped) return;
  const word = { zh: `当 ${dropped + 1}个以上`, en: `when ${dropped + 1} units or more` };
  const fix = {
    title: { zh: `加上“${word.zh}”`, en: `Add "${word.en}"` },
    safe: false,
    edits: [{ span: { start: node.span.end, end: node.span.end }, text: ` ${word[context.locale]}` }],
  };
  const least = Math.max(1, counts.from);
  context.report(trimLeavesNobody.at(node.span, { dropped, least }, { fixes: node.condition === null ? [fix] : [] }));
}

/** How many values are dropped; null where a number is no whole one, which is reported elsewhere. */
function droppedBy({ places }: DropNode): number | null {
  let dropped = 0;
  for (const { count } of places) {
    const value = literalValue(count);
    if (value === null || !isInteger(value) || isNegative(value)) return null;
    dropped += Number(value.numerator / value.denominator);
  }
  return dropped;
}
