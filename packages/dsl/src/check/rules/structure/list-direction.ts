import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { pointsEffectsIn } from '../../adjustments.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule } from '../../rule.ts';
import { headSpan, labelOf, listNames } from '../../show.ts';

/** A list that both adds and deducts without saying what its cap binds, or one that goes only the other way (semantics 4.8). */
export const listDirection = defineDiagnostic<{
  list: Message;
  sort: Message;
  problem: 'mixed' | 'reversed' | 'needless';
}>({
  code: 'structure/list-direction',
  severity: 'error',
  message: {
    zh: ({ list, sort, problem }) =>
      ({
        mixed: `${list.zh} 又加分又扣分，它的封顶管哪一个数？写“计毛额”（加、扣分别封顶）或“计净额”（相抵后封顶）`,
        reversed: `${list.zh} 是“${sort.zh}”清单，其中的情形方向相反`,
        needless: `${list.zh} 只有一个方向，“计毛额”“计净额”没有意义`,
      })[problem],
    en: ({ list, sort, problem }) =>
      ({
        mixed: `${list.en} both adds and deducts; what does its cap bind? Say "on gross" (each side alone) or "on net"`,
        reversed: `${list.en} is a list of "${sort.en}", but its cases go the other way`,
        needless: `${list.en} goes only one way, so "on gross" and "on net" mean nothing`,
      })[problem],
  },
});

export const listDirectionRule: Rule = {
  kinds: [listDirection],
  visit: {
    list: (node, context) => {
      const verbs = new Set(pointsEffectsIn(node.body).map((effect) => effect.verb));
      const cap = clauseOf(node, 'cap');
      const [adds, deducts] = [verbs.has('add'), verbs.has('deduct')];
      const problem = (kind: 'mixed' | 'reversed' | 'needless') => ({
        list: labelOf(node),
        sort: listNames[node.sort],
        problem: kind,
      });
      if (adds && deducts) {
        if (cap === null || (cap.amount === null && cap.periods.length === 0) || cap.on !== null) return;
        const { end } = cap.span;
        const choices: readonly (readonly [Message, Message])[] = [
          [
            { zh: '加分、扣分分别封顶', en: 'Cap each side alone' },
            { zh: ' 计毛额', en: ' on gross' },
          ],
          [
            { zh: '相抵后封顶', en: 'Cap the net' },
            { zh: ' 计净额', en: ' on net' },
          ],
        ];
        const fixes = choices.map(([title, word]) => ({
          title,
          safe: false,
          edits: [{ span: { start: end, end }, text: word[context.locale] }],
        }));
        context.report(listDirection.at(cap.span, problem('mixed'), { fixes }));
        return;
      }
      if (node.sort === 'bonuses' ? deducts : adds)
        context.report(listDirection.at(headSpan(node, context), problem('reversed')));
      else if (cap !== null && cap.on !== null) context.report(listDirection.at(cap.span, problem('needless')));
    },
  },
};
