import type { Message } from '../source/locale.ts';

/** Before the names of parts that ship with the toolkit. No folder can have this name on every system, so nothing is ambiguous. */
export const libraryPrefix = '库:';
const prefix = /^(?:库|library)[:：]/u;

/** The name of a file as seen from the policy's folder, or what is wrong with what was written. */
export type FileName = { readonly name: string } | { readonly problem: Message };

/**
 * The name of a file that is written in `importer` (null: the policy itself). Names are relative to the file in which they
 * stand, and so portable: no absolute paths, no backslashes, no addresses.
 */
export function fileName(written: string, importer: string | null): FileName {
  const own = prefix.exec(written)?.[0];
  const path = own === undefined ? written : written.slice(own.length);
  if (path.includes('\\'))
    return { problem: { zh: '路径用正斜杠 `/` 分隔', en: 'parts of a path are parted by forward slashes' } };
  if (path.startsWith('/') || /^\p{L}[\p{L}\d+.-]*:/u.test(path))
    return {
      problem: {
        zh: '只能写相对于本文件的路径，不能写绝对路径或网址',
        en: 'a path is relative to this file, not absolute and no address',
      },
    };
  if (!path.endsWith('.assess') || path === '.assess' || path.endsWith('/.assess'))
    return { problem: { zh: '文件名应以 `.assess` 结尾', en: 'the name of a file ends with `.assess`' } };
  if (/[\p{Cc}<>"|?*]/u.test(path) || path.length > longest)
    return {
      problem: {
        zh: '文件名里有不能用的字符，或者过长',
        en: 'the name has characters that no file has, or is too long',
      },
    };
  const fromLibrary = own !== undefined || importer?.startsWith(libraryPrefix) === true;
  const folder = own !== undefined || importer === null ? [] : importer.replace(prefix, '').split('/').slice(0, -1);
  const segments = normal([...folder, ...path.split('/')]);
  if (fromLibrary && segments[0] === '..')
    return { problem: { zh: '公共库之外的文件不能这样引入', en: 'this leads out of the library' } };
  return { name: (fromLibrary ? libraryPrefix : '') + segments.join('/') };
}

/** The name of a file as seen from the policy's folder, for one that is named from the folder of `policy`. */
export function nameFrom(policy: string, name: string): string {
  if (name.startsWith(libraryPrefix)) return name;
  const shipped = policy.startsWith(libraryPrefix);
  const folder = policy.replace(prefix, '').split('/').slice(0, -1);
  return (shipped ? libraryPrefix : '') + normal([...folder, ...name.split('/')]).join('/');
}

const longest = 400;

/** Without `.`, empty segments and `..` behind a folder. */
function normal(segments: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(segment.normalize('NFC'));
  }
  return kept;
}
