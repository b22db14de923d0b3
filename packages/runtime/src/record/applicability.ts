/** Whether an input is there for a subject, and whether its figure is recorded as not applicable. */
import type { InputSpec } from '../manifest.ts';

/** The two spellings of 不适用 in a record. */
export const notApplicable: ReadonlySet<unknown> = new Set(['不适用', 'not applicable']);

/** Whether a value says that its figure does not apply. In an input of type text it is a text like any other. */
export function isNotApplicable({ type }: Pick<InputSpec, 'type'>, value: unknown): boolean {
  return type.kind !== 'text' && notApplicable.has(value);
}

/** Whether there is an input for a subject of these attributes. What is no option is reported where it stands. */
export function isForClass({ only }: Pick<InputSpec, 'only'>, valueOf: (key: string) => unknown): boolean {
  return only.every(({ by, options }) => {
    const value = valueOf(by);
    return typeof value !== 'string' || options.includes(value);
  });
}

/** Whether a value says that nothing occurred, as a sheet for all classes says of the cases of each. */
export function isNothing({ role }: Pick<InputSpec, 'role'>, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (role !== 'case') return false;
  return value === 0 || value === '0' || value === false || (Array.isArray(value) && value.length === 0);
}
