/** A score sheet as Markdown. Texts of policies and records are escaped: they are words, never markup. */
import type { Locale } from '../bilingual.ts';
import type { Explanation } from './explanation.ts';
import type { NextGrade } from './next-grade.ts';
import { nextGradeLines } from './next-grade.ts';
import { headline, reasonText } from './render.ts';
import { consequenceText } from './render-consequence.ts';
import { clean } from './render-finding.ts';
import { comparedLines, gradeLines } from './render-grade.ts';
import { scoreSheet, type SheetBlock, type SheetReason } from './score-sheet.ts';

/** The explanation as a Markdown document with a final line end. */
export function renderMarkdown(explanation: Explanation, next: NextGrade | null, locale: Locale): string {
  const zh = locale === 'zh';
  const sheet = scoreSheet(explanation, locale);
  const [first = '', ...rest] = headline(explanation, locale);
  const parts = [
    `# ${escape(clean(explanation.policy.title))}`,
    `**${escape(first)}**`,
    ...rest.map(escape),
    ...list(
      zh ? '无结果的原因' : 'Why there is no result',
      explanation.reasons.map((reason) => reasonText(reason, locale)),
    ),
    ...list(zh ? '等次' : 'Grade', [...gradeLines(explanation, locale), ...comparedLines(explanation, locale)]),
    ...explanation.scales.flatMap((grade) => list(clean(grade.name), gradeLines({ grade }, locale))),
    ...list(zh ? '再上一档需要' : 'What the next grade would need', next === null ? [] : nextGradeLines(next, locale)),
    ...sheet.blocks.flatMap((block) => blockLines(block, locale)),
    ...table(
      zh ? '失分（折合总分，由多到少）' : 'Lost, in points of the total, most first',
      zh ? ['序号', '分值', '项目', '原因'] : ['No.', 'Points', 'Where', 'Why'],
      sheet.losses.map(({ where, inTotal, reason }, index) => [String(index + 1), inTotal, where, reason]),
    ),
    ...table(
      zh ? '整改清单' : 'To be put right',
      zh ? ['序号', '项目', '问题', '责任人', '期限'] : ['No.', 'Where', 'Problem', 'Owner', 'Deadline'],
      sheet.rectifications.map((each, index) => [
        String(index + 1),
        each.where,
        each.problem,
        each.owner,
        each.deadline,
      ]),
    ),
    ...list(
      zh ? '结果运用' : 'Consequences',
      explanation.consequences.map((each) => consequenceText(each, locale)),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockLines({ title, full, score, share, rows }: SheetBlock, locale: Locale): string[] {
  const zh = locale === 'zh';
  const marks = full === null ? '' : zh ? `：${score} / ${full} 分` : `: ${score} of ${full}`;
  const part =
    share === null
      ? ''
      : zh
        ? `（占 ${share.weight}，折合 ${share.inTotal} 分）`
        : ` (weight ${share.weight}, ${share.inTotal} of the total)`;
  return table(
    `${title}${marks}${part}`,
    zh ? ['维度', '标准', '满分', '得分', '原因', '条款'] : ['Dimension', 'Standard', 'Full', 'Score', 'Why', 'Clause'],
    rows.map((row, index) => [
      // Markdown has no cells over several rows: a group is named once.
      rows[index - 1]?.group === row.group ? '' : row.group,
      row.name,
      row.full ?? '',
      row.score,
      reasons(row.reasons, ({ text }) => text),
      reasons(row.reasons, ({ clause }) => clause),
    ]),
  );
}

/** Reasons below one another in one cell; the mark is put in after escaping. */
function reasons(all: readonly SheetReason[], part: (reason: SheetReason) => string): string {
  return all
    .map(part)
    .filter((text) => text !== '')
    .join(lineBreak);
}

const lineBreak = '\n';

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.split(lineBreak).map(escape).join('<br>')).join(' | ')} |`;
  return [
    `## ${escape(title)}`,
    [line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n'),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${escape(title)}`, lines.map((line) => `- ${escape(line)}`).join('\n')];
}

/** A text without anything that Markdown or HTML reads as a mark. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]#|~>]/gu, (mark) => `\\${mark}`)
    .replaceAll(/^(\s*)([-+]|\d+\.)(?=\s)/gu, '$1\\$2');
}
