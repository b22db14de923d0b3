/** Examples that are not a whole policy, in the smallest policy around them. */
import type { Example } from './examples.ts';

interface Frame {
  readonly total: string;
  /** The chapters that a policy cannot do without: how one begins, and one that does as well as any. */
  readonly chapters: readonly { readonly begins: RegExp; readonly text: string }[];
}

const frames: Readonly<Record<Example['language'], Frame>> = {
  zh: {
    total: '总分',
    chapters: [
      { begins: /^办法/m, text: '办法 "例" 版本 2024' },
      { begins: /^考核对象/m, text: '考核对象 单位' },
    ],
  },
  en: {
    total: 'total',
    chapters: [
      { begins: /^policy/m, text: 'policy "Example" version 2024' },
      { begins: /^subjects/m, text: 'subjects unit' },
    ],
  },
};

/** The text of a policy that contains the example. */
export function framed({ kind, language, text }: Example): string {
  if (kind === 'policy' || kind === 'cohort') return text;
  const frame = frames[language];
  const body = kind === 'item' ? `${frame.total} {\n${text}\n}` : text;
  return [...frame.chapters.filter(({ begins }) => !begins.test(body)).map((each) => each.text), body].join('\n');
}
