/** The second pass over a tree: what every written name means. */
import { unwrap } from '../ast/unwrap.ts';
import { childrenOf } from '../ast/walk.ts';
import type {
  CallNode,
  ChapterNode,
  ExpressionNode,
  FactTableNode,
  FileNode,
  MissingNode,
  NameNode,
  Node,
  PathNode,
  SetNode,
} from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { builtinReference } from './builtin-names.ts';
import { type Declarations, declare, isPlace, isSection } from './declare.ts';
import { type FileScopes, oneFile, sightOf } from './file-scopes.ts';
import { resolveBooking, resolveEvents } from './event-names.ts';
import { resolveOption } from './ballot-options.ts';
import { ClassNames, sheetsUsed } from './class-names.ts';
import { GradeNames } from './grade-names.ts';
import { collidingKeys } from './keys.ts';
import { listIn } from './list-argument.ts';
import type { Sought } from './name-diagnostics.ts';
import { NameReports } from './name-reports.ts';
import { type Found, Scopes } from './scope.ts';
import { resolveSection } from './sections.ts';
import { namedValues } from './named-values.ts';
import { isOptionOf } from './option-of.ts';
import type { Names, Reference, Symbol } from './symbol.ts';

/** The names of a file and what is wrong with them. */
export interface Resolution {
  readonly names: Names;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Resolves the names of a file. `samples` are the starting points that every policy has (满分记录 …), `source` the text that
 * the fixes copy names from, `scopes` what the chapters of each of its files see. Never throws; what cannot be resolved is
 * reported once and has no entry.
 */
export function resolve(
  tree: FileNode,
  source: SourceFile,
  samples: ReadonlySet<string>,
  scopes: FileScopes = oneFile,
): Resolution {
  const declarations = declare(tree, scopes);
  const resolver = new Resolver(declarations, source, samples, scopes);
  for (const chapter of tree.chapters) resolver.read(chapter);
  const names: Names = {
    symbols: declarations.symbols,
    declared: declarations.declared,
    references: resolver.references,
    lists: resolver.lists,
    users: resolver.users,
    histories: declarations.histories,
  };
  return { names, diagnostics: resolver.finish(names) };
}

class Resolver {
  readonly references = new Map<Node, Reference>();
  readonly lists = new Map<Node, Reference>();
  readonly users = new Map<Symbol, Symbol[]>();
  readonly #scopes: Scopes;
  readonly #declarations: Declarations;
  readonly #samples: ReadonlySet<string>;
  readonly #reports: NameReports;
  readonly #files: FileScopes;
  readonly #classes: ClassNames;
  readonly #grades: GradeNames;
  readonly #isSample = (each: Symbol): boolean => each.kind === 'sample' && this.#scopes.sees(each);

  constructor(declarations: Declarations, source: SourceFile, samples: ReadonlySet<string>, files: FileScopes) {
    this.#declarations = declarations;
    this.#samples = samples;
    this.#files = files;
    this.#scopes = new Scopes(declarations, this.users, files.everywhere);
    this.#reports = new NameReports(this.#scopes, source, files.lost);
    this.#classes = new ClassNames(declarations, this.#scopes, this.#reports, this.references);
    this.#grades = new GradeNames(declarations, this.#scopes, this.#reports, this.references);
    this.#resolveUses();
  }

  /** 采用 comes first: what can be seen from outside depends on it. */
  #resolveUses(): void {
    for (const symbol of this.#declarations.symbols) {
      if (symbol.kind === 'scorecard') this.users.set(symbol, []);
    }
    for (const { sheet, user } of sheetsUsed(this.#declarations.symbols)) {
      this.#scopes.sight = sightOf(user, this.#files);
      const found = this.#named(sheet, 'scorecard', (each) => each.kind === 'scorecard' && this.#scopes.sees(each));
      const users = found === null ? undefined : this.users.get(found);
      if (users !== undefined && user.kind === 'item' && !users.includes(user)) users.push(user);
    }
  }

  /** Resolves the names in a chapter. */
  read(chapter: ChapterNode): void {
    this.#scopes.sight = this.#files.seenFrom.get(chapter) ?? null;
    this.visit(chapter, null);
  }

  /** Resolves the names in a node that stands in `place`. */
  visit(node: Node, place: Symbol | null): void {
    switch (node.kind) {
      case 'path':
        if (this.references.get(node)?.symbol.kind !== 'option') this.#path(node, place, 'figure');
        return;
      case 'occurs':
        this.#path(node.path, place, 'case');
        return;
      case 'compare':
        if (node.left !== null) this.#compared(node.left, node.right, place);
        else this.visit(node.right, place);
        return;
      case 'among':
        this.visit(node.left, place);
        this.#options(node.options, node.left);
        return;
      case 'applies':
        this.#classes.resolve(node);
        if (node.condition !== null) this.visit(node.condition, place);
        return;
      case 'sheet-table':
        if (node.key.kind === 'path') this.#path(node.key, place, 'choice');
        for (const row of node.rows) this.#options(row.options, node.key);
        return;
      case 'by-table':
        if (node.key.kind === 'path') this.#path(node.key, place, 'choice');
        for (const row of node.rows) {
          this.#options(row.options, node.key);
          this.visit(row.value, place);
        }
        return;
      case 'input':
        this.visit(node.field, place);
        for (const line of node.lines) this.visit(line, this.#declarations.declared.get(node.field) ?? place);
        return;
      case 'booked-by':
        resolveBooking(node, place, this.#scopes, this.#reports, this.references);
        return;
      case 'grade-effect':
        if (node.grade?.kind === 'name') this.#grades.resolveNamed(node.grade, place);
        else if (node.grade !== null) {
          if (node.grade.key.kind === 'path') this.#path(node.grade.key, place, 'choice');
          for (const row of node.grade.rows) this.#options(row.options, node.grade.key);
          this.#grades.resolveValues(node.grade);
        }
        for (const clause of node.clauses) this.visit(clause, place);
        return;
      case 'define':
        for (const { name, path } of namedValues(node)) this.#among(name, this.#declarations.declared.get(node), path);
        for (const child of childrenOf(node)) this.visit(child, place);
        return;
      case 'grades':
        this.#grades.within(this.#declarations.declared.get(node) ?? null, () => {
          for (const child of childrenOf(node)) this.visit(child, place);
        });
        return;
      case 'streak':
        this.#grades.resolveStreak(node);
        return;
      case 'consequence-entry':
        for (const grade of node.grades) this.#grades.resolveAnywhere(grade);
        for (const child of childrenOf(node)) this.visit(child, place);
        return;
      case 'import':
        for (const name of node.chapters) this.#elsewhere([name], this.#files.imported.get(name) ?? null);
        return;
      case 'call':
        this.#call(node, place);
        return;
      case 'sample':
      case 'test':
        for (const name of [node.from, ...(node.kind === 'test' ? node.peers : [])])
          if (name !== null && !this.#samples.has(name.text))
            this.#named(name, 'sample', this.#isSample, this.#samples);
        for (const fact of node.facts) this.visit(fact, place);
        return;
      case 'final-grade':
        if (node.grade.kind === 'name') this.#grades.resolveAnywhere(node.grade);
        return;
      case 'set':
        this.#set(node.path, node.value, place);
        return;
      case 'fact-table':
        this.#factTable(node, place);
        return;
      default: {
        const inside = this.#declarations.declared.get(node);
        if (inside !== undefined && isSection(inside))
          resolveSection(inside, this.#declarations.symbols, this.#scopes, this.#reports, this.references);
        const within = inside !== undefined && isPlace(inside) ? inside : place;
        for (const child of childrenOf(node)) this.visit(child, within);
      }
    }
  }

  /** Names that mean what another file declares, or a result of another policy; null where that was reported. */
  #elsewhere(nodes: readonly Node[], declaring: Node | null): void {
    const symbol = declaring === null ? undefined : this.#declarations.declared.get(declaring);
    if (symbol !== undefined) this.#refer(nodes, { symbol, through: null });
  }

  /** A comparison: the name of an option or a grade is read by what stands on the other side. */
  #compared(left: ExpressionNode, right: ExpressionNode, place: Symbol | null): void {
    const [first, second] = isOptionOf(left, right, place, this.#scopes) ? [right, left] : [left, right];
    this.visit(first, place);
    this.#beside(first, second, place);
  }

  /** What stands beside a figure in a comparison: an option of it, or an expression. */
  #beside(figure: ExpressionNode, other: ExpressionNode, place: Symbol | null): void {
    const value = unwrap(other);
    if (value.kind === 'path' && this.#option(value, figure)) return;
    this.visit(other, place);
  }

  /** Resolves a single name as an option of the choice (or a grade) that `field` means; false where it is neither. */
  #option(value: PathNode, field: ExpressionNode | MissingNode): boolean {
    const [name] = value.names;
    const choice = this.#choiceOf(field);
    if (choice === null || value.names.length !== 1 || name?.kind !== 'name') return false;
    if (this.#among(name, choice, value)) return true;
    // Another figure of the same options may stand on the right, too.
    if (choice.kind !== 'scale' && this.#scopes.bare(name.text, null).found !== 'none') return false;
    if (choice.kind === 'scale') this.#grades.resolve(name, choice);
    else this.#reports.unknown(name, 'option', choice.name, this.#optionNames(choice));
    return true;
  }

  #options(options: readonly NameNode[], field: ExpressionNode | MissingNode): void {
    const choice = this.#choiceOf(field);
    if (choice === null) return;
    for (const option of options) {
      if (this.#among(option, choice)) continue;
      if (choice.kind === 'scale') this.#grades.resolve(option, choice);
      else this.#reports.unknown(option, 'option', choice.name, this.#optionNames(choice));
    }
  }

  /** Resolves a name (and the path that it is) as one of a choice; false where it is none. */
  #among(name: NameNode, choice: Symbol | undefined, path: Node = name): boolean {
    const found = this.#scopes.anywhere(name.text, (each) => each.owner === choice);
    if (found !== null) this.#refer([name, path], { symbol: found, through: null });
    return found !== null;
  }

  /** The symbol whose members are the options of an expression: a field with options, or the scale for 等次. */
  #choiceOf(expression: ExpressionNode | MissingNode): Symbol | null {
    let value = unwrap(expression);
    // A definition may pass a choice on under another name; more than a few links are a circle.
    for (let links = 0; links < 8; links++) {
      const symbol = this.references.get(value)?.symbol;
      if (symbol === undefined) return null;
      if (symbol.kind === 'scale') return symbol;
      if (symbol.node.kind === 'field') return symbol.node.type.kind === 'choice-type' ? symbol : null;
      if (symbol.node.kind !== 'define') return null;
      if (symbol.node.options.length > 0) return symbol;
      value = unwrap(symbol.node.value);
      if (value.kind === 'path' && !this.references.has(value)) this.#quietly(value, symbol);
    }
    return null;
  }

  /** Resolves the path of a definition that stands further down; if it is wrong, its own visit says so. */
  #quietly(path: PathNode, definition: Symbol): void {
    const [name] = path.names;
    if (path.names.length !== 1 || name?.kind !== 'name') return;
    const { sight } = this.#scopes;
    this.#scopes.sight = sightOf(definition, this.#files);
    const found = this.#scopes.bare(name.text, definition.owner);
    this.#scopes.sight = sight;
    if (found.found === 'one') this.references.set(path, found.reference);
  }

  #optionNames(choice: Symbol): Iterable<string> {
    return this.#scopes.namesOf((each) => each.owner === choice);
  }

  /** A path: the first name as seen from its place, each further one inside the one before. */
  #path(path: PathNode, place: Symbol | null, sought: Sought): void {
    const result = this.#files.results.get(path);
    if (result !== undefined) return this.#elsewhere([...path.names, path], result);
    let holder: Reference | null = null;
    for (const name of path.names) {
      const within: Reference | null = holder;
      if (name.kind === 'builtin-name') {
        holder = builtinReference(name, this.#declarations);
        if (holder === null) {
          // The total has a diagnostic of its own: no policy is without one.
          if (name.name !== 'total') this.#reports.missingChapter(name);
          return;
        }
      } else {
        const found: Found =
          within === null ? this.#scopes.bare(name.text, place) : this.#scopes.member(name.text, within);
        if (found.found !== 'one') {
          this.#reports.notOne(name, found, within === null ? sought : 'member', within?.symbol ?? null);
          return;
        }
        holder = found.reference;
      }
      this.#refer([name], holder);
    }
    if (holder !== null) this.#refer([path], holder);
  }

  /** An argument that names a list, or a field of one, runs over its entries: their fields are seen in it. */
  #argument(argument: ExpressionNode, place: Symbol | null): void {
    const value = argument.kind === 'filtered' ? argument.value : argument;
    const list = listIn(value, place, this.#scopes);
    if (list !== null) this.lists.set(argument, list);
    this.visit(argument, list?.symbol ?? place);
  }

  #set(path: PathNode | MissingNode, given: SetNode['value'], place: Symbol | null): void {
    if (path.kind === 'path' && !this.references.has(path)) this.#path(path, place, 'figure');
    const target = this.references.get(path)?.symbol ?? null;
    if (given.kind === 'events') {
      if (target !== null) resolveEvents(given, target, this.#scopes, this.#reports, this.references);
      return;
    }
    const value = unwrap(given);
    if (value.kind === 'path' && path.kind === 'path' && this.#option(value, path)) return;
    this.visit(given, place);
  }

  /** A table of tests: its columns, and in every row the options that the columns mean. */
  #factTable({ sets, expects, rows }: FactTableNode, place: Symbol | null): void {
    const columns = [...sets, ...expects];
    for (const column of columns) if (column.kind === 'path') this.#path(column, place, 'figure');
    for (const { cells } of rows) {
      for (const [index, cell] of cells.entries()) {
        const column = columns[index];
        if (cell.kind === 'refusal' || column?.kind !== 'path') continue;
        if (cell.kind === 'compare' && cell.left === null) this.#beside(column, cell.right, place);
        // A column that means nothing has been reported, and its options with it.
        else if (this.references.has(column)) this.#set(column, cell, place);
      }
    }
  }

  /** A function. An argument that names no figure can be a grade of the scales among the others: `达级个数（优秀，组织等级）`. */
  #call({ arguments: given, by, ...node }: CallNode, place: Symbol | null): void {
    const open: PathNode[] = [];
    for (const argument of given) {
      const inner = unwrap(argument);
      if (resolveOption(inner, given[0], this.#scopes, this.references)) continue;
      const [name] = inner.kind === 'path' ? inner.names : [];
      if (inner.kind === 'path' && name?.kind === 'name' && this.#scopes.bare(name.text, place).found === 'none')
        open.push(inner);
      else this.#argument(argument, place);
    }
    for (const argument of open) {
      const scale = given.find((other) => this.#choiceOf(other)?.kind === 'scale');
      if (scale === undefined || !this.#option(argument, scale)) this.#argument(argument, place);
    }
    for (const key of by) this.#path(key, place, 'choice');
    for (const each of [...node.selection, ...node.ties, node.where]) if (each !== null) this.visit(each, place);
  }

  /** A name that only things of one kind can bear. */
  #named(
    name: NameNode | MissingNode,
    kind: Sought,
    accept: (symbol: Symbol) => boolean,
    others: Iterable<string> = [],
  ): Symbol | null {
    if (name.kind === 'missing') return null;
    const found = this.#scopes.anywhere(name.text, accept);
    if (found === null) this.#reports.unknown(name, kind, null, [...this.#scopes.namesOf(accept), ...others]);
    else this.#refer([name], { symbol: found, through: null });
    return found;
  }

  #refer(nodes: readonly Node[], reference: Reference): void {
    for (const node of nodes) this.references.set(node, reference);
  }

  /** Adds what can only be seen of all names together, and gives everything that was found. */
  finish(names: Names): readonly Diagnostic[] {
    this.#reports.duplicates([
      ...this.#declarations.duplicates.map(([second, first]) => ({ second, first, key: null })),
      ...collidingKeys(names),
    ]);
    return this.#reports.diagnostics;
  }
}
