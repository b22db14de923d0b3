import { buildCommand } from '@stricli/core';
import type { InitFlags } from '../actions/init.ts';
import { type CommandDefinition, filesParameter, onContext } from '../command.ts';
import type { Context } from '../context.ts';

export const initCommand: CommandDefinition = {
  brief: { zh: '新建一份考核办法', en: 'Start a new policy' },
  description: {
    zh: '问几个问题（或全部用选项写明），写出一份可以通过检查的办法、其中的测试和一张待填的数据表。已有的文件不覆盖。',
    en: 'Asks a few questions (or takes all answers from options) and writes a policy that checks clean, with tests, and a table to fill in. Existing files are never replaced.',
  },
  arguments: [
    {
      name: { zh: '目录', en: 'FOLDER' },
      brief: {
        zh: '写到哪里；不写为当前目录，没有时新建',
        en: 'where to; the current folder by default, made if missing',
      },
    },
  ],
  examples: [
    { line: 'assess init', about: { zh: '逐项回答', en: 'answer the questions' } },
    {
      line: 'assess init 考核 --organisation 某局机关党委 --year 2026 --methods "日常 40、年终 60" --yes',
      about: { zh: '用选项写明，不提问', en: 'say it in options, ask nothing' },
    },
  ],
  exit: {
    clean: { zh: '已写好', en: 'written' },
    findings: { zh: '不用', en: 'not used' },
  },
  build: (locale) => {
    const answer = (zh: string, en: string) =>
      ({ kind: 'parsed', parse: String, optional: true, placeholder: 'TEXT', brief: { zh, en }[locale] }) as const;
    return buildCommand<InitFlags, string[], Context>({
      loader: async () => onContext((await import('../actions/init.ts')).init),
      docs: { brief: '' },
      parameters: {
        positional: { ...filesParameter(0), maximum: 1 },
        flags: {
          organisation: answer('单位名称', 'name of the organisation'),
          subject: answer('考核对象，如 党支部', 'who is assessed, such as branch'),
          year: answer('年度，四位数字', 'year, four digits'),
          methods: answer('考核方式和比例：`甲 40、乙 60`', 'methods with weights: `a 40, b 60`'),
          dimensions: answer('维度和分值：`甲 40、乙 60`', 'dimensions with points: `a 40, b 60`'),
          yes: {
            kind: 'boolean',
            withNegated: false,
            default: false,
            brief: { zh: '不提问，没有写的照常', en: 'ask nothing; what is not said is as usual' }[locale],
          },
        },
      },
    });
  },
};
