import type { Message } from '@assess/dsl';
import { shown } from '@assess/runtime';
import { plainObject } from '../plain-object.ts';

/** A number that a JavaScript number would change or has forgotten digits of, as it is written. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An object has no prototype: `__proto__` is a key like any other. */
export type JsonValue = null | boolean | number | NumberText | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Where and why a text is not JSON. */
export class JsonTextError extends Error {
  override readonly name = 'JsonTextError';
  readonly offset: number;
  readonly text: Message;

  constructor(offset: number, text: Message) {
    super(text.en);
    this.offset = offset;
    this.text = text;
  }
}

/** Records are flat; whatever is nested deeper than this is none. */
const deepest = 50;

/**
 * Reads JSON (RFC 8259) as records need it, which `JSON.parse` does not: numbers keep every digit, a key that is there
 * twice is an error instead of losing the first value, and an error has a place and a reason in both languages.
 *
 * @throws JsonTextError
 */
export function parseJson(text: string): JsonValue {
  const reader = new JsonReader(text);
  const value = reader.readValue(0);
  reader.expectEnd();
  return value;
}

/** Reads the elements of a JSON list one by one, so that the list itself need not be held; any other value is one element. */
export function* parseJsonElements(text: string): Generator<JsonValue> {
  const reader = new JsonReader(text);
  if (reader.take('[')) {
    if (!reader.take(']')) {
      do yield reader.readValue(1);
      while (reader.take(','));
      reader.expect(']');
    }
  } else {
    yield reader.readValue(0);
  }
  reader.expectEnd();
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- they are what JSON forbids
const plainPattern = /[^"\\\u0000-\u001f]*/y;
const blankPattern = /[ \t\r\n]*/y;
const literals = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readValue(depth: number): JsonValue {
    if (depth > deepest)
      throw this.#error({ zh: `嵌套超过 ${deepest} 层`, en: `nested more than ${deepest} levels deep` });
    if (this.take('{')) return this.#readObject(depth);
    if (this.take('[')) return this.#readList(depth);
    if (this.#text[this.#at] === '"') return this.#readString();
    const number = this.#match(numberPattern);
    if (number !== '') return exactNumber(number);
    for (const [word, value] of literals) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    throw this.#unexpected({ zh: '一个值', en: 'a value' });
  }

  #readObject(depth: number): JsonObject {
    const object = plainObject<JsonValue>();
    if (this.take('}')) return object;
    do {
      this.#skipBlanks();
      const start = this.#at;
      if (this.#text[start] !== '"')
        throw this.#unexpected({ zh: '用双引号括起来的名称', en: 'a name in double quotes' });
      const key = this.#readString();
      if (key in object) {
        this.#at = start;
        throw this.#error({ zh: `名称 \`${shown(key)}\` 重复`, en: `the name \`${shown(key)}\` is there twice` });
      }
      this.expect(':');
      object[key] = this.readValue(depth + 1);
    } while (this.take(','));
    this.expect('}');
    return object;
  }

  #readList(depth: number): JsonValue[] {
    const list: JsonValue[] = [];
    if (this.take(']')) return list;
    do list.push(this.readValue(depth + 1));
    while (this.take(','));
    this.expect(']');
    return list;
  }

  #readString(): string {
    this.#at++;
    let result = this.#match(plainPattern);
    for (;;) {
      const unit = this.#text[this.#at];
      if (unit === '"') {
        this.#at++;
        return result;
      }
      if (unit !== '\\') {
        throw this.#error(
          unit === undefined
            ? { zh: '文字没有结束的双引号', en: 'a text has no closing double quote' }
            : { zh: '文字中有换行或控制字符', en: 'a text has a line break or control character in it' },
        );
      }
      result += this.#readEscape() + this.#match(plainPattern);
    }
  }

  #readEscape(): string {
    const letter = this.#text[this.#at + 1] ?? '';
    const digits = this.#text.slice(this.#at + 2, this.#at + 6);
    if (letter === 'u' && /^[0-9a-f]{4}$/i.test(digits)) {
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    if (escaped === undefined)
      throw this.#error({ zh: '反斜线后面的写法不对', en: 'the escape behind a backslash is not one' });
    this.#at += 2;
    return escaped;
  }

  /** Takes a punctuation mark, behind blanks, if it comes next. */
  take(mark: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    this.#skipBlanks();
    return true;
  }

  expect(mark: string): void {
    if (!this.take(mark)) throw this.#unexpected({ zh: ` \`${mark}\``, en: `\`${mark}\`` });
  }

  expectEnd(): void {
    this.#skipBlanks();
    if (this.#at < this.#text.length) throw this.#unexpected({ zh: '到此结束', en: 'the end' });
  }

  #skipBlanks(): void {
    this.#match(blankPattern);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #unexpected(wanted: Message): JsonTextError {
    const unit = this.#text[this.#at];
    return this.#error(
      unit === undefined
        ? { zh: `文件在此中断，应为${wanted.zh}`, en: `it ends here, where ${wanted.en} should be` }
        : {
            zh: `出现 \`${shown(unit)}\`，应为${wanted.zh}`,
            en: `\`${shown(unit)}\` stands where ${wanted.en} should be`,
          },
    );
  }

  #error(text: Message): JsonTextError {
    return new JsonTextError(this.#at, text);
  }
}

function exactNumber(text: string): number | NumberText {
  const number = Number(text);
  return String(number) === text ? number : new NumberText(text);
}
