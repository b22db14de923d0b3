/** Texts in quotation marks, titles and names in brackets: scanned in the original text, where nothing is folded. */

/** Something between two marks on one line. */
export interface Quoted {
  /** Between the marks; of an unclosed one, up to where it is taken to end. */
  readonly inner: string;
  readonly end: number;
  readonly closed: boolean;
}

/** What closes each opening mark; where both differ they nest. */
const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['＂', '＂"'],
  ['“', '”'],
  ['《', '》'],
  ['【', '】］]'],
  ['[', ']］】'],
  ['［', ']］】'],
]);

/** Scans from an opening mark to the one that closes it. A line end closes nothing: the rest of the line is given back. */
export function scanQuoted(text: string, start: number): Quoted {
  const open = text.charAt(start);
  const close = closing.get(open) ?? open;
  const nests = open === '“' || open === '《';
  let depth = 1;
  let offset = start + 1;
  for (; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (character === '\n' || character === '\r') break;
    if (nests && character === open) depth++;
    else if (close.includes(character)) depth--;
    if (depth === 0) return { inner: text.slice(start + 1, offset), end: offset + 1, closed: true };
  }
  return unclosed(text, start, offset);
}

/**
 * Where an unclosed text is taken to end: at another quotation mark, else at the end of the line, without a brace and
 * separators there: those belong to the policy.
 */
function unclosed(text: string, start: number, lineEnd: number): Quoted {
  const rest = text.slice(start + 1, lineEnd);
  const another = '"＂“'.includes(text.charAt(start)) ? rest.search(/["“”＂]/u) : -1;
  if (another >= 0) return { inner: rest.slice(0, another), end: start + 1 + another + 1, closed: false };
  let length = rest.length;
  while (length > 0 && ' \t{}｛｝；;，,'.includes(rest.charAt(length - 1))) length--;
  return { inner: rest.slice(0, length), end: start + 1 + length, closed: false };
}
