import { explain as explainResult, renderExplanation, shown } from '@assess/runtime';
import { assessFiles } from '../assessment.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { wrap } from '../io/width.ts';
import { didYouMean } from '../records/near-names.ts';

/** The options of `assess explain`. */
export interface ExplainFlags {
  readonly subject: string;
  readonly events?: readonly string[];
  readonly format: 'text' | 'json';
}

/** Explains the result of one subject among all, clause by clause. */
export async function explain(
  context: Context,
  flags: ExplainFlags,
  policy: string,
  ...records: readonly string[]
): Promise<void> {
  const json = flags.format === 'json';
  const assessment = await assessFiles(context, { policy, records, events: flags.events ?? [], json });
  if (assessment === null) return;
  const { manifest, cohort } = assessment;
  const wanted = flags.subject.normalize('NFC').trim();
  const place = cohort.ordered.findIndex(({ subject }) => subject === wanted);
  if (place < 0) throw unknownSubject(wanted, cohort.ordered);
  const explanation = explainResult(manifest, cohort.resultAt(place));
  const text = json
    ? JSON.stringify(explanation, null, 2)
    : layOut(renderExplanation(explanation, context.locale), context);
  await context.out.write(`${text}\n`);
}

/** Breaks long lines, going on below the beginning of their text; headings stand out. */
function layOut(text: string, { out }: Context): string {
  const lines = text.split('\n').flatMap((line, index, all) => {
    // A blank line stands before every heading.
    if (all[index - 1] === '') return [out.style('bold', line)];
    const indent = /^ *(?:\d+\. )?/.exec(line)?.[0].length ?? 0;
    const [first = '', ...rest] = wrap(line.slice(indent), Math.max(20, out.columns - indent));
    return [line.slice(0, indent) + first, ...rest.map((each) => ' '.repeat(indent) + each)];
  });
  return lines.join('\n');
}

function unknownSubject(wanted: string, subjects: readonly { readonly subject: string }[]): Failure {
  const names = subjects.map(({ subject }) => subject);
  const meant = didYouMean(wanted, names);
  const some = names.slice(0, 5).map((each) => `\`${shown(each)}\``);
  return new Failure(
    { zh: `记录中没有 \`${shown(wanted)}\`${meant.zh}`, en: `The records have no \`${shown(wanted)}\`${meant.en}` },
    meant.zh.endsWith('？')
      ? null
      : {
          zh: `记录中有 ${some.join('、')}${names.length > some.length ? ` 等 ${names.length} 个对象` : ''}。`,
          en: `They have ${some.join(', ')}${names.length > some.length ? ` and ${names.length - some.length} more` : ''}.`,
        },
  );
}
