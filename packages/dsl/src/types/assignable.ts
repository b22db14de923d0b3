/** Which types go together. */
import type { NumberType, Type } from './type.ts';

export const errorType: Type = { type: 'error' };
export const truthType: Type = { type: 'truth' };
export const dateType: Type = { type: 'date' };
export const textType: Type = { type: 'text' };
export const eventsType: Type = { type: 'events' };

/** The type of a number of points, a ratio, an amount of money … */
export function numberType(dimension: NumberType['dimension'], counted: string | null = null): NumberType {
  return { type: 'number', dimension, counted };
}

export const pointsType = numberType('points');
export const ratioType = numberType('ratio');

/** Whether a type is a number of one dimension. */
export function isNumber(type: Type, dimension: NumberType['dimension']): boolean {
  return type.type === 'number' && type.dimension === dimension;
}

/** Whether two values can be compared, added, or stand for one another. The error type goes with everything. */
export function agree(left: Type, right: Type): boolean {
  if (left.type === 'error' || right.type === 'error') return true;
  switch (left.type) {
    case 'number':
      return right.type === 'number' && left.dimension === right.dimension && sameCount(left, right);
    case 'choice':
      // Two fields with the same options can be compared with each other.
      return right.type === 'choice' && (left.field === right.field || sameOptions(left.options, right.options));
    case 'grade':
      return right.type === 'grade' && sameOptions(left.grades, right.grades);
    case 'truth':
    case 'date':
    case 'text':
    case 'events':
      return right.type === left.type;
  }
}

function sameOptions(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((option, index) => option === right[index]);
}

function sameCount(left: NumberType, right: NumberType): boolean {
  return left.counted === null || right.counted === null || left.counted === right.counted;
}

/** The more telling of two types that agree: a counting unit rather than none, anything rather than an error. */
export function joined(left: Type, right: Type): Type {
  if (left.type === 'error') return right;
  return left.type === 'number' && left.counted === null ? right : left;
}

/** Lengths of time: a product or a quotient with one keeps the other's dimension, as with a count. */
const times: ReadonlySet<NumberType['dimension']> = new Set(['days', 'workdays', 'hours', 'months']);

/** The type of a product, or null if the two cannot be multiplied (元 × 元, 分 × 分). */
export function productType(left: NumberType, right: NumberType): NumberType | null {
  if (left.dimension === 'ratio') return right;
  if (right.dimension === 'ratio') return left;
  if (right.dimension === 'count') return left.dimension === 'count' ? numberType('count') : left;
  if (left.dimension === 'count') return right;
  if (times.has(right.dimension)) return times.has(left.dimension) ? null : left;
  return times.has(left.dimension) ? right : null;
}

/**
 * The type of a quotient, or null if there is none (分 ÷ 元). A quotient of counts is a pure number; money, points and hours per
 * head, per time, per day stay what they are.
 */
export function quotientType(left: NumberType, right: NumberType): NumberType | null {
  if (left.dimension === right.dimension) return ratioType;
  if (right.dimension === 'ratio') return left;
  if (left.dimension === 'ratio') return null;
  if (right.dimension === 'count') return left;
  return times.has(right.dimension) && !times.has(left.dimension) ? left : null;
}
