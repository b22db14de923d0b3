import type { Message } from '@assess/dsl';
import { extname } from 'node:path';
import { Failure } from '../failure.ts';
import { visible } from './visible.ts';

/**
 * The format that the extension of a file tells, whatever its case.
 *
 * @param extensions in the words of a message: those that there are.
 * @throws Failure for any other extension.
 */
export function formatOfFile<Format>(
  path: string,
  byExtension: ReadonlyMap<string, Format>,
  extensions: Message,
): Format {
  const extension = extname(path);
  const format = byExtension.get(extension.toLowerCase());
  if (format !== undefined) return format;
  throw new Failure(
    {
      zh: `不能写成 \`${visible(extension)}\` 文件；扩展名可以是 ${extensions.zh}。`,
      en: `Nothing is written as \`${visible(extension)}\`; the extension may be ${extensions.en}.`,
    },
    {
      zh: '要用别的文件名，请用 --format 写明格式。',
      en: 'For a file of another name give --format.',
    },
  );
}
