import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Rule } from '../../rule.ts';

/** A file without a chapter that no policy can do without. */
export const missingChapter = defineDiagnostic<{ chapter: Message; example: Message }>({
  code: 'structure/missing-chapter',
  severity: 'error',
  message: {
    zh: ({ chapter, example }) => `没有“${chapter.zh}”一章，例如 \`${example.zh}\``,
    en: ({ chapter, example }) => `There is no chapter "${chapter.en}", such as \`${example.en}\``,
  },
});

const needed = [
  {
    kind: 'policy',
    chapter: { zh: '办法', en: 'policy' },
    example: { zh: '办法 "党建工作考核办法" 版本 2024', en: 'policy "Annual assessment" version 2024' },
  },
  {
    kind: 'subjects',
    chapter: { zh: '考核对象', en: 'subjects' },
    example: { zh: '考核对象 党支部', en: 'subjects branch' },
  },
  {
    kind: 'total',
    chapter: { zh: '总分', en: 'total' },
    example: { zh: '总分 { 方式 … }', en: 'total { method … }' },
  },
] as const;

export const missingChapterRule: Rule = {
  kinds: [missingChapter],
  visit: {
    file: (node, context) => {
      if (context.role === 'parts') return;
      for (const { kind, chapter, example } of needed) {
        if (node.chapters.some((each) => each.kind === kind)) continue;
        // A file without any chapter gets one message, not three.
        context.report(
          missingChapter.at({ start: 0, end: Math.min(1, context.source.text.length) }, { chapter, example }),
        );
        if (node.chapters.length === 0) return;
      }
    },
  },
};
