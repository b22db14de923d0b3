import { closest, explain as explainResult, renderExplanation, shown } from '@assess/runtime';
import { assessFiles } from '../assessment.ts';
import type { ExplainFlags } from '../commands/explain.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';

/** Explains the result of one subject among all, clause by clause. */
export async function explain(
  context: Context,
  flags: ExplainFlags,
  policy: string,
  ...records: readonly string[]
): Promise<void> {
  const json = flags.format === 'json';
  const assessment = await assessFiles(context, { policy, records, events: flags.events ?? null, json });
  if (assessment === null) return;
  const { evaluator, result } = assessment;
  const wanted = flags.subject.normalize('NFC').trim();
  const subject = result.subjects.find((each) => each.subject === wanted);
  if (subject === undefined) throw unknownSubject(wanted, result.subjects);
  const explanation = explainResult(evaluator.manifest, subject);
  await context.out.write(
    `${json ? JSON.stringify(explanation, null, 2) : renderExplanation(explanation, context.locale)}\n`,
  );
}

function unknownSubject(wanted: string, subjects: readonly { readonly subject: string }[]): Failure {
  const names = subjects.map(({ subject }) => subject);
  const nearest = closest(wanted, names);
  const name = shown(wanted);
  if (nearest !== null) {
    return new Failure({
      zh: `记录中没有 \`${name}\`，是否为 \`${shown(nearest)}\`？`,
      en: `The records have no \`${name}\`; did you mean \`${shown(nearest)}\`?`,
    });
  }
  const some = names.slice(0, 5).map((each) => `\`${shown(each)}\``);
  return new Failure(
    { zh: `记录中没有 \`${name}\`。`, en: `The records have no \`${name}\`.` },
    some.length === 0
      ? null
      : {
          zh: `记录中有 ${some.join('、')}${names.length > some.length ? ` 等 ${names.length} 个对象` : ''}。`,
          en: `They have ${some.join(', ')}${names.length > some.length ? ` and ${names.length - some.length} more` : ''}.`,
        },
  );
}
