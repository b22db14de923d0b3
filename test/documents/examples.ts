/**
 * The examples of a Markdown page: every fenced block of policy text, with the table of worked results behind it.
 *
 * A block marked `assess` alone is a whole policy; `assess fragment=item` is lines of a total, `assess fragment=chapter` chapters,
 * and `assess cohort` a whole policy whose table is one cohort. In the table, a column headed `→ X` states a result, the
 * columns before it are figures as they would stand in a table of data, and columns behind it are remarks. A table whose first
 * column holds `→ X` is the same turned on its side.
 */

export interface Example {
  /** `rules.md:12`, where the block begins. */
  readonly place: string;
  readonly language: 'zh' | 'en';
  readonly kind: 'policy' | 'cohort' | 'item' | 'chapter';
  readonly text: string;
  readonly cases: readonly WorkedCase[];
}

/** One worked case: what is recorded, and what must come out, each by name. */
export interface WorkedCase {
  readonly place: string;
  readonly figures: readonly Cell[];
  readonly results: readonly Cell[];
}

export interface Cell {
  readonly name: string;
  readonly value: string;
}

/** The examples of a page. What follows the heading `# English` is English, as is a page whose name ends in `.en.md`. */
export function readExamples(page: string, text: string): readonly Example[] {
  const lines = text.split('\n');
  const examples: Example[] = [];
  let language: Example['language'] = page.endsWith('.en.md') ? 'en' : 'zh';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '# English') language = 'en';
    if (!line.startsWith('```')) continue;
    const end = lines.indexOf('```', at + 1);
    if (end === -1) throw new Error(`${page}:${at + 1}: a block that is not closed`);
    const [format, ...marks] = line.slice(3).split(' ');
    if (format === 'assess') {
      const place = `${page}:${at + 1}`;
      const tableAt = lines[end + 1] === '' ? end + 2 : end + 1;
      const cases = readTable(page, tableAt, lines);
      examples.push({ place, language, kind: kindOf(marks, place), text: lines.slice(at + 1, end).join('\n'), cases });
    }
    at = end;
  }
  return examples;
}

function kindOf(marks: readonly string[], place: string): Example['kind'] {
  const [mark = 'policy', ...more] = marks.map((each) => each.replace('fragment=', ''));
  if (more.length === 0 && (mark === 'policy' || mark === 'cohort' || mark === 'item' || mark === 'chapter'))
    return mark;
  throw new Error(`${place}: no such mark: ${marks.join(' ')}`);
}

function readTable(page: string, start: number, lines: readonly string[]): readonly WorkedCase[] {
  const rows: { readonly line: number; readonly cells: readonly string[] }[] = [];
  for (let at = start; lines[at]?.startsWith('|') === true; at++) {
    rows.push({ line: at + 1, cells: cellsOf(lines[at] ?? '') });
  }
  const [head, , ...body] = rows;
  if (head === undefined) return [];
  if (head.cells.some(isResult)) {
    return body.map(({ line, cells }) => workedCase(`${page}:${line}`, head.cells, cells));
  }
  const names = body.map(({ cells }) => cells[0] ?? '');
  if (!names.some(isResult)) return [];
  return head.cells.slice(1).map((title, index) =>
    workedCase(
      `${page}:${head.line} ${title}`,
      names,
      body.map(({ cells }) => cells[index + 1] ?? ''),
    ),
  );
}

function workedCase(place: string, names: readonly string[], values: readonly string[]): WorkedCase {
  const first = names.findIndex(isResult);
  const cells = names.map((name, index) => ({ name, value: values[index] ?? '' }));
  return {
    place,
    figures: cells.slice(0, first),
    results: cells
      .filter(({ name }) => isResult(name))
      .map(({ name, value }) => ({ name: name.slice(1).trim(), value })),
  };
}

function isResult(name: string): boolean {
  return name.startsWith('→');
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
