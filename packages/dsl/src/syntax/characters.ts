/** What a character can be part of. */
export const CharacterClass = { other: 1, space: 2, newline: 3, digit: 4, latin: 5, letter: 6, mark: 7 } as const;
export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

const space = /^[\s\u200e\u200f\ufeff]$/u;
const latin = /^[\p{Script=Latin}_]$/u;
const letter = /^[\p{L}\p{Nl}]$/u;
const mark = /^\p{M}$/u;

function classify(character: string): CharacterClass {
  if (character === '\n' || character === '\r') return CharacterClass.newline;
  if (space.test(character)) return CharacterClass.space;
  if (character >= '0' && character <= '9') return CharacterClass.digit;
  if (latin.test(character)) return CharacterClass.latin;
  if (letter.test(character)) return CharacterClass.letter;
  if (mark.test(character)) return CharacterClass.mark;
  return CharacterClass.other;
}

/** Classes of the basic plane by code unit, filled as characters are met. */
const known = new Map<number, CharacterClass>();

/** The class of the character that starts at an offset; `other` at the end of the text. Astral letters are letters. */
export function classAt(text: string, offset: number): CharacterClass {
  const unit = text.charCodeAt(offset);
  if (Number.isNaN(unit)) return CharacterClass.other;
  if (unit >= 0xd800 && unit < 0xdc00) return classify(String.fromCodePoint(text.codePointAt(offset) ?? unit));
  let found = known.get(unit);
  if (found === undefined) {
    found = classify(String.fromCharCode(unit));
    known.set(unit, found);
  }
  return found;
}

/** How many code units the character at an offset takes. */
export function widthAt(text: string, offset: number): 1 | 2 {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

/** Whether a name or a word can start here. */
export function isWordStart(text: string, offset: number): boolean {
  const found = classAt(text, offset);
  return found === CharacterClass.latin || found === CharacterClass.letter;
}

/** The end of the run of letters that starts at an offset. Digits belong to it behind a Latin letter: `F31`, `Q4得分`. */
export function wordEnd(text: string, start: number): number {
  let offset = start;
  let digits = false;
  for (;;) {
    const found = classAt(text, offset);
    if (found === CharacterClass.latin) digits = true;
    else if (found === CharacterClass.letter) digits = false;
    else if (found !== CharacterClass.mark && !(found === CharacterClass.digit && digits)) return offset;
    offset += widthAt(text, offset);
  }
}

/** The first offset from here that is no white space. */
export function skipSpace(text: string, start: number): number {
  let offset = start;
  while (isSpace(classAt(text, offset))) offset++;
  return offset;
}

function isSpace(found: CharacterClass): boolean {
  return found === CharacterClass.space || found === CharacterClass.newline;
}

/** Full-width forms of punctuation and digits, and the Chinese marks that mean the same as an ASCII one. Letters stay. */
const foldable = /[\uff01-\uff20\uff3b-\uff40\uff5b-\uff5e、。·・【】−∶]/gu;
const folded: ReadonlyMap<string, string> = new Map([
  ['、', ','],
  ['。', ';'],
  ['·', '.'],
  ['・', '.'],
  ['【', '['],
  ['】', ']'],
  ['−', '-'],
  ['∶', ':'],
]);

/** Replaces full-width forms by their ASCII key, one code unit by one, so that every offset still fits the original text. */
export function fold(text: string): string {
  return text.replaceAll(
    foldable,
    (character) => folded.get(character) ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
