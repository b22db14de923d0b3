import type { Output } from './output.ts';
import { visible } from './visible.ts';
import { cut } from './width.ts';

/** How long work goes on before anybody is told, and between two tellings. */
const patience = 1000;
const interval = 200;

/**
 * One line on a terminal that says how far long work has come, and is gone when it is done. Where there is no terminal
 * nothing is said.
 */
export class Progress {
  readonly #out: Output;
  #next = Date.now() + patience;
  #shown = false;

  constructor(out: Output) {
    this.#out = out;
  }

  /** To be called often; `text` is asked for only when it is shown. */
  tick(text: () => string): void {
    if (!this.#out.isTerminal || Date.now() < this.#next) return;
    this.#next = Date.now() + interval;
    this.#shown = true;
    // Whether it could be written does not matter: the work goes on.
    const [line] = cut(visible(text()), this.#out.columns - 1);
    void this.#out.write(`\r\u001b[K${line}`).catch(() => {});
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown) void this.#out.write('\r\u001b[K').catch(() => {});
    this.#shown = false;
  }
}
