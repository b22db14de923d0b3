import { buildCommand } from '@stricli/core';
import type { StatusFlags } from '../actions/status.ts';
import { type CommandDefinition, filesParameter, onContext, policyArgument } from '../command.ts';
import type { Context } from '../context.ts';
import { eventsFlag } from '../events-flag.ts';

export const statusCommand: CommandDefinition = {
  brief: { zh: '按程序逐步查看还缺什么', en: 'Show what is still missing, stage by stage' },
  description: {
    zh: '对照办法的“程序”一章，逐个对象、逐个步骤列出没有填报的数据和没有留存的材料。记录可以不完整。',
    en: 'Holds records against the chapter "procedure" of a policy and lists, subject by subject and stage by stage, figures that are not recorded and evidence that is not there. The records may be incomplete.',
  },
  arguments: [
    policyArgument,
    {
      name: { zh: '记录', en: 'RECORDS' },
      brief: { zh: '同 assess run，可以不完整', en: 'as for assess run; they may be incomplete' },
      many: true,
    },
  ],
  examples: [
    {
      line: 'assess status 党建考核.assess 记录.csv --as-of 2024-12-01',
      about: { zh: '看到这一天哪些步骤逾期', en: 'see which stages are overdue on that day' },
    },
  ],
  exit: {
    clean: { zh: '没有逾期的步骤', en: 'no stage is overdue' },
    findings: { zh: '有逾期的步骤，或办法、记录有问题', en: 'a stage is overdue, or policy or records have a fault' },
  },
  build: (locale) =>
    buildCommand<StatusFlags, string[], Context>({
      loader: async () => onContext((await import('../actions/status.ts')).status),
      docs: { brief: '' },
      parameters: {
        positional: filesParameter(2),
        flags: {
          'as-of': {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'DATE',
            brief: {
              zh: '按哪一天看逾期（2024-12-01）；不写就不判断逾期',
              en: 'the day to judge deadlines by (2024-12-01); without it none is overdue',
            }[locale],
          },
          events: eventsFlag(locale),
          format: {
            kind: 'enum',
            values: ['text', 'json'],
            default: 'text',
            brief: { zh: '输出格式', en: 'output format' }[locale],
          },
        },
      },
    }),
};
