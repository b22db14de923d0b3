import type { ByTableNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { fixesAtEnd } from '../../row-fixes.ts';
import type { Rule } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** A choice that leaves an option of its key without a value. */
export const tiersNotMapped = defineDiagnostic<{ key: string; options: readonly string[] }>({
  code: 'tiers/not-mapped',
  severity: 'error',
  message: {
    zh: ({ key, options }) => `\`${key}\` 还有 ${list(options, '、')} 没有对应的值；补全，或写“其余”`,
    en: ({ key, options }) => `\`${key}\` can also be ${list(options, ', ')}; give a value for it, or "otherwise"`,
  },
});

function list(options: readonly string[], separator: string): string {
  const shown = options.slice(0, 8).map((option) => `\`${option}\``);
  return [...shown, ...(options.length > 8 ? ['…'] : [])].join(separator);
}

export const tiersNotMappedRule: Rule = {
  kinds: [tiersNotMapped],
  visit: {
    'by-table': (node, context, ancestors) => {
      if (node.key.kind === 'missing' || node.rows.length === 0) return;
      const type = context.types.get(node.key);
      if (type?.type !== 'choice' || node.rows.some((row) => row.options.length === 0)) return;
      const mapped = new Set(node.rows.flatMap((row) => row.options.map((option) => option.text)));
      const options = type.options.filter((option) => !mapped.has(option));
      // A row for what is no option is reported as that; the option that was meant is not missing.
      if (options.length === 0 || [...mapped].some((option) => !type.options.includes(option))) return;
      const key = context.source.text.slice(node.key.span.start, node.key.span.end);
      const lines = otherwise(node, ancestors).map((line) => ({
        title: { zh: `补上“${line.zh}”`, en: `Add "${line.en}"` },
        line,
      }));
      context.report(
        tiersNotMapped.at(
          firstWord(node, context.source),
          { key, options },
          { fixes: fixesAtEnd(node, lines, context) },
        ),
      );
    },
  },
};

/** 其余 with nothing, in the unit of the other rows; where that is points or a percentage. */
function otherwise(node: ByTableNode, ancestors: readonly Node[]): readonly Message[] {
  // Weights of nothing, or a quota of nothing, are for the drafter to write.
  if (ancestors.at(-1)?.kind === 'weight' || ancestors.at(-1)?.kind === 'quota') return [];
  const units = new Set(node.rows.map(({ value }) => (value.kind === 'quantity' ? value.unit : null)));
  if (units.size !== 1) return [];
  if (units.has('point')) return [{ zh: '其余 0分', en: 'otherwise 0 points' }];
  return units.has('percent') ? [{ zh: '其余 0%', en: 'otherwise 0%' }] : [];
}
