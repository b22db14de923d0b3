import { buildCommand } from '@stricli/core';
import type { TestFlags } from '../actions/test.ts';
import { type CommandDefinition, filesParameter, onContext, policyArgument } from '../command.ts';
import type { Context } from '../context.ts';
import { percentage } from '../percentage.ts';
import { wholeNumber } from '../whole-number.ts';

export const testCommand: CommandDefinition = {
  brief: { zh: '运行办法里的测试', en: 'Run the tests in policies' },
  description: {
    zh: '运行 .assess 文件里的 测试，逐个列出通过与否；没有通过的写明位置、应得什么、实际是什么、从哪一项开始不同。',
    en: 'Runs the tests in .assess files and lists each; for one that fails, where it stands, what it expects, what came out, and the first item that is different.',
  },
  arguments: [{ ...policyArgument, many: true }],
  examples: [
    { line: 'assess test 党建考核.assess', about: { zh: '运行全部测试', en: 'run all tests' } },
    {
      line: 'assess test --only 一票否决 党建考核.assess',
      about: { zh: '只运行标题含有这几个字的', en: 'only those whose title contains the words' },
    },
  ],
  exit: {
    clean: { zh: '测试全部通过', en: 'all tests pass' },
    findings: { zh: '有测试没有通过，或办法有错误', en: 'a test fails, or the policy has errors' },
  },
  build: (locale) =>
    buildCommand<TestFlags, string[], Context>({
      loader: async () => onContext((await import('../actions/test.ts')).test),
      docs: { brief: '' },
      parameters: {
        positional: filesParameter(1),
        flags: {
          format: {
            kind: 'enum',
            values: ['pretty', 'junit', 'tap', 'json'],
            default: 'pretty',
            brief: { zh: '输出格式', en: 'output format' }[locale],
          },
          only: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'TEXT',
            brief: {
              zh: '只运行标题含有 TEXT 的测试；* 代表任意文字',
              en: 'run only tests whose title contains TEXT; * stands for anything',
            }[locale],
          },
          update: {
            kind: 'boolean',
            default: false,
            withNegated: false,
            brief: { zh: '改写数据测试的结果文件', en: 'write the results that data tests expect anew' }[locale],
          },
          watch: {
            kind: 'boolean',
            default: false,
            withNegated: false,
            brief: { zh: '文件一改就重新运行', en: 'run again whenever a file changes' }[locale],
          },
          coverage: {
            kind: 'boolean',
            default: false,
            withNegated: false,
            brief: { zh: '列出测试到过和没有到过的', en: 'tell what the tests reached and what not' }[locale],
          },
          coverageLcov: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'FILE',
            brief: { zh: '把逐行覆盖写入 FILE（lcov）', en: 'write the coverage per line to FILE (lcov)' }[locale],
          },
          coverageHtml: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'FILE',
            brief: { zh: '把覆盖连同办法全文写成网页 FILE', en: 'write the coverage over the text to FILE (HTML)' }[
              locale
            ],
          },
          mutate: {
            kind: 'boolean',
            default: false,
            withNegated: false,
            brief: {
              zh: '逐处改动办法，列出没有测试发现的改动',
              en: 'change the policy place by place, and tell which changes no test notices',
            }[locale],
          },
          mutateLimit: {
            kind: 'parsed',
            parse: wholeNumber,
            optional: true,
            placeholder: 'N',
            brief: { zh: '至多试 N 处改动，均匀选取', en: 'try at most N changes, evenly chosen' }[locale],
          },
          min: {
            kind: 'parsed',
            parse: percentage,
            optional: true,
            placeholder: 'PERCENT',
            brief: {
              zh: '覆盖（或 --mutate 的得分）低于 PERCENT 也算不通过',
              en: 'fail on coverage (with --mutate: a score) below PERCENT',
            }[locale],
          },
        },
      },
    }),
};
