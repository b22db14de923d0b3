/** Chinese numerals, which a policy does not use: recognised to offer the Arabic ones. */

const digits: ReadonlyMap<string, number> = new Map(
  Array.from('零一二三四五六七八九')

    .map((character, index) => [character, index] as const)
    .concat([
      ['〇', 0],
      ['两', 2],
    ]),
);
const powers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** How many characters at the start of a text are Chinese numerals. */
export function numeralLength(text: string): number {
  let length = 0;
  while (digits.has(text.charAt(length)) || powers.has(text.charAt(length)) || text[length] === '万') length++;
  return length;
}

/** The number that Chinese numerals say (`二十三`, `一万二千`, `二〇二三`), or null if they say none. */
export function readNumeral(text: string): number | null {
  if (text === '' || text.length > 12) return null;
  const plain = Array.from(text, (character) => digits.get(character));
  if (plain.length > 1 && plain.every((digit) => digit !== undefined)) return Number(plain.join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    const value = digits.get(character);
    const power = powers.get(character);
    if (value !== undefined) {
      digit = value;
    } else if (power !== undefined) {
      section += (digit ?? 1) * power;
      digit = null;
    } else {
      total = (total + section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}

/** A fraction or a percentage in Arabic figures; `length` is that of its Chinese text. */
export interface Fraction {
  readonly digits: string;
  readonly over: string | null;
  readonly percent: boolean;
  readonly length: number;
}

/**
 * `三分之二`, `百分之八十`: the fraction or percentage with which a text begins, as it should be written, and how long it is;
 * or null.
 */
export function readFraction(text: string): Fraction | null {
  const below = numeralLength(text);
  if (below === 0 || below > 8 || !text.startsWith('分之', below)) return null;
  const above = numeralLength(text.slice(below + 2));
  const [over, share] = [readNumeral(text.slice(0, below)), readNumeral(text.slice(below + 2, below + 2 + above))];
  if (over === null || share === null || over === 0 || above > 8) return null;
  const percent = text.slice(0, below) === '百';
  return { digits: String(share), over: percent ? null : String(over), percent, length: below + 2 + above };
}
