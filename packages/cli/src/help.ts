import type { Locale, Message } from '@assess/dsl';
import type { Command } from '@stricli/core';
import type { CommandDefinition } from './command.ts';
import { commands } from './commands.ts';
import type { Context } from './context.ts';
import type { Output } from './io/output.ts';
import { pad, widthOf, wrap } from './io/width.ts';

/** A name and what it is, as help shows them. */
interface Row {
  readonly name: string;
  readonly about: string;
}

const headings = {
  usage: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  arguments: { zh: '参数', en: 'Arguments' },
  options: { zh: '选项', en: 'Options' },
  examples: { zh: '示例', en: 'Examples' },
  exitCodes: { zh: '退出码', en: 'Exit codes' },
} as const satisfies Record<string, Message>;

const optionsWord: Message = { zh: '[选项]', en: '[options]' };

const everyCommandOptions: readonly { readonly name: string; readonly about: Message }[] = [
  {
    name: '    --lang zh|en',
    about: {
      zh: '提示所用的语言；不写时看系统的语言设置',
      en: 'language to speak; by default that of the environment',
    },
  },
  { name: '-h, --help', about: { zh: '显示帮助', en: 'show this help' } },
];

const versionOption = { name: '-v, --version', about: { zh: '显示版本', en: 'show the version' } };

const otherExitCodes: readonly { readonly name: string; readonly about: Message }[] = [
  { name: '2', about: { zh: '用法不对，或文件无法读写', en: 'wrong use, or a file that cannot be read or written' } },
  { name: '70', about: { zh: '程序内部错误', en: 'a bug of assess' } },
];

/** How a command is used, in one line, and where more is said: what to tell somebody who used it wrongly. */
export function usageOf(name: string): Message {
  const definition = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (definition === undefined) {
    return { zh: '全部命令：assess --help', en: 'All commands: assess --help' };
  }
  const line = usageLine(name, definition);
  return {
    zh: `用法：${line.zh}\n说明：assess ${name} --help`,
    en: `Usage: ${line.en}\nHelp:  assess ${name} --help`,
  };
}

function usageLine(name: string, definition: CommandDefinition): Message {
  const line = (locale: Locale): string => {
    const taken = definition.arguments.map((each) =>
      each.many === true ? `${each.name[locale]}…` : each.name[locale],
    );
    return ['assess', name, optionsWord[locale], ...taken].join(' ');
  };
  return { zh: line('zh'), en: line('en') };
}

/** The help of `assess` as a whole. */
export function overview(locale: Locale, out: Output): string {
  const say = (message: Message): string => message[locale];
  const page = new Page(out, locale);
  page.paragraph(
    say({
      zh: 'assess：把考核办法写成可检查、可计算、可解释的文件。',
      en: 'assess: rulebooks of assessments as files that can be checked, computed and explained.',
    }),
  );
  page.heading('usage');
  page.line(`assess ${say({ zh: '<命令>', en: '<command>' })} ${say(optionsWord)}`);
  page.heading('commands');
  page.rows(Object.entries(commands).map(([name, { brief }]) => ({ name, about: say(brief) })));
  page.heading('options');
  page.rows([...everyCommandOptions, versionOption].map(({ name, about }) => ({ name, about: say(about) })));
  page.paragraph(
    say({
      zh: '各命令的选项和示例：assess <命令> --help',
      en: 'Options and examples of a command: assess <command> --help',
    }),
  );
  return page.toString();
}

/** The help of one command. */
export function commandHelp(name: string, definition: CommandDefinition, locale: Locale, out: Output): string {
  const say = (message: Message): string => message[locale];
  const page = new Page(out, locale);
  page.paragraph(say(definition.description));
  page.heading('usage');
  page.line(say(usageLine(name, definition)));
  if (definition.arguments.length > 0) {
    page.heading('arguments');
    page.rows(definition.arguments.map((each) => ({ name: say(each.name), about: say(each.brief) })));
  }
  page.heading('options');
  page.rows([
    ...optionRows(definition.build(locale), locale),
    ...everyCommandOptions.map((each) => ({ name: each.name, about: say(each.about) })),
  ]);
  page.heading('examples');
  for (const example of definition.examples) page.example(example.line, say(example.about));
  page.heading('exitCodes');
  page.rows([
    { name: '0', about: say(definition.exit.clean) },
    { name: '1', about: say(definition.exit.findings) },
    ...otherExitCodes.map((each) => ({ name: each.name, about: say(each.about) })),
  ]);
  return page.toString();
}

function optionRows({ parameters }: Command<Context>, locale: Locale): Row[] {
  const aliasOf = new Map(Object.entries(parameters.aliases ?? {}).map(([alias, flag]) => [flag, alias]));
  return Object.entries(parameters.flags ?? {}).map(([name, flag]) => {
    const alias = aliasOf.get(name);
    const kebab = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const value =
      flag.kind === 'enum' ? ` ${flag.values.join('|')}` : flag.kind === 'parsed' ? ` ${flag.placeholder ?? ''}` : '';
    const usual = flag.kind === 'enum' && typeof flag.default === 'string' ? flag.default : null;
    const suffix = usual === null ? '' : { zh: `（默认 ${usual}）`, en: ` (default ${usual})` }[locale];
    return { name: `${alias === undefined ? '   ' : `-${alias},`} --${kebab}${value}`, about: flag.brief + suffix };
  });
}

/** A page of help, laid out for the width of the terminal. */
class Page {
  readonly #out: Output;
  readonly #locale: Locale;
  readonly #lines: string[] = [];

  constructor(out: Output, locale: Locale) {
    this.#out = out;
    this.#locale = locale;
  }

  get #width(): number {
    return Math.min(this.#out.columns, 100);
  }

  heading(key: keyof typeof headings): void {
    this.#lines.push('', this.#out.style('bold', headings[key][this.#locale]));
  }

  line(text: string): void {
    this.#lines.push(`  ${text}`);
  }

  paragraph(text: string): void {
    if (this.#lines.length > 0) this.#lines.push('');
    this.#lines.push(...wrap(text, this.#width));
  }

  example(line: string, about: string): void {
    this.#lines.push(
      `  ${this.#out.style('cyan', line)}`,
      ...wrap(about, this.#width - 6).map((each) => `      ${each}`),
    );
  }

  /** Names in a column of their own, what they are beside them; below them where a name is too long for that. */
  rows(rows: readonly Row[]): void {
    const longest = 30;
    const column = Math.max(...rows.map(({ name }) => widthOf(name)).filter((width) => width <= longest));
    for (const { name, about } of rows) {
      const lines = wrap(about, this.#width - column - 4);
      const beside = widthOf(name) <= column;
      if (!beside) this.line(this.#out.style('cyan', name));
      lines.forEach((text, index) => {
        const left = beside && index === 0 ? name : '';
        this.line(`${left === '' ? ' '.repeat(column) : this.#out.style('cyan', pad(left, column))}  ${text}`);
      });
    }
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
