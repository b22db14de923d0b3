/**
 * Every shipped policy: it checks clean with nothing suppressed, it is formatted, its tests pass, and on its own data interpreter
 * and compiled module give the same results with the same value of every step.
 */
import { dataTestsOf, emitJavaScript, interpreter, lower } from '@assess/dsl';
import { assessCohort, type Evaluator } from '@assess/runtime';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { InputFiles } from '../packages/cli/src/io/read-bytes.ts';
import { analysePolicy } from '../packages/cli/src/analyse-policy.ts';
import { readTestRecords } from '../packages/cli/src/testing/test-records.ts';
import { assess } from '../packages/cli/test/host.ts';
import { loadModule } from './differential/load-module.ts';

const root = join(import.meta.dirname, '..', 'policies');
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.assess'))
  .toSorted();

const suppression = /^\s*\/\/+\s*(?:assess-ignore|忽略)\s/mu;

describe.each(paths)('%s', (name) => {
  const path = join(root, name);

  test('checks clean and is formatted', async () => {
    expect(await assess(['check', path])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await assess(['check', '--format', 'json', path])).toMatchObject({ exitCode: 0 });
    expect(await assess(['fmt', '--check', path])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).not.toMatch(suppression);
  });

  const analysis = analysePolicy(path, readFileSync(path, 'utf8'));
  if (analysis.role === 'parts') return;

  test('passes its tests', async () => {
    const ended = await assess(['test', path]);
    expect(ended, ended.stdout).toMatchObject({ exitCode: 0 });
  });

  const data = dataTestsOf(analysis);
  if (data.length === 0) return;

  test.each(data)('has the same digits on both engines: $title', async (each) => {
    const program = lower(analysis);
    const set = await readTestRecords(new InputFiles(Readable.from([])), path, program.manifest, each);
    expect(set.problems).toEqual([]);
    const all = Array.from({ length: set.records.count }, (_, index) => set.records.at(index));
    const results = (evaluator: Evaluator): string => JSON.stringify(assessCohort(evaluator, all));
    const module = await loadModule(emitJavaScript(program).module);
    expect(results(module) === results(interpreter(program)), relative(root, path)).toBe(true);
    expect(all.length, basename(path)).toBeGreaterThan(0);
  });
});
