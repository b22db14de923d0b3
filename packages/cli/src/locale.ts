import type { Locale } from '@assess/dsl';
import { Failure } from './failure.ts';

const locales: readonly Locale[] = ['zh', 'en'];

/** The arguments without `--lang`, and the language in which to speak. */
export interface LocalisedArguments {
  readonly locale: Locale;
  readonly rest: readonly string[];
}

/**
 * Takes `--lang zh|en` (or `--lang=zh`) out of the arguments, wherever it stands before a `--`; the last one wins. Without
 * it the environment decides.
 *
 * @throws Failure for a language that is neither.
 */
export function takeLocale(given: readonly string[], environment: NodeJS.ProcessEnv): LocalisedArguments {
  const fallback = localeOfEnvironment(environment);
  let locale = fallback;
  const rest: string[] = [];
  for (let index = 0; index < given.length; index++) {
    const argument = given[index] ?? '';
    if (argument === '--') return { locale, rest: [...rest, ...given.slice(index)] };
    if (argument === '--lang') locale = named(given[++index]);
    else if (argument.startsWith('--lang=')) locale = named(argument.slice('--lang='.length));
    else rest.push(argument);
  }
  return { locale, rest };
}

/**
 * By LC_ALL, LC_MESSAGES, LANG, the first that is set: Chinese for `zh…`, English for any other language, and Chinese where
 * none is named (nothing set, `C`, `POSIX`).
 */
export function localeOfEnvironment(environment: NodeJS.ProcessEnv): Locale {
  const value = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const language = /^[a-z]*/i.exec(value)?.[0].toLowerCase() ?? '';
  return ['', 'c', 'posix', 'zh'].includes(language) ? 'zh' : 'en';
}

function named(value: string | undefined): Locale {
  const locale = locales.find((each) => each === value);
  if (locale !== undefined) return locale;
  throw new Failure(
    value === undefined
      ? { zh: '`--lang` 后面没有写语言。', en: '`--lang` has no language behind it.' }
      : { zh: `\`--lang\` 不认识语言 \`${value}\`。`, en: `\`--lang\` does not know the language \`${value}\`.` },
    { zh: '可以写 zh（中文）或 en（英文）。', en: 'It may be zh (Chinese) or en (English).' },
  );
}
