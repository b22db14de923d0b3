import { shiftDiagnostic, shiftSpan } from '../compose/shift.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Comment } from './analysis.ts';
import type { KindIdentity } from './rule.ts';
import { suppress } from './suppress.ts';

/**
 * What is left in each file of a policy when its comments have silenced what they may. Of imported files only errors are told:
 * whatever else there is to say of them is said where they are checked themselves.
 */
export function suppressInFiles(
  diagnostics: readonly Diagnostic[],
  comments: readonly Comment[],
  source: SourceFile,
  kinds: ReadonlyMap<string, KindIdentity>,
): readonly Diagnostic[] {
  if (source.parts.length === 1) return suppress(diagnostics, comments, source, kinds);
  const inPart = (start: number, offset: number): boolean => source.partAt(offset).start === start;
  return source.parts.flatMap(({ start, file, name }) => {
    const found = diagnostics.filter(({ span }) => inPart(start, span.start));
    const left = suppress(
      found.map((diagnostic) => shiftDiagnostic(diagnostic, -start)),
      comments
        .filter(({ span }) => inPart(start, span.start))
        .map((comment) => ({ ...comment, span: shiftSpan(comment.span, -start) })),
      file,
      kinds,
    ).map((diagnostic) => shiftDiagnostic(diagnostic, start));
    if (name === null) return left;
    return left.filter(({ severity, code }) => severity === 'error' && !code.startsWith('suppression/'));
  });
}
