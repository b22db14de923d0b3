/** Changes of written numbers and dates by one step. */
import type { DateNode, Node, QuantityNode } from '../../ast/nodes.ts';
import type { Mutant, MutationKind, Place } from './mutant.ts';

/** A number with its last written digit one higher or lower: 0.5 becomes 0.6, 90 becomes 89, 2/3 becomes 3/3. */
export function stepped(digits: string, by: 1 | -1): string | null {
  const point = digits.indexOf('.');
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const units = BigInt(digits.replace('.', '')) + BigInt(by);
  if (units < 0n) return null;
  const text = units.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Where a quantity is a bound, both its neighbours are tried; elsewhere one change has to be noticed. */
const boundHolders: ReadonlySet<Node['kind']> = new Set<Node['kind']>([
  'compare',
  'between',
  'turnout',
  'deadline-row',
  'count-row',
]);

/** The changes of a number, by what it is a number of. */
export function changesOfQuantity(node: QuantityNode, place: Place): readonly Mutant[] {
  const { parent, ancestors } = place;
  // How exactly something is recorded decides nothing, nor does between what bounds people give marks.
  if (ancestors.some(({ kind }) => kind === 'field') || ancestors.at(-2)?.kind === 'marks') return [];
  if (parent?.kind === 'quota') return changed(node, place, 'quota', [1]);
  if (parent?.kind === 'rounding') return changed(node, place, 'rounding', [-1]);
  if (parent !== null && boundHolders.has(parent.kind)) return changed(node, place, 'bound', [1, -1]);
  if (parent?.kind === 'cap') return changed(node, place, 'figure', [1, -1]);
  // What is earned is often full marks already, and a point more would be cut again.
  const isEarned =
    parent !== null && (earners.has(parent.kind) || (parent.kind === 'points-effect' && parent.verb === 'earn'));
  return changed(node, place, 'figure', isEarned && /[1-9]/u.test(node.digits) ? [-1] : [1]);
}

const earners: ReadonlySet<Node['kind']> = new Set<Node['kind']>(['tier-row', 'by-row', 'ballot-option']);

function changed(node: QuantityNode, place: Place, kind: MutationKind, steps: readonly (1 | -1)[]): readonly Mutant[] {
  return steps.flatMap((by) => {
    const digits = stepped(node.digits, by);
    const span = digitsIn(node, place);
    return digits === null || span === null ? [] : [{ kind, span: node.span, edits: [{ span, text: digits }] }];
  });
}

/** Where the digits stand in a quantity: behind a sign, before `/` and the unit. */
export function digitsIn(node: QuantityNode, place: Place): { readonly start: number; readonly end: number } | null {
  const written = /[\d０-９]+(?:[.．][\d０-９]+)?/u.exec(place.text(node));
  if (written === null) return null;
  const start = node.span.start + written.index;
  return { start, end: start + written[0].length };
}

/** A day earlier and a day later. */
export function changesOfDate(node: DateNode): readonly Mutant[] {
  return [1, -1].map((by) => {
    const day = new Date(Date.UTC(node.year ?? 2024, node.month - 1, node.day + by));
    const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
    const text = node.year === null ? `${month}月${date}日` : `${year}年${month}月${date}日`;
    return { kind: 'bound', span: node.span, edits: [{ span: node.span, text }] };
  });
}
