/**
 * One policy, evaluated in every way there is: by hand, compiled, interpreted, and on floating point. What counts are the
 * ratios: all contenders take turns in one process on the same records, and the median of the rounds is reported.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyze, emitJavaScript, interpreter, lower, SourceFile } from '@assess/dsl';
import { formatExact, normalise, type Evaluator, type Manifest, type SubjectRecord } from '@assess/runtime';
import { Bench } from 'tinybench';
import { evaluateByHand } from './hubei-by-hand.ts';
import { sparseRecords, tabularRecords } from './hubei-records.ts';
import { naiveFloat } from './naive-float.ts';

interface Outcome {
  readonly total: number | string;
  readonly grade: string | null;
}
type Contender = (record: SubjectRecord) => Outcome;

const rounds = 9;
const path = new URL('../policies/hubei-trade-unions/2023.assess', import.meta.url);
const source = new SourceFile('2023.assess', readFileSync(path, 'utf8'));
const program = lower(analyze(source));
const reference = interpreter(program);
const file = join(tmpdir(), `assess-bench-${process.pid}.mjs`);
writeFileSync(file, emitJavaScript(program, source.lines).module);

/** A copy of the module for each set of records: V8 fits code to the objects that it has seen. */
async function contenders(set: string): Promise<Record<string, Contender>> {
  const module = (await import(`${pathToFileURL(file).href}?${set}`)) as Evaluator &
    Record<'evaluate' | 'evaluateTrusted', Contender>;
  const byHand = (await import(`./hubei-by-hand.ts?${set}`)) as { evaluateByHand: typeof evaluateByHand };
  return {
    'by hand, exact, nothing checked': byHand.evaluateByHand,
    'compiled, evaluateTrusted': module.evaluateTrusted,
    'compiled, evaluate (all checked)': module.evaluate,
    'compiled, trace (every step)': (record) => outcomeOf(module.trace(record)),
    'straight-line floating point': naiveFloat(program),
    interpreter: (record) => outcomeOf(reference.trace(record)),
  };
}

const sparse = sparseRecords(program.manifest, 2000);
const sets: Record<string, readonly SubjectRecord[]> = {
  'records with the same keys (rows of a table)': tabularRecords(program.manifest, sparse),
  'records as shipped (what did not occur is left out)': sparse,
};
for (const [title, records] of Object.entries(sets)) await compare(title, records);

async function compare(title: string, records: readonly SubjectRecord[]): Promise<void> {
  const all = await contenders(title.slice(0, 12));
  const right = records.map((record) => textOf(outcomeOf(reference.trace(record))));
  const wrong = Object.values(all).map(
    (run) => records.filter((record, index) => textOf(run(record)) !== right[index]).length,
  );
  const times = Object.keys(all).map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    // In another order every time, so that nobody is always measured behind the same neighbour.
    for (const shift of Object.keys(all).keys()) {
      const index = (shift + round) % times.length;
      const [name, run] = Object.entries(all)[index] ?? [];
      if (name !== undefined && run !== undefined) times[index]?.push(await nanoseconds(name, run, records));
    }
  }
  const medians = times.map(median);
  const [byHand = NaN] = medians;
  console.log(`\n${title}: ${records.length} records, ${rounds} rounds, median`);
  console.log(
    `${'contender'.padEnd(36)}${'ns/record'.padStart(10)}${'records/s'.padStart(12)}${'speed'.padStart(8)}${'wrong'.padStart(7)}`,
  );
  for (const [index, name] of Object.keys(all).entries()) {
    const time = medians[index] ?? NaN;
    const columns = [
      time.toFixed(0).padStart(10),
      Math.round(1e9 / time)
        .toLocaleString('en')
        .padStart(12),
      (byHand / time).toFixed(2).padStart(8),
      String(wrong[index]).padStart(7),
    ];
    console.log(name.padEnd(36) + columns.join(''));
  }
}

/** Nanoseconds per record in one round. Slow contenders get part of the records. */
async function nanoseconds(name: string, run: Contender, records: readonly SubjectRecord[]): Promise<number> {
  const some = name === 'interpreter' ? records.slice(0, 40) : records.slice(0, 400);
  const bench = new Bench({ time: 150, warmupTime: 150 });
  let grades = 0;
  bench.add(name, () => {
    for (const record of some) if (run(record).grade === null) grades += 1;
  });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error(`${name} did not finish`);
  return (task.result.latency.p50 * 1e6) / some.length;
}

function outcomeOf(trace: ReturnType<Evaluator['trace']>): Outcome {
  const { scale, total }: Manifest = program.manifest;
  const number = (step: number): string => {
    const value = trace[step];
    return typeof value === 'object' ? formatExact(normalise(value)) : '';
  };
  const ungraded = scale === null || (scale.ungraded !== null && trace[scale.ungraded] === true);
  return { total: number(total.score), grade: ungraded ? null : (scale.grades[Number(number(scale.graded))] ?? null) };
}

function textOf({ total, grade }: Outcome): string {
  return `${total} ${grade}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? NaN;
}
