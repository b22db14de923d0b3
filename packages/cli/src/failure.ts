import type { Message } from '@assess/dsl';

/**
 * What keeps a command from doing its work and is not a bug of ours: wrong use, a file that cannot be read or written.
 * It becomes one message in the reader's language, with place and cause, and below it what to do about it.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly text: Message;
  readonly remedy: Message | null;

  constructor(text: Message, remedy: Message | null = null, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
    this.remedy = remedy;
  }
}

/** The reader of our output went away (`assess … | head`): stop quietly, there is nobody to tell. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}
