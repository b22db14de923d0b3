import { byFirstWord } from './spelling.ts';
import type { Vocabulary } from './keywords.ts';

/** What a unit measures. Counting units of the same dimension are still told apart by their identity. */
export type UnitDimension =
  'points' | 'ratio' | 'count' | 'money' | 'days' | 'months' | 'hours' | 'parts' | 'decimals' | 'workdays';

/** A unit of measure or a counting word. Units are units only behind a number or behind 每 (per). */
export interface Unit {
  readonly id: UnitId;
  readonly dimension: UnitDimension;
  /** Exact factor to the dimension's base unit (point, 1, one, yuan, day, month, hour), as a decimal or a fraction. */
  readonly factor: string;
  /** Chinese: the canonical spelling first. English: singular, plural, then synonyms. */
  readonly spellings: Readonly<Record<Vocabulary, readonly string[]>>;
}

/** Identity, dimension, factor, Chinese spellings (canonical first), English spellings (singular, plural, synonyms). */
const rows = [
  ['point', 'points', '1', '分', 'point/points'],
  ['percent', 'ratio', '1/100', '%', '%/%/percent'],
  ['permille', 'ratio', '1/1000', '‰', '‰/‰/permille'],
  ['percentage-point', 'ratio', '1/100', '个百分点/百分点', 'percentage point/percentage points'],
  ['fold', 'ratio', '1', '倍', 'fold/fold'],
  ['time', 'count', '1', '次', 'time/times'],
  ['person', 'count', '1', '人', 'person/people/persons'],
  ['person-time', 'count', '1', '人次', 'person time/person times'],
  ['piece', 'count', '1', '件', 'piece/pieces'],
  ['item', 'count', '1', '项', 'item/items'],
  ['unit', 'count', '1', '个', 'unit/units'],
  ['kind', 'count', '1', '种', 'kind/kinds'],
  ['article', 'count', '1', '篇', 'article/articles'],
  ['session', 'count', '1', '期', 'session/sessions'],
  ['event', 'count', '1', '场', 'event/events'],
  ['place', 'count', '1', '名', 'place/places'],
  ['household', 'count', '1', '户', 'household/households'],
  ['firm', 'count', '1', '家', 'firm/firms'],
  ['incident', 'count', '1', '起', 'incident/incidents'],
  ['entry', 'count', '1', '条', 'entry/entries'],
  ['ballot', 'count', '1', '票', 'vote/votes/ballots'],
  ['class-hour', 'count', '1', '学时', 'class hour/class hours'],
  ['yuan', 'money', '1', '元', 'yuan/yuan'],
  ['wan-yuan', 'money', '10000', '万元', 'wan yuan/wan yuan'],
  ['yi-yuan', 'money', '100000000', '亿元', 'yi yuan/yi yuan'],
  ['day', 'days', '1', '天/日', 'day/days'],
  ['week', 'days', '7', '周/个星期/星期', 'week/weeks'],
  ['workday', 'workdays', '1', '个工作日/工作日', 'working day/working days'],
  ['month', 'months', '1', '个月/月', 'month/months'],
  ['quarter', 'months', '3', '个季度/季度', 'quarter/quarters'],
  ['half-year', 'months', '6', '半年', 'half year/half years'],
  ['year', 'months', '12', '年', 'year/years'],
  ['hour', 'hours', '1', '小时', 'hour/hours'],
  ['level', 'count', '1', '档', 'level/levels'],
  ['part', 'parts', '1', '份', 'part/parts'],
  ['decimal', 'decimals', '1', '位小数', 'decimal/decimals'],
] as const satisfies readonly (readonly [string, UnitDimension, string, string, string])[];

/** Identity of a unit, the same in both vocabularies. */
export type UnitId = (typeof rows)[number][0];

/** All units, in the order of the table. */
export const units: readonly Unit[] = rows.map(([id, dimension, factor, zh, en]) => ({
  id,
  dimension,
  factor,
  spellings: { zh: zh.split('/'), en: en.split('/') },
}));

const byId: ReadonlyMap<string, Unit> = new Map(units.map((unit) => [unit.id, unit]));
const bySpelling: ReadonlyMap<string, Unit> = new Map(
  units.flatMap((unit) => [...unit.spellings.zh, ...unit.spellings.en].map((text) => [text, unit] as const)),
);

/** The unit with this identity, or null (tree and program hold identities as plain text). */
export function findUnit(id: string): Unit | null {
  return byId.get(id) ?? null;
}

/** The unit spelt like this (English words parted by one space), or null. */
export function findUnitSpelling(text: string): Unit | null {
  return bySpelling.get(text) ?? null;
}

/** Units of several English words by their first word, those of most words first. */
export const unitsOfSeveralWords: ReadonlyMap<string, readonly (readonly string[])[]> = byFirstWord(bySpelling.keys());

/** How a unit is written behind a number: `分`, `points`. English has a plural; pass false for exactly one and behind `per`. */
export function spellUnit(id: string, vocabulary: Vocabulary, plural: boolean): string {
  const spellings = findUnit(id)?.spellings[vocabulary];
  return spellings?.[vocabulary === 'en' && plural ? 1 : 0] ?? id;
}
