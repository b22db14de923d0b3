import type { StagedCohort, SubjectResult } from '@assess/runtime';

/** The result as one JSON document, schema `assess/result/1`, subject by subject so that no string has to hold all of it. */
export function* resultsJson(
  { schema, policy, refused, quotas }: StagedCohort,
  subjects: Iterable<SubjectResult>,
): Generator<string> {
  const head = JSON.stringify({ schema, policy, refused, quotas }, null, 2);
  yield `${head.slice(0, head.lastIndexOf('\n}'))},\n  "subjects": [`;
  let separator = '\n    ';
  for (const subject of subjects) {
    yield separator + JSON.stringify(subject);
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

/** The subjects as NDJSON, best first: on each line one of the `subjects` of `assess/result/1`. */
export function* resultsNdjson(subjects: Iterable<SubjectResult>): Generator<string> {
  for (const subject of subjects) yield `${JSON.stringify(subject)}\n`;
}
