import { buildCommand } from '@stricli/core';
import type { CheckFlags } from '../actions/check.ts';
import { type CommandDefinition, filesParameter, onContext, policyArgument } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../whole-number.ts';

export const checkCommand: CommandDefinition = {
  brief: { zh: '检查考核办法，报告其中的错误与疑点', en: 'Check policies and report what is wrong or doubtful' },
  description: {
    zh: '检查一个或多个 .assess 文件：语法、名称、权重与分值、分档与等次、封顶等，并运行其中的测试。每个问题给出位置、原因和改法。',
    en: 'Checks .assess files: syntax, names, weights and points, tiers and grades, caps; and runs the tests in them. Each finding says where, why, and what to do.',
  },
  arguments: [{ ...policyArgument, many: true }],
  examples: [
    { line: 'assess check 党建考核.assess', about: { zh: '检查一个办法', en: 'check one policy' } },
    {
      line: 'assess check --fix *.assess',
      about: { zh: '把能安全修正的直接改好', en: 'mend what can safely be mended' },
    },
    {
      line: 'assess check --format github --max-warnings 0 *.assess',
      about: { zh: '在流水线中使用，警告也算不通过', en: 'in a pipeline, where a warning fails too' },
    },
  ],
  exit: {
    clean: { zh: '没有错误（可以有警告）', en: 'no errors (there may be warnings)' },
    findings: {
      zh: '有错误或测试没有通过，或警告超过 --max-warnings',
      en: 'errors or failing tests, or more warnings than --max-warnings',
    },
  },
  build: (locale) =>
    buildCommand<CheckFlags, string[], Context>({
      loader: async () => onContext((await import('../actions/check.ts')).check),
      docs: { brief: '' },
      parameters: {
        positional: filesParameter(1),
        flags: {
          format: {
            kind: 'enum',
            values: ['pretty', 'json', 'github'],
            default: 'pretty',
            brief: { zh: '输出格式', en: 'output format' }[locale],
          },
          fix: {
            kind: 'boolean',
            default: false,
            withNegated: false,
            brief: { zh: '应用安全的修正，改写文件', en: 'apply the safe fixes to the files' }[locale],
          },
          maxWarnings: {
            kind: 'parsed',
            parse: wholeNumber,
            optional: true,
            placeholder: 'N',
            brief: { zh: '警告多于 N 条也算不通过', en: 'fail on more than N warnings' }[locale],
          },
        },
      },
    }),
};
