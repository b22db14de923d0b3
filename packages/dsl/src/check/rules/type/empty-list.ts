import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { signatureOf } from '../../../types/builtins.ts';
import { selectedSize } from '../../entry-ranges.ts';
import type { Rule } from '../../rule.ts';
import { slotAround, zeroFixes } from './division-by-zero.ts';

/** A mean, greatest or least of a list that can be empty, without an answer to what then holds (semantics 14.4). */
export const emptyList = defineDiagnostic<{ written: string; slot: boolean }>({
  code: 'type/empty-list',
  severity: 'error',
  message: {
    zh: ({ written, slot }) =>
      `一项都没有时，\`${written}\` 没有值，那时怎么算？${slot ? '写“分母为零 …”' : '请用“定义 … = …，分母为零 …”写成一个定义'}`,
    en: ({ written, slot }) =>
      `Without any entry \`${written}\` has no value; what then? ${slot ? 'Say "if denominator zero …"' : 'Write it as a definition with "if denominator zero …"'}`,
  },
});

export const emptyListRule: Rule = {
  kinds: [emptyList],
  visit: {
    call: (node, context, ancestors) => {
      const id = signatureOf(node.function.text)?.id;
      if (id !== 'mean' && id !== 'max' && id !== 'min') return;
      if (context.types.get(node)?.type === 'error' || selectedSize(node, context.names).least > 0) return;
      const slot = slotAround(node, ancestors, context.names.lists);
      if (slot?.ifZero) return;
      const written = context.source.text.slice(node.span.start, node.span.end);
      const fixes = slot === null ? [] : zeroFixes(slot.node, context);
      context.report(emptyList.at(node.span, { written, slot: slot !== null }, { fixes }));
    },
  },
};
