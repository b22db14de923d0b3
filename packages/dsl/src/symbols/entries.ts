/** Lists of entries: which declared things are lists, and which are only seen inside of one. */
import type { Symbol } from './symbol.ts';

/** Whether a symbol stands for entries with fields: a list of the record, or a case that is recorded event by event. */
export function holdsEntries(symbol: Symbol): boolean {
  const { node } = symbol;
  if (node.kind === 'panel') return true;
  return node.kind === 'field' ? node.type.kind === 'list-type' : recordsEvents(symbol);
}

/** Whether a symbol means something for each entry of a list: a field of its entries, or what is defined from them. */
export function isOfEntries({ kind, owner }: Symbol): boolean {
  return (
    kind === 'entry-field' || kind === 'rater-count' || (kind === 'figure' && owner !== null && holdsEntries(owner))
  );
}

/** Whether a case is recorded event by event: with 登记, or in a list that counts the highest per key. */
export function recordsEvents({ node, owner }: Symbol): boolean {
  if (node.kind !== 'case') return false;
  const effects = [node.effect, ...node.table.map((row) => row.effect)];
  const clauses = effects.flatMap((effect) => (effect === null || effect.kind === 'missing' ? [] : effect.clauses));
  if (clauses.some((clause) => clause.kind === 'recorded-with')) return true;
  if (node.effect?.kind === 'points-effect' && node.effect.judged !== null) return true;
  for (let list = owner; list !== null; list = list.owner) {
    const heads = list.node.kind === 'list' || list.node.kind === 'item' ? list.node.clauses : [];
    if (heads.some((clause) => clause.kind === 'highest-only' && clause.keys.length > 0)) return true;
  }
  return false;
}

/** Whether a field is one of a list's: of its entries, recorded with a case, or a key of a list around the case. */
export function isFieldOf(field: Symbol, list: Symbol): boolean {
  if (field.kind !== 'entry-field') return false;
  if (field.owner === list) return true;
  for (let each: Symbol | null = list; each?.kind === 'case' || each?.kind === 'list'; each = each.owner)
    if (field.owner === each) return true;
  return false;
}
