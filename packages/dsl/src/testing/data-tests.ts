import type { Analysis } from '../check/analysis.ts';
import type { Span } from '../source/span.ts';

/** A test on data files: whoever runs it reads them. Paths are as written, from where the policy stands. */
export interface DataTest {
  readonly title: string;
  readonly span: Span;
  readonly records: readonly string[];
  readonly ledger: string | null;
  readonly expected: string;
}

/** The tests on data files of a policy, in the order of the text. */
export function dataTestsOf({ tree }: Analysis): readonly DataTest[] {
  return tree.chapters.flatMap((chapter) => {
    if (chapter.kind !== 'test' || chapter.data === null || chapter.data.expected.kind === 'missing') return [];
    const { records, ledger, expected } = chapter.data;
    return [
      {
        title: chapter.title.kind === 'text' ? chapter.title.text : '',
        span: chapter.span,
        records: records.map(({ text }) => text),
        ledger: ledger?.text ?? null,
        expected: expected.text,
      },
    ];
  });
}
