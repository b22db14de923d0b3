/** Reports about names, with suggestions and fixes. */
import type { NameNode, Node } from '../ast/nodes.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { ambiguousName, duplicateName, unknownGrade, unknownName } from './name-diagnostics.ts';
import type { Sought } from './name-diagnostics.ts';
import type { Found, Scopes } from './scope.ts';
import { Suggestions } from './suggest.ts';
import type { Reference, Symbol } from './symbol.ts';

/** More places and paths than this are not shown. */
const mostShown = 8;

/** Gathers what is wrong with the names of one file. */
export class NameReports {
  readonly diagnostics: Diagnostic[] = [];
  readonly #scopes: Scopes;
  readonly #source: SourceFile;
  readonly #suggestions = new Suggestions();

  readonly #lost: ReadonlySet<string>;

  /** Names in `lost` are unknown for a reason that was told. */
  constructor(scopes: Scopes, source: SourceFile, lost: ReadonlySet<string>) {
    this.#scopes = scopes;
    this.#lost = lost;
    this.#source = source;
  }

  /** A name that means nothing, or several things. `within` is what it was looked for in, null for the file. */
  notOne(name: NameNode, found: Found, sought: Sought, within: Symbol | null): void {
    if (found.found === 'several' || found.found === 'shared') this.#ambiguous(name, found);
    else this.unknown(name, sought, within === null ? null : within.name, this.#scopes.names());
  }

  /** A name that is none of the candidates. */
  unknown(node: NameNode | Node, sought: Sought, within: string | null, candidates: Iterable<string>): void {
    const name = node.kind === 'name' || node.kind === 'text' ? node.text : '';
    if (this.#lost.has(name)) return;
    const suggestion = this.#partedOccurrence(name) ?? this.#suggestions.nearest(name, candidates);
    this.diagnostics.push(
      unknownName.at(
        node.span,
        { name, sought, within: within === '' ? null : within, suggestion },
        { fixes: this.#fixes(node.span, suggestion) },
      ),
    );
  }

  /** A chapter word used as a figure in a policy without that chapter. */
  missingChapter({ span }: Node): void {
    const name = this.#source.text.slice(span.start, span.end);
    this.diagnostics.push(unknownName.at(span, { name, sought: 'chapter', within: null, suggestion: null }));
  }

  /** A grade that is none of `grades`. */
  unknownGrade({ text, span }: NameNode, grades: readonly string[]): void {
    const suggestion = this.#suggestions.nearest(text, grades);
    this.diagnostics.push(
      unknownGrade.at(span, { name: text, grades, suggestion }, { fixes: this.#fixes(span, suggestion) }),
    );
  }

  /** Two things of one name; `key` is the key in a record that they would share, where that is what collides. */
  private duplicate(second: Symbol, first: Symbol, key: string | null): void {
    const { line } = this.#source.lines.at(first.nameNode.span.start);
    const related = [{ span: first.nameNode.span, message: { zh: '先写的在这里', en: 'the earlier one is here' } }];
    this.diagnostics.push(duplicateName.at(second.nameNode.span, { name: second.name, key, line }, { related }));
  }

  #ambiguous(name: NameNode, { found, references }: Extract<Found, { readonly found: 'several' | 'shared' }>): void {
    const shown = references.slice(0, mostShown);
    const paths = [...new Set(shown.map((each) => this.#pathTo(each)))];
    const related = [...new Set(shown.map(({ symbol }) => symbol))].map((symbol) => ({
      span: symbol.nameNode.span,
      message: { zh: `\`${symbol.name}\` 在这里`, en: `\`${symbol.name}\` is here` },
    }));
    const fixes = paths
      .filter((path) => path !== name.text)
      .map((path) => ({
        title: { zh: `写明 \`${path}\``, en: `Say \`${path}\`` },
        safe: false,
        edits: [{ span: name.span, text: path }],
      }));
    this.diagnostics.push(
      ambiguousName.at(name.span, { name: name.text, paths, shared: found === 'shared' }, { related, fixes }),
    );
  }

  /** Pairs of things with one name or one key; each thing is told of once. */
  duplicates(pairs: readonly { readonly first: Symbol; readonly second: Symbol; readonly key: string | null }[]): void {
    const told = new Set<Symbol>();
    for (const { first, second, key } of pairs) {
      if (!told.has(second)) this.duplicate(second, first, key);
      told.add(second);
    }
  }

  /** `F31发生`: a known name and the word that runs into it, parted; null if it is anything else. */
  #partedOccurrence(name: string): string | null {
    const word = ['未发生', '发生'].find((each) => name.endsWith(each));
    const subject = word === undefined ? '' : name.slice(0, -word.length);
    return word !== undefined && this.#scopes.anywhere(subject, () => true) !== null ? `${subject} ${word}` : null;
  }

  #fixes(span: Span, suggestion: string | null): readonly Fix[] {
    if (suggestion === null) return [];
    const title = { zh: `改为 \`${suggestion}\``, en: `Change to \`${suggestion}\`` };
    const declaring = this.#scopes.anywhere(suggestion, () => true);
    const text = declaring === null ? suggestion : this.#spelling(declaring);
    return [{ title, safe: false, edits: [{ span, text }] }];
  }

  /** The path by which a reference is meant and nothing else: the method, or the item around it, before the name. */
  #pathTo({ symbol, through }: Reference): string {
    const holder = through ?? symbol.owner;
    if (holder === null || holder.name === '') return this.#spelling(symbol);
    const dot = /\p{Script=Han}/u.test(holder.name + symbol.name) ? '·' : '.';
    return `${this.#spelling(holder)}${dot}${this.#spelling(symbol)}`;
  }

  /** A name as its declaration writes it, with brackets where it needs them. */
  #spelling({ name, nameNode }: Symbol): string {
    return nameNode.kind === 'name' ? this.#source.text.slice(nameNode.span.start, nameNode.span.end) : `【${name}】`;
  }
}
