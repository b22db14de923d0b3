/** Reads a policy and every file that it imports from, each once. */
import type { ImportNode } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { parse, type Parsed } from '../syntax/parse.ts';
import { fileName } from './file-name.ts';
import { circularImport, tooManyFiles, unreadableFile } from './import-diagnostics.ts';
import type { Load, LoadedFile } from './load.ts';
import { expandPeriods } from './expand-periods.ts';
import { shiftDiagnostic, shiftNode, shiftSpan } from './shift.ts';

/** One file of a policy. All places are already those in the text of all files. */
export interface ReadFile extends Omit<Parsed, 'tokens'> {
  readonly source: SourceFile;
  /** Relative to the policy's folder; null for the policy itself. */
  readonly name: string | null;
  /** Where its text starts in the text of all files. */
  readonly start: number;
  /** The place in the policy's own text by which it came to be read; null for the policy itself. */
  readonly via: Span | null;
  /** What the lines of its 引入 name; null where that could not be read. */
  readonly imports: Map<ImportNode, ReadFile | null>;
}

export interface ReadFiles {
  /** The policy first, then in the order in which they were read. */
  readonly files: readonly ReadFile[];
  readonly diagnostics: readonly Diagnostic[];
}

const mostFiles = 100;
const mostText = 4_000_000;
const deepest = 20;

/** Reads `source`, which `parsed` is of, and what it imports from. Never throws on a text, whatever it imports. */
export function readFiles(source: SourceFile, parsed: Parsed, load: Load): ReadFiles {
  const reader = new Reader(load);
  const own = { ...parsed, source, name: null, start: 0, via: null, imports: new Map<ImportNode, ReadFile | null>() };
  reader.read(own, []);
  return reader;
}

class Reader implements ReadFiles {
  readonly files: ReadFile[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #load: Load;
  readonly #known = new Map<string, ReadFile | null>();
  /** Of all files together. */
  #length = 0;
  #full = false;

  constructor(load: Load) {
    this.#load = load;
  }

  /** Takes a file in and then what it imports from; `around` are the files on the way to it, the policy first. */
  read(file: ReadFile, around: readonly ReadFile[]): void {
    this.files.push(file);
    this.#length = file.start + file.source.text.length;
    for (const chapter of file.tree.chapters) {
      if (chapter.kind === 'import') file.imports.set(chapter, this.#imported(chapter, file, [...around, file]));
    }
  }

  #imported({ file: text }: ImportNode, importer: ReadFile, around: readonly ReadFile[]): ReadFile | null {
    if (text.kind === 'missing') return null;
    const named = fileName(text.text, importer.name);
    if ('problem' in named) {
      this.diagnostics.push(
        unreadableFile.at(text.span, { file: text.text, problem: named.problem, suggestion: null }),
      );
      return null;
    }
    const { name } = named;
    const circle = around.findIndex((each) => each.name === name);
    if (circle >= 0) {
      const chain = [...around.slice(circle).map((each) => each.name ?? ''), name];
      this.diagnostics.push(circularImport.at(text.span, { chain }));
      return null;
    }
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const limit = this.#limit(around.length);
    if (limit !== null) {
      if (!this.#full) this.diagnostics.push(tooManyFiles.at(text.span, { limit }));
      this.#full = true;
      return null;
    }
    const read = this.#open(name, text.text, text.span, importer.via ?? text.span);
    this.#known.set(name, read);
    if (read !== null) this.read(read, around);
    return read;
  }

  #limit(depth: number) {
    const most = mostFiles - 1;
    if (this.files.length > most)
      return { zh: `一份办法至多引入 ${most} 个文件`, en: `a policy imports from at most ${most} files` };
    if (depth >= deepest)
      return {
        zh: `文件一个引一个，至多 ${deepest} 层`,
        en: `files that import one another are at most ${deepest} deep`,
      };
    const own = this.files[0]?.source.text.length ?? 0;
    if (this.#length - own > mostText)
      return {
        zh: `引入的文件合计至多 ${mostText / 10_000} 万字`,
        en: `all imported files have at most ${mostText / 1_000_000} million characters`,
      };
    return null;
  }

  #open(name: string, written: string, place: Span, via: Span): ReadFile | null {
    const loaded = this.#load(name);
    if ('problem' in loaded) {
      const [suggestion = null] = loaded.near;
      this.diagnostics.push(unreadableFile.at(place, { file: written, problem: loaded.problem, suggestion }));
      return null;
    }
    const { source, tree, comments, diagnostics } = parsedOf(loaded);
    const start = this.#length + 1;
    return {
      source,
      name,
      start,
      via,
      tree: shiftNode(expandPeriods(tree), start),
      comments: comments.map((comment) => ({ ...comment, span: shiftSpan(comment.span, start) })),
      diagnostics: diagnostics.map((each) => shiftDiagnostic(each, start)),
      imports: new Map(),
    };
  }
}

type LoadedText = Extract<LoadedFile, { readonly text: string }>;

/** What was read of a file, for as long as the host keeps the file that it gave. */
const known = new WeakMap<LoadedText, Parsed & { readonly source: SourceFile }>();

function parsedOf(loaded: LoadedText): Parsed & { readonly source: SourceFile } {
  const earlier = known.get(loaded);
  if (earlier !== undefined) return earlier;
  const source = new SourceFile(loaded.path, loaded.text);
  const parsed = { source, ...parse(source) };
  known.set(loaded, parsed);
  return parsed;
}
