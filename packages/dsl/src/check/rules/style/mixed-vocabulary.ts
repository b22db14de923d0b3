import { walk } from '../../../ast/walk.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { vocabularyOf } from '../../../syntax/parse.ts';
import type { Rule } from '../../rule.ts';

/** A keyword of the other vocabulary. It means the same; a file is easier to read in one. */
export const mixedVocabulary = defineDiagnostic<{ word: string; partner: string; chinese: boolean }>({
  code: 'style/mixed-vocabulary',
  severity: 'info',
  message: {
    zh: ({ word, partner, chinese }) =>
      `本文件多用${chinese ? '中文' : '英文'}关键词，\`${word}\` 是${chinese ? '英文' : '中文'}的；统一写作 \`${partner}\``,
    en: ({ word, partner, chinese }) =>
      `Most keywords here are ${chinese ? 'Chinese' : 'English'}, but \`${word}\` is ${chinese ? 'English' : 'Chinese'}; write \`${partner}\``,
  },
});

export const mixedVocabularyRule: Rule = {
  kinds: [mixedVocabulary],
  visit: {
    file: (tree, context) => {
      const vocabulary = vocabularyOf(context.tokens);
      // A soft keyword outside its slot is a name of the drafter's own.
      const names = new Set<number>();
      walk(tree, (node) => {
        if (node.kind === 'name') names.add(node.span.start);
      });
      for (const { spelling, startOffset, end } of context.tokens) {
        if (spelling === null || spelling.vocabulary === vocabulary || names.has(startOffset)) continue;
        const { zh, en } = spelling.keyword.spellings;
        const variant = zh.length === en.length ? spelling.variant : 0;
        const partner = spelling.keyword.spellings[vocabulary][variant] ?? '';
        const span = { start: startOffset, end };
        const word = context.source.text.slice(span.start, span.end);
        context.report(mixedVocabulary.at(span, { word, partner, chinese: vocabulary === 'zh' }));
      }
    },
  },
};
