import { buildCommand } from '@stricli/core';
import type { RunFlags } from '../actions/run.ts';
import { type CommandDefinition, filesParameter, onContext, policyArgument } from '../command.ts';
import type { Context } from '../context.ts';
import { eventsFlag } from '../events-flag.ts';
import { resultsFlag } from '../results-flag.ts';

export const runCommand: CommandDefinition = {
  brief: { zh: '按考核办法评定全部对象', en: 'Assess all subjects by a policy' },
  description: {
    zh: '读取每个对象的记录，逐项核对后计分、排名、定等次。记录有任何问题都不评定，并把全部问题列出来（文件、行、列）。',
    en: 'Reads the record of every subject, checks each figure, then scores, ranks and grades. If any record has a fault nothing is assessed and every fault is listed with its file, row and column.',
  },
  arguments: [
    policyArgument,
    {
      name: { zh: '记录', en: 'RECORDS' },
      brief: {
        zh: 'CSV（UTF-8 或 GB18030）、JSON 或 NDJSON 文件；- 表示标准输入',
        en: 'a CSV (UTF-8 or GB18030), JSON or NDJSON file; - for standard input',
      },
      many: true,
    },
  ],
  examples: [
    {
      line: 'assess run 党建考核.assess 记录.csv',
      about: { zh: '在终端看结果', en: 'see the results in the terminal' },
    },
    {
      line: 'assess run 党建考核.assess 记录.csv --events 情形台账.csv --output 结果.csv',
      about: { zh: '情形另有台账，结果写入文件', en: 'cases come from a ledger, results go to a file' },
    },
    {
      line: 'assess run 党建考核.assess - --format ndjson < 记录.ndjson',
      about: { zh: '与其他程序衔接', en: 'between other programs' },
    },
  ],
  exit: {
    clean: { zh: '全部评定完成', en: 'all subjects are assessed' },
    findings: { zh: '办法有错误，或记录有问题', en: 'the policy has errors, or a record has a fault' },
  },
  build: (locale) =>
    buildCommand<RunFlags, string[], Context>({
      loader: async () => onContext((await import('../actions/run.ts')).run),
      docs: { brief: '' },
      parameters: {
        positional: filesParameter(2),
        flags: {
          events: eventsFlag(locale),
          results: resultsFlag(locale),
          format: {
            kind: 'enum',
            values: ['table', 'csv', 'json', 'ndjson'],
            optional: true,
            brief: {
              zh: '输出格式；不写时看 --output 的扩展名，否则为 table',
              en: 'output format; by default what the extension of --output says, else table',
            }[locale],
          },
          output: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'FILE',
            brief: { zh: '写入文件（要么完整写好，要么不动）', en: 'write to a file (whole or not at all)' }[locale],
          },
        },
        aliases: { o: 'output' },
      },
    }),
};
