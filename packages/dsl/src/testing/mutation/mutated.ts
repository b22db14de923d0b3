import { analyze } from '../../check/analyze.ts';
import type { Analysis } from '../../check/analysis.ts';
import type { TestNode } from '../../ast/nodes.ts';
import type { Load } from '../../compose/load.ts';
import { SourceFile } from '../../source/source-file.ts';
import type { Edit, Mutant } from './mutant.ts';

/** How texts are read. */
export interface Reading {
  readonly load: Load;
  /** What has been read of other policies whose results are used, with the policy as it is: most mutants have the same ones. */
  readonly known: Map<string, Analysis | null>;
}

/**
 * The analysis of a policy with a mutant's edits made, in its own text or in a file that it imports. Of the tests only those for which
 * `kept` holds are left in it: reading the others takes most of the time.
 */
export function mutated(
  { source, tree }: Analysis,
  { edits, span }: Pick<Mutant, 'edits' | 'span'>,
  { load, known }: Reading,
  kept: (test: TestNode) => boolean = () => true,
): Analysis {
  const part = source.partAt(span.start);
  const away = tree.chapters
    .filter((chapter) => chapter.kind === 'test' && !kept(chapter))
    .map((chapter): Edit => ({ span: chapter.span, text: '' }));
  if (part.name === null)
    return analyze(new SourceFile(source.path, applied(part.file.text, [...edits, ...away])), { load, known });
  const text = applied(part.file.text, edits, part.start);
  const loadMutated: Load = (name) => (name === part.name ? { path: part.file.path, text } : load(name));
  const own = new SourceFile(source.path, applied(source.own.text, away));
  return analyze(own, {
    load: loadMutated,
    known: importedIn(known, part.file.path) ? new Map<string, Analysis | null>() : known,
  });
}

/** Whether one of these policies imports from a file. */
function importedIn(policies: Reading['known'], path: string): boolean {
  return [...policies.values()].some(
    (analysis) => analysis === null || analysis.source.parts.some(({ file }) => file.path === path),
  );
}

/** A text with edits made whose places count from `offset` on. */
export function applied(text: string, edits: readonly Edit[], offset = 0): string {
  const backwards = edits.toSorted((a, b) => b.span.start - a.span.start);
  return backwards.reduce(
    (result, { span, text: given }) => result.slice(0, span.start - offset) + given + result.slice(span.end - offset),
    text,
  );
}
