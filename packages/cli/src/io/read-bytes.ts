import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Failure } from '../failure.ts';
import { causeOf } from './system-error.ts';

/** Where input may come from: files by path, standard input as `-`. */
export class InputFiles {
  readonly #stdin: Readable;
  #stdinTaken = false;

  constructor(stdin: Readable) {
    this.#stdin = stdin;
  }

  /**
   * The whole content of a file, or of standard input for `-`.
   *
   * @throws Failure if it cannot be read, or standard input is asked for twice.
   */
  async read(path: string): Promise<Buffer> {
    try {
      return path === '-' ? await this.#readStdin() : await readFile(path);
    } catch (error) {
      if (error instanceof Failure) throw error;
      const cause = causeOf(error);
      const label = labelOf(path);
      throw new Failure(
        { zh: `无法读取 ${label.zh}：${cause.zh}。`, en: `Cannot read ${label.en}: ${cause.en}.` },
        null,
        {
          cause: error,
        },
      );
    }
  }

  async #readStdin(): Promise<Buffer> {
    if (this.#stdinTaken) {
      throw new Failure(
        { zh: '标准输入（-）只能读一次。', en: 'Standard input (-) can be read only once.' },
        { zh: '其余内容请从文件读取。', en: 'Read the rest from files.' },
      );
    }
    this.#stdinTaken = true;
    const chunks: Buffer[] = [];
    const stream: AsyncIterable<Uint8Array | string> = this.#stdin;
    for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
}

/** What a path is called in messages. */
export function labelOf(path: string): { readonly zh: string; readonly en: string } {
  return path === '-' ? { zh: '标准输入', en: 'standard input' } : { zh: path, en: path };
}
