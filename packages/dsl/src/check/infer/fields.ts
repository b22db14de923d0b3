/** Types of fields: attributes, inputs, the inputs of ballots. */
import { compare, isInteger, isNegative, rational } from '@assess/runtime';
import type {
  DateNode,
  FieldNode,
  ListTypeNode,
  MissingNode,
  NumberTypeNode,
  QuantityNode,
  RangeNode,
} from '../../ast/nodes.ts';
import {
  agree,
  dateType,
  errorType,
  eventsType,
  isNumber,
  numberType,
  pointsType,
  ratioType,
  textType,
  truthType,
} from '../../types/assignable.ts';
import { describeType } from '../../types/describe-type.ts';
import type { Type } from '../../types/type.ts';
import { unitType } from '../../types/units.ts';
import { between, onSteps } from '../intervals.ts';
import { fieldRange } from '../ranges.ts';
import { dateValue, figureOf, isWholeNumber, quantityValue, rangeUnit } from '../literals.ts';
import {
  badDecimals,
  badListSize,
  badNumber,
  emptyRange,
  missingRange,
  noSuchDate,
  typeMismatch,
} from '../type-diagnostics.ts';
import { written } from './context.ts';
import type { InferContext } from './context.ts';

/** The type of a field; what is wrong with its declaration is reported the first time. */
export function fieldType(node: FieldNode, context: InferContext): Type {
  const known = context.types.get(node);
  if (known !== undefined) return known;
  const type = fieldTypeAnew(node, context);
  context.types.set(node, type);
  if (node.rounding !== null) checkDecimals(node.rounding.decimals, context);
  return type;
}

function fieldTypeAnew(node: FieldNode, context: InferContext): Type {
  const { type } = node;
  const field = node.name.kind === 'name' ? node.name.text : '';
  switch (type.kind) {
    case 'missing':
      return errorType;
    case 'number-type':
      return numberFieldType(node, type, field, context);
    case 'date-type':
      if (type.range !== null) checkRange(type.range, context);
      return dateType;
    case 'yes-no-type':
      return truthType;
    case 'text-type':
      return textType;
    case 'list-type':
      checkSize(type, context);
      return eventsType;
    case 'choice-type':
      return { type: 'choice', options: type.options.map((option) => option.text), field };
  }
}

/** How many entries a list may have. */
function checkSize({ least, most }: ListTypeNode, context: InferContext): void {
  const bounds = [least, most].flatMap((each) => (each === null || each.kind === 'missing' ? [] : [each]));
  for (const bound of bounds) {
    const value = isWholeNumber(bound) ? figureOf(bound) : null;
    const fine = value !== null && compare(value, rational(BigInt(mostEntries))) <= 0;
    const counts = unitType(bound.unit ?? 'item') ?? errorType;
    if (fine && counts.type === 'number' && counts.dimension === 'count') continue;
    context.report(badListSize.at(bound.span, { size: written(context, bound).slice(0, 30), most: mostEntries }));
    return;
  }
  const [low, high] = bounds.map((each) => figureOf(each));
  if (low && high && compare(low, high) > 0 && least !== null)
    context.report(
      emptyRange.at(
        { start: least.span.start, end: most.span.end },
        { low: written(context, least), high: written(context, most), reason: 'order' },
      ),
    );
}

/** The most entries that a list may be declared with: what is done with each of them is bounded by it. */
const mostEntries = 1000;

function numberFieldType(node: FieldNode, type: NumberTypeNode, field: string, context: InferContext): Type {
  const { range } = type;
  if (range === null) {
    if (field !== '') {
      const examples = { integer: '整数 0至60次', decimal: '小数 0至100分', percent: '百分比 0至100%' };
      const english = {
        integer: 'integer 0 to 60 times',
        decimal: 'decimal 0 to 100 points',
        percent: 'percent 0 to 100%',
      };
      const example = (context.locale === 'zh' ? examples : english)[type.number];
      context.report(missingRange.at(type.span, { name: field, example }));
    }
    return type.number === 'percent' ? ratioType : errorType;
  }
  checkRange(range, context);
  checkSteps(node, range, context);
  const unit = rangeUnit(range);
  const isRatio = type.number === 'percent';
  if (unit === null) return type.number === 'integer' ? numberType('count') : ratioType;
  const measured = unitType(unit) ?? errorType;
  checkStepUnit(node, measured, context);
  if (isRatio && !(measured.type === 'number' && measured.dimension === 'ratio')) {
    const [left, right] = [describeType(ratioType), describeType(measured)];
    context.report(typeMismatch.at(range.span, { clash: 'expected', left, right }));
    return ratioType;
  }
  return measured;
}

/** Reports a range of marks that is not in points. */
export function checkMarks(range: RangeNode, context: InferContext): void {
  checkRange(range, context);
  const unit = rangeUnit(range);
  const type = unit === null ? null : unitType(unit);
  if (type !== null && isNumber(type, 'points')) return;
  const right = describeType(type ?? ratioType);
  context.report(typeMismatch.at(range.span, { clash: 'expected', left: describeType(pointsType), right }));
}

/** Reports a range that is not from one date to a later one. */
export function checkDates(range: RangeNode, context: InferContext): void {
  checkRange(range, context);
  for (const end of [range.low, range.high]) {
    if (end.kind === 'date') continue;
    const right = describeType((end.unit === null ? null : unitType(end.unit)) ?? ratioType);
    context.report(typeMismatch.at(end.span, { clash: 'expected', left: describeType(dateType), right }));
    return;
  }
}

/** Reports a step that measures something else than the range; without a unit it has that of the range. */
function checkStepUnit({ step, type }: FieldNode, measured: Type, context: InferContext): void {
  const values = type.kind === 'number-type' ? type.values : [];
  for (const size of [...(step === null ? [] : [step.size]), ...values]) {
    if (size.kind === 'missing' || size.unit === null) continue;
    const own = unitType(size.unit) ?? errorType;
    if (agree(own, measured)) continue;
    context.report(
      typeMismatch.at(size.span, { clash: 'compared', left: describeType(measured), right: describeType(own) }),
    );
  }
}

/** Reports the ends of a range that are of different kinds, no value, or in the wrong order. */
function checkRange(range: RangeNode, context: InferContext): void {
  const unit = rangeUnit(range);
  const ends = [range.low, range.high].map((end) => endValue(end, unit, context));
  const [low, high] = ends;
  if (low === undefined || high === undefined || low === null || high === null) return;
  if (range.low.kind !== range.high.kind) {
    const [left, right] = [describeType(dateType), describeType(numberType('count'))];
    context.report(typeMismatch.at(range.span, { clash: 'compared', left, right }));
    return;
  }
  if (
    range.low.kind === 'quantity' &&
    range.high.kind === 'quantity' &&
    range.low.unit !== null &&
    range.high.unit !== null
  ) {
    const [left, right] = [unitType(range.low.unit) ?? errorType, unitType(range.high.unit) ?? errorType];
    const same = describeType(left).zh === describeType(right).zh;
    if (!same) {
      context.report(
        typeMismatch.at(range.span, { clash: 'compared', left: describeType(left), right: describeType(right) }),
      );
      return;
    }
  }
  if (compare(low, high) > 0)
    context.report(
      emptyRange.at(range.span, {
        low: written(context, range.low),
        high: written(context, range.high),
        reason: 'order',
      }),
    );
}

/** Reports a range between two steps of the figure: no whole number lies between 0.2 and 0.8. */
function checkSteps(node: FieldNode, range: RangeNode, context: InferContext): void {
  const { low, high, step } = fieldRange(node);
  if (low === null || high === null || step === null || compare(low, high) > 0) return;
  if (onSteps(between(low, high), step).length > 0) return;
  const ends = { low: written(context, range.low), high: written(context, range.high) };
  context.report(emptyRange.at(range.span, { ...ends, reason: 'steps' }));
}

function endValue(
  end: QuantityNode | DateNode,
  unit: string | null,
  context: InferContext,
): ReturnType<typeof figureOf> {
  if (end.kind === 'date') {
    const day = dateValue(end, context.year ?? 2024);
    if (day === null) context.report(noSuchDate.at(end.span, { date: written(context, end) }));
    return day === null ? null : rational(BigInt(day));
  }
  const value = quantityValue(end, end.unit ?? unit);
  if (value === null)
    context.report(badNumber.at(end.span, { number: written(context, end).slice(0, 30), reason: 'too-long' }));
  return value;
}

/** Reports a number of decimals that is not a whole number from 0 to 10. */
export function checkDecimals(node: QuantityNode | MissingNode, context: InferContext): void {
  if (node.kind === 'missing') return;
  const value = figureOf(node);
  const fine = value !== null && isInteger(value) && !isNegative(value) && compare(value, rational(10n)) <= 0;
  if (!fine) context.report(badDecimals.at(node.span, { decimals: written(context, node).slice(0, 30) }));
}
