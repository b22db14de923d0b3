import { analyze, format, SourceFile } from '@assess/dsl';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { dataTemplate } from '../init/data-template.ts';
import { policyText } from '../init/policy-text.ts';
import { type AnswerFlags, questionsFor, readAnswers } from '../init/questions.ts';
import { makeFolder } from '../io/make-folder.ts';
import { writeFileAtomically } from '../io/write-file.ts';

/** The options of `assess init`. */
export interface InitFlags extends AnswerFlags {
  /** Ask nothing: what no option says is as usual. */
  readonly yes: boolean;
}

/** Starts a policy: the policy with its tests, and a table to fill in. */
export async function init(
  context: Context,
  { yes, ...flags }: InitFlags,
  ...[folder = '.']: readonly string[]
): Promise<void> {
  const thisYear = new Date().getFullYear();
  // What the options say is checked before anything is asked.
  readAnswers(flags, thisYear, context.locale);
  const given = yes || !isTerminal(context) ? flags : await ask(context, flags, thisYear);
  const answers = readAnswers(given, thisYear, context.locale);
  const zh = context.locale === 'zh';
  const files = {
    policy: join(folder, `${answers.year}.assess`),
    data: join(folder, zh ? `${answers.year}-数据.csv` : `${answers.year}-data.csv`),
  };
  for (const file of Object.values(files)) await refuseExisting(file);
  const { text } = await format(new SourceFile(files.policy, policyText(answers, context.locale)));
  if (text === null) throw new Error('a new policy cannot be formatted');
  const analysis = analyze(new SourceFile(files.policy, text));
  const [finding] = analysis.diagnostics;
  if (finding !== undefined) {
    throw new Failure(
      {
        zh: `这样起头的办法有问题：${finding.message.zh}。`,
        en: `A policy begun like this has a fault: ${finding.message.en}.`,
      },
      { zh: '换一个名称再试。', en: 'Try another name.' },
    );
  }
  await makeFolder(folder);
  await writeFileAtomically(files.policy, [text]);
  await writeFileAtomically(files.data, [
    dataTemplate(analysis, zh ? ['示例一', '示例二'] : ['Example 1', 'Example 2']),
  ]);
  await context.out.write(
    context.text({
      zh: `已写好 ${files.policy} 和 ${files.data}\n\n接下来：\n  assess check ${files.policy}\n  assess test ${files.policy}\n  assess run ${files.policy} ${files.data}\n`,
      en: `Written: ${files.policy} and ${files.data}\n\nNext:\n  assess check ${files.policy}\n  assess test ${files.policy}\n  assess run ${files.policy} ${files.data}\n`,
    }),
  );
}

function isTerminal({ host }: Context): boolean {
  return 'isTTY' in host.stdin && host.stdin.isTTY === true;
}

/** Asks what no option says; an answer that cannot be is asked for again. */
async function ask(context: Context, flags: AnswerFlags, thisYear: number): Promise<AnswerFlags> {
  const lines = createInterface({ input: context.host.stdin, output: context.host.stderr });
  const answers: Record<string, string> = { ...flags };
  try {
    for (const { flag, text, usual, check } of questionsFor(thisYear)) {
      while (answers[flag] === undefined) {
        const said = (await lines.question(`${context.text(text)} [${context.text(usual)}] `)).trim();
        try {
          check(said || context.text(usual));
          answers[flag] = said;
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          await context.error.write(`${context.text(error.text)}\n`);
        }
      }
    }
  } finally {
    lines.close();
  }
  return answers;
}

async function refuseExisting(path: string): Promise<void> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new Failure(
    { zh: `${path} 已经存在，没有改动它。`, en: `${path} exists already and was left as it is.` },
    { zh: '换一个目录或年度，或先移走这个文件。', en: 'Use another folder or year, or move the file away.' },
  );
}
