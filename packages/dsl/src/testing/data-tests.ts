import type { FileNode } from '../ast/nodes.ts';
import type { Analysis } from '../check/analysis.ts';
import type { Span } from '../source/span.ts';

/** A test on data files: whoever runs it reads them. Paths are as written, from where the policy stands. */
export interface DataTest {
  readonly title: string;
  readonly span: Span;
  readonly records: readonly string[];
  readonly ledgers: readonly string[];
  readonly results: readonly TestedResults[];
  readonly expected: string;
}

/** Results of another policy that a data test assesses with: those of one of that policy's own data tests. */
export interface TestedResults {
  /** What the policy is called here. */
  readonly name: string;
  /** Its file, as written; null where no such policy is imported. */
  readonly file: string | null;
  /** The title of its data test. */
  readonly test: string;
}

/** The tests on data files of a policy, in the order of the text. */
export function dataTestsOf({ tree }: Analysis): readonly DataTest[] {
  return tree.chapters.flatMap((chapter) => {
    if (chapter.kind !== 'test' || chapter.data === null || chapter.data.expected.kind === 'missing') return [];
    const { records, ledgers, results, expected } = chapter.data;
    return [
      {
        title: chapter.title.kind === 'text' ? chapter.title.text : '',
        span: chapter.span,
        records: records.map(({ text }) => text),
        ledgers: ledgers.map(({ text }) => text),
        results: results.map(({ policy, test }) => ({
          name: policy.text,
          file: fileOf(tree, policy.text),
          test: test.kind === 'text' ? test.text : '',
        })),
        expected: expected.text,
      },
    ];
  });
}

/** The file of the policy that is imported under a name. */
function fileOf(tree: FileNode, name: string): string | null {
  for (const chapter of tree.chapters) {
    if (chapter.kind !== 'import-policy' || chapter.name.kind === 'missing' || chapter.name.text !== name) continue;
    return chapter.file.kind === 'text' ? chapter.file.text : null;
  }
  return null;
}
