import type { DateNode, NameNode, QuantityNode, TextNode } from '../ast/nodes.ts';
import { lex } from '../syntax/lexer.ts';
import { monthName } from '../syntax/numbers.ts';
import { numeralLength } from '../syntax/numerals.ts';
import { Reporter } from '../syntax/reporter.ts';
import { AnyName } from '../syntax/token.ts';
import { type KeywordId, keyword, keywords, type Vocabulary } from '../vocabulary/keywords.ts';
import { spell } from '../vocabulary/spelling.ts';
import { findUnit, spellUnit, units } from '../vocabulary/units.ts';

/** What the words of one vocabulary look like on the page: keywords, numbers, names, texts and the marks between them. */
export class Words {
  readonly vocabulary: Vocabulary;
  readonly zh: boolean;
  readonly #source: string;
  readonly #bracketNames: boolean;
  readonly #sorts = new Map<string, NameSort>();

  /** `bracketNames`: also names that only might be read as a keyword are bracketed. */
  constructor(vocabulary: Vocabulary, source: string, bracketNames: boolean) {
    this.vocabulary = vocabulary;
    this.zh = vocabulary === 'zh';
    this.#source = source;
    this.#bracketNames = bracketNames;
  }

  /** A keyword. `variant` counts its spellings; those without a partner in the other language are written as the first. */
  keyword(id: KeywordId, variant = 0): string {
    return spell(id, this.vocabulary, variant);
  }

  /** The other English form of a keyword that has two: the plural of a noun, the singular of `grades`. */
  inflected(id: KeywordId): string {
    return keyword(id).spellings[this.vocabulary].at(-1) ?? id;
  }

  /** Between names, texts and paths of a list. */
  get listComma(): string {
    return this.zh ? '、' : ', ';
  }

  /** Before a clause that belongs to the whole line, and between the arguments of a function. */
  get comma(): string {
    return this.zh ? '，' : ', ';
  }

  /** A number with its unit; the unit is left out where another number of a range carries it. */
  quantity({ digits, over, negative, unit }: QuantityNode, withUnit = true): string {
    const number = `${negative ? '-' : ''}${digits}${over === null ? '' : `/${over}`}`;
    if (unit === null || !withUnit) return number;
    const written = spellUnit(unit, this.vocabulary, digits !== '1');
    return this.zh || !/^\p{L}/u.test(written) ? number + written : `${number} ${written}`;
  }

  /** A unit behind 每 (per) without a number: `每月`, not `每个月`. */
  unitAlone(unit: string): string {
    const written = spellUnit(unit, this.vocabulary, false);
    const short = findUnit(unit)?.spellings.zh.find((each) => `个${each}` === written);
    return findUnit(unit)?.dimension === 'months' ? (short ?? written) : written;
  }

  date({ year, month, day }: DateNode): string {
    if (this.zh) return `${year === null ? '' : `${padded(year, 4)}年`}${month}月${day}日`;
    return year === null ? `${monthName(month)} ${day}` : `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  }

  /** A number or a date. */
  bound(node: QuantityNode | DateNode): string {
    return node.kind === 'date' ? this.date(node) : this.quantity(node);
  }

  /** `0至60次`, `1月1日 至 6月30日`. The unit stands once, but a sign such as % at both ends of a condition. */
  range(low: QuantityNode | DateNode, high: QuantityNode | DateNode, bothSigns = false): string {
    const dimension = high.kind === 'quantity' && high.unit !== null ? findUnit(high.unit)?.dimension : undefined;
    const once = low.kind === 'quantity' && high.kind === 'quantity' && low.unit === high.unit;
    const first =
      low.kind === 'date' ? this.date(low) : this.quantity(low, !once || (bothSigns && dimension === 'ratio'));
    const to = this.keyword('to');
    return [first, to, this.bound(high)].join(this.zh && low.kind === 'quantity' ? '' : ' ');
  }

  /** A name, in brackets where it would not be read as one. Where it might not, the drafter's brackets stay. */
  name({ text, span }: NameNode): string {
    const sort = this.#sortOf(text);
    const bracketed = '[【［'.includes(this.#source.charAt(span.start));
    if (sort === 'plain' || (sort === 'word' && !bracketed && !this.#bracketNames)) return text;
    return this.zh ? `【${text}】` : `[${text}]`;
  }

  /** A text in `"…"`, or in `“…”` if it contains such a mark; the title of a document in `《…》`. */
  text({ text, title }: TextNode): string {
    if (title) return `《${text}》`;
    return text.includes('"') ? `“${text}”` : `"${text}"`;
  }

  #sortOf(text: string): NameSort {
    let sort = this.#sorts.get(text);
    if (sort === undefined) {
      sort = sortOf(text);
      this.#sorts.set(text, sort);
    }
    return sort;
  }
}

/** plain: a name wherever it stands; word: a keyword or a number in some places; other: no name without brackets. */
type NameSort = 'plain' | 'word' | 'other';

/** All words of keywords and units that consist of several. */
const partsOfKeywords: ReadonlySet<string> = new Set(
  [...keywords.flatMap(({ spellings }) => spellings.en), ...units.flatMap(({ spellings }) => spellings.en)]
    .map((spelling) => spelling.split(' '))
    .filter((words) => words.length > 1)
    .flat(),
);

function sortOf(text: string): NameSort {
  const reporter = new Reporter();
  const { tokens, comments } = lex(text, reporter);
  const [token] = tokens;
  const alone = tokens.length === 1 && comments.length === 0 && reporter.diagnostics.length === 0;
  if (!alone || token?.image !== text || token.bracketed || !token.tokenType.CATEGORIES?.includes(AnyName)) {
    return 'other';
  }
  return token.spelling !== null || partsOfKeywords.has(text) || numeralLength(text) > 0 ? 'word' : 'plain';
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
