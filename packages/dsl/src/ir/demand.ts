/** Throws an Error that names what is wrong with a program, unless it holds. */
export function demand(holds: boolean, breach: string): asserts holds {
  if (!holds) throw new Error(`invalid program: ${breach}`);
}
