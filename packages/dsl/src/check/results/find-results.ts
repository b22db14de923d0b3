/** Which results of other policies a policy uses, and the figures of its record that they are. */
import { formatExact, type Rational } from '@assess/runtime';
import type {
  BuiltinNameNode,
  FieldNode,
  FileNode,
  ImportPolicyNode,
  InputNode,
  NameNode,
  Node,
  PathNode,
  QuantityNode,
  TypeNode,
} from '../../ast/nodes.ts';
import { walk } from '../../ast/walk.ts';
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
  readonly name: string;
  readonly title: string;
  readonly version: string | null;
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
  for (const chapter of chapters) if (chapter.kind === 'import-policy') found.open(chapter);
  if (found.any) for (const chapter of chapters) walk(chapter, (node) => found.read(node));
  return found;
}

class Finder implements FoundResults {
  readonly inputs: InputNode[] = [];
  readonly results = new Map<Node, UsedResult>();
  readonly paths = new Map<Node, FieldNode | null>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: SourceFile;
  readonly #files: PolicyFiles;
  readonly #policies = new Map<string, { readonly used: UsedPolicy; readonly analysis: Analysis | null }>();
  readonly #known = new Map<string, FieldNode>();
  readonly #suggestions = new Suggestions();

  constructor(source: SourceFile, files: PolicyFiles) {
    this.#source = source;
    this.#files = files;
  }

  get any(): boolean {
    return this.#policies.size > 0;
  }

  open(node: ImportPolicyNode): void {
    const analysis = otherPolicy(node, this.#files, (diagnostic) => this.diagnostics.push(diagnostic));
    if (node.name.kind === 'missing' || this.#policies.has(node.name.text)) return;
    const head = analysis?.tree.chapters.find((chapter) => chapter.kind === 'policy');
    const used: UsedPolicy = {
      node,
      name: node.name.text,
      title: head?.title.kind === 'text' ? head.title.text : '',
      version: head?.version?.digits ?? null,
    };
    this.#policies.set(used.name, { used, analysis });
  }

  read(node: Node): void {
    if (node.kind !== 'path') return;
    const [first, ...names] = node.names;
    if (first?.kind !== 'name') return;
    const policy = this.#policies.get(first.text);
    if (policy === undefined) return;
    const { used, analysis } = policy;
    // Why there is no policy was told.
    if (analysis === null) {
      this.paths.set(node, null);
      return;
    }
    const found = names.length === 0 ? null : offeredBy(analysis, names);
    if (found !== null && 'of' in found) this.paths.set(node, this.#figure(used, found, names));
    else {
      this.#refuse(node, used.name, names, found);
      this.paths.set(node, null);
    }
  }

  #figure(policy: UsedPolicy, result: OfferedResult, names: PathNode['names']): FieldNode {
    const identity = JSON.stringify([policy.name, result.of, result.of === 'score' ? result.path : null]);
    const known = this.#known.get(identity);
    if (known !== undefined) return known;
    const { node } = policy;
    const written = this.#spelled(names);
    const noGrade = this.#isEnglish(names) ? 'no_grade' : '不定等次';
    const field = fieldOf(`${policy.name}.${written}`, result, node, noGrade);
    this.#known.set(identity, field);
    this.results.set(field, { policy, result, noGrade });
    this.inputs.push({ kind: 'input', span: node.span, field, lines: [] });
    return field;
  }

  #spelled(names: readonly (NameNode | BuiltinNameNode)[]): string {
    const spelled = names.map((name) => (name.kind === 'name' ? name.text : this.#word(name)));
    return spelled.join('.');
  }

  #word({ span }: Node): string {
    return this.#source.text.slice(span.start, span.end);
  }

  #isEnglish(names: PathNode['names']): boolean {
    return names.some((name) => name.kind === 'builtin-name' && !/\p{Script=Han}/u.test(this.#word(name)));
  }

  #refuse(path: PathNode, policy: string, names: PathNode['names'], refused: Refused | null): void {
    const name = this.#spelled(names);
    const problem = refused?.problem ?? 'bare';
    const known = refused !== null && 'known' in refused ? refused.known : [];
    const suggestion = this.#suggestions.nearest(name, known);
    this.diagnostics.push(unusableResult.at(path.span, { name, policy, problem, suggestion }));
  }
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
  };
}

function numberType(low: Rational, high: Rational, span: Span): TypeNode {
  const range = { kind: 'range', span, low: points(low, span), high: points(high, span) } as const;
  return { kind: 'number-type', span, number: 'decimal', range };
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
