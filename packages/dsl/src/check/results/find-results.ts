/** Which results of other policies a policy uses, and the figures of its record that they are. */
import { formatExact, type Rational } from '@assess/runtime';
import type {
  BuiltinNameNode,
  ChapterNode,
  FieldNode,
  FileNode,
  FilteredNode,
  ImportPolicyNode,
  InputNode,
  NameNode,
  Node,
  PathNode,
  QuantityNode,
  TypeNode,
} from '../../ast/nodes.ts';
import { walk } from '../../ast/walk.ts';
import { claimsOf } from '../../compose/chapter-names.ts';
import { nameClash } from '../../compose/import-diagnostics.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Span } from '../../source/span.ts';
import { Suggestions } from '../../symbols/suggest.ts';
import type { Analysis } from '../analysis.ts';
import { type OfferedResult, type Refused, offeredBy } from './offered.ts';
import { type PolicyFiles, otherPolicy } from './other-policies.ts';
import { unusableResult } from './result-diagnostics.ts';

/** Another policy whose results are used. */
export interface UsedPolicy {
  readonly node: ImportPolicyNode;
  /** Of the level below: the list of the record that holds its results, and what says to whom they belong. */
  readonly below: LevelBelow | null;
  readonly name: string;
  /** What its results are called in a record: in its own language, whatever that of the policy that uses them. */
  readonly words: ResultWords;
  readonly title: string;
  readonly version: string | null;
}

/** Names of results in the keys of a record. */
interface ResultWords {
  readonly total: string;
  readonly grade: string;
  readonly noGrade: string;
}
const chinese: ResultWords = { total: '总分', grade: '等次', noGrade: '不定等次' };
const english: ResultWords = { total: 'total', grade: 'grade', noGrade: 'no_grade' };

function wordsOf({ tree, source }: Analysis): ResultWords {
  const start = tree.chapters.find((chapter) => chapter.kind === 'total')?.span.start ?? 0;
  return /^\p{Script=Han}/u.test(source.text.slice(start, start + 1)) ? chinese : english;
}

function wordOf({ name }: BuiltinNameNode): 'total' | 'grade' {
  return name === 'total' ? 'total' : 'grade';
}

/** The results of the level below, as a list of the record. */
export interface LevelBelow {
  readonly list: FieldNode;
  /** The attribute of its subjects that names the subject of this policy. */
  readonly by: string;
  /** What its subjects are called: the field that names each of them. */
  readonly subject: string;
}

/** A figure of the record that is a result of another policy. */
export interface UsedResult {
  readonly policy: UsedPolicy;
  readonly result: OfferedResult;
  /** The option that stands for no grade, in the language in which the result is named. */
  readonly noGrade: string;
}

/** What a policy uses of others. */
export interface FoundResults {
  /** Figures of the record, as if they were declared with 填报 at the top of the file. */
  readonly inputs: readonly InputNode[];
  /** Those of which something is used, in the order in which they are named. */
  readonly policies: readonly UsedPolicy[];
  /** By the fields of these inputs. */
  readonly results: ReadonlyMap<Node, UsedResult>;
  /** What the paths mean that begin with the name of another policy; null for one that was reported. */
  readonly paths: ReadonlyMap<Node, FieldNode | null>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the results of other policies that the chapters of the policy's own file name. Never throws on a text. */
export function findResults(tree: FileNode, source: SourceFile, files: PolicyFiles): FoundResults {
  const found = new Finder(source, files);
  const isOwn = ({ span }: Node): boolean => span.start <= source.own.text.length;
  const chapters = tree.chapters.filter(isOwn);
  for (const chapter of chapters) {
    if (chapter.kind === 'import-policy' && !found.clashes(chapter, chapters)) found.open(chapter);
  }
  if (found.any) for (const chapter of chapters) walk(chapter, (node) => found.read(node));
  return found;
}

class Finder implements FoundResults {
  readonly inputs: InputNode[] = [];
  readonly policies: UsedPolicy[] = [];
  readonly results = new Map<Node, UsedResult>();
  readonly paths = new Map<Node, FieldNode | null>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: SourceFile;
  readonly #files: PolicyFiles;
  readonly #policies = new Map<string, OtherPolicy>();
  readonly #known = new Map<string, FieldNode>();
  readonly #suggestions = new Suggestions();

  constructor(source: SourceFile, files: PolicyFiles) {
    this.#source = source;
    this.#files = files;
  }

  get any(): boolean {
    return this.#policies.size > 0;
  }

  /** Whether something else at the top of the file has the name of a policy; reports it. */
  clashes({ name }: ImportPolicyNode, chapters: readonly ChapterNode[]): boolean {
    if (name.kind === 'missing') return false;
    const others = chapters.flatMap((chapter) => claimsOf(chapter));
    const other = others.find((each) => each.space === 'figure' && each.name.text === name.text && each.name !== name);
    if (other === undefined) return false;
    const { line } = this.#source.lines.at(other.name.span.start);
    const related = [{ span: other.name.span, message: { zh: '另一处在这里', en: 'the other one is here' } }];
    this.diagnostics.push(nameClash.at(name.span, { name: name.text, file: '', line }, { related }));
    return true;
  }

  open(node: ImportPolicyNode): void {
    const report = (diagnostic: Diagnostic): void => void this.diagnostics.push(diagnostic);
    const analysis = otherPolicy(node, this.#files, report);
    if (node.name.kind === 'missing' || this.#policies.has(node.name.text)) return;
    const name = node.name.text;
    const head = analysis?.tree.chapters.find((chapter) => chapter.kind === 'policy');
    const below = analysis === null || node.below === null ? null : this.#levelBelow(node, name, analysis);
    const used: UsedPolicy = {
      node,
      below: below === null ? null : below.level,
      name,
      words: analysis === null ? chinese : wordsOf(analysis),
      title: head?.title.kind === 'text' ? head.title.text : '',
      version: head?.version?.digits ?? null,
    };
    this.#policies.set(name, { used, analysis, lines: below === null ? null : below.lines });
  }

  /** The list that holds the results of the level below; its fields are added as they are named. */
  #levelBelow({ below, span }: ImportPolicyNode, policy: string, { names, tree }: Analysis) {
    if (below === null || below.kind === 'missing') return null;
    const attributes = names.symbols.filter(({ kind }) => kind === 'attribute').map((symbol) => symbol.name);
    if (!attributes.includes(below.text)) {
      const suggestion = this.#suggestions.nearest(below.text, attributes);
      this.diagnostics.push(
        unusableResult.at(below.span, { name: below.text, policy, problem: 'attribute', suggestion }),
      );
    }
    const subjects = tree.chapters.find((chapter) => chapter.kind === 'subjects');
    const subject = subjects?.name.kind === 'name' ? subjects.name.text : '对象';
    const list = listField(policy, span);
    const lines: FieldNode[] = [textField(subject, span)];
    return { level: { list, by: below.text, subject }, lines };
  }

  read(node: Node): void {
    if (node.kind === 'filtered') this.#readFiltered(node);
    if (node.kind !== 'path' || this.paths.has(node)) return;
    const [first, ...names] = node.names;
    const policy = first?.kind === 'name' ? this.#policies.get(first.text) : undefined;
    if (policy !== undefined) this.#readPath(node, policy, names);
  }

  /** `平均（支部考核·总分 当 等次 = 优秀）`: a result alone is that of the entry, since the policy's own would be of no entry. */
  #readFiltered({ value, condition }: FilteredNode): void {
    let below: OtherPolicy | null = null;
    walk(value, (node) => {
      const first = node.kind === 'path' ? node.names[0] : undefined;
      const policy = first?.kind === 'name' ? this.#policies.get(first.text) : undefined;
      if (policy?.used.below) below ??= policy;
    });
    const policy: OtherPolicy | null = below;
    if (policy === null) return;
    walk(condition, (node) => {
      if (node.kind === 'path' && node.names[0]?.kind === 'builtin-name') this.#readPath(node, policy, node.names);
    });
  }

  #readPath(node: PathNode, { used, analysis, lines }: OtherPolicy, names: PathNode['names']): void {
    // Why there is no policy was told.
    if (analysis === null || (used.node.below !== null && used.below === null)) {
      this.paths.set(node, null);
      return;
    }
    if (names.length === 0 && used.below !== null) {
      this.#use(used.below.list, used, lines);
      this.paths.set(node, used.below.list);
      return;
    }
    const found = names.length === 0 ? null : offeredBy(analysis, names);
    if (found !== null && 'of' in found) this.paths.set(node, this.#figure(used, lines, found, names));
    else {
      this.#refuse(node, used.name, names, found);
      this.paths.set(node, null);
    }
  }

  #figure(policy: UsedPolicy, lines: FieldNode[] | null, result: OfferedResult, names: PathNode['names']): FieldNode {
    const identity = JSON.stringify([policy.name, result.of, result.of === 'score' ? result.path : null]);
    const known = this.#known.get(identity);
    if (known !== undefined) return known;
    const { words } = policy;
    const written = names.map((name) => (name.kind === 'name' ? name.text : words[wordOf(name)])).join('.');
    const noGrade = words.noGrade;
    const key = policy.below === null ? `${policy.name}.${written}` : written;
    const field = fieldOf(key, result, policy.node, noGrade);
    this.#known.set(identity, field);
    this.results.set(field, { policy, result, noGrade });
    if (policy.below === null) this.#use(field, policy, []);
    else {
      lines?.push(field);
      this.#use(policy.below.list, policy, lines);
    }
    return field;
  }

  /** Makes a field a figure of the record, once. */
  #use(field: FieldNode, policy: UsedPolicy, lines: readonly FieldNode[] | null): void {
    const { node } = policy;
    if (!this.policies.includes(policy)) this.policies.push(policy);
    if (this.inputs.some((input) => input.field === field)) return;
    this.inputs.push({ kind: 'input', span: node.span, field, lines: lines ?? [] });
  }

  #spelled(names: readonly (NameNode | BuiltinNameNode)[]): string {
    const spelled = names.map((name) => (name.kind === 'name' ? name.text : this.#word(name)));
    return spelled.join('.');
  }

  #word({ span }: Node): string {
    return this.#source.text.slice(span.start, span.end);
  }

  #refuse(path: PathNode, policy: string, names: PathNode['names'], refused: Refused | null): void {
    const name = this.#spelled(names);
    const problem = refused?.problem ?? 'bare';
    const known = refused !== null && 'known' in refused ? refused.known : [];
    const suggestion = this.#suggestions.nearest(name, known);
    this.diagnostics.push(unusableResult.at(path.span, { name, policy, problem, suggestion }));
  }
}

/** A policy that is named, with the fields of its list where it is of the level below. */
interface OtherPolicy {
  readonly used: UsedPolicy;
  readonly analysis: Analysis | null;
  readonly lines: FieldNode[] | null;
}

/** More subjects of the level below belong to none. */
const mostBelow = '1000';

function listField(name: string, span: Span): FieldNode {
  const most: QuantityNode = { kind: 'quantity', span, digits: mostBelow, over: null, negative: false, unit: 'item' };
  const type: TypeNode = { kind: 'list-type', span, least: null, most };
  return {
    kind: 'field',
    span,
    name: { kind: 'name', span, text: name },
    type,
    source: null,
    rounding: null,
    notReported: null,
    notApplicable: null,
    step: null,
    booked: null,
  };
}

function textField(name: string, span: Span): FieldNode {
  const type: TypeNode = { kind: 'text-type', span };
  return {
    kind: 'field',
    span,
    name: { kind: 'name', span, text: name },
    type,
    source: null,
    rounding: null,
    notReported: null,
    notApplicable: null,
    step: null,
    booked: null,
  };
}

/** The field that a result is: a number within the bounds of the score, or the grades as options. */
function fieldOf(
  name: string,
  result: OfferedResult,
  { span, notReported }: ImportPolicyNode,
  noGrade: string,
): FieldNode {
  const rounding =
    result.of === 'score'
      ? ({
          kind: 'rounding',
          span,
          mode: null,
          decimals: {
            kind: 'quantity',
            span,
            digits: String(result.decimals),
            over: null,
            negative: false,
            unit: 'decimal',
          },
        } as const)
      : null;
  return {
    kind: 'field',
    span,
    name: { kind: 'name', span, text: name },
    type: result.of === 'score' ? numberType(result.low, result.high, span) : gradeType(result, span, noGrade),
    source: null,
    rounding,
    notReported,
    step: null,
    booked: null,
    notApplicable: null,
  };
}

function numberType(low: Rational, high: Rational, span: Span): TypeNode {
  const range = { kind: 'range', span, low: points(low, span), high: points(high, span) } as const;
  return { kind: 'number-type', span, number: 'decimal', range, values: [] };
}

function points(value: Rational, span: Span): QuantityNode {
  const text = formatExact(value);
  const [digits = '0', over = null] = text.replace('-', '').split('/');
  return { kind: 'quantity', span, digits, over, negative: text.startsWith('-'), unit: 'point' };
}

function gradeType(
  { grades, outcomes, ungraded }: Extract<OfferedResult, { readonly of: 'grade' }>,
  span: Span,
  noGrade: string,
): TypeNode {
  const names = [...grades, ...outcomes, ...(ungraded ? [noGrade] : [])];
  return { kind: 'choice-type', span, options: names.map((text) => ({ kind: 'name', span, text })) };
}
