import { parseIsoDate, procedureStatus, type SubjectRecord } from '@assess/runtime';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import { Progress } from '../io/progress.ts';
import { refuseRepeated } from '../io/refuse-repeated.ts';
import { visible } from '../io/visible.ts';
import { loadProgram } from '../policy.ts';
import { readRecords } from '../records/read-records.ts';
import { statusText, type SubjectStatus } from '../report/status-text.ts';
import { tellProblems } from '../report/tell-problems.ts';

/** The options of `assess status`. */
export interface StatusFlags {
  readonly 'as-of'?: string;
  readonly events?: readonly string[];
  readonly format: 'text' | 'json';
}

/** Lists what is still missing for every subject, stage by stage. */
export async function status(
  context: Context,
  flags: StatusFlags,
  policy: string,
  ...records: readonly string[]
): Promise<void> {
  const asOf = dateOf(flags['as-of']);
  const ledgers = flags.events ?? [];
  await refuseRepeated([policy, ...records, ...ledgers]);
  const program = await loadProgram(context, policy);
  if (program === null) return;
  const { manifest } = program;
  if (manifest.procedure.length === 0) throw new Failure(noProcedure, addOne);
  const progress = new Progress(context.error);
  const tick = (count: number): void =>
    progress.tick(() => context.text({ zh: `已读取 ${count} 条记录……`, en: `${count} records read …` }));
  const set = await readRecords(manifest, context.input, records, ledgers, tick).finally(() => progress.end());
  if (set.problems.length > 0) {
    await tellProblems(context, set.problems, flags.format === 'json');
    return;
  }
  const subjects: SubjectStatus[] = [];
  for (let index = 0; index < set.records.count; index++) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- records are read as objects
    const record = set.records.at(index) as SubjectRecord;
    const name = record[manifest.subject];
    const subject = typeof name === 'string' ? name.trim() : `#${index + 1}`;
    subjects.push({ subject, stages: procedureStatus(manifest, record, asOf) });
  }
  if (subjects.some(({ stages }) => stages.some(({ state }) => state === 'overdue'))) {
    context.exitCode = exitCodes.findings;
  }
  if (flags.format === 'json') {
    const result = { schema: 'assess/status/1', policy: manifest.policy, asOf, subjects };
    await context.out.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  for (const piece of statusText(manifest, subjects, asOf, context.locale, context.out)) await context.out.write(piece);
}

function dateOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (parseIsoDate(text) !== null) return text;
  throw new Failure(
    { zh: `没有 \`${visible(text)}\` 这一天。`, en: `There is no day \`${visible(text)}\`.` },
    { zh: '日期写作 2024-12-01。', en: 'Write a date as 2024-12-01.' },
  );
}

const noProcedure = {
  zh: '办法没有“程序”一章，无从查看进度。',
  en: 'The policy has no chapter "procedure": there are no stages to look at.',
};
const addOne = {
  zh: '写上 `程序 { 步骤 … 期限 … 采集 … }`。',
  en: 'Write `procedure { stage … within … collects … }`.',
};
