import { buildCommand } from '@stricli/core';
import type { FmtFlags } from '../actions/fmt.ts';
import { type CommandDefinition, filesParameter, onContext, policyArgument } from '../command.ts';
import type { Context } from '../context.ts';

export const fmtCommand: CommandDefinition = {
  brief: { zh: '整理考核办法的格式', en: 'Format policies' },
  description: {
    zh: '把 .assess 文件整理成统一的格式，含义不变，注释不丢。不带选项时把结果写到标准输出。',
    en: 'Lays .assess files out in one way; their meaning and comments stay. Without options the result goes to standard output.',
  },
  arguments: [{ ...policyArgument, many: true }],
  examples: [
    { line: 'assess fmt --write *.assess', about: { zh: '就地整理', en: 'format in place' } },
    {
      line: 'assess fmt --check *.assess',
      about: { zh: '只看哪些文件还没有整理', en: 'only tell which files are not formatted' },
    },
    {
      line: 'assess fmt --vocabulary en 党建考核.assess',
      about: { zh: '把关键词换成英文，自拟的名称不变', en: 'with English keywords; names stay as they are' },
    },
    {
      line: 'cat 党建考核.assess | assess fmt -',
      about: { zh: '从标准输入到标准输出', en: 'standard input to standard output' },
    },
  ],
  exit: {
    clean: { zh: '完成；--check 时全部已整理', en: 'done; with --check, all are formatted' },
    findings: {
      zh: '有语法错误；--check 时有文件没有整理',
      en: 'a syntax error; with --check, a file is not formatted',
    },
  },
  build: (locale) =>
    buildCommand<FmtFlags, string[], Context>({
      loader: async () => onContext((await import('../actions/fmt.ts')).fmt),
      docs: { brief: '' },
      parameters: {
        positional: filesParameter(1),
        flags: {
          write: {
            kind: 'boolean',
            default: false,
            withNegated: false,
            brief: { zh: '改写文件', en: 'write the files' }[locale],
          },
          check: {
            kind: 'boolean',
            default: false,
            withNegated: false,
            brief: { zh: '不改写，列出没有整理的文件', en: 'write nothing, list the files that are not formatted' }[
              locale
            ],
          },
          vocabulary: {
            kind: 'enum',
            values: ['zh', 'en'],
            optional: true,
            brief: { zh: '换成中文或英文关键词', en: 'turn the keywords into Chinese or English' }[locale],
          },
        },
      },
    }),
};
