/** What a record holds for a field: numbers with their bounds, dates, options, lists of entries. */
import { formatDate, type ListFieldSpec, type ListInputType, type ScalarInputType } from '@assess/runtime';
import type { CaseNode, FieldNode, InputNode, NameNode, PanelNode } from '../../ast/nodes.ts';
import { listSize, mostEvents } from '../../check/entry-ranges.ts';
import { mostRaters, panelFields } from '../../check/panels.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type { Context } from './context.ts';
import { numberInput } from './number-inputs.ts';
import { dayOf, symbolOf } from './tree.ts';

/** The type of one value: of an input, or of a field of an entry. */
export function scalarType(context: Context, field: FieldNode): ScalarInputType {
  const { type } = field;
  switch (type.kind) {
    case 'number-type':
      return numberInput(field, type);
    case 'date-type': {
      const day = (end: 'low' | 'high'): string | null => {
        const date = type.range?.[end];
        return date?.kind === 'date' ? formatDate(dayOf(date, context)) : null;
      };
      return { kind: 'date', low: day('low'), high: day('high') };
    }
    case 'choice-type':
      return { kind: 'choice', options: type.options.map((option) => option.text) };
    case 'yes-no-type':
      return { kind: 'yes-no' };
    case 'text-type':
      return { kind: 'text' };
    case 'list-type':
    case 'missing':
      throw new Error(`a ${type.kind} that is no single value reached lowering`);
  }
}

/** The type of `清单 至多20项 { … }`. */
export function listType(context: Context, { field, lines }: InputNode): ListInputType {
  const fields = lines.flatMap((line) => (line.kind === 'field' ? [fieldSpec(context, line)] : []));
  return { kind: 'list', fields, ...listSize(symbolOf(context, field)) };
}

function fieldSpec(context: Context, field: FieldNode): ListFieldSpec {
  const name = field.name.kind === 'name' ? field.name.text : '';
  return { name, type: scalarType(context, field), absent: 'refuse' };
}

/** The marks of a panel: the mark, who gave it and for which group, and what raters note besides. */
export function panelType(context: Context, symbol: Symbol, { marks, groups }: PanelNode): ListInputType {
  if (marks.kind === 'missing') throw new Error('a panel without marks reached lowering');
  const { mark, rater, group } = panelFields(symbol, context.analysis.names);
  const { range } = marks;
  const type = { kind: 'number-type', span: range.span, number: 'decimal', range, values: [] } as const;
  const fields: ListFieldSpec[] = [
    ...(rater === null ? [] : [{ name: rater, type: { kind: 'text' }, absent: 'refuse' } as const]),
    ...(group === null
      ? []
      : [
          {
            name: group,
            type: { kind: 'choice', options: groups.map(({ name }) => name.text) },
            absent: 'refuse',
          } as const,
        ]),
    { name: mark, type: numberInput(marks, type), absent: 'refuse' },
    ...marks.lines.flatMap((line) => (line.kind === 'field' ? [fieldSpec(context, line)] : [])),
  ];
  return { kind: 'list', fields, most: mostRaters, least: 0 };
}

/** The events of a case with the fields that it records and the keys of the lists around it; null where it records none. */
export function eventsType(context: Context, symbol: Symbol, node: CaseNode): ListInputType | null {
  const fields = new Map<string, ListFieldSpec>();
  const add = (field: NameNode | FieldNode): void => {
    const spec = field.kind === 'field' ? fieldSpec(context, field) : untyped(field.text);
    // A key of a list around the case is the field that the case records itself.
    if (!fields.has(spec.name)) fields.set(spec.name, spec);
  };
  for (const effect of [node.effect, ...node.table.map((row) => row.effect)]) {
    if (effect === null || effect.kind === 'missing') continue;
    for (const clause of effect.clauses) if (clause.kind === 'recorded-with') clause.fields.forEach(add);
    if (effect.kind === 'points-effect' && effect.judged !== null)
      [effect.judged.points, effect.judged.reason].forEach(add);
  }
  for (let place = symbol.owner; place?.kind === 'list'; place = place.owner) {
    if (place.node.kind !== 'list' && place.node.kind !== 'item') continue;
    for (const clause of place.node.clauses) if (clause.kind === 'highest-only') clause.keys.forEach(add);
  }
  return fields.size === 0 ? null : { kind: 'list', fields: [...fields.values()], most: mostEvents, least: 0 };
}

/** A field that is recorded without a type is a date if it is called one, else a text. */
function untyped(name: string): ListFieldSpec {
  const isDate = /日期$|date$/iu.test(name);
  return { name, type: isDate ? { kind: 'date', low: null, high: null } : { kind: 'text' }, absent: 'refuse' };
}
