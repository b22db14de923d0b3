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
  const found = comments.flatMap((comment) => {
    const match = /^\/+\s*(?:assess-ignore|忽略)\s+([a-z]+\/[a-z-]+)\s*(?:[:：]\s*(.*))?$/su.exec(comment.text.trim());
    const [, code, reason = ''] = match ?? [];
    return code === undefined ? [] : [{ code, reason: reason.trim(), span: comment.span }];
  });
  if (found.length === 0) return [];
  const next = nextLines(comments, source);
  return found.map((each) => {
    const own = source.lines.at(each.span.start).line;
    const before = source.text.slice(source.lines.offset({ line: own, column: 1 }), each.span.start);
    return { ...each, line: before.trim() === '' ? (next[own] ?? own) : own };
  });
}

/** For each line the next one that holds anything but a comment. */
function nextLines(comments: readonly Comment[], source: SourceFile): readonly number[] {
  const { lines, text } = source;
  const alone = new Set<number>();
  for (const { span } of comments) {
    const { line } = lines.at(span.start);
    if (text.slice(lines.offset({ line, column: 1 }), span.start).trim() === '') alone.add(line);
  }
  const next: number[] = [];
  let following = lines.count + 1;
  for (let line = lines.count; line >= 1; line--) {
    next[line] = following;
    const end = line === lines.count ? text.length : lines.offset({ line: line + 1, column: 1 });
    if (!alone.has(line) && text.slice(lines.offset({ line, column: 1 }), end).trim() !== '') following = line;
  }
  return next;
}
