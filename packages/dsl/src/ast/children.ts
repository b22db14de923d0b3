import type { Node, NodeKind, NodeOf } from './nodes.ts';

/** `one`: the property holds a node or null; `many`: a list of nodes. */
type Holding<Value> = Value extends readonly Node[] ? 'many' : Value extends Node ? 'one' : never;

/** The properties of a node kind that hold nodes, each with how many it holds. */
type ChildTable<Kind extends NodeKind> = {
  readonly [
    Key in keyof NodeOf<Kind> as [Holding<NonNullable<NodeOf<Kind>[Key]>>] extends [never] ? never : Key
  ]: Holding<NonNullable<NodeOf<Kind>[Key]>>;
};

/**
 * The child properties of every node kind, in the order in which they are usually written. The one table behind walk,
 * printer, comment placement and queries: a new kind or a new child property does not compile until it is here.
 */
export const childTable: { readonly [Kind in NodeKind]: ChildTable<Kind> } = {
  // words, numbers, texts
  name: {},
  missing: {},
  path: { names: 'many' },
  'builtin-name': {},
  text: {},
  quantity: {},
  date: {},
  range: { low: 'one', high: 'one' },
  // file and chapters
  file: { chapters: 'many' },
  policy: { title: 'one', version: 'one', language: 'one' },
  basis: { documents: 'many' },
  import: { chapters: 'many', file: 'one' },
  'import-policy': { name: 'one', file: 'one', below: 'one', notReported: 'one' },
  'chapter-word': {},
  subjects: { name: 'one', fields: 'many' },
  period: { range: 'one' },
  'full-marks': { amount: 'one' },
  rounding: { decimals: 'one' },
  declares: { counts: 'many' },
  'declared-count': { count: 'one' },
  define: { name: 'one', value: 'one', ifZero: 'one', rounding: 'one' },
  input: { field: 'one', lines: 'many' },
  table: { name: 'one', choice: 'one' },
  // fields
  field: { name: 'one', type: 'one', source: 'one', rounding: 'one', step: 'one', notReported: 'one', booked: 'one' },
  'number-type': { range: 'one', values: 'many' },
  step: { size: 'one' },
  'date-type': { range: 'one' },
  'yes-no-type': {},
  'text-type': {},
  'choice-type': { options: 'many' },
  'list-type': { least: 'one', most: 'one' },
  'source-clause': { documents: 'many' },
  'not-reported': {},
  // the tree of items
  title: { name: 'one', text: 'one' },
  points: { amount: 'one' },
  weight: { amount: 'one' },
  using: { scorecard: 'one' },
  'sheet-table': { key: 'one', rows: 'many' },
  'sheet-row': { options: 'many', scorecard: 'one' },
  applies: { names: 'many', condition: 'one' },
  inapplicable: {},
  'may-exceed': { limit: 'one' },
  'may-be-negative': { limit: 'one' },
  factor: { amount: 'one' },
  'lowest-of-parts': {},
  'without-result': {},
  total: { clauses: 'many', body: 'many' },
  scorecard: { name: 'one', clauses: 'many', body: 'many' },
  item: { title: 'one', clauses: 'many', body: 'many' },
  // rules
  score: { value: 'one', ifZero: 'one' },
  proportion: { rate: 'one', cap: 'one', ifZero: 'one' },
  tiers: { subject: 'one', rows: 'many' },
  'tier-row': { condition: 'one', amount: 'one' },
  'by-table': { key: 'one', rows: 'many' },
  'by-row': { options: 'many', value: 'one' },
  checklist: { per: 'one', amount: 'one', points: 'many' },
  'check-point': { field: 'one', title: 'one', amount: 'one' },
  discretion: { figure: 'one', clauses: 'many', reason: 'one' },
  against: { figure: 'one', target: 'one', amount: 'one', ifZero: 'one', rows: 'many' },
  'against-row': { step: 'one', effect: 'one' },
  interpolation: { figure: 'one', ifZero: 'one', anchors: 'many' },
  anchor: { at: 'one', amount: 'one' },
  deadline: { date: 'one', due: 'one', rows: 'many' },
  'deadline-row': { from: 'one', effect: 'one' },
  ballot: { name: 'one', inputs: 'many', options: 'many', groups: 'many', emptyGroup: 'one', turnout: 'one' },
  'ballot-option': { name: 'one', points: 'one' },
  'ballot-group': { name: 'one', weight: 'one' },
  'empty-group': {},
  turnout: { eligible: 'one', least: 'one', otherwise: 'one' },
  // adjustments
  list: { title: 'one', clauses: 'many', body: 'many' },
  case: { title: 'one', applies: 'one', basis: 'one', effect: 'one', table: 'many' },
  'count-row': { count: 'one', effect: 'one' },
  when: { condition: 'one', effect: 'one' },
  'points-effect': { amount: 'one', per: 'one', clauses: 'many' },
  'no-points': { clauses: 'many' },
  'grade-effect': { grade: 'one', levels: 'one', clauses: 'many' },
  per: { count: 'one' },
  cap: { periods: 'many', amount: 'one' },
  'period-cap': { amount: 'one' },
  'booked-by': { field: 'one' },
  uncapped: {},
  'steps-clause': {},
  'recorded-with': { fields: 'many' },
  owner: { owner: 'one' },
  'highest-only': { keys: 'many' },
  full: {},
  'no-result': {},
  // grades and use of results
  grades: { name: 'one', basedOn: 'one', lines: 'many' },
  'grade-line': { name: 'one', condition: 'one', quota: 'one' },
  'off-scale': { name: 'one' },
  quota: { amount: 'one', by: 'one', minimum: 'one', ties: 'many' },
  'quota-sizes': { rows: 'many' },
  'quota-size': { condition: 'one', amount: 'one' },
  consequences: { entries: 'many' },
  'consequence-entry': { grades: 'many', condition: 'one', actions: 'many' },
  action: {
    whom: 'many',
    action: 'one',
    about: 'one',
    within: 'one',
    lasting: 'one',
    amount: 'one',
    factor: 'one',
    rounding: 'one',
  },
  // samples and tests
  sample: { name: 'one', from: 'one', facts: 'many' },
  test: { title: 'one', from: 'one', data: 'one', facts: 'many' },
  'test-data': { records: 'many', ledgers: 'many', results: 'many', expected: 'one' },
  'test-results': { policy: 'one', test: 'one' },
  'fact-table': { sets: 'many', expects: 'many', rows: 'many' },
  'fact-row': { title: 'one', cells: 'many' },
  set: { path: 'one', value: 'one' },
  absent: {},
  events: { events: 'many' },
  event: { fields: 'many' },
  'event-field': { name: 'one', value: 'one' },
  expect: { condition: 'one' },
  refusal: { reason: 'one' },
  consequence: { action: 'one' },
  standing: {},
  // expressions
  logic: { operands: 'many' },
  not: { operand: 'one' },
  compare: { left: 'one', right: 'one' },
  between: { left: 'one', low: 'one', high: 'one' },
  occurs: { path: 'one' },
  'absence-test': { path: 'one' },
  among: { left: 'one', options: 'many' },
  every: { test: 'one' },
  if: { condition: 'one', consequent: 'one', alternative: 'one' },
  arithmetic: { left: 'one', right: 'one' },
  negate: { operand: 'one' },
  parenthesis: { inner: 'one' },
  call: {
    function: 'one',
    arguments: 'many',
    by: 'many',
    where: 'one',
    ties: 'many',
    selection: 'many',
    rounding: 'one',
  },
  filtered: { value: 'one', condition: 'one' },
  places: { count: 'one' },
  drop: { places: 'many', condition: 'one' },
  'yes-no': {},
};

const keys = new Map(Object.entries(childTable).map(([kind, children]) => [kind, Object.keys(children)] as const));

/** The names of the child properties of a kind. */
export function childKeys(kind: NodeKind): readonly string[] {
  return keys.get(kind) ?? [];
}
