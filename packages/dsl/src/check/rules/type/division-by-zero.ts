import { formatShort, isZero } from '@assess/runtime';
import type { AgainstNode, ExpressionNode, Node } from '../../../ast/nodes.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { holdsZero, rangeOf } from '../../ranges.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { unbracketed } from '../../literals.ts';
import { signatureOf } from '../../../types/builtins.ts';

/** A divisor that some admissible record makes zero, without an answer to what then holds (semantics 5.6). */
export const divisionByZero = defineDiagnostic<{
  divisor: string;
  range: string | null;
  always: boolean;
  slot: boolean;
}>({
  code: 'type/division-by-zero',
  severity: 'error',
  message: {
    zh: ({ divisor, range, always, slot }) => {
      if (always) return `除数 \`${divisor}\` 是零`;
      const which = range === null ? '' : `（取值 ${range}）`;
      return `除数 \`${divisor}\` 可能为零${which}，那时怎么算？${slot ? '写“分母为零 …”' : '请用“定义 … = …，分母为零 …”写成一个定义'}`;
    },
    en: ({ divisor, range, always, slot }) => {
      if (always) return `The divisor \`${divisor}\` is zero`;
      const which = range === null ? '' : ` (it is ${range})`;
      return `The divisor \`${divisor}\` can be zero${which}; what then? ${slot ? 'Say "if denominator zero …"' : 'Write it as a definition with "if denominator zero …"'}`;
    },
  },
});

export const divisionByZeroRule: Rule = {
  kinds: [divisionByZero],
  visit: {
    against: visitAgainst,
    call: (node, context, ancestors) => {
      // Where all are equal there is no standard deviation to divide by.
      if (signatureOf(node.function.text)?.id !== 'standard-score') return;
      const slot = slotAround(node, ancestors, context.names.lists);
      if (slot?.ifZero || context.types.get(node)?.type === 'error') return;
      const divisor = context.locale === 'zh' ? '全体相等时的标准差' : 'the standard deviation where all are equal';
      const fixes = slot === null ? [] : zeroFixes(slot.node, context);
      const values = { divisor, range: null, always: false, slot: slot !== null };
      context.report(divisionByZero.at(node.span, values, { fixes }));
    },
    arithmetic: (node, context, ancestors) => {
      if (node.operator !== '/') return;
      const range = rangeOf(node.right, context);
      if (!holdsZero(range)) return;
      const always = range.low !== null && range.high !== null && isZero(range.low) && isZero(range.high);
      const slot = slotAround(node, ancestors, context.names.lists);
      if (slot?.ifZero && !always) return;
      // What was already reported has no range; it is not reported again.
      if (context.types.get(node.right)?.type === 'error') return;
      const divisor = context.source.text.slice(node.right.span.start, node.right.span.end);
      const shown =
        range.low === null || range.high === null ? null : `${formatShort(range.low)}–${formatShort(range.high)}`;
      const declared = context.names.references.get(unbracketed(node.right))?.symbol;
      const related =
        declared === undefined
          ? []
          : [{ span: declared.nameNode.span, message: { zh: '它的取值范围在这里', en: 'its range is here' } }];
      context.report(
        divisionByZero.at(
          node.right.span,
          { divisor, range: shown, always, slot: slot !== null },
          { related, fixes: always || slot === null ? [] : zeroFixes(slot.node, context) },
        ),
      );
    },
  },
};

type SlotKind = 'define' | 'score' | 'proportion' | 'against' | 'interpolation';

const slotKinds: ReadonlySet<Node['kind']> = new Set<SlotKind>([
  'define',
  'score',
  'proportion',
  'against',
  'interpolation',
]);

/** A line that can say 分母为零, and what it says. */
export interface Slot {
  readonly node: Extract<Node, { readonly kind: SlotKind }>;
  readonly ifZero: Node | null;
}

/** The line around a quotient, or a mean of a list, that can say 分母为零. */
export function slotAround(
  node: ExpressionNode,
  ancestors: readonly Node[],
  lists: ReadonlyMap<Node, unknown>,
): Slot | null {
  const at = ancestors.findLastIndex((each) => slotKinds.has(each.kind) || lists.has(each));
  const around = ancestors
    .slice(Math.max(0, at), at + 1)
    .find((each): each is Slot['node'] => slotKinds.has(each.kind));
  // What is zero for one entry of a list is no matter of the line around the list.
  if (around === undefined) return null;
  // The amount for a zero denominator is no place for another one.
  const inside = measuredIn(around).some(
    (value) => node.span.start >= value.span.start && node.span.end <= value.span.end,
  );
  return inside ? { node: around, ifZero: around.ifZero } : null;
}

/** What a line computes with, the first place behind which 分母为零 can be said. */
function measuredIn(line: Slot['node']): readonly ExpressionNode[] {
  switch (line.kind) {
    case 'define':
    case 'score':
      return [line.value];
    case 'proportion':
      return [line.rate];
    case 'against':
      return [line.figure, line.target];
    case 'interpolation':
      return [line.figure, ...line.anchors.map((anchor) => anchor.at)];
  }
}

/** Where `，分母为零 …` goes in a line. */
function behind(line: Slot['node']): number {
  switch (line.kind) {
    case 'define':
    case 'score':
      return line.value.span.end;
    case 'proportion':
      return line.rate.span.end;
    case 'against':
      return line.amount.span.end;
    case 'interpolation':
      return line.figure.span.end;
  }
}

/** A share of a target of zero is no step. */
function visitAgainst(node: AgainstNode, context: RuleContext): void {
  if (node.ifZero !== null || !node.rows.some((row) => row.ofTarget)) return;
  const range = rangeOf(node.target, context);
  if (!holdsZero(range) || context.types.get(node.target)?.type === 'error') return;
  const divisor = context.source.text.slice(node.target.span.start, node.target.span.end);
  const shown =
    range.low === null || range.high === null ? null : `${formatShort(range.low)}–${formatShort(range.high)}`;
  const found = { divisor, range: shown, always: false, slot: true };
  context.report(divisionByZero.at(node.target.span, found, { fixes: zeroFixes(node, context) }));
}

/** Full marks or nothing for a zero denominator, where the line can say so. */
export function zeroFixes(line: Slot['node'], { locale }: RuleContext): readonly Fix[] {
  if (line.kind === 'define') return [];
  const end = behind(line);
  const full = locale === 'zh' ? '，分母为零 得满分' : ', if denominator zero earns full marks';
  const none = locale === 'zh' ? '，分母为零 得0分' : ', if denominator zero earns 0 points';
  return [
    {
      title: { zh: '那时得满分', en: 'Full marks then' },
      safe: false,
      edits: [{ span: { start: end, end }, text: full }],
    },
    {
      title: { zh: '那时得0分', en: '0 points then' },
      safe: false,
      edits: [{ span: { start: end, end }, text: none }],
    },
  ];
}
