import { buildCommand } from '@stricli/core';
import type { LspFlags } from '../actions/lsp.ts';
import { type CommandDefinition, onContext } from '../command.ts';
import type { Context } from '../context.ts';

export const lspCommand: CommandDefinition = {
  brief: { zh: '启动供编辑器使用的语言服务', en: 'Start the language server for editors' },
  description: {
    zh: '通过标准输入输出以语言服务器协议（LSP）与编辑器通信：即时检查、悬停说明、整理格式。',
    en: 'Speaks the Language Server Protocol over standard input and output: findings as you type, explanations on hover, formatting.',
  },
  arguments: [],
  examples: [{ line: 'assess lsp --stdio', about: { zh: '由编辑器启动', en: 'started by an editor' } }],
  exit: {
    clean: { zh: '编辑器正常关闭了服务', en: 'the editor shut the server down' },
    findings: { zh: '编辑器没有先请求关闭就断开', en: 'the editor went away without a shutdown request' },
  },
  build: (locale) =>
    buildCommand<LspFlags, [], Context>({
      loader: async () => onContext((await import('../actions/lsp.ts')).lsp),
      docs: { brief: '' },
      parameters: {
        flags: {
          stdio: {
            kind: 'boolean',
            default: true,
            withNegated: false,
            brief: {
              zh: '使用标准输入输出（默认，也是唯一方式）',
              en: 'use standard input and output (the default and only way)',
            }[locale],
          },
        },
      },
    }),
};
