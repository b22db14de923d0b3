/** The front end in one call: text to `Analysis`. */
import { walk } from '../ast/walk.ts';
import type { FileNode, InputNode, Node } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { compose, holdsParts } from '../compose/compose.ts';
import { type Load, loadNothing } from '../compose/load.ts';
import { resolve } from '../symbols/resolve.ts';
import type { Token } from '../syntax/token.ts';
import { startingRecords } from '../types/builtins.ts';
import type { Analysis } from './analysis.ts';
import { inferTypes } from './infer/infer.ts';
import { findMarks } from './marks.ts';
import { Holes, unreadNames } from './holes.ts';
import { unknownName } from '../symbols/name-diagnostics.ts';
import { findResults } from './results/find-results.ts';
import { loadFrom, type PolicyFiles } from './results/other-policies.ts';
import type { RuleContext } from './rule.ts';
import { rules } from './rules.ts';
import { suppressInFiles } from './suppress-in-files.ts';

/**
 * Everything the front end knows of a policy text. The same text, with the same texts that it imports, gives the same analysis;
 * files are read by `load` alone. Never throws on a text: what is wrong is in `diagnostics`, sorted by place, each said once.
 * An error there means that the policy has no agreed meaning, and nothing may be computed from it. Who analyses many texts with the
 * same other policies keeps what is `known` of those: it is added to.
 */
export function analyze(
  own: SourceFile,
  { load = loadNothing, known = new Map() }: { readonly load?: Load; readonly known?: PolicyFiles['known'] } = {},
): Analysis {
  return analyzeAmong(own, { load, known, around: [], analyse: analyzeAmong });
}

/** Analyses a policy whose results another one may use. */
function analyzeAmong(own: SourceFile, files: PolicyFiles): Analysis {
  const composed = compose(own, loadFrom(files));
  const { source, comments, tokens, scopes } = composed;
  const used = findResults(composed.tree, source, files);
  const tree = used.inputs.length === 0 ? composed.tree : withInputs(composed.tree, used.inputs);
  const syntax = [...composed.diagnostics, ...used.diagnostics];
  const everywhere = new Set<Node>(used.inputs.map(({ field }) => field));
  const samples = new Set(Object.keys(startingRecords));
  const { names, diagnostics: naming } = resolve(tree, source, samples, { ...scopes, results: used.paths, everywhere });
  const { types, diagnostics: typing } = inferTypes(tree, names, used.results, source);
  const role = holdsParts(tree, source) ? 'parts' : 'policy';
  const facts = {
    source,
    role,
    tree,
    names,
    types,
    marks: findMarks(tree, names),
    policies: used.policies,
    results: used.results,
  } as const;
  const holes = new Holes(syntax, source.text);
  const unread = holes.none ? new Set<string>() : unreadNames(tree, tokens);
  const named = [...naming, ...typing].filter(
    ({ code, span }) =>
      !holes.isIn(span) && !(code === unknownName.code && unread.has(source.text.slice(span.start, span.end))),
  );
  const sound = [...syntax, ...named].every(({ severity }) => severity !== 'error');
  const found = [...syntax, ...named, ...applyRules(facts, tokens, holes, new Holes(named, source.text), sound)];
  return { ...facts, comments, diagnostics: arrange(suppressInFiles(found, comments, source, kinds)) };
}

/** Figures that come from other policies are figures of the record, behind its own. */
function withInputs(tree: FileNode, inputs: readonly InputNode[]): FileNode {
  return { ...tree, chapters: [...tree.chapters, ...inputs] };
}

/** Kinds whose rows are judged together. */
const tables: ReadonlySet<string> = new Set(['tiers', 'by-table', 'grades']);

type Facts = Omit<Analysis, 'comments' | 'diagnostics'>;

/**
 * All rules over one walk. What holds a syntax error is not judged: a line that could not be read is missing from its sums and
 * its uses, and the drafter has been told. A table of rows with an error of names or types is not judged as a table either.
 */
function applyRules(
  facts: Facts,
  tokens: readonly Token[],
  holes: Holes,
  mistaken: Holes,
  sound: boolean,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const context: RuleContext = {
    ...facts,
    tokens,
    sound,
    locale: /\p{Script=Han}/u.test(facts.source.own.text) ? 'zh' : 'en',
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  walk(facts.tree, (node, ancestors) => {
    const visits = visitors.get(node.kind);
    if (visits === undefined || holes.isIn(node.span)) return;
    if (tables.has(node.kind) && mistaken.isIn(node.span)) return;
    for (const visit of visits) visit(node, context, ancestors);
  });
  return diagnostics;
}

/**
 * A visit of any kind of node. Written as a method so that the visit of one kind is one: the table below hands each only nodes
 * of the kind under which it stands.
 */
type AnyVisit = { visit(node: Node, context: RuleContext, ancestors: readonly Node[]): void }['visit'];

const kinds = new Map(rules.flatMap((rule) => rule.kinds.map((kind) => [kind.code, kind] as const)));

const visitors: ReadonlyMap<string, readonly AnyVisit[]> = byKind();

function byKind(): Map<string, AnyVisit[]> {
  const table = new Map<string, AnyVisit[]>();
  for (const { visit } of rules) {
    for (const [kind, each] of Object.entries(visit)) {
      const visits = table.get(kind) ?? [];
      table.set(kind, visits);
      visits.push(each);
    }
  }
  return table;
}

/** By place; at one place errors first; each once. */
function arrange(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const severities = ['error', 'warning', 'info'];
  const sorted = diagnostics.toSorted(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const told = new Set<string>();
  return sorted.filter(({ code, span, message }) => {
    const identity = JSON.stringify([code, span.start, span.end, message.zh]);
    if (told.has(identity)) return false;
    told.add(identity);
    return true;
  });
}
