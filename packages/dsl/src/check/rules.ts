/** The list of all check rules. `scripts/new-rule.mjs` adds a line. */
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [];
