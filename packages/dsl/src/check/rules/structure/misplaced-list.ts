import type { Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';

/** A list where only a single value can stand: a list is an input of its own. */
export const misplacedList = defineDiagnostic<{ place: 'list' | 'event' | 'subjects' | 'ballot' }>({
  code: 'structure/misplaced-list',
  severity: 'error',
  message: {
    zh: ({ place }) =>
      `${{ list: '清单里不能再有清单', event: '登记的一栏不能是清单', subjects: '考核对象的一栏不能是清单', ballot: '测评里的数据不能是清单' }[place]}；清单单独写成一行 \`填报\``,
    en: ({ place }) =>
      `${{ list: 'A list cannot hold a list', event: 'A recorded field cannot be a list', subjects: 'What is known of each subject cannot be a list', ballot: 'A figure of a ballot cannot be a list' }[place]}; a list is a line \`input\` of its own`,
  },
});

export const misplacedListRule: Rule = {
  kinds: [misplacedList],
  visit: {
    'list-type': (node, context, ancestors) => {
      const place = placeOf(ancestors);
      if (place !== null) context.report(misplacedList.at(node.span, { place }));
    },
  },
};

/** Where the field of a list stands, if it is no input of the policy. */
function placeOf(ancestors: readonly Node[]): Parameters<typeof misplacedList.at>[1]['place'] | null {
  const [holder, around, field] = ancestors.slice(-3);
  if (around?.kind === 'recorded-with') return 'event';
  if (around?.kind === 'subjects') return 'subjects';
  if (around?.kind !== 'input') return null;
  if (around.field !== field) return 'list';
  return holder?.kind === 'ballot' || holder?.kind === 'panel' ? 'ballot' : null;
}
