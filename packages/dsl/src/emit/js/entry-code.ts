/** How generated code reads the fields of the current entry of a list. */
import type { ListFieldSpec, ListInputType } from '@assess/runtime';
import { atom, type Code, strength } from './code.ts';
import type { Context, Entry } from './context.ts';
import { figureValue, memberOf, reading, tableName } from './input-code.ts';
import type { NumberValue } from './value.ts';

/** The list that an input is. */
export function listOf(list: number, { program }: Context): ListInputType {
  const type = program.manifest.inputs[list]?.type;
  if (type?.kind !== 'list') throw new RangeError(`input ${list} is no list`);
  return type;
}

/** A field as a number, read at the top of the loop where it is first asked for. An absent one reads as anything. */
export function fieldValue(list: number, field: string, context: Context): NumberValue {
  const entry = entryOf(list, context);
  const known = entry.fields.get(field);
  if (known !== undefined) return known;
  const { spec, place } = specOf(list, field, context);
  const text = reading(spec, tableName(`x${list}`, place), memberOf(entry.name, field));
  const name = entry.body.bind({ text, binds: strength.choice }, entry.body.fresh());
  const value = figureValue(spec, name.text);
  entry.fields.set(field, value);
  return value;
}

/** Whether a field is there. */
export function fieldPresent(list: number, field: string, context: Context): Code {
  if (specOf(list, field, context).spec.absent === 'refuse') return atom('true');
  const access = memberOf(entryOf(list, context).name, field);
  return { text: `(${access} ?? null) !== null`, binds: strength.equality };
}

/** Whether a text is the name of the subject, which is read behind the inputs. */
export function fieldIsSubject(list: number, field: string, context: Context): Code {
  const access = memberOf(entryOf(list, context).name, field);
  return { text: `${access} === x${context.program.manifest.inputs.length}`, binds: strength.equality };
}

/** The declaration of a field with its place among the fields. */
export function specOf(list: number, field: string, context: Context): { spec: ListFieldSpec; place: number } {
  const { fields } = listOf(list, context);
  const place = fields.findIndex(({ name }) => name === field);
  const spec = fields[place];
  if (spec === undefined) throw new RangeError(`input ${list} has no field ${field}`);
  return { spec, place };
}

/** The current entry of a list. */
export function entryOf(list: number, { entries }: Context): Entry {
  const entry = entries.get(list);
  if (entry === undefined) throw new RangeError(`input ${list} has no current entry`);
  return entry;
}
