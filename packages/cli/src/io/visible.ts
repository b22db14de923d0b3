/** Width of the stops to which a tab in a source line goes on. */
const tabWidth = 4;

/**
 * A text of the user's for a terminal: on one line, and with nothing in it that moves the cursor, sets colours or turns the
 * reading direction.
 */
export function visible(text: string): string {
  return text
    .replaceAll('\t', ' '.repeat(tabWidth))
    .replaceAll(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '\ufffd');
}
