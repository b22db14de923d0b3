/** Every conformance case on every way to run a policy: the values that people computed are the digits that come out. */
import { readFileSync } from 'node:fs';
import {
  analyze,
  decodeProgram,
  emitJavaScript,
  encodeProgram,
  interpreter,
  type Load,
  lower,
  SourceFile,
} from '@assess/dsl';
import { describe, expect, test } from 'vitest';
import { readCases, type ConformanceCase } from './conformance/case.ts';
import { evaluators } from './conformance/evaluators.ts';
import { cohortOutcomeOf, outcomeOf, togetherOf } from './conformance/outcome.ts';
import { firstCohortDifference } from './differential/compare-cohorts.ts';
import { firstDifference } from './differential/compare.ts';
import { loadModule } from './differential/load-module.ts';
import { RecordMaker } from './differential/random-records.ts';
import { Random } from './differential/random.ts';

const cases = readCases();
const refused = cases.filter(([, { diagnostics }]) => diagnostics !== undefined);
const computed = cases.filter(([, { diagnostics }]) => diagnostics === undefined);

function analysisOf(path: string, { policy, files }: ConformanceCase) {
  const texts = new Map(Object.entries(files ?? {}));
  const load: Load = (name) => ({ path: name, text: (texts.get(name) ?? []).join('\n') });
  const analysis = analyze(new SourceFile(path, policy.join('\n')), { load });
  return { analysis, errors: analysis.diagnostics.filter(({ severity }) => severity === 'error') };
}

test.each(refused)('%s: the question is asked', (path, content) => {
  const { errors } = analysisOf(path, content);
  expect([...new Set(errors.map(({ code }) => code))].toSorted()).toEqual(content.diagnostics?.toSorted());
});

function programOf(path: string, content: ConformanceCase) {
  const { analysis, errors } = analysisOf(path, content);
  expect(errors.map(({ code, message }) => `${code}: ${message.zh}`)).toEqual([]);
  return lower(analysis);
}

describe.each(computed)('%s', (path, content) => {
  test.each(Object.entries(evaluators))('on %s', async (_name, evaluatorOf) => {
    const evaluator = await evaluatorOf(programOf(path, content));
    for (const { record, because, expect: expected } of content.records ?? []) {
      expect(outcomeOf(evaluator, record, expected), because).toEqual(expected);
    }
    const { cohort } = content;
    if (cohort === undefined) return;
    // The order of the records decides nothing (7.6, 11.1).
    const { records: given, because, subjects, ...expected } = cohort;
    for (const records of [given, given.toReversed()]) {
      expect(togetherOf(evaluator, records, expected), because).toEqual(expected);
      if (subjects !== undefined) expect(cohortOutcomeOf(evaluator, records, subjects), because).toEqual(subjects);
    }
  });

  test('agrees on every step of random records', async () => {
    const program = programOf(path, content);
    const reference = interpreter(program);
    const module = await loadModule(emitJavaScript(program).module);
    const maker = new RecordMaker(program, Random.forCase(1, 0));
    for (let count = 0; count < 25; count++) {
      const record = maker.next();
      if (program.manifest.cohort.length > 0) {
        const records = [record, maker.next(), maker.next()];
        expect(firstCohortDifference(reference, module, records), JSON.stringify(records)).toBe(null);
        continue;
      }
      expect(firstDifference(reference, module, record), JSON.stringify(record)).toBe(null);
    }
  });

  test('is the same program after a round trip through JSON', () => {
    const program = programOf(path, content);
    expect(decodeProgram(encodeProgram(program))).toEqual(program);
  });
});

test('every paragraph of the semantics that a case names exists', () => {
  const text = readFileSync(new URL('../docs/semantics.md', import.meta.url), 'utf8');
  const known = new Set([...text.matchAll(/^- \*\*(\d+\.\d+)\*\*/gm)].map((match) => match[1]));
  expect(
    cases.flatMap(([path, { semantics }]) =>
      semantics.filter((each) => !known.has(each)).map((each) => `${path}: ${each}`),
    ),
  ).toEqual([]);
});
