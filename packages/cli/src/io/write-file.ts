import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { causeOf } from './system-error.ts';

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its place. A link keeps pointing to where
 * it did, the permissions stay, and what is no ordinary file (a pipe, a device) is written to directly.
 *
 * @throws Failure if it cannot be written; nothing is left behind then.
 */
export async function writeFileAtomically(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  try {
    const target = await realpath(path).catch(ifMissing(path));
    const before = await stat(target).catch(ifMissing(null));
    await (before === null || before.isFile() ? replace(target, before?.mode, pieces) : writeThrough(target, pieces));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const cause = causeOf(error);
    throw new Failure({ zh: `无法写入 ${path}：${cause.zh}。`, en: `Cannot write ${path}: ${cause.en}.` }, null, {
      cause: error,
    });
  }
}

async function writeThrough(target: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const file = await open(target, 'w');
  try {
    for await (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
}

async function replace(
  target: string,
  mode: number | undefined,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx', mode);
  const stopWatching = removeOnSignal(temporary);
  try {
    await fill(file, mode, pieces);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  } finally {
    stopWatching();
  }
}

async function fill(
  file: FileHandle,
  mode: number | undefined,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    // `open` lets the umask take from the mode; and the new name must not appear on disk before its content.
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whoever presses Ctrl-C leaves no half-written file behind either. */
function removeOnSignal(path: string): () => void {
  const end = (signal: NodeJS.Signals): void => {
    try {
      unlinkSync(path);
    } finally {
      process.kill(process.pid, signal);
    }
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  return () => {
    process.off('SIGINT', end).off('SIGTERM', end);
  };
}

function ifMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value;
    throw error;
  };
}
