import {
  type Explanation,
  explain as explainResult,
  findNextGrade,
  type NextGrade,
  renderExplanation,
  renderHtml,
  renderMarkdown,
  shown,
  type SubjectRecord,
} from '@assess/runtime';
import { assessFiles } from '../assessment.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { formatOfFile } from '../io/format-of-file.ts';
import { refuseInput } from '../io/refuse-input.ts';
import { wrap } from '../io/width.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import type { ResultsOption } from '../records/other-results.ts';
import { didYouMean } from '../records/near-names.ts';

/** The options of `assess explain`. */
export interface ExplainFlags {
  readonly subject: string;
  readonly events?: readonly string[];
  readonly results?: readonly ResultsOption[];
  readonly format?: ExplainFormat;
  readonly output?: string;
}

/** How an explanation is written. */
export type ExplainFormat = 'text' | 'markdown' | 'html' | 'json';

const byExtension: ReadonlyMap<string, ExplainFormat> = new Map([
  ['.txt', 'text'],
  ['.md', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.json', 'json'],
]);
const extensions = { zh: '.html、.md、.txt、.json', en: '.html, .md, .txt or .json' };

/** Explains the result of one subject among all, clause by clause. */
export async function explain(
  context: Context,
  flags: ExplainFlags,
  policy: string,
  ...records: readonly string[]
): Promise<void> {
  const { output, events = [], results = [] } = flags;
  const others = results.map(({ path }) => path);
  if (output !== undefined) await refuseInput(output, [policy, ...records, ...events, ...others]);
  const format = flags.format ?? (output === undefined ? 'text' : formatOfFile(output, byExtension, extensions));
  const json = format === 'json' && output === undefined;
  const assessment = await assessFiles(context, { policy, records, events, results, json });
  if (assessment === null) return;
  const { manifest, cohort, evaluator } = assessment;
  const wanted = flags.subject.normalize('NFC').trim();
  const place = cohort.ordered.findIndex(({ subject }) => subject === wanted);
  const found = cohort.ordered[place];
  if (found === undefined) throw unknownSubject(wanted, cohort.ordered);
  const explanation = explainResult(manifest, cohort.resultAt(place));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has a result, so it was found admissible
  const record = assessment.recordAt(found.index) as SubjectRecord;
  const next = findNextGrade(evaluator, (each) => evaluator.trace(each), record);
  const text = write(explanation, next, format, output !== undefined, context);
  if (output === undefined) await context.out.write(text);
  else await writeFileAtomically(output, [text]);
}

function write(
  explanation: Explanation,
  next: NextGrade | null,
  format: ExplainFormat,
  toFile: boolean,
  context: Context,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...explanation, next }, null, 2)}\n`;
    case 'markdown':
      return renderMarkdown(explanation, next, context.locale);
    case 'html':
      return renderHtml(explanation, next, context.locale);
    case 'text': {
      const text = renderExplanation(explanation, context.locale, next);
      return `${toFile ? text : layOut(text, context)}\n`;
    }
  }
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
