/** The first pass over a tree: what it declares, and in what. */
import type {
  BallotNode,
  CaseNode,
  ChapterNode,
  ClauseNode,
  DefineNode,
  FieldNode,
  FileNode,
  GradesNode,
  InputNode,
  LineNode,
  MissingNode,
  NameNode,
  PanelNode,
  Node,
  TitleNode,
} from '../ast/nodes.ts';
import { type FileScopes, oneFile } from './file-scopes.ts';
import { holdsEntries } from './entries.ts';
import { historiesOf } from './histories.ts';
import type { Names, Symbol, SymbolKind } from './symbol.ts';

/** All declared things of one file. */
export interface Declarations {
  readonly symbols: readonly Symbol[];
  readonly declared: ReadonlyMap<Node, Symbol>;
  /** Things that share a place and a name with an earlier one: each with that one. */
  readonly duplicates: readonly (readonly [Symbol, Symbol])[];
  readonly histories: Names['histories'];
}

/** Kinds that expressions name. They share one space of names in each place. */
const nameable: ReadonlySet<SymbolKind> = new Set([
  'attribute',
  'input',
  'figure',
  'table',
  'item',
  'list',
  'case',
  'ballot',
  'scale',
  'entry-field',
  'rater-count',
]);

/** Whether an expression can name a thing of this kind by its bare name. */
export function isNameable(kind: SymbolKind): boolean {
  return nameable.has(kind);
}

/** Whether a symbol is a `维度 X` that only groups the cases of a list. */
export function isSection(symbol: Symbol): boolean {
  return symbol.kind === 'list' && symbol.node.kind === 'item';
}

/** Whether names inside a thing are seen before those outside it. */
export function isPlace(symbol: Symbol): boolean {
  const { kind } = symbol;
  return holdsEntries(symbol) || ['total', 'scorecard', 'item', 'list', 'ballot'].includes(kind);
}

/** Whether a symbol is what a scale can give: a grade, or an outcome beside the grades. */
export function isGrade({ kind }: Symbol): boolean {
  return kind === 'grade' || kind === 'outcome';
}

/** Collects the declarations of a policy. Never throws. */
export function declare(tree: FileNode, scopes: FileScopes = oneFile): Declarations {
  const collector = new Collector();
  for (const chapter of tree.chapters) {
    collector.top = scopes.seenFrom.get(chapter) ?? null;
    declareChapter(collector, chapter);
  }
  collector.top = null;
  for (const [scale, input] of historiesOf(tree, collector)) {
    collector.histories.set(scale, input);
    declareInput(collector, input, null);
  }
  return collector;
}

class Collector implements Declarations {
  readonly symbols: Symbol[] = [];
  readonly declared = new Map<Node, Symbol>();
  readonly duplicates: [Symbol, Symbol][] = [];
  readonly histories = new Map<Symbol, InputNode>();
  /** Stands for the top of the file that is being read: names there need only differ within one file. */
  top: ReadonlySet<Node> | null = null;
  readonly #members = new Map<Symbol | ReadonlySet<Node> | null, Map<string, Symbol>>();

  add(kind: SymbolKind, named: NameNode | TitleNode | MissingNode | null, node: Node, owner: Symbol | null): Symbol {
    const nameNode = nameNodeOf(named) ?? node;
    const name = nameNode.kind === 'name' || nameNode.kind === 'text' ? nameNode.text : '';
    const symbol: Symbol = { kind, name, node, nameNode, owner };
    this.symbols.push(symbol);
    this.declared.set(node, symbol);
    if (name !== '') this.#claim(symbol);
    return symbol;
  }

  #claim(symbol: Symbol): void {
    // Attributes are figures of the whole policy.
    const place = symbol.kind === 'attribute' ? this.top : (symbol.owner ?? this.top);
    const members = this.#members.get(place) ?? new Map<string, Symbol>();
    this.#members.set(place, members);
    const space = isSection(symbol)
      ? 'section'
      : isNameable(symbol.kind)
        ? 'figure'
        : isGrade(symbol)
          ? 'grade'
          : symbol.kind;
    const earlier = members.get(`${space} ${symbol.name}`);
    if (earlier === undefined) members.set(`${space} ${symbol.name}`, symbol);
    else this.duplicates.push([symbol, earlier]);
  }
}

/** The node that spells the name: the name, or a title that stands for it. */
function nameNodeOf(named: NameNode | TitleNode | MissingNode | null): Symbol['nameNode'] | null {
  if (named === null || named.kind === 'missing') return null;
  return named.kind === 'name' ? named : (named.name ?? named.text);
}

function declareChapter(to: Collector, chapter: ChapterNode): void {
  switch (chapter.kind) {
    case 'subjects': {
      const subject = to.add('subject', chapter.name, chapter, null);
      for (const field of chapter.fields) declareField(to, 'attribute', field, subject);
      return;
    }
    case 'table':
      to.add('table', chapter.name, chapter, null);
      return;
    case 'total':
      declareBody(to, chapter.body, to.add('total', null, chapter, null));
      return;
    case 'scorecard':
      declareBody(to, chapter.body, to.add('scorecard', chapter.name, chapter, null));
      return;
    case 'grades':
      declareGrades(to, chapter);
      return;
    case 'procedure':
      for (const stage of chapter.stages) to.add('stage', stage.title, stage, null);
      return;
    case 'sample':
      to.add('sample', chapter.name, chapter, null);
      return;
    case 'input':
    case 'define':
    case 'list':
      declareLine(to, chapter, null);
      return;
    case 'policy':
    case 'basis':
    case 'import':
    case 'import-policy':
    case 'period':
    case 'holidays':
    case 'require':
    case 'full-marks':
    case 'rounding':
    case 'declares':
    case 'guarantee':
    case 'consequences':
    case 'test':
      return;
  }
}

function declareGrades(to: Collector, grades: GradesNode): void {
  const scale = to.add('scale', grades.name, grades, null);
  for (const line of grades.lines) {
    if (line.kind === 'grade-line') to.add('grade', line.name, line, scale);
    else if (line.kind === 'off-scale') to.add('outcome', line.name, line, scale);
  }
}

/** A definition, and the names that it gives. */
function declareFigure(to: Collector, line: DefineNode, owner: Symbol | null): void {
  const symbol = to.add('figure', line.name, line, owner);
  for (const option of line.options) to.add('option', option, option, symbol);
}

function declareField(
  to: Collector,
  kind: 'attribute' | 'input' | 'entry-field',
  field: FieldNode,
  owner: Symbol | null,
): Symbol {
  const symbol = to.add(kind, field.name, field, owner);
  if (field.type.kind === 'choice-type')
    for (const option of field.type.options) to.add('option', option, option, symbol);
  return symbol;
}

function declareInput(to: Collector, { field, lines }: InputNode, owner: Symbol | null): void {
  const symbol = declareField(to, 'input', field, owner);
  declareEntryLines(to, lines, symbol);
}

function declareEntryLines(to: Collector, lines: InputNode['lines'], list: Symbol): void {
  for (const line of lines) {
    if (line.kind === 'field') declareField(to, 'entry-field', line, list);
    else declareFigure(to, line, list);
  }
}

function declareBody(to: Collector, lines: readonly LineNode[], owner: Symbol | null): void {
  for (const line of lines) declareLine(to, line, owner);
}

function declareLine(to: Collector, line: LineNode, owner: Symbol | null): void {
  switch (line.kind) {
    case 'item': {
      const kind = owner?.kind === 'list' ? 'list' : 'item';
      const symbol = to.add(kind, line.title, line, owner);
      declareKeys(to, line.clauses, symbol);
      declareBody(to, line.body, symbol);
      return;
    }
    case 'list': {
      const symbol = to.add('list', line.title, line, owner);
      declareKeys(to, line.clauses, symbol);
      declareBody(to, line.body, symbol);
      return;
    }
    case 'case':
      declareCase(to, line, owner);
      return;
    case 'input':
      declareInput(to, line, owner);
      return;
    case 'define':
      declareFigure(to, line, owner);
      return;
    case 'ballot':
      declareBallot(to, line, owner);
      return;
    case 'checklist':
      for (const point of line.points) declareField(to, 'input', point.field, owner);
      return;
    case 'discretion':
      declareField(to, 'input', line.figure, owner);
      declareField(to, 'input', line.reason, owner);
      return;
    case 'panel':
      declarePanel(to, line, owner);
      return;
    case 'when':
    case 'require':
    case 'declares':
    case 'score':
    case 'proportion':
    case 'tiers':
    case 'by-table':
    case 'against':
    case 'interpolation':
    case 'deadline':
      return;
  }
}

/** The keys of 就高不重复: fields of every event in the list. */
function declareKeys(to: Collector, clauses: readonly ClauseNode[], owner: Symbol): void {
  for (const clause of clauses) {
    if (clause.kind === 'highest-only') for (const key of clause.keys) to.add('entry-field', key, key, owner);
  }
}

function declareCase(to: Collector, line: CaseNode, owner: Symbol | null): void {
  const symbol = to.add('case', line.title, line, owner);
  // The points stand under the name of the case, their reason beside it.
  if (line.effect?.kind === 'points-effect' && line.effect.judged !== null) {
    declareField(to, 'entry-field', line.effect.judged.points, symbol);
    declareField(to, 'entry-field', line.effect.judged.reason, symbol);
  }
  if (line.effect?.kind === 'discretion') declareField(to, 'input', line.effect.reason, owner);
  for (const effect of [line.effect, ...line.table.map((row) => row.effect)]) {
    if (effect === null || effect.kind === 'missing') continue;
    for (const clause of effect.clauses) {
      if (clause.kind === 'recorded-with')
        for (const field of clause.fields) {
          if (field.kind === 'field') declareField(to, 'entry-field', field, symbol);
          else to.add('entry-field', field, field, symbol);
        }
    }
  }
}

/** What people note with their marks. The fields that need no declaration are called as the ballot is: in Chinese or in English. */
function declarePanel(to: Collector, line: PanelNode, owner: Symbol | null): void {
  const symbol = to.add('input', line.name, line, owner);
  const span = line.name.span;
  const chinese = /\p{Script=Han}/u.test(symbol.name);
  const named = (zh: string, en: string): NameNode => ({ kind: 'name', span, text: chinese ? zh : en });
  to.add('rater-count', named('评委人数', 'raters'), named('评委人数', 'raters'), symbol);
  if (line.peers) {
    const rater = named('评分人', 'rater');
    to.add('entry-field', rater, rater, symbol);
  }
  if (line.groups.length > 0) {
    const type = { kind: 'choice-type', span, options: line.groups.map(({ name }) => name) } as const;
    const clauses = { source: null, rounding: null, step: null, notReported: null, notApplicable: null, booked: null };
    declareField(to, 'entry-field', { kind: 'field', span, name: named('群体', 'group'), type, ...clauses }, symbol);
  }
  if (line.marks.kind === 'missing') return;
  to.add('entry-field', named('分数', 'mark'), line.marks, symbol);
  declareEntryLines(to, line.marks.lines, symbol);
}

function declareBallot(to: Collector, line: BallotNode, owner: Symbol | null): void {
  const symbol = to.add('ballot', line.name, line, owner);
  for (const input of line.inputs) declareInput(to, input, symbol);
  for (const option of line.options) to.add('ballot-option', option.name, option, symbol);
  for (const group of line.groups) to.add('ballot-group', group.name, group, symbol);
}
