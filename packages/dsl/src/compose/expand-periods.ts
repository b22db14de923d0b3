/**
 * 分期: an item that is scored once for each period becomes an item whose parts are its periods, all of which use the same scorecard: the
 * one that it uses, or one made of its own body. Everything behind sees only that; a text is printed from what was written.
 */
import type {
  ChapterNode,
  ClauseNode,
  FileNode,
  ItemNode,
  LineNode,
  NameNode,
  PeriodsNode,
  QuantityNode,
  ScorecardNode,
  SubPeriodNode,
} from '../ast/nodes.ts';
import type { Span } from '../source/span.ts';

const calendar = {
  quarters: {
    zh: ['一季度', '二季度', '三季度', '四季度'],
    en: ['first_quarter', 'second_quarter', 'third_quarter', 'fourth_quarter'],
  },
  'half-years': { zh: ['上半年', '下半年'], en: ['first_half', 'second_half'] },
  months: {
    zh: ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'],
    en: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
} as const;

/** The tree with every 分期 made explicit. The same tree where there is none. */
export function expandPeriods(tree: FileNode): FileNode {
  const sheets: ScorecardNode[] = [];
  const chapters = tree.chapters.map((chapter): ChapterNode => {
    if (chapter.kind !== 'total' && chapter.kind !== 'scorecard') return chapter;
    const body = expandLines(chapter.body, sheets);
    return body === chapter.body ? chapter : { ...chapter, body };
  });
  // In front of the rest: what stands at an offset is looked for in this order.
  return sheets.length === 0 ? tree : { ...tree, chapters: [...sheets, ...chapters] };
}

function expandLines(lines: readonly LineNode[], sheets: ScorecardNode[]): readonly LineNode[] {
  let changed = false;
  const expanded = lines.map((line): LineNode => {
    const made = line.kind === 'item' ? expandItem(line, sheets) : line;
    if (made !== line) changed = true;
    return made;
  });
  return changed ? expanded : lines;
}

function expandItem(item: ItemNode, sheets: ScorecardNode[]): ItemNode {
  const body = expandLines(item.body, sheets);
  const periods = item.clauses.find((clause): clause is PeriodsNode => clause.kind === 'periods');
  if (periods === undefined) return body === item.body ? item : { ...item, body };
  const using = item.clauses.find((clause) => clause.kind === 'using');
  const sheet = using === undefined ? sheetOf(item, body) : null;
  if (sheet !== null) sheets.push(sheet);
  const clauses = item.clauses.flatMap((clause): ClauseNode[] => {
    if (clause.kind === 'using') return [];
    const ofLeaf = using === undefined && body.every((line) => line.kind !== 'item');
    return clause === periods ? [{ ...periods, ofLeaf }] : [clause];
  });
  // Each period may leave the bounds that the item may leave; a limit binds the item.
  const shared = item.clauses.flatMap((clause): ClauseNode[] =>
    clause.kind === 'may-exceed' || clause.kind === 'may-be-negative' ? [{ ...clause, limit: null }] : [],
  );
  const use = using ?? usingOf(sheet, periods.span);
  const parts = periodsOf(item, periods).map((period): ItemNode => {
    const { span, name, weight } = period;
    const share: ClauseNode[] = periods.accumulated ? [] : [{ kind: 'weight', span, amount: weight }];
    const own: readonly ClauseNode[] = use === null ? [period, ...share] : [period, ...share, use];
    const title = { kind: 'title', span: name.span, name, text: null } as const;
    return { kind: 'item', span, level: item.level, title, clauses: [...own, ...shared], body: [] };
  });
  return { ...item, clauses, body: parts };
}

/** The body of an item as a scorecard under a name that nobody writes. */
function sheetOf(item: ItemNode, body: readonly LineNode[]): ScorecardNode {
  const points = item.clauses.filter((clause) => clause.kind === 'points');
  const [first] = item.body;
  const start = first?.span.start ?? item.span.end;
  const name: NameNode = { kind: 'name', span: nameSpan(item), text: `${nameOf(item)}·分期` };
  return { kind: 'scorecard', span: { start, end: item.span.end }, name, clauses: points, body };
}

function usingOf(sheet: ScorecardNode | null, span: Span): ClauseNode | null {
  if (sheet === null || sheet.name.kind === 'missing') return null;
  return { kind: 'using', span, scorecard: { ...sheet.name, span } };
}

/** The periods with their weights: those of the calendar have equal ones. */
function periodsOf(item: ItemNode, { unit, periods, span }: PeriodsNode): readonly SubPeriodNode[] {
  if (unit === null) return periods;
  const language = /\p{Script=Han}/u.test(nameOf(item)) ? 'zh' : 'en';
  const weight: QuantityNode = { kind: 'quantity', span, digits: '1', over: null, negative: false, unit: 'part' };
  return calendar[unit][language].map((text) => ({
    kind: 'sub-period',
    span,
    name: { kind: 'name', span, text },
    weight,
  }));
}

function nameOf({ title }: ItemNode): string {
  return title.kind === 'missing' ? '' : (title.name?.text ?? title.text?.text ?? '');
}

function nameSpan({ title, span }: ItemNode): Span {
  return title.kind === 'missing' ? { start: span.start, end: span.start } : title.span;
}
