import { buildCommand } from '@stricli/core';
import type { CompileFlags } from '../actions/compile.ts';
import { type CommandDefinition, filesParameter, onContext } from '../command.ts';
import type { Context } from '../context.ts';

export const compileCommand: CommandDefinition = {
  brief: { zh: '把考核办法编译成 JavaScript 模块', en: 'Compile a policy to a JavaScript module' },
  description: {
    zh: '为没有错误的办法生成 名称.mjs 和 名称.d.mts，供其他系统直接调用。结果与 assess run 逐位相同。',
    en: 'Writes NAME.mjs and NAME.d.mts for a policy without errors, for other systems to call. Its results equal those of assess run digit by digit.',
  },
  arguments: [
    {
      name: { zh: '办法', en: 'POLICY' },
      brief: {
        zh: '.assess 文件；- 表示标准输入，写成 policy.mjs',
        en: 'an .assess file; - for standard input, written as policy.mjs',
      },
    },
  ],
  examples: [
    { line: 'assess compile 党建考核.assess', about: { zh: '写到办法所在的目录', en: 'write beside the policy' } },
    { line: 'assess compile 党建考核.assess --out dist', about: { zh: '写到 dist 目录', en: 'write into dist' } },
  ],
  exit: {
    clean: { zh: '已生成', en: 'written' },
    findings: { zh: '办法有错误，没有生成', en: 'the policy has errors, nothing was written' },
  },
  build: (locale) =>
    buildCommand<CompileFlags, [string], Context>({
      loader: async () => onContext((await import('../actions/compile.ts')).compile),
      docs: { brief: '' },
      parameters: {
        positional: { kind: 'tuple', parameters: [filesParameter(1).parameter] },
        flags: {
          out: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'DIR',
            brief: { zh: '目标目录（没有时新建）', en: 'folder to write into (made if missing)' }[locale],
          },
        },
      },
    }),
};
