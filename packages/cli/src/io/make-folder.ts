import { mkdir } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { causeOf } from './system-error.ts';

/**
 * Makes a folder with those around it, if it is not there.
 *
 * @throws Failure if it cannot be made.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const cause = causeOf(error);
    throw new Failure(
      { zh: `无法新建目录 ${path}：${cause.zh}。`, en: `Cannot make the folder ${path}: ${cause.en}.` },
      null,
      { cause: error },
    );
  }
}
