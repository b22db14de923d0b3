import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../src/failure.ts';
import { writeFileAtomically } from '../src/io/write-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-write-'));
  file = join(folder, '结果.csv');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error('no failure', { cause: error });
  return error.text.zh.replaceAll(`${folder}/`, '');
}

function* broken(): Generator<string> {
  yield 'half';
  throw new RangeError('a bug');
}

describe('a file', () => {
  test('is written whole', async () => {
    await writeFileAtomically(file, ['a', 'b']);
    expect(readFileSync(file, 'utf8')).toBe('ab');
    expect(readdirSync(folder)).toEqual(['结果.csv']);
  });

  test('stays as it was when the writing fails half-way', async () => {
    writeFileSync(file, 'before');
    await expect(writeFileAtomically(file, broken())).rejects.toThrow(RangeError);
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['结果.csv']);
  });

  test('keeps its permissions', async () => {
    writeFileSync(file, 'before', { mode: 0o640 });
    await writeFileAtomically(file, ['after']);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('is replaced where a link points', async () => {
    writeFileSync(file, 'before');
    const link = join(folder, 'link.csv');
    symlinkSync(file, link);
    await writeFileAtomically(link, ['after']);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('after');
  });

  test('that cannot be written leaves one clear message', async () => {
    mkdirSync(join(folder, 'is-a-folder'));
    expect(await failure(writeFileAtomically(join(folder, 'no', 'where.csv'), ['a']))).toBe(
      '无法写入 no/where.csv：没有这个文件或目录。',
    );
    expect(await failure(writeFileAtomically(join(folder, 'is-a-folder'), ['a']))).toBe(
      '无法写入 is-a-folder：这是一个目录，不是文件。',
    );
    expect(await failure(writeFileAtomically(`${file}/x`, ['a']))).toMatch(/^无法写入 .*：/);
    expect(await failure(writeFileAtomically('/dev/full', ['a']))).toBe('无法写入 /dev/full：磁盘已满。');
    expect(await failure(writeFileAtomically(join(folder, 'x'.repeat(300)), ['a']))).toMatch(/文件名过长。$/);
    expect(await failure(writeFileAtomically(join(folder, 'a\0b'), ['a']))).toMatch(/路径中有不允许的字符。$/);
  });
});
