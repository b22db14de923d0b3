/** What `verify` demands of lists and of the operations on them. */
import type { ListFieldSpec, ListInputType, Manifest, ScalarInputType } from '@assess/runtime';
import { demand } from './demand.ts';
import type {
  Expression,
  FieldIsSubjectOperation,
  FieldOperation,
  FieldPresentOperation,
  SumPerGroupOperation,
} from './ir.ts';

/** The lists that have a current entry at a place in an expression, from the inside out; null for none. */
export type Entries = { readonly list: number; readonly around: Entries } | null;

type EntryOperation = FieldOperation | FieldPresentOperation | FieldIsSubjectOperation;

/** Tells the operations on the current entry of a list from all others. */
export function isOfEntry(expression: Expression): expression is EntryOperation {
  return expression.op === 'field' || expression.op === 'field-present' || expression.op === 'field-is-subject';
}

/** The list that an input is. */
export function listAt(input: number, here: string, manifest: Manifest): ListInputType {
  const type = manifest.inputs[input]?.type;
  demand(type?.kind === 'list', `${here}: input ${input} is no list`);
  return type;
}

/** A declared list: its fields have names of their own, its bounds leave room. */
export function verifyList(key: string, { fields, least, most }: ListInputType): void {
  const names = new Set(fields.map(({ name }) => name));
  demand(names.size === fields.length, `two fields of ${key} have the same name`);
  demand(0 <= least && least <= most, `${key} has at least ${least} and at most ${most} entries`);
}

/** A field stands inside of its list, and is of a type that the operation can read. */
export function verifyField({ op, list, field }: EntryOperation, entries: Entries, here: string, manifest: Manifest) {
  const { type } = fieldAt(list, field, here, manifest);
  let around = entries;
  while (around !== null && around.list !== list) around = around.around;
  demand(around !== null, `${here}: reads ${field} outside of its list`);
  if (op === 'field') demand(type.kind !== 'text', `${here}: ${field} has no number`);
  if (op === 'field-is-subject') demand(type.kind === 'text', `${here}: ${field} is no text`);
}

/** Every list is grouped once, by keys that all have and that can be told apart in the same way. */
export function verifyGroups({ lists, key }: SumPerGroupOperation, here: string, manifest: Manifest): void {
  demand(lists.length > 0, `${here}: groups of nothing`);
  demand(new Set(lists.map(({ list }) => list)).size === lists.length, `${here}: groups a list twice`);
  for (const { list } of lists) listAt(list, here, manifest);
  for (const { field, part } of key) {
    const types = lists.map(({ list }) => fieldAt(list, field, here, manifest).type);
    const [first] = types;
    demand(
      types.every((type) => first !== undefined && areComparable(first, type)),
      `${here}: groups by ${field}, which is of several types`,
    );
    demand(part === 'value' || first?.kind === 'date', `${here}: groups by the ${part} of ${field}, which is no date`);
  }
}

/** Whether equal values of the two mean the same. */
function areComparable(left: ScalarInputType, right: ScalarInputType): boolean {
  if (left.kind !== 'choice' || right.kind !== 'choice') return left.kind === right.kind;
  return (
    left.options.length === right.options.length &&
    left.options.every((option, index) => option === right.options[index])
  );
}

function fieldAt(list: number, name: string, here: string, manifest: Manifest): ListFieldSpec {
  const field = listAt(list, here, manifest).fields.find((each) => each.name === name);
  demand(field !== undefined, `${here}: input ${list} has no field ${name}`);
  return field;
}
