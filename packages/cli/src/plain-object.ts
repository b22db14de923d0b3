/** An object without a prototype, in which any name is a key like any other: `__proto__`, `constructor`. */
export function plainObject<Value>(entries: Iterable<readonly [string, Value]> = []): Record<string, Value> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is empty, so it is of any such type
  const object = Object.create(null) as Record<string, Value>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}
