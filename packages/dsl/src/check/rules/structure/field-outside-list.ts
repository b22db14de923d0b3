import type { Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { holdsEntries, isFieldOf, isOfEntries } from '../../../symbols/entries.ts';
import type { Names, Symbol } from '../../../symbols/symbol.ts';
import { signatureOf } from '../../../types/builtins.ts';
import type { Rule } from '../../rule.ts';

/** A field of the entries of a list where no single entry is meant: it is one figure for each of them. */
export const fieldOutsideList = defineDiagnostic<{ name: string; list: string; reason: 'list' | 'event' }>({
  code: 'structure/field-outside-list',
  severity: 'error',
  message: {
    zh: ({ name, list, reason }) =>
      reason === 'event'
        ? `\`${name}\` 是 \`${list}\` 每次登记的一栏，只能用在它的“每次扣（…）”“每次加（…）”里；别处写 \`合计（${list}·${name}）\` 等`
        : `\`${name}\` 在清单 \`${list}\` 里每项一个值，这里要一个数：写 \`合计（${list}·${name}）\`、\`平均（…）\`、\`取大（…）\` 等`,
    en: ({ name, list, reason }) =>
      reason === 'event'
        ? `\`${name}\` is recorded with each event of \`${list}\` and is only known in its "deduct (…) per time"; elsewhere write \`sum(${list}.${name})\` or the like`
        : `\`${name}\` has a value for each entry of the list \`${list}\`; for one figure write \`sum(${list}.${name})\`, \`mean(…)\`, \`max(…)\` or the like`,
  },
});

/** `当 …` behind something of which there is only one. */
export const conditionWithoutList = defineDiagnostic<{ written: string }>({
  code: 'structure/condition-without-list',
  severity: 'error',
  message: {
    zh: ({ written }) =>
      `\`当\` 只能挑选清单中的项，\`${written}\` 不是清单的一栏；要按条件取值请写 \`若 … 则 … 否则 …\``,
    en: ({ written }) =>
      `\`when\` picks entries of a list, and \`${written}\` is no field of one; for a value under a condition write \`if … then … else …\``,
  },
});

export const fieldOutsideListRule: Rule = {
  kinds: [fieldOutsideList, conditionWithoutList],
  visit: {
    path: (node, context, ancestors) => {
      const symbol = context.names.references.get(node)?.symbol;
      if (symbol === undefined || !isOfEntries(symbol) || symbol.owner === null) return;
      if (isAroundEntry(symbol, [...ancestors, node], context.names)) return;
      const reason = symbol.owner.node.kind === 'field' ? 'list' : 'event';
      context.report(fieldOutsideList.at(node.span, { name: symbol.name, list: symbol.owner.name, reason }));
    },
    filtered: (node, context, ancestors) => {
      const around = ancestors.at(-1);
      // There it picks subjects.
      if (around?.kind === 'call' && signatureOf(around.function.text)?.overCohort === true) return;
      if (context.names.lists.has(node) || context.types.get(node.value)?.type === 'error') return;
      const { start, end } = node.value.span;
      context.report(conditionWithoutList.at(node.span, { written: context.source.text.slice(start, end) }));
    },
  },
};

/** Whether one entry of the list that has the field is meant at a place: by the nearest argument, list or event around it. */
function isAroundEntry(field: Symbol, place: readonly Node[], names: Names): boolean {
  for (let at = place.length - 1; at >= 0; at--) {
    const node = place[at];
    if (node === undefined) return false;
    const list = names.lists.get(node);
    if (list !== undefined) return isOfList(field, list.symbol);
    const declared = names.declared.get(node.kind === 'input' ? node.field : node);
    if (declared !== undefined && holdsEntries(declared))
      return isOfList(field, declared) && isInside(field, node, place.slice(at + 1));
  }
  return false;
}

function isOfList(field: Symbol, list: Symbol): boolean {
  return field.owner === list || isFieldOf(field, list);
}

/** Whether one entry is meant at a place inside of what holds the list; in a panel the number of raters only behind 去掉. */
function isInside({ kind }: Symbol, holder: Node, place: readonly Node[]): boolean {
  if (holder.kind === 'case') return isAmountPerEvent(place);
  if (holder.kind !== 'panel') return true;
  const part = place[0]?.kind;
  return kind === 'rater-count' ? part === 'drop' : part === 'void-marks' || part === 'marks';
}

/** Whether a place inside of a case is the amount of `每次…`: nothing else of a case is said of a single event. */
function isAmountPerEvent([effect, amount]: readonly Node[]): boolean {
  return (
    effect?.kind === 'points-effect' && effect.amount === amount && effect.per !== null && effect.per.count === null
  );
}
