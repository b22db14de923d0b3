import type { Names, Symbol } from './symbol.ts';

/**
 * The scale that `等次` means, that effects on cases act on and that ranks the subjects: the one without a name; where all have
 * one, the first. Null in a policy without grades.
 */
export function mainScale({ symbols }: Pick<Names, 'symbols'>): Symbol | null {
  const scales = symbols.filter(({ kind }) => kind === 'scale');
  return scales.find(({ name }) => name === '') ?? scales[0] ?? null;
}
