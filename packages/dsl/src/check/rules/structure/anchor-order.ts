import type { InterpolationNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { anchorOrder } from '../../anchors.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { firstWord } from '../../show.ts';

/** Anchors between which nothing can be read off: fewer than two, two at one place, or out of order (semantics 5.10). */
export const anchorOrderDiagnostic = defineDiagnostic<{
  problem: 'few' | 'equal' | 'order';
  anchor: string;
  option: string | null;
}>({
  code: 'structure/anchor-order',
  severity: 'error',
  message: {
    zh: ({ problem, anchor, option }) => {
      if (problem === 'few') return '插值至少要有两个点，点与点之间才能按比例';
      const where = option === null ? '' : `（${option}）`;
      return problem === 'equal'
        ? `\`${anchor}\` 与前一个点相同${where}，两点之间无法按比例`
        : `\`${anchor}\` 与前面的点顺序不一致${where}；各点要依次增大或依次减小`;
    },
    en: ({ problem, anchor, option }) => {
      if (problem === 'few') return 'An interpolation needs at least two anchors to read between';
      const where = option === null ? '' : ` (${option})`;
      return problem === 'equal'
        ? `\`${anchor}\` is at the same place as the anchor before it${where}: nothing lies between`
        : `\`${anchor}\` is out of order${where}; anchors rise, or fall, from one to the next`;
    },
  },
});

function visit(node: InterpolationNode, context: RuleContext): void {
  if (node.anchors.length < 2) {
    const found = { problem: 'few', anchor: '', option: null } as const;
    if (node.anchors.length === 1) context.report(anchorOrderDiagnostic.at(firstWord(node, context.source), found));
    return;
  }
  const found = anchorOrder(node, context);
  if (found.order !== 'wrong') return;
  const { span } = found.at.at;
  const anchor = context.source.text.slice(span.start, span.end);
  context.report(
    anchorOrderDiagnostic.at(span, { problem: found.equal ? 'equal' : 'order', anchor, option: found.option }),
  );
}

export const anchorOrderRule: Rule = { kinds: [anchorOrderDiagnostic], visit: { interpolation: visit } };
