import { javascript } from './js/target.ts';
import type { Target } from './target.ts';

/** All targets. A new one is a folder of its own and a line here. */
export const targets: readonly Target[] = [javascript];
