/**
 * A score sheet as one HTML page for screen and A4 paper: no script, no font, image or style from anywhere else. Texts of
 * policies and records are escaped: they are words, never markup.
 */
import type { Locale } from '../bilingual.ts';
import type { Explanation } from './explanation.ts';
import { nextGradeLines, type NextGrade } from './next-grade.ts';
import { headline, reasonText } from './render.ts';
import { consequenceText } from './render-consequence.ts';
import { clean } from './render-finding.ts';
import { comparedLines, gradeLines } from './render-grade.ts';
import { scoreSheet, type SheetBlock, type SheetRow } from './score-sheet.ts';
import { sheetStyle } from './sheet-style.ts';

/** The explanation as a whole page, with a final line end. */
export function renderHtml(explanation: Explanation, next: NextGrade | null, locale: Locale): string {
  const zh = locale === 'zh';
  const sheet = scoreSheet(explanation, locale);
  const [first = '', ...rest] = headline(explanation, locale);
  const title = `${clean(explanation.subject)} · ${clean(explanation.policy.title)}`;
  const body = [
    `<header><h1>${escape(clean(explanation.policy.title))}</h1><p class="kind">${zh ? '考核评分表' : 'Score sheet'}</p>`,
    `<p class="result">${escape(first)}</p>${rest.map((line) => `<p>${escape(line)}</p>`).join('')}</header>`,
    list(
      zh ? '无结果的原因' : 'Why there is no result',
      explanation.reasons.map((reason) => reasonText(reason, locale)),
    ),
    list(zh ? '等次' : 'Grade', [...gradeLines(explanation, locale), ...comparedLines(explanation, locale)]),
    ...explanation.scales.map((grade) => list(clean(grade.name), gradeLines({ grade }, locale))),
    list(zh ? '再上一档需要' : 'What the next grade would need', next === null ? [] : nextGradeLines(next, locale)),
    ...sheet.blocks.map((block) => blockHtml(block, locale)),
    table(
      zh ? '失分（折合总分，由多到少）' : 'Lost, in points of the total, most first',
      zh ? ['序号', '分值', '项目', '原因'] : ['No.', 'Points', 'Where', 'Why'],
      ['number', 'number', 'where', 'why'],
      sheet.losses.map(({ where, inTotal, reason }, index) => [String(index + 1), inTotal, where, reason]),
    ),
    table(
      zh ? '整改清单' : 'To be put right',
      zh ? ['序号', '项目', '问题', '责任人', '期限'] : ['No.', 'Where', 'Problem', 'Owner', 'Deadline'],
      ['number', 'where', 'why', 'blank', 'blank'],
      sheet.rectifications.map((each, index) => [
        String(index + 1),
        each.where,
        each.problem,
        each.owner,
        each.deadline,
      ]),
    ),
    list(
      zh ? '结果运用' : 'Consequences',
      explanation.consequences.map((each) => consequenceText(each, locale)),
    ),
  ];
  return `<!doctype html>
<html lang="${zh ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${sheetStyle}</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

function blockHtml({ title, full, score, share, rows }: SheetBlock, locale: Locale): string {
  const zh = locale === 'zh';
  const marks = full === null ? '' : zh ? `${score} / ${full} 分` : `${score} of ${full}`;
  const part =
    share === null
      ? ''
      : zh
        ? `占 ${share.weight}，折合 ${share.inTotal} 分`
        : `weight ${share.weight}, ${share.inTotal} of the total`;
  const head = zh
    ? ['维度', '标准', '满分', '得分', '原因', '条款']
    : ['Dimension', 'Standard', 'Full', 'Score', 'Why', 'Clause'];
  const grouped = rows.some(({ group }) => group !== '');
  const columns = (grouped ? head : head.slice(1)).map((name) => `<th>${escape(name)}</th>`).join('');
  const lines = rows.map((row, index) => rowHtml(row, grouped ? spanAt(rows, index) : null));
  const summary = [marks, part].filter((text) => text !== '').map((text) => `<span>${escape(text)}</span>`);
  return `<section><h2>${escape(title)}${summary.join('')}</h2>
<table class="sheet${grouped ? ' grouped' : ''}"><thead><tr>${columns}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></section>`;
}

/** How many rows from here on are of the same group; 0 where the group began before. */
function spanAt(rows: readonly SheetRow[], index: number): number {
  const group = rows[index]?.group;
  if (index > 0 && rows[index - 1]?.group === group) return 0;
  let end = index;
  while (end < rows.length && rows[end]?.group === group) end++;
  return end - index;
}

function rowHtml({ group, name, full, score, lost, reasons }: SheetRow, span: number | null): string {
  const first = span === null || span === 0 ? '' : `<th scope="rowgroup" rowspan="${span}">${escape(group)}</th>`;
  const cells = [
    `<td>${escape(name)}</td>`,
    `<td class="number">${escape(full ?? '')}</td>`,
    `<td class="number">${escape(score)}</td>`,
    `<td>${reasons.map(({ text }) => `<p>${escape(text)}</p>`).join('')}</td>`,
    `<td class="clause">${reasons.map(({ clause }) => (clause === '' ? '' : `<p>${escape(clause)}</p>`)).join('')}</td>`,
  ];
  return `<tr${lost ? ' class="lost"' : ''}>${first}${cells.join('')}</tr>`;
}

function table(
  title: string,
  head: readonly string[],
  classes: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  const columns = head.map((name, index) => `<th class="${classes[index] ?? ''}">${escape(name)}</th>`).join('');
  const lines = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, index) => `<td class="${classes[index] ?? ''}">${escape(cell)}</td>`).join('')}</tr>`,
  );
  return `<section><h2>${escape(title)}</h2>
<table><thead><tr>${columns}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></section>`;
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<section><h2>${escape(title)}</h2><ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul></section>`;
}

/** A text as the content of an element or of an attribute in quotation marks. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
