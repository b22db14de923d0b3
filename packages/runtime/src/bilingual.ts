/** Texts for people: always in both languages, and the edge (a command, a page) picks one. */

export type Locale = 'zh' | 'en';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * A text of the user's inside a message: one line, nothing that moves a terminal's cursor or the reading direction, at most
 * `longest` characters.
 */
export function shown(text: string, longest = 60): string {
  // Two code units per character at most: a text of megabytes is not copied for the sake of sixty characters.
  const head = Array.from(text.slice(0, 2 * longest + 2));
  const cut = head.length > longest || text.length > 2 * longest + 2;
  const visible = (cut ? head.slice(0, longest) : head).join('').replaceAll(/\s+/gu, ' ');
  return visible.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\u{FFFD}') + (cut ? '…' : '');
}
