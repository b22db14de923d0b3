import type { CapNode, CappedPeriod, CaseNode, ItemNode, LineNode, ListNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { capOf } from '../../adjustments.ts';
import { partingDate } from '../../booking.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { titleText } from '../../show.ts';

type Problem = 'place' | 'no-date' | 'not-each' | 'order' | 'member' | 'inner' | 'dates' | 'highest' | 'mixed';

/** A cap per day, month … that cannot be carried out: what counts on which day is not known, or caps cut across each other. */
export const periodCap = defineDiagnostic<{ problem: Problem; name: string }>({
  code: 'structure/period-cap',
  severity: 'error',
  message: {
    zh: ({ problem, name }) =>
      ({
        place: '按天、按月封顶只用于逐件登记日期的情形，以及由这些情形组成的清单',
        'no-date': `\`${name}\` 按天、按月封顶，要知道每件是哪一天：写“登记 日期”；有几个日期的写“计期 …”`,
        'not-each': `\`${name}\` 按天、按月封顶，分值要写成“每次…”`,
        order: '各期封顶从短到长写，每种一次；周与月、季度、半年不能套着写',
        member: `\`${name}\` 在按天、按月封顶的清单里，要是逐件登记日期的“每次…”情形`,
        inner: `\`${name}\` 的封顶跨越的时间比外层清单的封顶长，先后不定；里层封顶的期限不能长于外层最短的期限`,
        dates: `\`${name}\` 的日期名称与清单里别的情形不同，不能合起来按天、按月封顶；用同一个名称`,
        highest: '“就高不重复”的清单不能按天、按月封顶',
        mixed: '又加又扣的清单不能按天、按月封顶；分成加分、扣分两个清单',
      })[problem],
    en: ({ problem, name }) =>
      ({
        place:
          'A cap per day, month … belongs to cases recorded event by event with a date, and to lists of such cases',
        'no-date': `With a cap per day, month … \`${name}\` must record when: say "recorded with day_date"; with several dates say "booked by …"`,
        'not-each': `With a cap per day, month … the points of \`${name}\` are said "per time"`,
        order:
          'Caps are written from the shortest period to the longest, each once; weeks do not fit into months, quarters or half years',
        member: `\`${name}\` is in a list with a cap per day, month …, so it must be a case "per time" that records its date`,
        inner: `The cap of \`${name}\` is for a longer time than that of the list around it, so that their order is open; an inner cap is for no longer than the shortest of the outer ones`,
        dates: `\`${name}\` calls its date otherwise than other cases of the list, so they cannot be capped together per day, month …; use one name`,
        highest: 'A list that counts only the highest has no cap per day, month …',
        mixed: 'A list that both adds and deducts has no cap per day, month …; make it two lists',
      })[problem],
  },
});

const lengths: Readonly<Record<CappedPeriod | 'year', number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  'half-year': 180,
  year: 365,
};

export const periodCapRule: Rule = {
  kinds: [periodCap],
  visit: {
    cap: (node, context, ancestors) => {
      if (node.periods.length === 0) return;
      const [around, holder] = [ancestors.at(-1), ancestors.at(-2)];
      const isCase = around?.kind === 'points-effect' && holder?.kind === 'case';
      const isList = around?.kind === 'list' || around?.kind === 'item';
      if (!isCase && !isList) report(node, 'place', '', context);
      if (node.on !== null) report(node, 'mixed', '', context);
      if (!isOrdered(node)) report(node, 'order', '', context);
      if (isCase) visitCase(holder, node, context);
      else if (isList) visitList(around, node, context);
    },
  },
};

function report(at: Node, problem: Problem, name: string, context: RuleContext): void {
  context.report(periodCap.at(at.span, { problem, name }));
}

function isOrdered({ periods }: CapNode): boolean {
  const ordered = periods.every(({ period }, index) => {
    const before = periods[index - 1];
    return before === undefined || lengths[before.period] < lengths[period];
  });
  return (
    ordered &&
    !(periods.length > 1 && periods.some(({ period }) => period === 'week') && periods.at(-1)?.period !== 'week')
  );
}

function visitCase(node: CaseNode, cap: CapNode, context: RuleContext): void {
  const name = titleText(node.title) ?? '';
  if (partingDate(node) === null) report(cap, 'no-date', name, context);
  else if (!countsEach(node)) report(cap, 'not-each', name, context);
}

/** Whether a case is worth something each time it happens. */
function countsEach({ effect }: CaseNode): boolean {
  return effect?.kind === 'points-effect' && effect.per !== null && effect.per.count === null;
}

function visitList(node: ListNode | ItemNode, cap: CapNode, context: RuleContext): void {
  if (clauseOf(node, 'highest-only') !== null) report(cap, 'highest', '', context);
  const shortest = Math.min(...cap.periods.map(({ period }) => lengths[period]));
  const dates = new Set<string>();
  for (const line of node.body) visitMember(line, shortest, dates, context);
}

function visitMember(line: LineNode, shortest: number, dates: Set<string>, context: RuleContext): void {
  if (line.kind === 'list' || line.kind === 'item') {
    const cap = clauseOf(line, 'cap');
    if (clauseOf(line, 'highest-only') !== null) report(line, 'highest', '', context);
    if (cap !== null && longest(cap) > shortest) report(cap, 'inner', titleText(line.title) ?? '', context);
    for (const each of line.body) visitMember(each, shortest, dates, context);
    return;
  }
  if (line.kind === 'when')
    report(line, 'member', context.source.text.slice(line.condition.span.start, line.condition.span.end), context);
  if (line.kind !== 'case') return;
  const name = titleText(line.title) ?? '';
  const date = partingDate(line);
  if (date === null || !countsEach(line)) {
    report(line.title, 'member', name, context);
    return;
  }
  const [first] = dates;
  dates.add(date);
  if (first !== undefined && first !== date) report(line.title, 'dates', name, context);
  const cap = line.effect?.kind === 'points-effect' ? capOf(line.effect) : null;
  if (cap !== null && longest(cap) > shortest) report(cap, 'inner', name, context);
}

/** The longest period that a cap binds; 扣完为止 binds the item, not the case. */
function longest({ amount, periods }: CapNode): number {
  if (amount !== null) return lengths.year;
  return Math.max(0, ...periods.map(({ period }) => lengths[period]));
}
