/** Which date decides in what period, on which day or in which month something recorded counts. */
import type {
  BookedByNode,
  CaseNode,
  EffectClauseNode,
  FieldNode,
  FileNode,
  NameNode,
  PeriodNode,
} from '../ast/nodes.ts';
import { effectsOf } from './adjustments.ts';

/** The chapter 考核期, or null. */
export function assessedPeriod(tree: FileNode): PeriodNode | null {
  return tree.chapters.find((chapter): chapter is PeriodNode => chapter.kind === 'period') ?? null;
}

/** 计期 of a case, or null. */
export function bookingOf(node: CaseNode): BookedByNode | null {
  return clausesOf(node).find((clause): clause is BookedByNode => clause.kind === 'booked-by') ?? null;
}

/** What a case records with each event. */
export function recordedFields(node: CaseNode): readonly (NameNode | FieldNode)[] {
  return clausesOf(node).flatMap((clause) => (clause.kind === 'recorded-with' ? clause.fields : []));
}

/** Whether a field is a date; without a type it is one if it is called so. */
export function isDateField(field: NameNode | FieldNode): boolean {
  return field.kind === 'field' ? field.type.kind === 'date-type' : /日期$|date$/iu.test(field.text);
}

/** The name of a field, empty where it is missing. */
export function fieldName(field: NameNode | FieldNode): string {
  if (field.kind === 'name') return field.text;
  return field.name.kind === 'name' ? field.name.text : '';
}

/** The date by which the points of a case are parted into days and months: that of 计期, or the only one; null where it is open. */
export function partingDate(node: CaseNode): string | null {
  const booked = bookingOf(node)?.field;
  if (booked?.kind === 'name') return booked.text;
  const dates = [...new Set(recordedFields(node).filter(isDateField).map(fieldName))];
  const [only] = dates;
  return only !== undefined && dates.length === 1 ? only : null;
}

function clausesOf(node: CaseNode): readonly EffectClauseNode[] {
  return effectsOf(node).flatMap((effect) => (effect.kind === 'missing' ? [] : effect.clauses));
}
