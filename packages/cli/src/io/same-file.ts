import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Whether two paths lead to the same file; false where one leads nowhere. */
export async function isSameFile(first: string, second: string): Promise<boolean> {
  return (await findSameFiles([first, second])) !== null;
}

/** The first two of several paths that lead to the same file, or null; a path that leads nowhere is like no other. */
export async function findSameFiles(
  paths: readonly string[],
): Promise<readonly [first: string, second: string] | null> {
  const firstOf = new Map<string, string>();
  for (const path of paths) {
    const stats = await statOf(path);
    if (stats === null) continue;
    const identity = `${stats.dev}:${stats.ino}`;
    const first = firstOf.get(identity);
    if (first !== undefined) return [first, path];
    firstOf.set(identity, path);
  }
  return null;
}

function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}
