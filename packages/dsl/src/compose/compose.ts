/** A policy and what it imports as one tree. */
import type { ChapterNode, ChapterWordNode, FileNode, ImportNode, NameNode, Node } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { joinFiles, type SourceFile } from '../source/source-file.ts';
import { declaringNode, type FileScopes, oneFile } from '../symbols/file-scopes.ts';
import { Suggestions } from '../symbols/suggest.ts';
import type { Comment } from '../syntax/comment.ts';
import { parse } from '../syntax/parse.ts';
import type { Token } from '../syntax/token.ts';
import { expandPeriods } from './expand-periods.ts';
import { claimsOf, isImportable, isOfWord, nameOfChapter, namesUsedIn } from './chapter-names.ts';
import { nameClash, otherSubjects, severalChapters, unknownChapter } from './import-diagnostics.ts';
import type { Load } from './load.ts';
import { type ReadFile, readFiles } from './read-files.ts';

/** What was read of a policy and of the files that it imports from, as one text and one tree. */
export interface Composed {
  /** The texts of all files; places everywhere are offsets in it. */
  readonly source: SourceFile;
  /** The policy's own chapters, then the imported ones and what these need from their own files. */
  readonly tree: FileNode;
  readonly comments: readonly Comment[];
  /** Of the policy's own text. */
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Diagnostic[];
  readonly scopes: FileScopes;
}

/** Reads a policy with all that it imports. Never throws on a text. */
export function compose(source: SourceFile, load: Load): Composed {
  const read = parse(source);
  const parsed = { ...read, tree: expandPeriods(read.tree) };
  if (parsed.tree.chapters.every((chapter) => chapter.kind !== 'import')) return { source, ...parsed, scopes: oneFile };
  const { files, diagnostics } = readFiles(source, parsed, load);
  const composer = new Composer(files);
  for (const file of files) composer.open(file);
  const others = files.slice(1).map(({ source: text, name, via }) => ({ file: text, name, via }));
  return {
    source: joinFiles(source, others),
    tree: { ...parsed.tree, chapters: composer.chapters() },
    comments: files.flatMap((file) => file.comments),
    tokens: parsed.tokens,
    diagnostics: [...files.flatMap((file) => file.diagnostics), ...diagnostics, ...composer.diagnostics],
    scopes: composer,
  };
}

/** What one file can name. */
interface Sight {
  readonly file: ReadFile;
  readonly nodes: Set<Node>;
  /** Chapters by the names under which they are seen; attributes give their subjects. */
  readonly named: Map<string, ChapterNode>;
}

class Composer implements FileScopes {
  readonly seenFrom = new Map<Node, ReadonlySet<Node>>();
  readonly imported = new Map<Node, Node>();
  readonly results = new Map<Node, Node | null>();
  readonly everywhere = new Set<Node>();
  readonly lost = new Set<string>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #files: readonly ReadFile[];
  readonly #suggestions = new Suggestions();
  readonly #sights = new Map<ReadFile, Sight>();
  readonly #home = new Map<ChapterNode, Sight>();
  /** What the policy itself imports, with the place that says so. */
  readonly #wanted = new Map<ChapterNode, NameNode | ChapterWordNode>();

  constructor(files: readonly ReadFile[]) {
    this.#files = files;
  }

  /** Finds out what a file can name: its own chapters, and those that it imports. */
  open(file: ReadFile): void {
    const sight: Sight = { file, nodes: new Set(), named: new Map() };
    this.#sights.set(file, sight);
    const taken = new Map<string, NameNode>();
    for (const chapter of file.tree.chapters) {
      this.#home.set(chapter, sight);
      this.seenFrom.set(chapter, sight.nodes);
      this.seenFrom.set(declaringNode(chapter), sight.nodes);
      sight.nodes.add(declaringNode(chapter));
      for (const { space, name } of claimsOf(chapter)) {
        if (!taken.has(`${space} ${name.text}`)) taken.set(`${space} ${name.text}`, name);
        if (!sight.named.has(name.text)) sight.named.set(name.text, chapter);
      }
    }
    for (const [line, from] of file.imports) {
      for (const wanted of line.chapters) {
        if (from !== null) this.#import(wanted, line, from, sight, taken);
        if (!this.imported.has(wanted) && wanted.kind === 'name') this.lost.add(wanted.text);
      }
    }
  }

  #import(
    wanted: NameNode | ChapterWordNode,
    line: ImportNode,
    from: ReadFile,
    sight: Sight,
    taken: Map<string, NameNode>,
  ): void {
    const chapter = this.#find(wanted, line, from);
    if (chapter === null || sight.nodes.has(declaringNode(chapter))) {
      if (chapter !== null) this.imported.set(wanted, declaringNode(chapter));
      return;
    }
    const claims = claimsOf(chapter);
    for (const { space, name } of claims) {
      const other = taken.get(`${space} ${name.text}`);
      if (other === undefined) continue;
      this.#clash(wanted, name, other);
      return;
    }
    for (const { space, name } of claims) {
      taken.set(`${space} ${name.text}`, name);
      if (!sight.named.has(name.text)) sight.named.set(name.text, chapter);
    }
    sight.nodes.add(declaringNode(chapter));
    this.imported.set(wanted, declaringNode(chapter));
    if (sight.file.name === null) this.#wanted.set(chapter, wanted);
  }

  #find(wanted: NameNode | ChapterWordNode, line: ImportNode, from: ReadFile): ChapterNode | null {
    const file = line.file.kind === 'text' ? line.file.text : '';
    const chapters = from.tree.chapters;
    if (wanted.kind === 'name') {
      const found = chapters.find((chapter) => nameOfChapter(chapter)?.text === wanted.text);
      if (found !== undefined) return found;
      // What could not be read may be what is meant.
      if (from.diagnostics.some(({ severity }) => severity === 'error')) return null;
      this.#unknown(wanted, wanted.text, file, from);
      return null;
    }
    const found = chapters.filter((chapter) => isOfWord(chapter, wanted));
    const [first] = found;
    if (first !== undefined && found.length === 1) return first;
    const { start, end } = wanted.span;
    const home = this.#files.find((each) => each.start <= start && start <= each.start + each.source.text.length);
    const word = home?.source.text.slice(start - home.start, end - home.start) ?? wanted.chapter;
    if (first !== undefined)
      this.diagnostics.push(severalChapters.at(wanted.span, { word, file, count: found.length }));
    else if (from.diagnostics.every(({ severity }) => severity !== 'error')) this.#unknown(wanted, word, file, from);
    return null;
  }

  #unknown({ span }: Node, name: string, file: string, from: ReadFile): void {
    const known = from.tree.chapters.flatMap((chapter) => nameOfChapter(chapter)?.text ?? []);
    const suggestion = this.#suggestions.nearest(name, known);
    const fixes =
      suggestion === null
        ? []
        : [
            {
              title: { zh: `改为 \`${suggestion}\``, en: `Change to \`${suggestion}\`` },
              safe: false,
              edits: [{ span, text: suggestion }],
            },
          ];
    this.diagnostics.push(unknownChapter.at(span, { name, file, suggestion, known }, { fixes }));
  }

  #clash({ span }: Node, name: NameNode, other: NameNode): void {
    const home = this.#files.findLast((file) => file.start <= other.span.start);
    const line = home?.source.lines.at(other.span.start - home.start).line ?? 1;
    const related = [
      { span: other.span, message: { zh: '先有的在这里', en: 'the earlier one is here' } },
      { span: name.span, message: { zh: '引入的在这里', en: 'the imported one is here' } },
    ];
    this.diagnostics.push(nameClash.at(span, { name: name.text, file: home?.name ?? '', line }, { related }));
  }

  /** The policy's own chapters, those that it imports, and what these need to be read in their own files. */
  chapters(): readonly ChapterNode[] {
    const own = this.#files[0]?.tree.chapters ?? [];
    const kept = new Map<ChapterNode, Node>();
    const pending = [...this.#wanted];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [chapter, wanted] = next;
      if (kept.has(chapter)) continue;
      kept.set(chapter, wanted);
      const sight = this.#home.get(chapter);
      if (sight === undefined) continue;
      for (const name of namesUsedIn(chapter)) {
        const needed = sight.named.get(name) ?? this.#around(name, sight);
        if (needed === null || needed === chapter || !comesAlong.has(needed.kind)) continue;
        if (this.#isOwn(needed)) continue;
        if (needed.kind !== 'subjects' || !this.#hasOtherSubjects(needed, chapter, name, wanted))
          pending.push([needed, wanted]);
      }
    }
    const imported = [...kept.keys()].toSorted((one, other) => one.span.start - other.span.start);
    return [...own, ...imported];
  }

  /** A sheet in the same file that has something of this name in it. */
  #around(name: string, { file }: Sight): ChapterNode | null {
    const sheets = file.tree.chapters.filter((chapter) => chapter.kind === 'scorecard');
    return sheets.find((sheet) => declaresInside(sheet, name)) ?? null;
  }

  #isOwn(chapter: ChapterNode): boolean {
    return this.#home.get(chapter)?.file.name === null;
  }

  /** Whether the policy has subjects, and not those that a chapter of another file reads an attribute of; reports it. */
  #hasOtherSubjects(needed: ChapterNode, chapter: ChapterNode, attribute: string, { span }: Node): boolean {
    const policy = this.#files[0];
    const own = policy === undefined ? [] : [...policy.tree.chapters, ...this.#wanted.keys()];
    const subjects = own.filter((each) => each.kind === 'subjects');
    if (subjects.length === 0 || subjects.some((each) => each === needed)) return false;
    this.lost.add(attribute);
    this.diagnostics.push(
      otherSubjects.at(span, {
        chapter: nameOfChapter(chapter)?.text ?? '',
        attribute,
        subjects: nameOfChapter(needed)?.text ?? '',
        file: this.#home.get(needed)?.file.name ?? '',
      }),
    );
    return true;
  }
}

/** Kinds of chapters that come along with an imported one that names them: none of them does anything by itself. */
const comesAlong: ReadonlySet<ChapterNode['kind']> = new Set<ChapterNode['kind']>([
  'define',
  'input',
  'table',
  'scorecard',
  'subjects',
  'sample',
]);

function declaresInside(chapter: ChapterNode, name: string): boolean {
  const lines = chapter.kind === 'scorecard' ? [...chapter.body] : [];
  for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
    const title = line.kind === 'item' || line.kind === 'list' || line.kind === 'case' ? line.title : null;
    if (title?.kind === 'title' && (title.name?.text ?? title.text?.text) === name) return true;
    if (line.kind === 'input' && line.field.name.kind === 'name' && line.field.name.text === name) return true;
    if (line.kind === 'define' && line.name.kind === 'name' && line.name.text === name) return true;
    if (line.kind === 'item' || line.kind === 'list') for (const each of line.body) lines.push(each);
  }
  return false;
}

/** Whether a file is there to be imported from: it has parts to give, and neither a title nor a total of its own. */
export function holdsParts({ chapters }: FileNode, { own }: SourceFile): boolean {
  const mine = chapters.filter((chapter) => chapter.span.start <= own.text.length);
  return mine.some(isImportable) && mine.every((chapter) => chapter.kind !== 'policy' && chapter.kind !== 'total');
}
