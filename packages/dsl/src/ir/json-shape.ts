/** A text that is no encoded program, with the place that is wrong. */
export class ProgramFormatError extends Error {
  override readonly name = 'ProgramFormatError';
}

export function object(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw wrong(what, 'an object');
  return value;
}

export function array(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(what, 'an array');
  return value;
}

export function string(value: unknown, what: string): string {
  if (typeof value !== 'string') throw wrong(what, 'a text');
  return value;
}

export function boolean(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw wrong(what, 'true or false');
  return value;
}

/** A whole number from 0, such as an index. */
export function wholeNumber(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw wrong(what, 'a whole number from 0');
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(what: string, wanted: string): ProgramFormatError {
  return new ProgramFormatError(`${what} is not ${wanted}`);
}
