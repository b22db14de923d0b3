import { formatExact, toInteger, isInteger, compare, rational } from '@assess/runtime';
import type { CaseNode, CountedNoun, ItemNode, Node } from '../../../ast/nodes.ts';
import { walk } from '../../../ast/walk.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { listAround } from '../../adjustments.ts';
import { figureOf } from '../../literals.ts';
import { clauseOf } from '../../marks.ts';
import type { Rule } from '../../rule.ts';
import { levelNames } from '../../show.ts';

/** 声明 says how many there are; the file holds another number. */
export const declaredCount = defineDiagnostic<{ noun: Message; declared: string; found: number }>({
  code: 'structure/declared-count',
  severity: 'error',
  message: {
    zh: ({ noun, declared, found }) => `声明有 ${declared} 个${noun.zh}，实际有 ${found} 个`,
    en: ({ noun, declared, found }) => `Declared: ${declared} × "${noun.en}"; found: ${found}`,
  },
});

const nouns: Readonly<Record<CountedNoun, Message>> = {
  ...levelNames,
  case: { zh: '情形', en: 'case' },
  'negative-case': { zh: '负面情形', en: 'negative case' },
  'adjusting-case': { zh: '加扣情形', en: 'adjusting case' },
};

/**
 * The items and cases below a node. An item counts once, however often its scorecard is used; a section of a list is no item.
 * Cases on a negative list are negative cases, those in lists of bonuses and penalties adjusting cases.
 */
function countIn(root: Node, noun: CountedNoun): number {
  let count = 0;
  walk(root, (node, ancestors) => {
    if (node.kind === 'item') count += isCounted(node, noun, ancestors) ? 1 : 0;
    else if (node.kind === 'case') count += isCountedCase(node, noun, ancestors) ? 1 : 0;
    return (
      node.kind === 'file' ||
      node.kind === 'total' ||
      node.kind === 'scorecard' ||
      node.kind === 'item' ||
      node.kind === 'list'
    );
  });
  return count;
}

function isCounted(node: ItemNode, noun: CountedNoun, ancestors: readonly Node[]): boolean {
  return node.level === noun && listAround(ancestors) === null && clauseOf(node, 'sub-period') === null;
}

function isCountedCase(_node: CaseNode, noun: CountedNoun, ancestors: readonly Node[]): boolean {
  if (noun === 'case') return true;
  const list = ancestors.find((each) => each.kind === 'list');
  if (list === undefined) return false;
  return noun === (list.sort === 'negative-list' ? 'negative-case' : 'adjusting-case');
}

export const declaredCountRule: Rule = {
  kinds: [declaredCount],
  visit: {
    declares: (node, context, ancestors) => {
      const whole = ancestors.at(-1);
      if (whole === undefined) return;
      for (const { count, noun, span } of node.counts) {
        const declared = figureOf(count);
        if (declared === null) continue;
        const found = countIn(whole, noun);
        const fits = isInteger(declared) && compare(declared, rational(BigInt(found))) === 0;
        if (fits && toInteger(declared) === found) continue;
        const digits = { start: count.span.start, end: count.span.start + count.digits.length };
        const title = { zh: `改为 ${found}`, en: `Change to ${found}` };
        const plain = context.source.text.slice(digits.start, digits.end) === count.digits;
        context.report(
          declaredCount.at(
            span,
            { noun: nouns[noun], declared: formatExact(declared), found },
            { fixes: plain ? [{ title, safe: false, edits: [{ span: digits, text: String(found) }] }] : [] },
          ),
        );
      }
    },
  },
};
