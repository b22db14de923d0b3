/** Texts of several files in one: a line `// 文件：名称` or `// file: name` begins another file. */
import type { Load } from '../src/compose/load.ts';

export interface SeveralFiles {
  /** The text before the first such line. */
  readonly text: string;
  readonly load: Load;
}

const heading = /^\/\/ (?:文件：|file: )(\S+)$/gmu;

/** The first text, and how to load the others. */
export function severalFiles(whole: string): SeveralFiles {
  const headings = [...whole.matchAll(heading)];
  const files = new Map(
    headings.map((match, index) => {
      const start = match.index + match[0].length + 1;
      return [match[1] ?? '', whole.slice(start, headings[index + 1]?.index ?? whole.length)];
    }),
  );
  return {
    text: whole.slice(0, headings[0]?.index ?? whole.length),
    load: (name) => {
      const text = files.get(name);
      if (text !== undefined) return { path: name, text };
      return { problem: { zh: '没有这个文件', en: 'there is no such file' }, near: [...files.keys()].slice(0, 1) };
    },
  };
}
