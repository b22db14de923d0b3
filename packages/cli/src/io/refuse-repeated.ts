import { Failure } from '../failure.ts';
import { findSameFiles } from './same-file.ts';
import { visible } from './visible.ts';

/**
 * A file is read once: given twice, every subject in it would be there twice.
 *
 * @throws Failure if two of the paths lead to one file.
 */
export async function refuseRepeated(paths: readonly string[]): Promise<void> {
  const same = await findSameFiles(paths.filter((path) => path !== '-'));
  if (same === null) return;
  const [first, second] = same;
  throw new Failure(
    first === second
      ? { zh: `文件 ${visible(first)} 写了两次。`, en: `The file ${visible(first)} is given twice.` }
      : {
          zh: `${visible(first)} 和 ${visible(second)} 是同一个文件。`,
          en: `${visible(first)} and ${visible(second)} are the same file.`,
        },
    { zh: '每个文件只写一次。', en: 'Give each file once.' },
  );
}
