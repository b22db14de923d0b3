import type { Message } from '@assess/dsl';
import { closest } from '@assess/runtime';
import {
  AliasNotFoundError,
  type ApplicationText,
  ArgumentParseError,
  ArgumentScannerError,
  EnumValidationError,
  FlagNotFoundError,
  InvalidNegatedFlagSyntaxError,
  text_en,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from '@stricli/core';
import { Failure } from './failure.ts';

/**
 * The texts that the command line framework wants. It gets none: whatever goes wrong is handed to `report`, so that all of it
 * is told in one way, in our words. Wrong use is told with the right one below it.
 */
export function reportingText(
  commandNames: readonly string[],
  usage: Message,
  report: (error: unknown) => void,
): ApplicationText {
  const hand = (error: unknown): string => {
    report(error instanceof ArgumentScannerError ? new Failure(usageMessage(error), usage) : error);
    return '';
  };
  return {
    ...text_en,
    noCommandRegisteredForInput: ({ input }) => {
      const suggestion = didYouMean(nearest(input, commandNames));
      const text = {
        zh: `没有命令 \`${input}\`${suggestion.zh}`,
        en: `There is no command \`${input}\`${suggestion.en}`,
      };
      return hand(new Failure(text, usage));
    },
    exceptionWhileParsingArguments: hand,
    exceptionWhileLoadingCommandFunction: hand,
    exceptionWhileLoadingCommandContext: hand,
    exceptionWhileRunningCommand: hand,
    exceptionWhileRunningIntegrationFlag: ({ exception }) => hand(exception),
    exceptionWhileRunningIntegrationHook: ({ exception }) => hand(exception),
    commandErrorResult: hand,
  };
}

function usageMessage(error: ArgumentScannerError): Message {
  if (error instanceof FlagNotFoundError) {
    const suggestion = didYouMean(error.corrections.map((each) => `--${each}`));
    return {
      zh: `没有选项 \`--${error.input}\`${suggestion.zh}`,
      en: `There is no option \`--${error.input}\`${suggestion.en}`,
    };
  }
  if (error instanceof ArgumentParseError) {
    const option = `--${error.externalFlagNameOrPlaceholder}`;
    const reason: Message = error.exception instanceof Failure ? error.exception.text : { zh: '', en: '' };
    return {
      zh: `\`${option}\` 的值 \`${error.input}\` 无效。${reason.zh}`,
      en: `The value \`${error.input}\` of \`${option}\` is not valid. ${reason.en}`.trimEnd(),
    };
  }
  if (error instanceof EnumValidationError) {
    const option = `--${error.externalFlagName}`;
    const suggestion = didYouMean(nearest(error.input, error.values));
    return {
      zh: `\`${option}\` 的值不能是 \`${error.input}\`${suggestion.zh}可以是：${error.values.join('、')}。`,
      en: `\`${option}\` cannot be \`${error.input}\`${suggestion.en} It may be: ${error.values.join(', ')}.`,
    };
  }
  if (error instanceof UnsatisfiedFlagError) {
    return {
      zh: `缺少选项 \`--${error.externalFlagName}\` 的值。`,
      en: `The value of the option \`--${error.externalFlagName}\` is missing.`,
    };
  }
  if (error instanceof UnexpectedFlagError) {
    return {
      zh: `选项 \`--${error.externalFlagName}\` 只能写一次。`,
      en: `The option \`--${error.externalFlagName}\` may be given only once.`,
    };
  }
  if (error instanceof UnexpectedPositionalError) {
    return { zh: `多余的参数 \`${error.input}\`。`, en: `The argument \`${error.input}\` is one too many.` };
  }
  if (error instanceof UnsatisfiedPositionalError) {
    return { zh: '缺少参数。', en: 'An argument is missing.' };
  }
  if (error instanceof InvalidNegatedFlagSyntaxError) {
    return {
      zh: `选项 \`--${error.externalFlagName}\` 不能带值。`,
      en: `The option \`--${error.externalFlagName}\` takes no value.`,
    };
  }
  if (error instanceof AliasNotFoundError) {
    return { zh: `没有选项 \`-${error.input}\`。`, en: `There is no option \`-${error.input}\`.` };
  }
  return { zh: error.message, en: error.message };
}

function nearest(written: string, candidates: readonly string[]): readonly string[] {
  const nearest = closest(written, candidates);
  return nearest === null ? [] : [nearest];
}

function didYouMean(corrections: readonly string[]): Message {
  if (corrections.length === 0) return { zh: '。', en: '.' };
  const quoted = corrections.map((each) => `\`${each}\``);
  return { zh: `，是否想写 ${quoted.join(' 或 ')}？`, en: `; did you mean ${quoted.join(' or ')}?` };
}
