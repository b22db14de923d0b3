import type { ChapterNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Rule } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** A chapter of which a policy has one, written twice. */
export const repeatedChapter = defineDiagnostic<{ chapter: Message; line: number }>({
  code: 'structure/repeated-chapter',
  severity: 'error',
  message: {
    zh: ({ chapter, line }) => `“${chapter.zh}”一章在第 ${line} 行已经有了，一份办法只有一章`,
    en: ({ chapter, line }) => `There already is a chapter "${chapter.en}" on line ${line}; a policy has one`,
  },
});

const single: Partial<Record<ChapterNode['kind'], Message>> = {
  policy: { zh: '办法', en: 'policy' },
  subjects: { zh: '考核对象', en: 'subjects' },
  holidays: { zh: '节假日', en: 'holidays' },
  'full-marks': { zh: '满分', en: 'full marks' },
  rounding: { zh: '保留', en: 'round to' },
  total: { zh: '总分', en: 'total' },
  grades: { zh: '等次', en: 'grades' },
  procedure: { zh: '程序', en: 'procedure' },
  consequences: { zh: '结果运用', en: 'consequences' },
};

export const repeatedChapterRule: Rule = {
  kinds: [repeatedChapter],
  visit: {
    file: (node, context) => {
      const first = new Map<ChapterNode['kind'], ChapterNode>();
      for (const chapter of node.chapters) {
        // Further scales have names.
        if (chapter.kind === 'grades' && chapter.name !== null) continue;
        const name = single[chapter.kind];
        const earlier = first.get(chapter.kind);
        if (earlier === undefined) first.set(chapter.kind, chapter);
        else if (name !== undefined) {
          const place = firstWord(earlier, context.source);
          const { line } = context.source.lines.at(place.start);
          const related = [{ span: place, message: { zh: '先写的一章', en: 'the first one' } }];
          context.report(repeatedChapter.at(firstWord(chapter, context.source), { chapter: name, line }, { related }));
        }
      }
    },
  },
};
