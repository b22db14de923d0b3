/**
 * One policy evaluated in every way: by hand, compiled, interpreted and in floating point. All contenders take turns in one
 * process on the same records; what counts are the ratios of their medians.
 *
 * Time is the processor time of the thread: on a machine with neighbours the clock on the wall measures them as well.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, emitJavaScript, interpreter, SourceFile } from '@assess/dsl';
import { formatExact, normalise, type Evaluator, type SubjectRecord } from '@assess/runtime';
import { Bench } from 'tinybench';
import type { evaluate as evaluateByHand } from './hand-written/hubei.ts';
import type { HubeiRecord, Outcome } from './hand-written/record.ts';
import { forms, hubeiRecords } from './records.ts';

type Run = (record: SubjectRecord) => Pick<Outcome, 'total' | 'grade'>;
type Contenders = Readonly<Record<string, Run>>;

const count = 4096;
/** Records of one round, so many that no processor predicts them and so few that a round is short. */
const batch = 512;
const rounds = 11;
const baseline = '手写，精确 hand-written, exact';
const inexact = '手写，浮点 hand-written, floating point';
const interpreted = '解释执行 interpreter';

const path = new URL('../policies/hubei-trade-unions/2023.assess', import.meta.url);
const { analysis, program } = compile(new SourceFile('2023.assess', readFileSync(path, 'utf8')));
if (program === null) throw new Error(`the policy has ${analysis.diagnostics.length} mistakes`);
const { manifest } = program;
const { total, scale } = manifest;
const file = join(tmpdir(), `assess-bench-${process.pid}.mjs`);
writeFileSync(file, emitJavaScript(program).module);

const titles = {
  object: '同一类的对象 objects of one class',
  full: 'JSON，所有键都写出 JSON, every key written',
  json: 'JSON，未发生的不写 JSON, what did not occur left out',
};
try {
  const records = hubeiRecords(manifest, count);
  const reference = interpreter(program);
  const right = records.map((record) => outcomeOf(reference.trace(record)));
  for (const [form, ofForm] of Object.entries(forms(manifest, records))) {
    const contenders = await fresh(form, reference);
    check(contenders, ofForm, right);
    const times = await measure(contenders, ofForm.slice(0, batch));
    print(titles[form as keyof typeof titles], contenders, times, ofForm, right);
  }
} finally {
  rmSync(file);
}

/** Copies of the code for each form of records: an engine fits code to the objects that it has seen. */
async function fresh(form: string, reference: Evaluator): Promise<Contenders> {
  const module = (await import(`${pathToFileURL(file).href}?${form}`)) as Evaluator &
    Record<'evaluate' | 'evaluateTrusted', Run>;
  const written = async (folder: string): Promise<Run> => {
    const { evaluate } = (await import(`./${folder}/hubei.ts?${form}`)) as { evaluate: typeof evaluateByHand };
    return (record) => evaluate(record as unknown as HubeiRecord);
  };
  return {
    [baseline]: await written('hand-written'),
    '编译，不检查 compiled, evaluateTrusted': module.evaluateTrusted,
    '编译，检查 compiled, evaluate': module.evaluate,
    '编译，全部步骤 compiled, trace': (record) => outcomeOf(module.trace(record)),
    [interpreted]: (record) => outcomeOf(reference.trace(record)),
    [inexact]: await written('naive-float'),
  };
}

/** Throws if one that claims to be exact is not. */
function check(
  contenders: Contenders,
  records: readonly SubjectRecord[],
  right: readonly Pick<Outcome, 'total' | 'grade'>[],
): void {
  for (const [name, run] of Object.entries(contenders)) {
    if (name === inexact || name === interpreted) continue;
    for (const [index, record] of records.entries()) {
      const answer = run(record);
      const expected = right[index];
      if (answer.total === expected?.total && answer.grade === expected.grade) continue;
      const texts = [answer, expected].map((each) => `${each?.total} ${each?.grade}`);
      throw new Error(`${name}, record ${index}: ${texts.join(' instead of ')}`);
    }
  }
}

/** Nanoseconds per record by contender, one figure per round. */
async function measure(
  contenders: Contenders,
  records: readonly SubjectRecord[],
): Promise<ReadonlyMap<string, number[]>> {
  const names = Object.keys(contenders);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    // Another one begins each time, so that nobody is always behind the same neighbour.
    for (const place of names.keys()) {
      const name = names[(place + round) % names.length] ?? '';
      const run = contenders[name];
      if (run !== undefined) times.get(name)?.push(await nanoseconds(run, records));
    }
  }
  return times;
}

async function nanoseconds(run: Run, records: readonly SubjectRecord[]): Promise<number> {
  const bench = new Bench({ time: 200, warmupTime: 40, iterations: 1, warmupIterations: 1, now: threadTime });
  let sum = 0;
  bench.add('', () => {
    for (const record of records) sum += run(record).total;
  });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed' || Number.isNaN(sum)) throw new Error('a contender did not finish');
  return (task.result.latency.mean * 1e6) / records.length;
}

/** In milliseconds. Systems count in ticks of some milliseconds, so only the mean of a whole round says something. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function print(
  title: string,
  contenders: Contenders,
  times: ReadonlyMap<string, readonly number[]>,
  records: readonly SubjectRecord[],
  right: readonly Pick<Outcome, 'total' | 'grade'>[],
): void {
  const base = median(times.get(baseline) ?? []);
  console.log(`\n${title}`);
  console.log(`核对 checked: ${records.length}；计时 timed: ${batch} × ${rounds}`);
  console.log(
    '| 方式 contender | 次/秒 per second | 用时之比 time ratio | ns 最小/中位/最大 min/median/max | 总分错 wrong totals | 等次错 wrong grades |',
  );
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const [name, run] of Object.entries(contenders)) {
    const all = times.get(name) ?? [];
    const middle = median(all);
    const answers = name === interpreted ? right : records.map(run);
    const cells = [
      name,
      Math.round(1e9 / middle).toLocaleString('en'),
      (middle / base).toFixed(2),
      [Math.min(...all), middle, Math.max(...all)].map((each) => each.toFixed(0)).join(' / '),
      answers.filter((answer, index) => answer.total !== right[index]?.total).length,
      answers.filter((answer, index) => answer.grade !== right[index]?.grade).length,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? NaN;
}

/** Total and grade of a trace. */
function outcomeOf(trace: ReturnType<Evaluator['trace']>): Pick<Outcome, 'total' | 'grade'> {
  const number = (step: number): number => {
    const value = trace[step];
    return typeof value === 'object' ? Number(formatExact(normalise(value))) : NaN;
  };
  const ungraded = scale === null || (scale.ungraded !== null && trace[scale.ungraded] === true);
  return { total: number(total.score), grade: ungraded ? null : (scale.grades[number(scale.graded)] ?? null) };
}
