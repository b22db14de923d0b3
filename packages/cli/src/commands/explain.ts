import { buildCommand } from '@stricli/core';
import type { ExplainFlags } from '../actions/explain.ts';
import { type CommandDefinition, filesParameter, onContext, policyArgument } from '../command.ts';
import type { Context } from '../context.ts';
import { eventsFlag } from '../events-flag.ts';
import { resultsFlag } from '../results-flag.ts';

export const explainCommand: CommandDefinition = {
  brief: {
    zh: '逐条说明一个对象的得分和等次从何而来',
    en: 'Explain the score and grade of one subject, clause by clause',
  },
  description: {
    zh: '说明每一分的来历：用了哪个数据、依办法哪一行哪一条、得扣多少、封顶与取舍，以及等次如何确定。',
    en: 'Shows where every point comes from: which figure, which line and clause of the policy, how many points, what a cap took, and how the grade was decided.',
  },
  arguments: [
    policyArgument,
    {
      name: { zh: '记录', en: 'RECORDS' },
      brief: {
        zh: '全部对象的记录（名次和名额要看全体）；- 表示标准输入',
        en: 'the records of all subjects (ranks and quotas depend on all); - for standard input',
      },
      many: true,
    },
  ],
  examples: [
    {
      line: 'assess explain 党建考核.assess 记录.csv --subject 机关第一党支部',
      about: { zh: '说明一个支部的结果', en: 'explain the result of one branch' },
    },
    {
      line: 'assess explain 党建考核.assess 记录.csv --subject 机关第一党支部 --output 评分表.html',
      about: { zh: '写成可以打印的评分表', en: 'write a score sheet to print' },
    },
  ],
  exit: {
    clean: { zh: '完成', en: 'done' },
    findings: { zh: '办法有错误，或记录有问题', en: 'the policy has errors, or a record has a fault' },
  },
  build: (locale) =>
    buildCommand<ExplainFlags, string[], Context>({
      loader: async () => onContext((await import('../actions/explain.ts')).explain),
      docs: { brief: '' },
      parameters: {
        positional: filesParameter(2),
        flags: {
          subject: {
            kind: 'parsed',
            parse: String,
            placeholder: 'NAME',
            brief: { zh: '对象的名称（必写）', en: 'name of the subject (required)' }[locale],
          },
          events: eventsFlag(locale),
          results: resultsFlag(locale),
          format: {
            kind: 'enum',
            values: ['text', 'markdown', 'html', 'json'],
            optional: true,
            brief: {
              zh: '输出格式；不写时按 --output 的扩展名，屏幕上为 text',
              en: 'output format; by the extension of --output, text on the screen',
            }[locale],
          },
          output: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'FILE',
            brief: {
              zh: '写入文件：.html（可打印的评分表）、.md、.txt、.json',
              en: 'write to a file: .html (a score sheet to print), .md, .txt, .json',
            }[locale],
          },
        },
        aliases: { o: 'output' },
      },
    }),
};
