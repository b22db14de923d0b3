import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** Editors write a file in several steps; what comes within so many milliseconds is one change. */
const settling = 100;

/**
 * Runs something now, and again whenever one of the files changes, until it is aborted. The folders are watched and not the files:
 * many editors put a new file in the place of the old one. A run is finished before the next begins.
 *
 * @param run gives the files to look at from then on.
 */
export async function runOnChange(run: () => Promise<readonly string[]>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const files = await run();
    await nextChange(files, signal);
  }
}

function nextChange(files: readonly string[], signal: AbortSignal): Promise<void> {
  const names = Map.groupBy(
    files.map((file) => resolve(file)),
    (file) => dirname(file),
  );
  return new Promise((done) => {
    let timer: NodeJS.Timeout | null = null;
    const watchers = [...names].map(([folder, inside]) => {
      const wanted = new Set(inside.map((file) => basename(file)));
      const watcher = watch(folder, (_, name) => {
        if (name !== null && !wanted.has(name)) return;
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(finish, settling);
      });
      // A folder that goes away changes nothing any more.
      return watcher.on('error', () => {});
    });
    const finish = (): void => {
      for (const watcher of watchers) watcher.close();
      if (timer !== null) clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    };
    signal.addEventListener('abort', finish);
  });
}
