/** Types of what has no parts: literals, cases, grades, and names that stand for no value. */
import type { DateNode, QuantityNode, StreakNode } from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import { recordsEvents } from '../../symbols/entries.ts';
import type { Symbol, SymbolKind } from '../../symbols/symbol.ts';
import {
  dateType,
  errorType,
  eventsType,
  numberType,
  pointsType,
  ratioType,
  textType,
  truthType,
} from '../../types/assignable.ts';
import type { Type } from '../../types/type.ts';
import { unitName, unitType } from '../../types/units.ts';
import { dateValue, quantityValue } from '../literals.ts';
import { badNumber, noSuchDate, typeMismatch } from '../type-diagnostics.ts';
import { written } from './context.ts';
import type { InferContext } from './context.ts';

const goOn: Message = { zh: '请写到具体的一项数据', en: 'go on to a single figure' };
/** Kinds of things that a name can mean and that have no value, with what to write instead. */
export const valuelessKinds: ReadonlyMap<SymbolKind, { readonly kind: Message; readonly instead: Message }> = new Map([
  [
    'ballot',
    {
      kind: { zh: '测评', en: 'a ballot' },
      instead: { zh: '要用它的得分，请写它所在项目的名称', en: 'for its score name the item in which it stands' },
    },
  ],
  ['ballot-group', { kind: { zh: '群体', en: 'a group of voters' }, instead: goOn }],
]);

/** Once: whether it happened; with recorded fields: the events; else how many times. */
export function caseType(symbol: Symbol): Type {
  const { node } = symbol;
  if (node.kind !== 'case') return errorType;
  if (node.effect?.kind === 'discretion') return pointsType;
  if (recordsEvents(symbol)) return eventsType;
  const counted = node.table.length > 0 || (node.effect?.kind === 'points-effect' && node.effect.per !== null);
  return counted ? numberType('count') : truthType;
}

/** A field of an event that is recorded without a type: a date if it is called one, else a text. */
export function entryFieldType({ name }: Symbol): Type {
  return /日期$|date$/iu.test(name) ? dateType : textType;
}

/** The type of the grades of a scale. */
export function gradeType(scale: Symbol | null): Type {
  if (scale?.node.kind !== 'grades') return errorType;
  const grades = scale.node.lines.flatMap((line) => (line.kind === 'grade-line' ? [line.name.text] : []));
  const outcomes = scale.node.lines.flatMap((line) => (line.kind === 'off-scale' ? [line.name.text] : []));
  return { type: 'grade', grades, outcomes };
}

/** A number with its unit; one without is a pure number. */
export function inferQuantity(node: QuantityNode, context: InferContext): Type {
  if (quantityValue(node) === null) {
    const reason = node.over !== null && /^0*$/.test(node.over) ? 'zero-denominator' : 'too-long';
    context.report(badNumber.at(node.span, { number: written(context, node).slice(0, 30), reason }));
    return errorType;
  }
  if (node.unit === null) return ratioType;
  const type = unitType(node.unit);
  if (type !== null) return type;
  const left = { zh: '带计量单位的数', en: 'a number with a unit of measure' };
  context.report(typeMismatch.at(node.span, { clash: 'expected', left, right: unitName(node.unit) }));
  return errorType;
}

/** A date; one without a year lies in the assessed year. */
export function inferDate(node: DateNode, context: InferContext): Type {
  // Without an assessed year, which has its own diagnostic, a leap year stands in: it has every day.
  if (dateValue(node, context.year ?? 2024) === null)
    context.report(noSuchDate.at(node.span, { date: written(context, node) }));
  return dateType;
}

/** The 2 of `连续2年`: a whole number of years from 1. */
export function inferStreak({ years }: StreakNode, context: InferContext): void {
  context.types.set(years, numberType('months'));
  if (years.unit === 'year' && years.over === null && /^[1-9]\d?$/u.test(years.digits)) return;
  const left = { zh: '几年（整数，如 `连续2年`）', en: 'a whole number of years (`consecutive 2 years`)' };
  const right = years.unit === null ? { zh: '没有单位的数', en: 'a number without a unit' } : unitName(years.unit);
  context.report(typeMismatch.at(years.span, { clash: 'expected', left, right }));
}
