import { libraryPrefix, type Load, type Message, Suggestions } from '@assess/dsl';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { libraryFolder } from './library.ts';

/** Larger files are no policies. */
const mostBytes = 16_000_000;

/**
 * Reads what a policy in `folder` imports: files below or beside it, and those of the library that ships with the toolkit.
 * `pathOf` makes the path under which a file is reported from where it is.
 */
export function loadFromDisk(folder: string, pathOf: (file: string) => string = (file) => file): Load {
  return (name) => {
    const isShipped = name.startsWith(libraryPrefix);
    const file = isShipped ? join(libraryFolder(), name.slice(libraryPrefix.length)) : join(folder, name);
    const read = readText(file);
    if ('problem' in read) return { problem: read.problem, near: nearFiles(file, name) };
    return { path: isShipped ? name : pathOf(file), text: read.text };
  };
}

function readText(file: string): { readonly text: string } | { readonly problem: Message } {
  try {
    const status = statSync(file);
    if (!status.isFile()) return { problem: { zh: '这不是文件', en: 'it is not a file' } };
    if (status.size > mostBytes) return { problem: { zh: '文件过大', en: 'the file is too large' } };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    if (error instanceof TypeError)
      return {
        problem: { zh: '它不是 UTF-8 编码的文本，请另存为 UTF-8', en: 'it is not UTF-8 text; save it as UTF-8' },
      };
    return { problem: causeOf(error) };
  }
}

function causeOf(error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { zh: '没有这个文件', en: 'there is no such file' };
  if (code === 'EACCES' || code === 'EPERM') return { zh: '没有读取权限', en: 'reading it is not permitted' };
  return { zh: `读取失败（${String(code)}）`, en: `reading it fails (${String(code)})` };
}

/** The file of the same folder whose name is nearly the same, as it would be written. */
function nearFiles(file: string, name: string): readonly string[] {
  const found = new Suggestions().nearest(basename(file), policiesIn(dirname(file)));
  if (found === null) return [];
  return [name.slice(0, name.length - basename(name).length) + found];
}

function policiesIn(folder: string): readonly string[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .flatMap((entry) => (entry.isFile() && entry.name.endsWith('.assess') ? [entry.name] : []))
    .slice(0, 1000);
}
