import { type Code, atom, isName } from './code.ts';

/** Collects the statements of one step, in blocks, and hands out names for what they compute. */
export class Writer {
  readonly lines: string[] = [];
  readonly #bound = new Set<string>();
  readonly #names: { readonly prefix: string; next: number };
  readonly #outer: Writer | null;

  /** `prefix` begins every name: `s12` gives `s12_1`, `s12_2` and so on. */
  constructor(prefix: string);
  constructor(prefix: string, outer: Writer);
  constructor(prefix: string, outer: Writer | null = null) {
    this.#names = outer === null ? { prefix, next: 1 } : outer.#names;
    this.#outer = outer;
  }

  /** A writer for a block inside this one, for code that must not run outside it. */
  block(): Writer {
    return new Writer(this.#names.prefix, this);
  }

  write(line: string): void {
    this.lines.push(line);
  }

  /** Takes over the lines of a block, set in. */
  append(block: Writer): void {
    for (const line of block.lines) this.lines.push(`  ${line}`);
  }

  fresh(): string {
    return `${this.#names.prefix}_${this.#names.next++}`;
  }

  /** The code under a name, so that it is computed once however often it is used. */
  bind(code: Code, name: string = this.fresh()): Code {
    if (isName(code)) return code;
    this.write(`const ${name} = ${code.text};`);
    this.#bound.add(name);
    return atom(name);
  }

  /** Declares names that the blocks that follow assign, one of them with a value to begin with. */
  declare(names: readonly string[], initial: Code | null = null): void {
    this.write(`let ${names.join(', ')}${initial === null ? '' : ` = ${initial.text}`};`);
    for (const name of names) this.#bound.add(name);
  }

  /** The block that binds the name: this one or one around it; null for names from outside the step. */
  scopeOf(name: string): Writer | null {
    return this.#bound.has(name) ? this : (this.#outer?.scopeOf(name) ?? null);
  }

  /** Whether names bound by `scope` can be used here. */
  sees(scope: Writer | null): boolean {
    return scope === null || scope === this || (this.#outer?.sees(scope) ?? false);
  }
}
