import type { NameNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';

/** An option, or 其余, with two values in one choice. */
export const mappedTwice = defineDiagnostic<{ option: string | null }>({
  code: 'tiers/mapped-twice',
  severity: 'error',
  message: {
    zh: ({ option }) =>
      option === null ? '“其余”写了两行，以哪个为准？' : `选项 \`${option}\` 写了两次，以哪个为准？`,
    en: ({ option }) =>
      option === null
        ? 'There are two rows "otherwise"; which one holds?'
        : `The option \`${option}\` stands here twice; which one holds?`,
  },
});

export const mappedTwiceRule: Rule = {
  kinds: [mappedTwice],
  visit: {
    'by-table': (node, context) => {
      const seen = new Map<string, NameNode>();
      for (const option of node.rows.flatMap((row) => row.options)) {
        const first = seen.get(option.text);
        if (first === undefined) {
          seen.set(option.text, option);
          continue;
        }
        const related = [{ span: first.span, message: { zh: '先写的在这里', en: 'the first one' } }];
        context.report(mappedTwice.at(option.span, { option: option.text }, { related }));
      }
      const rests = node.rows.filter((row) => row.options.length === 0);
      for (const rest of rests.slice(1)) context.report(mappedTwice.at(rest.span, { option: null }));
    },
  },
};
