import type { Locale, Message } from '@assess/dsl';
import type { Command } from '@stricli/core';
import type { Context } from './context.ts';

/** A command as its user sees it: what it is for, what it takes, and how it is built in a language. */
export interface CommandDefinition {
  /** One line for the list of commands. */
  readonly brief: Message;
  /** What it does, in one or two sentences. */
  readonly description: Message;
  /** What stands behind the name in the usage line, besides options. */
  readonly arguments: readonly { readonly name: Message; readonly brief: Message; readonly many?: boolean }[];
  readonly examples: readonly { readonly line: string; readonly about: Message }[];
  /** What its exit codes 0 and 1 mean; the others mean the same everywhere. */
  readonly exit: { readonly clean: Message; readonly findings: Message };
  build(locale: Locale): Command<Context>;
}

/** The policy, where a command reads one. */
export const policyArgument = {
  name: { zh: '办法', en: 'POLICY' },
  brief: { zh: '.assess 文件；- 表示标准输入', en: 'an .assess file; - for standard input' },
} as const satisfies CommandDefinition['arguments'][number];

/** The parameters of a command that takes files and nothing else on its line. */
export function filesParameter(minimum: number) {
  return {
    kind: 'array',
    minimum,
    parameter: { brief: '', placeholder: 'FILE', parse: String },
  } as const;
}

/** What a command does, as the command line framework calls it: there the context is `this`. */
export function onContext<Flags, Given extends readonly string[]>(
  action: (context: Context, flags: Flags, ...given: Given) => Promise<void>,
): (this: Context, flags: Flags, ...given: Given) => Promise<void> {
  return function (flags, ...given) {
    return action(this, flags, ...given);
  };
}
