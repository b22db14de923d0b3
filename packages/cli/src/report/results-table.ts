import type { Locale, Message } from '@assess/dsl';
import type { CohortResult, Manifest, RecordValue, SubjectResult } from '@assess/runtime';
import type { Output } from '../io/output.ts';
import { figureForPeople } from './figure.ts';
import { effectNotes, gradeNotes, quotaNotes, titlesOfCases } from './grade-notes.ts';
import { layOutTable, type TextColumn } from './text-table.ts';
import { visible } from './visible.ts';
import { wrap } from './width.ts';

const headings = {
  rank: { zh: '名次', en: 'Rank' },
  total: { zh: '总分', en: 'Total' },
  grade: { zh: '等次', en: 'Grade' },
} as const satisfies Record<string, Message>;

/** Results for people: a table of subjects, best first, then why some grades differ from their scores, then the counts. */
export function* resultsTable(
  manifest: Manifest,
  result: CohortResult,
  locale: Locale,
  out: Output,
): Generator<string> {
  const { subjects, policy } = result;
  const title = [visible(policy.title), visible(policy.version ?? '')].filter((part) => part !== '').join(' ');
  const count: Message = {
    zh: `共 ${subjects.length} 个对象`,
    en: `${subjects.length} ${subjects.length === 1 ? 'subject' : 'subjects'}`,
  };
  yield `${out.style('bold', title)}  ${out.style('dim', count[locale])}\n\n`;
  if (subjects.length === 0) return;
  const { lines, left } = layOutTable(columnsOf(manifest, subjects, locale), out.columns, out);
  for (const line of lines) yield `${line}\n`;
  const titles = titlesOfCases(manifest);
  const notes = [
    ...subjects.map((subject) => noteOf(subject, titles, locale)).filter((note) => note !== null),
    ...quotaNotes(subjects, locale),
  ];
  if (notes.length > 0) {
    yield '\n';
    for (const note of notes) {
      const [first = '', ...rest] = wrap(note, out.columns - 4);
      yield `* ${first}\n${rest.map((line) => `    ${line}\n`).join('')}`;
    }
  }
  const footer = [...gradeCounts(manifest, subjects, locale), ...quotaLines(result, locale)];
  if (footer.length > 0) yield `\n${footer.map((line) => `${line}\n`).join('')}`;
  if (left.length > 0) {
    const names = left.join({ zh: '、', en: ', ' }[locale]);
    const hint: Message = {
      zh: `未列出：${names}（终端较窄；--format csv 含各项得分）`,
      en: `Not shown: ${names} (the terminal is narrow; --format csv has all scores)`,
    };
    yield `${out.style('dim', hint[locale])}\n`;
  }
}

function columnsOf(manifest: Manifest, subjects: readonly SubjectResult[], locale: Locale): TextColumn[] {
  const attributes = manifest.inputs.flatMap((input, index) =>
    input.role === 'attribute' && input.type.kind === 'choice' ? [{ key: input.key, index }] : [],
  );
  const text = (heading: string, cell: (subject: SubjectResult) => string): TextColumn => ({
    heading,
    align: 'left',
    cells: subjects.map(cell),
    yields: 'breaks',
  });
  const figure = (heading: string, yields: 'never' | 'goes', cell: (subject: SubjectResult) => string): TextColumn => ({
    heading,
    align: 'right',
    cells: subjects.map(cell),
    yields,
  });
  return [
    figure(headings.rank[locale], 'never', ({ rank }) => (rank === null ? '–' : String(rank.place))),
    text(visible(manifest.subject), ({ subject }) => visible(subject)),
    ...attributes.map(({ key, index }) => text(visible(key), ({ inputs }) => optionOf(inputs[index]))),
    ...manifest.total.children.map((item, index) =>
      figure(visible(item.name), 'goes', ({ total }) =>
        figureForPeople(total.children[index]?.score ?? '', item.rounding?.decimals ?? null),
      ),
    ),
    figure(headings.total[locale], 'never', ({ total }) =>
      figureForPeople(total.score, manifest.total.rounding?.decimals ?? null),
    ),
    ...(manifest.scale === null
      ? []
      : [{ ...text(headings.grade[locale], (subject) => gradeCell(subject, locale)), yields: 'never' as const }]),
  ];
}

/** The recorded option of an attribute; empty where none is recorded. */
function optionOf(value: RecordValue | undefined): string {
  return typeof value === 'string' ? visible(value) : '';
}

function gradeCell({ grade }: SubjectResult, locale: Locale): string {
  if (grade === null) return '';
  const name = grade.final ?? { zh: '不定等次', en: 'no grade' }[locale];
  return visible(name) + (gradeNotes(grade, new Map(), locale).length > 0 ? '*' : '');
}

function noteOf({ subject, grade }: SubjectResult, titles: ReadonlyMap<string, string>, locale: Locale): string | null {
  if (grade === null) return null;
  const notes = effectNotes(grade, titles, locale);
  if (notes.length === 0) return null;
  const graded = grade.graded ?? { zh: '不定等次', en: 'no grade' }[locale];
  const change = grade.reached === graded ? '' : ` ${visible(grade.reached)} → ${visible(graded)}`;
  return `${visible(subject)}${change}${{ zh: '：', en: ': ' }[locale]}${notes.join({ zh: '；', en: '; ' }[locale])}`;
}

function gradeCounts({ scale }: Manifest, subjects: readonly SubjectResult[], locale: Locale): string[] {
  if (scale === null) return [];
  const counts = Map.groupBy(subjects, ({ grade }) => grade?.final ?? null);
  const graded = scale.grades.map((name) => `${visible(name)} ${counts.get(name)?.length ?? 0}`);
  const without = counts.get(null)?.length ?? 0;
  const ungraded = without === 0 ? [] : [`${{ zh: '不定等次', en: 'no grade' }[locale]} ${without}`];
  return [
    `${headings.grade[locale]}${{ zh: '：', en: ': ' }[locale]}${[...graded, ...ungraded].join({ zh: '，', en: ', ' }[locale])}`,
  ];
}

function quotaLines({ quotas }: CohortResult, locale: Locale): string[] {
  if (quotas.length === 0) return [];
  const each = quotas.map(({ grade, class: group, places, taken }) => {
    const of = group === null ? '' : `${visible(group)} `;
    return { zh: `${of}${visible(grade)} ${taken}/${places}`, en: `${of}${visible(grade)} ${taken}/${places}` }[locale];
  });
  return [
    `${{ zh: '名额（已用/可用）：', en: 'Quotas (used/places): ' }[locale]}${each.join({ zh: '，', en: ', ' }[locale])}`,
  ];
}
