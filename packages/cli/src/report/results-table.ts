import type { Locale, Message } from '@assess/dsl';
import type {
  ItemScore,
  GradeResult,
  GradeScaleSpec,
  Manifest,
  QuotaSummary,
  RecordValue,
  StagedCohort,
  SubjectResult,
} from '@assess/runtime';
import type { Output } from '../io/output.ts';
import { brokenNotes } from './broken-notes.ts';
import { consequenceNotes } from './consequence-notes.ts';
import { figureForPeople } from './figure.ts';
import { noResult, reasonNotes, withoutScore } from './no-result.ts';
import { effectNotes, gradeNotes, titlesOfCases } from './grade-notes.ts';
import { quotaNotes } from './quota-notes.ts';
import { layOutTable, type TextColumn } from './text-table.ts';
import { visible } from '../io/visible.ts';
import { wrap } from '../io/width.ts';

const headings = {
  rank: { zh: '名次', en: 'Rank' },
  total: { zh: '总分', en: 'Total' },
  grade: { zh: '等次', en: 'Grade' },
  consequences: { zh: '结果运用', en: 'Consequences' },
} as const satisfies Record<string, Message>;

/** What the table shows of a subject; the rest of its result is not kept. */
interface TableRow extends Pick<
  SubjectResult,
  'subject' | 'grade' | 'scales' | 'outcome' | 'reasons' | 'consequences' | 'broken'
> {
  readonly rank: string;
  readonly attributes: readonly string[];
  readonly parts: readonly string[];
  readonly total: string;
}

/** Results for people: a table of subjects, best first, then why some grades differ from their scores, then the counts. */
export function* resultsTable(
  manifest: Manifest,
  { policy, quotas }: StagedCohort,
  subjects: Iterable<SubjectResult>,
  locale: Locale,
  out: Output,
): Generator<string> {
  const attributes = choiceAttributes(manifest);
  const rows = Array.from(subjects, (subject) => rowOf(subject, manifest, attributes, locale));
  const title = [visible(policy.title), visible(policy.version ?? '')].filter((part) => part !== '').join(' ');
  const count: Message = {
    zh: `共 ${rows.length} 个对象`,
    en: `${rows.length} ${rows.length === 1 ? 'subject' : 'subjects'}`,
  };
  yield `${out.style('bold', title)}  ${out.style('dim', count[locale])}\n`;
  if (rows.length === 0) return;
  const { lines, left } = layOutTable(columnsOf(manifest, attributes, rows, locale), out.columns, out);
  yield `\n${lines.join('\n')}\n`;
  const titles = titlesOfCases(manifest);
  const notes = [
    ...rows.flatMap((row) => noteOf(row, titles, locale)),
    ...quotaNotes(rows, locale),
    ...brokenNotes(rows, locale),
  ];
  if (notes.length > 0) yield '\n';
  for (const note of notes) {
    const [first = '', ...rest] = wrap(note, out.columns - 4);
    yield `* ${first}\n${rest.map((line) => `    ${line}\n`).join('')}`;
  }
  if (manifest.scale !== null) {
    yield '\n';
    for (const text of [
      gradeCounts(headings.grade[locale], manifest.scale, rows, ({ grade }) => grade, locale),
      ...manifest.scales.map((scale, index) =>
        gradeCounts(scale.name ?? '', scale, rows, ({ scales }) => scales[index]?.grade ?? null, locale),
      ),
      ...quotaLine(quotas, locale),
    ]) {
      yield `${wrap(text, out.columns).join('\n    ')}\n`;
    }
  }
  const following = consequenceNotes(rows, locale);
  if (following.length > 0) yield `\n${headings.consequences[locale]}\n`;
  for (const note of following) yield `  ${wrap(note, out.columns - 4).join('\n    ')}\n`;
  if (left.length > 0) {
    const names = left.join({ zh: '、', en: ', ' }[locale]);
    const hint: Message = {
      zh: `未列出：${names}（终端较窄；--format csv 含各项得分）`,
      en: `Not shown: ${names} (the terminal is narrow; --format csv has all scores)`,
    };
    yield `${out.style('dim', hint[locale])}\n`;
  }
}

/** The attributes that part the subjects into classes: key, and index into the manifest's inputs. */
function choiceAttributes({ inputs }: Manifest): { readonly key: string; readonly index: number }[] {
  return inputs.flatMap(({ role, type, key }, index) =>
    role === 'attribute' && type.kind === 'choice' ? [{ key, index }] : [],
  );
}

function rowOf(
  { subject, grade, scales, outcome, reasons, consequences, broken, rank, total, inputs }: SubjectResult,
  manifest: Manifest,
  attributes: readonly { readonly index: number }[],
  locale: Locale,
): TableRow {
  const scoreText = (item: ItemScore | undefined, decimals: number | null): string => {
    if (item === undefined) return '';
    return item.score === null ? withoutScore[item.state][locale] : figureForPeople(item.score, decimals);
  };
  return {
    subject,
    grade,
    scales,
    outcome,
    reasons,
    consequences,
    broken,
    rank: rank === null ? '–' : String(rank.place),
    attributes: attributes.map(({ index }) => textOf(inputs[index])),
    parts: manifest.total.children.map(({ rounding }, index) =>
      scoreText(total.children[index], rounding?.decimals ?? null),
    ),
    total: scoreText(total, manifest.total.rounding?.decimals ?? null),
  };
}

function textOf(value: RecordValue | undefined): string {
  return typeof value === 'string' ? visible(value) : '';
}

function columnsOf(
  manifest: Manifest,
  attributes: readonly { readonly key: string }[],
  rows: readonly TableRow[],
  locale: Locale,
): TextColumn[] {
  const column = (
    heading: string,
    align: TextColumn['align'],
    yields: TextColumn['yields'],
    cell: (row: TableRow) => string,
  ): TextColumn => ({ heading: visible(heading), align, yields, cells: rows.map(cell) });
  const columns = [
    column(headings.rank[locale], 'right', 'never', ({ rank }) => rank),
    column(manifest.subject, 'left', 'breaks', ({ subject }) => visible(subject)),
    ...attributes.map(({ key }, index) => column(key, 'left', 'breaks', (row) => row.attributes[index] ?? '')),
    ...manifest.total.children.map(({ name }, index) =>
      column(name, 'right', 'goes', ({ parts }) => parts[index] ?? ''),
    ),
    column(headings.total[locale], 'right', 'never', ({ total }) => total),
  ];
  if (manifest.scale === null) return columns;
  return [
    ...columns,
    column(headings.grade[locale], 'left', 'never', ({ grade, outcome }) => gradeCell(grade, outcome, locale)),
    ...manifest.scales.map(({ name }, index) =>
      column(name ?? '', 'left', 'never', ({ scales, outcome }) =>
        gradeCell(scales[index]?.grade ?? null, outcome, locale),
      ),
    ),
  ];
}

function gradeCell(grade: GradeResult | null, outcome: SubjectResult['outcome'], locale: Locale): string {
  if (grade === null) return '';
  if (outcome === 'no-result' && grade.final === null && grade.outcome === null) return noResult[locale];
  return visible(gradeText(grade, locale)) + (gradeNotes(grade, new Map(), locale).length > 0 ? '*' : '');
}

/** The grade; where there is none, what there is instead. */
function gradeText({ final, outcome, open }: GradeResult, locale: Locale): string {
  return final ?? outcome ?? (open ? openGrade : noGrade)[locale];
}

const noGrade: Message = { zh: '不定等次', en: 'no grade' };
const openGrade: Message = { zh: '待定', en: 'open' };

function noteOf(
  { subject, grade, scales, outcome, reasons }: TableRow,
  titles: ReadonlyMap<string, string>,
  locale: Locale,
): string[] {
  const colon = { zh: '：', en: ': ' }[locale];
  const semicolon = { zh: '；', en: '; ' }[locale];
  if (outcome === 'no-result') {
    const why = reasonNotes(reasons, locale).join(semicolon);
    return [`${visible(subject)}${colon}${why === '' ? noResult[locale] : why}`];
  }
  const all = [...(grade === null ? [] : [{ name: '', grade }]), ...scales];
  return all.flatMap(({ name, grade: each }) => {
    const notes = effectNotes(each, titles, locale);
    if (notes.length === 0) return [];
    const graded = each.graded ?? each.outcome ?? noGrade[locale];
    const change = each.reached === graded ? '' : ` ${visible(each.reached)} → ${visible(graded)}`;
    const of = name === '' ? '' : ` ${visible(name)}`;
    return [`${visible(subject)}${of}${change}${colon}${notes.join(semicolon)}`];
  });
}

function gradeCounts(
  heading: string,
  { grades, outcomes }: GradeScaleSpec,
  rows: readonly TableRow[],
  gradeOf: (row: TableRow) => GradeResult | null,
  locale: Locale,
): string {
  const counts = Map.groupBy(rows, (row) => gradeOf(row)?.final ?? gradeOf(row)?.outcome ?? null);
  const counted = [...grades, ...outcomes].map((name) => `${visible(name)} ${counts.get(name)?.length ?? 0}`);
  const without = counts.get(null) ?? [];
  const withResult = without.filter(({ outcome }) => outcome !== 'no-result');
  const open = withResult.filter((row) => gradeOf(row)?.open === true).length;
  const ungraded = withResult.length - open;
  if (ungraded > 0) counted.push(`${noGrade[locale]} ${ungraded}`);
  if (open > 0) counted.push(`${openGrade[locale]} ${open}`);
  if (without.length > withResult.length) counted.push(`${noResult[locale]} ${without.length - withResult.length}`);
  return `${visible(heading)}${{ zh: '：', en: ': ' }[locale]}${counted.join({ zh: '，', en: ', ' }[locale])}`;
}

function quotaLine(quotas: readonly QuotaSummary[], locale: Locale): string[] {
  if (quotas.length === 0) return [];
  const each = quotas.map(({ grade, class: group, places, taken }) => {
    const of = group === null ? '' : `${visible(group)} `;
    return `${of}${visible(grade)} ${taken}/${places}`;
  });
  const head: Message = { zh: '名额（已用/可用）：', en: 'Quotas (used/places): ' };
  return [head[locale] + each.join({ zh: '，', en: ', ' }[locale])];
}
