import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { Failure, OutputClosed } from '../failure.ts';
import { causeOf } from './system-error.ts';

/** The styles of `node:util` that reports use. */
export type Style = Parameters<typeof styleText>[0];

/** The width of text that goes to no terminal, and of a terminal that does not tell. */
const usualColumns = 80;

/** A stream that a terminal may stand behind. */
type TerminalStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Standard output or standard error: text, with colours only on a terminal that wants them (NO_COLOR). */
export class Output {
  readonly #stream: TerminalStream;

  constructor(stream: TerminalStream) {
    this.#stream = stream;
    // Every write reports its own error; an event without a listener would end the process with a stack trace.
    stream.on('error', () => {});
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  /** Columns of the terminal. */
  get columns(): number {
    return this.#stream.columns ?? usualColumns;
  }

  style(style: Style, text: string): string {
    return styleText(style, text, { stream: this.#stream });
  }

  /**
   * Settles when the text is handed over, so that a slow reader slows us down instead of filling memory.
   *
   * @throws OutputClosed if nobody reads any more; Failure if it cannot be written (a full disk).
   */
  write(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(text, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(asFailure(error));
      });
    });
  }
}

function asFailure(error: NodeJS.ErrnoException): Error {
  // A stream that an earlier write found closed reports the later ones as writes after its end.
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return new OutputClosed(error.message);
  const cause = causeOf(error);
  return new Failure(
    { zh: `无法写入标准输出：${cause.zh}。`, en: `Cannot write to standard output: ${cause.en}.` },
    null,
    { cause: error },
  );
}
