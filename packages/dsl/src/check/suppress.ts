/** Comments that silence a diagnostic: `// 忽略 structure/missing-cap：理由`, `// assess-ignore structure/missing-cap: reason`. */
import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import type { Comment } from './analysis.ts';
import type { KindIdentity } from './rule.ts';

/** A suppression that names nothing to silence, gives no reason, or names what cannot be silenced. */
export const unusedSuppression = defineDiagnostic<{ code: string }>({
  code: 'suppression/unused',
  severity: 'warning',
  message: {
    zh: ({ code }) => `下一行没有 \`${code}\` 的问题，这条忽略已无用处，可以删去`,
    en: ({ code }) => `The next line has no \`${code}\`; this suppression does nothing and can go`,
  },
});

/** A suppression without a reason. It does not silence anything. */
export const missingReason = defineDiagnostic<{ code: string }>({
  code: 'suppression/missing-reason',
  severity: 'warning',
  message: {
    zh: ({ code }) => `忽略 \`${code}\` 要写明理由：\`// 忽略 ${code}：理由\``,
    en: ({ code }) => `Give the reason for ignoring \`${code}\`: \`// assess-ignore ${code}: reason\``,
  },
});

/** A suppression of an error that leaves the policy without a meaning. */
export const notSuppressible = defineDiagnostic<{ code: string }>({
  code: 'suppression/not-possible',
  severity: 'error',
  message: {
    zh: ({ code }) => `\`${code}\` 不能忽略：不改正，办法的含义就不确定`,
    en: ({ code }) => `\`${code}\` cannot be ignored: without an answer the policy has no definite meaning`,
  },
});

interface Suppression {
  readonly code: string;
  readonly reason: string;
  readonly span: Span;
  /** The line to which it applies. */
  readonly line: number;
}

/**
 * Takes out what the comments silence. A comment applies to the next line that is not a comment, or, behind code, to its own
 * line. `kinds` tells which errors may be silenced.
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  comments: readonly Comment[],
  source: SourceFile,
  kinds: ReadonlyMap<string, KindIdentity>,
): readonly Diagnostic[] {
  const suppressions = findSuppressions(comments, source);
  if (suppressions.length === 0) return diagnostics;
  const byPlace = new Map(suppressions.map((each) => [placeOf(each.code, each.line), each]));
  const met = new Map<Suppression, 'silenced' | 'refused'>();
  const left = diagnostics.filter((diagnostic) => {
    const suppression = byPlace.get(placeOf(diagnostic.code, source.lines.at(diagnostic.span.start).line));
    if (suppression === undefined) return true;
    const can = diagnostic.severity !== 'error' || kinds.get(diagnostic.code)?.suppressible === true;
    met.set(suppression, can ? 'silenced' : 'refused');
    return !can || suppression.reason === '';
  });
  return [...left, ...suppressions.flatMap((each) => faultOf(each, met.get(each)))];
}

function faultOf({ code, reason, span }: Suppression, met: 'silenced' | 'refused' | undefined): Diagnostic[] {
  if (met === undefined) return [unusedSuppression.at(span, { code })];
  if (met === 'refused') return [notSuppressible.at(span, { code })];
  return reason === '' ? [missingReason.at(span, { code })] : [];
}

function placeOf(code: string, line: number): string {
  return `${line} ${code}`;
}

function findSuppressions(comments: readonly Comment[], source: SourceFile): readonly Suppression[] {
  const lines = new Set(comments.map((comment) => source.lines.at(comment.span.start).line));
  return comments.flatMap((comment) => {
    const match = /^\/+\s*(?:assess-ignore|忽略)\s+([a-z]+\/[a-z-]+)\s*(?:[:：]\s*(.*))?$/su.exec(comment.text.trim());
    const [, code, reason = ''] = match ?? [];
    if (code === undefined) return [];
    const own = source.lines.at(comment.span.start).line;
    const before = source.text.slice(source.lines.offset({ line: own, column: 1 }), comment.span.start);
    return [{ code, reason: reason.trim(), span: comment.span, line: before.trim() === '' ? nextLine(own, lines, source) : own }];
  });
}

/** The next line with anything on it but a comment. */
function nextLine(after: number, commented: ReadonlySet<number>, source: SourceFile): number {
  for (let line = after + 1; line <= source.lines.count; line++) {
    const start = source.lines.offset({ line, column: 1 });
    const end = line === source.lines.count ? source.text.length : source.lines.offset({ line: line + 1, column: 1 });
    const text = source.text.slice(start, end).trim();
    if (text === '') continue;
    if (!commented.has(line) || !text.startsWith('//')) return line;
  }
  return after + 1;
}
