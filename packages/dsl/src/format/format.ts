import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SourceFile } from '../source/source-file.ts';
import { type Parsed, parse } from '../syntax/parse.ts';
import type { Vocabulary } from '../vocabulary/keywords.ts';
import { prettierPlugin } from './prettier-plugin.ts';
import { sameTree } from './same-tree.ts';

/** Reported by `format` alone: the analysis of a policy never gives it, so it is not in the catalogue. */
export const formatChangesMeaning = defineDiagnostic<object>({
  code: 'format/changes-meaning',
  severity: 'error',
  message: {
    zh: () => '整理之后的文字会读成另一个意思，文件保持原样。这是本工具的错误，请报告',
    en: () =>
      'The formatted text would be read differently, so the file stays as it is. This is a mistake of ours; please report it',
  },
});

export interface FormatOptions {
  /** The language of the keywords; `keep`: the one in which most of them are written. */
  readonly vocabulary?: Vocabulary | 'keep';
}

export interface Formatted {
  /** Null if the text has syntax errors, or if formatting would damage it. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays a policy out in the one canonical style. Meaning, names and comments stay: the result is read again and compared
 * before it is given out. Never throws on any text.
 */
export async function format(source: SourceFile, { vocabulary = 'keep' }: FormatOptions = {}): Promise<Formatted> {
  const before = parse(source);
  if (hasErrors(before)) return { text: null, diagnostics: before.diagnostics };
  // Only formatting needs Prettier; whoever merely checks or evaluates does not wait for it.
  const { format: runPrettier } = await import('prettier/standalone');
  for (const bracketNames of [false, true]) {
    const text = await runPrettier(source.text.replace(/^\uFEFF/u, ''), {
      parser: 'assess',
      plugins: [prettierPlugin],
      printWidth: 120,
      vocabulary,
      bracketNames,
    });
    const after = parse(new SourceFile(source.path, text));
    if (!hasErrors(after) && sameTree(before.tree, after.tree) && sameComments(before, after)) {
      return { text, diagnostics: before.diagnostics };
    }
  }
  return { text: null, diagnostics: [...before.diagnostics, formatChangesMeaning.at({ start: 0, end: 0 }, {})] };
}

function hasErrors({ diagnostics }: Parsed): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function sameComments(before: Parsed, after: Parsed): boolean {
  return textsOf(before) === textsOf(after);
}

/** The comments of a text, sorted: parts with a fixed order take theirs along. */
function textsOf({ comments }: Parsed): string {
  return JSON.stringify(comments.map(({ text }) => text.trimEnd()).toSorted());
}
