import type { Locale, Message } from '@assess/dsl';
import type { CommandContext } from '@stricli/core';
import type { Readable, Writable } from 'node:stream';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { Output } from './io/output.ts';
import { InputFiles } from './io/read-bytes.ts';

/** The process around a run of `assess`: the real one, or a test's. */
export interface Host {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: NodeJS.ProcessEnv;
}

/** What a command works with: the only way by which it reads, writes and speaks. */
export class Context implements CommandContext {
  readonly locale: Locale;
  readonly input: InputFiles;
  readonly out: Output;
  readonly error: Output;
  /** How the command ended, if it came to an end. */
  exitCode: ExitCode = exitCodes.clean;
  readonly host: Host;

  constructor(host: Host, locale: Locale) {
    this.host = host;
    this.locale = locale;
    this.input = new InputFiles(host.stdin);
    this.out = new Output(host.stdout);
    this.error = new Output(host.stderr);
  }

  /** The command line framework says nothing by itself. */
  get process(): CommandContext['process'] {
    return { stdout: { write: () => {} }, stderr: { write: () => {} } };
  }

  /** The same, speaking another language. */
  in(locale: Locale): Context {
    return locale === this.locale ? this : new Context(this.host, locale);
  }

  /** The text in the reader's language. */
  text(message: Message): string {
    return message[this.locale];
  }
}
