import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Span } from '../../../source/span.ts';
import type { Message } from '../../../source/locale.ts';
import { listAround } from '../../adjustments.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord, headSpan, labelOf } from '../../show.ts';

/** Something that must hold something and holds nothing. */
export const emptyBody = defineDiagnostic<{ what: Message; wants: Message }>({
  code: 'structure/empty-body',
  severity: 'error',
  message: {
    zh: ({ what, wants }) => `${what.zh} 里没有内容，应有${wants.zh}`,
    en: ({ what, wants }) => `${what.en} is empty; it needs ${wants.en}`,
  },
});

const wants = {
  item: { zh: '下级项目、评分办法或情形', en: 'items, a rule or cases' },
  cases: { zh: '情形', en: 'cases' },
  items: { zh: '项目', en: 'items' },
  points: { zh: '至少一个要点', en: 'at least one point' },
  anchors: { zh: '至少两个点', en: 'at least two anchors' },
  rows: { zh: '至少一行', en: 'at least one row' },
  grades: { zh: '至少一个等次', en: 'at least one grade' },
  options: { zh: '至少一个计分的选项', en: 'at least one option with points' },
  fields: { zh: '至少一栏，如 `{ 日期: 日期 }`', en: 'at least one field, such as `{ day: date }`' },
  twoOptions: { zh: '至少两个选项', en: 'at least two options' },
} as const satisfies Record<string, Message>;

function report(context: RuleContext, span: Span, what: Message, needs: Message): void {
  context.report(emptyBody.at(span, { what, wants: needs }));
}

/** What gives points or takes them: everything in a body but inputs, definitions and declarations. */
function acts(line: { readonly kind: string }): boolean {
  return line.kind !== 'input' && line.kind !== 'define' && line.kind !== 'declares' && line.kind !== 'require';
}

export const emptyBodyRule: Rule = {
  kinds: [emptyBody],
  visit: {
    item: (node, context, ancestors) => {
      if (clauseOf(node, 'using') !== null || node.body.some(acts)) return;
      const section = listAround(ancestors) !== null;
      report(context, headSpan(node, context), labelOf(node), section ? wants.cases : wants.item);
    },
    total: (node, context) => {
      if (!node.body.some(acts)) report(context, headSpan(node, context), labelOf(node), wants.items);
    },
    scorecard: (node, context) => {
      if (!node.body.some(acts)) report(context, headSpan(node, context), labelOf(node), wants.items);
    },
    list: (node, context) => {
      if (!node.body.some(acts)) report(context, headSpan(node, context), labelOf(node), wants.cases);
    },
    tiers: (node, context) => {
      if (node.rows.length === 0)
        report(context, firstWord(node, context.source), { zh: '分档', en: 'The tiers' }, wants.rows);
    },
    'by-table': (node, context) => {
      if (node.rows.length === 0)
        report(context, firstWord(node, context.source), { zh: '这张表', en: 'The table' }, wants.rows);
    },
    deadline: (node, context) => {
      if (node.rows.length === 0)
        report(context, firstWord(node, context.source), { zh: '限期', en: 'The deadline' }, wants.rows);
    },
    against: (node, context) => {
      if (node.rows.length === 0)
        report(context, firstWord(node, context.source), { zh: '对标', en: 'The rule around a target' }, wants.rows);
    },
    checklist: (node, context) => {
      if (node.points.length === 0)
        report(context, firstWord(node, context.source), { zh: '逐项达标', en: 'The checklist' }, wants.points);
    },
    interpolation: (node, context) => {
      if (node.anchors.length === 0)
        report(context, firstWord(node, context.source), { zh: '插值', en: 'The interpolation' }, wants.anchors);
    },
    ballot: (node, context) => {
      if (node.options.some((option) => option.counted)) return;
      const span = node.name.kind === 'name' ? node.name.span : firstWord(node, context.source);
      report(context, span, { zh: '测评', en: 'The ballot' }, wants.options);
    },
    grades: (node, context) => {
      if (node.lines.some((line) => line.kind === 'grade-line')) return;
      report(context, firstWord(node, context.source), { zh: '等次', en: 'The chapter "grades"' }, wants.grades);
    },
    input: ({ field, lines }, context) => {
      if (field.type.kind === 'list-type' && !lines.some((line) => line.kind === 'field'))
        report(context, field.type.span, { zh: '清单', en: 'The list' }, wants.fields);
    },
    'choice-type': (node, context) => {
      if (node.options.length < 2)
        report(context, node.span, { zh: '选项', en: 'The list of options' }, wants.twoOptions);
    },
  },
};
