import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Symbol } from '../../../symbols/symbol.ts';
import { findDependencies, inOrder } from '../../dependencies.ts';
import type { Rule } from '../../rule.ts';

/** A figure or a score that is computed from itself. */
export const circularName = defineDiagnostic<{ names: readonly string[] }>({
  code: 'name/circular',
  severity: 'error',
  message: {
    zh: ({ names }) => `这里绕回了自己：${names.map((name) => `\`${name}\``).join(' → ')}，永远算不出来`,
    en: ({ names }) =>
      `This leads back to itself: ${names.map((name) => `\`${name}\``).join(' → ')}; it can never be computed`,
  },
});

export const circularNameRule: Rule = {
  kinds: [circularName],
  visit: {
    file: (_node, context) => {
      for (const circle of inOrder(findDependencies(context.names)).circles) {
        const last = circle.at(-1);
        if (last === undefined) continue;
        // Where a name is read, not where an item merely stands in another.
        const read = circle.findLast(({ at }) => at.kind === 'path' || at.kind === 'every') ?? last;
        const names = [nameOf(last.on), ...circle.map(({ on }) => nameOf(on))];
        const shown = names.length <= 8 ? names : [...names.slice(0, 4), '…', ...names.slice(-3)];
        context.report(circularName.at(read.at.span, { names: shown }));
      }
    },
  },
};

function nameOf({ kind, name }: Symbol): string {
  if (name !== '') return name;
  return kind === 'total' ? '总分' : kind === 'scale' ? '等次' : '…';
}
