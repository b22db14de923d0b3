/**
 * How the units of inputs are spelled in messages and in the cells of a table. The identities are those of the language's
 * vocabulary; an identity that is not listed is spelled as itself.
 */
import type { Bilingual } from '../bilingual.ts';

/** For each unit the spellings accepted behind a figure; the first is the one that messages use. */
const words: ReadonlyMap<string, { readonly zh: readonly string[]; readonly en: readonly string[] }> = new Map([
  ['point', { zh: ['分'], en: ['points', 'point'] }],
  ['percent', { zh: ['%'], en: ['%'] }],
  ['permille', { zh: ['‰'], en: ['‰'] }],
  ['percentage-point', { zh: ['个百分点', '百分点'], en: ['percentage points', 'percentage point'] }],
  ['time', { zh: ['次'], en: ['times', 'time'] }],
  ['person', { zh: ['人'], en: ['people', 'person'] }],
  ['person-time', { zh: ['人次'], en: ['person times', 'person time'] }],
  ['piece', { zh: ['件'], en: ['pieces', 'piece'] }],
  ['item', { zh: ['项'], en: ['items', 'item'] }],
  ['unit', { zh: ['个'], en: ['units', 'unit'] }],
  ['kind', { zh: ['种'], en: ['kinds', 'kind'] }],
  ['article', { zh: ['篇'], en: ['articles', 'article'] }],
  ['session', { zh: ['期'], en: ['sessions', 'session'] }],
  ['event', { zh: ['场'], en: ['events', 'event'] }],
  ['place', { zh: ['名'], en: ['places', 'place'] }],
  ['household', { zh: ['户'], en: ['households', 'household'] }],
  ['firm', { zh: ['家'], en: ['firms', 'firm'] }],
  ['incident', { zh: ['起'], en: ['incidents', 'incident'] }],
  ['entry', { zh: ['条'], en: ['entries', 'entry'] }],
  ['ballot', { zh: ['票'], en: ['ballots', 'ballot'] }],
  ['yuan', { zh: ['元'], en: ['yuan'] }],
  ['wan-yuan', { zh: ['万元'], en: ['wan yuan'] }],
  ['yi-yuan', { zh: ['亿元'], en: ['yi yuan'] }],
  ['day', { zh: ['天', '日'], en: ['days', 'day'] }],
  ['workday', { zh: ['个工作日', '工作日'], en: ['working days', 'working day'] }],
  ['month', { zh: ['个月', '月'], en: ['months', 'month'] }],
  ['quarter', { zh: ['个季度', '季度'], en: ['quarters', 'quarter'] }],
  ['year', { zh: ['年'], en: ['years', 'year'] }],
  ['hour', { zh: ['小时'], en: ['hours', 'hour'] }],
  ['class-hour', { zh: ['学时'], en: ['class hours', 'class hour'] }],
  ['part', { zh: ['份'], en: ['parts', 'part'] }],
  ['fold', { zh: ['倍'], en: ['fold'] }],
]);

/** Every spelling of a unit that is accepted behind a figure. */
export function unitSpellings(unit: string): readonly string[] {
  const known = words.get(unit);
  return known === undefined ? [unit] : [...known.zh, ...known.en];
}

/** A figure with its unit, as text: `12次`, `12 times`, `1 time`, `95.5%`; the figure alone where there is no unit. */
export function withUnit(figure: string, unit: string | null): Bilingual {
  if (unit === null) return { zh: figure, en: figure };
  const known = words.get(unit);
  const zh = known?.zh[0] ?? unit;
  const en = (figure === '1' ? known?.en[1] : undefined) ?? known?.en[0] ?? unit;
  return { zh: figure + zh, en: /^\p{L}/u.test(en) ? `${figure} ${en}` : figure + en };
}

/** A unit's own name, null where there is none. */
export function unitName(unit: string | null): Bilingual | null {
  if (unit === null) return null;
  const known = words.get(unit);
  return { zh: known?.zh[0] ?? unit, en: known?.en[0] ?? unit };
}

/** `1 decimal`, `2 decimals`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
