/** What can be wrong with 引入. Defined here because composing finds it. */
import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Message } from '../source/locale.ts';

/** A file that cannot be read, or a name that is none of a file. */
export const unreadableFile = defineDiagnostic<{ file: string; problem: Message; suggestion: string | null }>({
  code: 'import/unreadable-file',
  severity: 'error',
  message: {
    zh: ({ file, problem, suggestion }) =>
      `无法引入 \`${file}\`：${problem.zh}${suggestion === null ? '' : `；是否应为 \`${suggestion}\`？`}`,
    en: ({ file, problem, suggestion }) =>
      `Cannot import from \`${file}\`: ${problem.en}${suggestion === null ? '' : `; did you mean \`${suggestion}\`?`}`,
  },
});

/** Files that import from each other in a circle. */
export const circularImport = defineDiagnostic<{ chain: readonly string[] }>({
  code: 'import/circular',
  severity: 'error',
  message: {
    zh: ({ chain }) =>
      `文件互相引入，绕成了圈：${chain.map((each) => `\`${each}\``).join(' → ')}；把共用的章移到另一个文件`,
    en: ({ chain }) =>
      `The files import each other in a circle: ${chain.map((each) => `\`${each}\``).join(' → ')}; move what they share into another file`,
  },
});

/** More files, or more text, than one policy may be made of. */
export const tooManyFiles = defineDiagnostic<{ limit: Message }>({
  code: 'import/too-many',
  severity: 'error',
  message: {
    zh: ({ limit }) => `引入过多：${limit.zh}`,
    en: ({ limit }) => `Too much is imported: ${limit.en}`,
  },
});

/** A chapter that the file does not have. */
export const unknownChapter = defineDiagnostic<{
  name: string;
  file: string;
  suggestion: string | null;
  known: readonly string[];
}>({
  code: 'import/unknown-chapter',
  severity: 'error',
  message: {
    zh: ({ name, file, suggestion, known }) =>
      `\`${file}\` 里没有可引入的 \`${name}\`${
        suggestion === null
          ? known.length === 0
            ? ''
            : `；有 ${listed(known, '、')}`
          : `，是否应为 \`${suggestion}\`？`
      }`,
    en: ({ name, file, suggestion, known }) =>
      `\`${file}\` has no \`${name}\` to import${
        suggestion === null
          ? known.length === 0
            ? ''
            : `; it has ${listed(known, ', ')}`
          : `; did you mean \`${suggestion}\`?`
      }`,
  },
});

/** A chapter word of which the file has several. */
export const severalChapters = defineDiagnostic<{ word: string; file: string; count: number }>({
  code: 'import/several-chapters',
  severity: 'error',
  message: {
    zh: ({ word, file, count }) => `\`${file}\` 有 ${count} 章 \`${word}\`，请写要引入的那一章的名称`,
    en: ({ word, file, count }) => `\`${file}\` has ${count} chapters \`${word}\`; name the one that is meant`,
  },
});

/** Two things of one name in sight of one file. */
export const nameClash = defineDiagnostic<{ name: string; file: string; line: number }>({
  code: 'import/name-clash',
  severity: 'error',
  message: {
    zh: ({ name, file, line }) =>
      `引入的 \`${name}\` 与${file === '' ? '本文件' : ` \`${file}\` `}第 ${line} 行的同名；其中一处要改名，或不再引入`,
    en: ({ name, file, line }) =>
      `The imported \`${name}\` has the name of something on line ${line} of ${file === '' ? 'this file' : `\`${file}\``}; rename one of them or do not import it`,
  },
});

/** An imported chapter reads an attribute of subjects that are not those of the policy. */
export const otherSubjects = defineDiagnostic<{ chapter: string; attribute: string; subjects: string; file: string }>({
  code: 'import/other-subjects',
  severity: 'error',
  message: {
    zh: ({ chapter, attribute, subjects, file }) =>
      `引入的 \`${chapter}\` 用到 \`${file}\` 里考核对象 \`${subjects}\` 的 \`${attribute}\`，本办法另有考核对象；删去本办法的考核对象，改为 \`引入 ${subjects} 来自 …\``,
    en: ({ chapter, attribute, subjects, file }) =>
      `The imported \`${chapter}\` reads \`${attribute}\` of the subjects \`${subjects}\` in \`${file}\`, but this policy has subjects of its own; leave them out and import \`${subjects}\``,
  },
});

function listed(names: readonly string[], separator: string): string {
  const shown = names.slice(0, 8).map((each) => `\`${each}\``);
  return shown.join(separator) + (names.length > shown.length ? ' …' : '');
}
