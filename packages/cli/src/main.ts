import { run } from '@stricli/core';
import process from 'node:process';
import { buildAssess } from './application.ts';
import { Context, type Host } from './context.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { Failure, OutputClosed } from './failure.ts';
import { localeOfEnvironment, takeLocale } from './locale.ts';

/**
 * Runs `assess` with the arguments behind its name, and resolves to its exit code. Never rejects.
 *
 * With ASSESS_DEBUG=1 in the environment an exception that nobody foresaw is shown with its stack.
 */
export async function main(given: readonly string[], host: Host = process): Promise<ExitCode> {
  let context = new Context(host, localeOfEnvironment(host.env));
  const problems: unknown[] = [];
  try {
    const { locale, rest } = takeLocale(given, host.env);
    context = context.in(locale);
    // `assess help run` is what many try first.
    const inputs = rest[0] === 'help' ? [...rest.slice(1), '--help'] : rest;
    const application = buildAssess(inputs, context, (problem) => problems.push(problem));
    await run(application, inputs, context);
  } catch (error) {
    problems.push(error);
  }
  let exitCode = context.exitCode;
  for (const problem of problems)
    exitCode = worse(exitCode, await tell(problem, context, host.env['ASSESS_DEBUG'] === '1'));
  return exitCode;
}

/** Says what went wrong on standard error, and which exit code that is. */
async function tell(problem: unknown, context: Context, debugging: boolean): Promise<ExitCode> {
  // The reader left, which is no fault.
  if (problem instanceof OutputClosed) return exitCodes.clean;
  const { error } = context;
  const label = error.style(['bold', 'red'], context.text({ zh: '错误：', en: 'error: ' }));
  const lines =
    problem instanceof Failure
      ? [label + context.text(problem.text), ...(problem.remedy === null ? [] : [context.text(problem.remedy)])]
      : bugReport(problem, context, label, debugging);
  // Where even standard error cannot be written to, the exit code has to do.
  await error.write(`${lines.join('\n')}\n`).catch(() => {});
  return problem instanceof Failure ? exitCodes.usage : exitCodes.bug;
}

function bugReport(problem: unknown, context: Context, label: string, debugging: boolean): string[] {
  const brief = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
  const stack = problem instanceof Error ? (problem.stack ?? brief) : brief;
  return [
    label +
      context.text({
        zh: 'assess 内部出错。这是程序的缺陷，不是您的文件有问题。',
        en: 'Internal error. This is a bug of assess, not of your files.',
      }),
    debugging ? stack : `  ${brief.split('\n', 1)[0]}`,
    context.text({
      zh: '请把命令和输入文件反馈给我们；设 ASSESS_DEBUG=1 再运行一次可得到详细位置。',
      en: 'Please report it with the command and its input; ASSESS_DEBUG=1 shows where it happened.',
    }),
  ];
}

function worse(first: ExitCode, second: ExitCode): ExitCode {
  return first > second ? first : second;
}
