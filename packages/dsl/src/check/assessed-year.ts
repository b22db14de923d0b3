/** The year that a policy assesses. */
import { toInteger } from '@assess/runtime';
import type { FileNode } from '../ast/nodes.ts';
import { figureOf } from './literals.ts';

/** The year named by 版本, in which dates without a year lie; null if there is none or it is no year. */
export function assessedYear(tree: FileNode): number | null {
  for (const chapter of tree.chapters) {
    if (chapter.kind !== 'policy' || chapter.version === null || !/^[0-9]{4}$/.test(chapter.version.digits)) continue;
    const version = figureOf(chapter.version);
    return version === null ? null : toInteger(version);
  }
  return null;
}
