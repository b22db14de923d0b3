import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Whether two paths lead to the same file; false where one leads nowhere. */
export async function isSameFile(first: string, second: string): Promise<boolean> {
  const [one, other] = await Promise.all([statOf(first), statOf(second)]);
  return one !== null && other !== null && one.dev === other.dev && one.ino === other.ino;
}

function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}
