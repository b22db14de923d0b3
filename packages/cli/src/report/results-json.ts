import type { CohortResult } from '@assess/runtime';

/** The result as one JSON document, schema `assess/result/1`, subject by subject so that no string has to hold all of it. */
export function* resultsJson({ subjects, ...rest }: CohortResult): Generator<string> {
  const frame = JSON.stringify({ ...rest, subjects: [] }, null, 2);
  yield frame.slice(0, frame.lastIndexOf('[]'));
  if (subjects.length === 0) yield '[]';
  for (const [index, subject] of subjects.entries()) {
    yield `${index === 0 ? '[\n    ' : ',\n    '}${JSON.stringify(subject)}`;
  }
  yield `${subjects.length === 0 ? '' : '\n  ]'}\n}\n`;
}

/** The subjects as NDJSON, best first: on each line one of the `subjects` of `assess/result/1`. */
export function* resultsNdjson({ subjects }: CohortResult): Generator<string> {
  for (const subject of subjects) yield `${JSON.stringify(subject)}\n`;
}
