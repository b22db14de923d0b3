import type { BookedByNode, FieldNode, NameNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { effectsOf } from '../../adjustments.ts';
import { assessedPeriod, bookingOf, fieldName, isDateField, recordedFields } from '../../booking.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { titleText } from '../../show.ts';

type Problem = 'undecided' | 'no-date' | 'no-entries' | 'no-period';

/** A period of assessment with dated events of which nothing says when they count, or 计期 where it decides nothing. */
export const booking = defineDiagnostic<{ problem: Problem; name: string }>({
  code: 'structure/booking',
  severity: 'error',
  message: {
    zh: ({ problem, name }) =>
      ({
        undecided: `办法写了考核期：\`${name}\` 的各项按哪个日期算在期内？写“计期 …”，或“不计期”（不论日期都计）`,
        'no-date': `\`${name}\` 不是日期，不能决定属于哪个考核期`,
        'no-entries': '“计期”只用于逐件登记的情形和清单',
        'no-period': '办法没有写考核期，“计期”在这里不起作用；写一章 `考核期 … 至 …`',
      })[problem],
    en: ({ problem, name }) =>
      ({
        undecided: `The policy has a period: by which date is an entry of \`${name}\` within it? Say "booked by …", or "in any period" (whatever the date)`,
        'no-date': `\`${name}\` is no date and cannot decide in which period something counts`,
        'no-entries': '"booked by" belongs to cases recorded event by event and to lists',
        'no-period': 'Without a chapter `period … to …`, "booked by" decides nothing here',
      })[problem],
  },
});

/** Something with entries: where it is, what it records, what decides. */
interface Entries {
  readonly name: string;
  readonly node: Node;
  readonly fields: readonly (NameNode | FieldNode)[];
  readonly booked: BookedByNode | null;
  /** Where 计期 would be written. */
  readonly end: number;
  /** Whether a cap per day or month needs the date anyway. */
  readonly parted: boolean;
}

function visit({ name, node, fields, booked, end, parted }: Entries, context: RuleContext): void {
  const report = (at: Node, problem: Problem, about: string, fixes: readonly Fix[] = []): void =>
    context.report(booking.at(at.span, { problem, name: about }, { fixes }));
  const dates = fields.filter(isDateField);
  const period = assessedPeriod(context.tree);
  if (booked === null) {
    if (period !== null && dates.length > 0) report(node, 'undecided', name, fixesFor(dates, end, context));
    return;
  }
  const { field } = booked;
  if (fields.length === 0) report(booked, 'no-entries', name);
  else if (field?.kind === 'name' && !dates.some((each) => fieldName(each) === field.text)) {
    if (fields.some((each) => fieldName(each) === field.text)) report(field, 'no-date', field.text);
  } else if (period === null && !parted) report(booked, 'no-period', name);
}

function fixesFor(dates: readonly (NameNode | FieldNode)[], end: number, { locale }: RuleContext): readonly Fix[] {
  const word = locale === 'zh' ? '计期' : 'booked by';
  const any = locale === 'zh' ? '不计期' : 'in any period';
  const names = [...new Set(dates.map(fieldName))];
  return [...names.map((each) => `${word} ${each}`), any].map((text) => ({
    title: { zh: `写明“${text}”`, en: `Say "${text}"` },
    safe: false,
    edits: [{ span: { start: end, end }, text: ` ${text}` }],
  }));
}

export const bookingRule: Rule = {
  kinds: [booking],
  visit: {
    case: (node, context) => {
      const clauses = effectsOf(node).flatMap((effect) => (effect.kind === 'missing' ? [] : effect.clauses));
      const recorded = clauses.find((clause) => clause.kind === 'recorded-with');
      const parted = clauses.some((clause) => clause.kind === 'cap' && clause.periods.length > 0);
      const end = recorded?.span.end ?? node.span.end;
      const fields = recordedFields(node);
      visit(
        { name: titleText(node.title) ?? '', node: recorded ?? node, fields, booked: bookingOf(node), end, parted },
        context,
      );
    },
    input: ({ field, lines }, context) => {
      const fields = lines.filter((line) => line.kind === 'field');
      const name = field.name.kind === 'name' ? field.name.text : '';
      visit({ name, node: field.type, fields, booked: field.booked, end: field.span.end, parted: false }, context);
    },
  },
};
