import type { Locale, Message } from '@assess/dsl';
import type { ItemScore, ItemSpec, Manifest, RecordValue, SubjectResult } from '@assess/runtime';
import { stringify } from 'csv-stringify/sync';
import { brokenNotesOf } from './broken-notes.ts';
import { consequenceCell } from './consequence-notes.ts';
import { figureForCell } from './figure.ts';
import { gradeNotes, titlesOfCases } from './grade-notes.ts';
import { reasonNotes, withoutScore } from './no-result.ts';

const headings = {
  rank: { zh: '名次', en: 'rank' },
  total: { zh: '总分', en: 'total' },
  reached: { zh: '达到等次', en: 'grade reached' },
  grade: { zh: '等次', en: 'grade' },
  barred: { zh: '取消评优', en: 'out of awards' },
  notes: { zh: '说明', en: 'notes' },
  consequences: { zh: '结果运用', en: 'consequences' },
} as const satisfies Record<string, Message>;

/** Subjects that are turned into text at once. */
const batch = 500;

/** Results as a table for spreadsheets: a row for each subject, a column for the score of every item, by its full name. */
export function* resultsCsv(manifest: Manifest, subjects: Iterable<SubjectResult>, locale: Locale): Generator<string> {
  const attributes = manifest.inputs.flatMap((input, index) =>
    input.role === 'attribute' ? [{ key: input.key, index }] : [],
  );
  const graded = manifest.scale !== null;
  const titles = titlesOfCases(manifest);
  const head = [
    headings.rank[locale],
    manifest.subject,
    ...attributes.map(({ key }) => key),
    ...manifest.total.children.flatMap(idsOf),
    headings.total[locale],
    ...(graded ? (['reached', 'grade', 'barred', 'notes'] as const).map((key) => headings[key][locale]) : []),
    ...manifest.scales.map(({ name }) => asText(name ?? '')),
    ...(manifest.consequences.length === 0 ? [] : [headings.consequences[locale]]),
  ];
  yield stringify([head.map(asText)]);
  let rows: string[][] = [];
  for (const subject of subjects) {
    rows.push(rowOf(subject, attributes, titles, manifest.consequences.length > 0, locale));
    if (rows.length < batch) continue;
    yield stringify(rows);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows);
}

function rowOf(
  subject: SubjectResult,
  attributes: readonly { readonly index: number }[],
  titles: ReadonlyMap<string, string>,
  hasConsequences: boolean,
  locale: Locale,
): string[] {
  const { rank, total, grade, scales, inputs, reasons } = subject;
  return [
    rank === null ? '' : String(rank.place),
    asText(subject.subject),
    ...attributes.map(({ index }) => asCell(inputs[index])),
    ...total.children.flatMap(itemsIn).map((item) => scoreCell(item, locale)),
    scoreCell(total, locale),
    ...(grade === null
      ? []
      : [
          subject.outcome === 'no-result' ? '' : asText(grade.reached),
          asText(grade.final ?? grade.outcome ?? ''),
          grade.barred ? { zh: '是', en: 'yes' }[locale] : '',
          asText(
            [
              ...reasonNotes(reasons, locale),
              ...gradeNotes(grade, titles, locale),
              ...brokenNotesOf(subject, locale),
            ].join({ zh: '；', en: '; ' }[locale]),
          ),
        ]),
    ...scales.map(({ grade: each }) => asText(each.final ?? each.outcome ?? '')),
    ...(hasConsequences ? [asText(consequenceCell(subject, locale))] : []),
  ];
}

function idsOf(item: ItemSpec): string[] {
  return [item.id, ...item.children.flatMap(idsOf)];
}

function itemsIn(item: ItemScore): ItemScore[] {
  return [item, ...item.children.flatMap(itemsIn)];
}

function scoreCell({ score, state }: ItemScore, locale: Locale): string {
  return score === null ? withoutScore[state][locale] : figureForCell(score);
}

/** A recorded value: a number is one, so it needs no escape. */
function asCell(value: RecordValue | undefined): string {
  const text = value === undefined || typeof value === 'object' ? '' : String(value);
  return /^-?[\d.]+$/.test(text) ? text : asText(text);
}

/** A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front. */
function asText(text: string): string {
  return /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text;
}
