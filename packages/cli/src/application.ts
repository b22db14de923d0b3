import {
  type Application,
  buildApplication,
  buildRouteMap,
  type Command,
  type StricliIntegration,
} from '@stricli/core';
import { commands } from './commands.ts';
import type { Context } from './context.ts';
import { commandHelp, overview, usageOf } from './help.ts';
import { plainObject } from './plain-object.ts';
import { reportingText } from './usage-error.ts';
import { readVersion } from './version.ts';

/** The command line of `assess` for one run with the arguments `given`. What goes wrong in it goes to `report`. */
export function buildAssess(
  given: readonly string[],
  context: Context,
  report: (error: unknown) => void,
): Application<Context> {
  const text = reportingText(Object.keys(commands), usageOf(given[0] ?? ''), report);
  // Without a prototype, `assess constructor` is an unknown command like any other.
  const routes = plainObject(
    Object.entries(commands).map(
      ([name, definition]) => [name, withPlainFlags(definition.build(context.locale))] as const,
    ),
  );
  return buildApplication(
    buildRouteMap({ routes, docs: { brief: 'assess' } }),
    {
      name: 'assess',
      scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
      documentation: { disableAnsiColor: true },
      // Not `text`: the framework would put its own English in its place where the language is English.
      localization: { defaultLocale: context.locale, loadText: () => text },
    },
    { help: helpOption(context), version: versionOption(context) },
  );
}

/** The same for `--constructor`: the framework looks options up by name in this object. */
function withPlainFlags(command: Command<Context>): Command<Context> {
  const flags = plainObject(Object.entries(command.parameters.flags ?? {}));
  return { ...command, parameters: { ...command.parameters, flags } };
}

function helpOption({ locale, out }: Context): StricliIntegration<Context> {
  return {
    flag: {
      brief: '',
      global: true,
      aliases: ['h'],
      defaultForRouteMap: true,
      async run(_application, { result }) {
        const name = result.prefix[1] ?? '';
        const definition = Object.hasOwn(commands, name) ? commands[name] : undefined;
        await out.write(definition === undefined ? overview(locale, out) : commandHelp(name, definition, locale, out));
      },
    },
  };
}

function versionOption({ out }: Context): StricliIntegration<Context> {
  return {
    flag: {
      brief: '',
      aliases: ['v'],
      async run() {
        await out.write(`assess ${readVersion()}\n`);
      },
    },
  };
}
