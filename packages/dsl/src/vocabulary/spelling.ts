import { type Keyword, type KeywordId, keyword, keywords, type Vocabulary } from './keywords.ts';

/** One way to write a keyword: which keyword, in which language, and which of that language's spellings (0 is canonical). */
export interface Spelling {
  readonly keyword: Keyword;
  readonly vocabulary: Vocabulary;
  readonly variant: number;
}

const spellings: ReadonlyMap<string, Spelling> = new Map(
  keywords.flatMap((each) =>
    (['zh', 'en'] as const).flatMap((vocabulary) =>
      each.spellings[vocabulary].map((text, variant) => [text, { keyword: each, vocabulary, variant }] as const),
    ),
  ),
);

/** The keyword spelt like this (NFC; English words parted by one space), or null. */
export function findSpelling(text: string): Spelling | null {
  return spellings.get(text) ?? null;
}

/** Keywords of several words by their first word, those of most words first: a longer keyword wins. */
export const severalWords: ReadonlyMap<string, readonly (readonly string[])[]> = byFirstWord(spellings.keys());

/** Sorts texts of several words under their first word, those of most words first. */
export function byFirstWord(texts: Iterable<string>): Map<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const text of texts) {
    const words = text.split(' ');
    const [first] = words;
    if (first === undefined || words.length === 1) continue;
    found.set(
      first,
      [...(found.get(first) ?? []), words].toSorted((a, b) => b.length - a.length),
    );
  }
  return found;
}

/**
 * How a keyword is written in a vocabulary. `variant` is the spelling that the drafter used: kept where each spelling has a
 * partner in the other language, otherwise the canonical one is written.
 */
export function spell(id: KeywordId, vocabulary: Vocabulary, variant = 0): string {
  const { zh, en } = keyword(id).spellings;
  const paired = zh.length === en.length;
  return (vocabulary === 'zh' ? zh : en)[paired ? variant : 0] ?? id;
}
