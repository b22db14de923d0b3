/**
 * What the next grade would have needed: the fewest changes of recorded figures that would have given it, found by trying. Changes
 * are of what a unit does (figures and cases), never of what it is (attributes) or of how others voted (ballots).
 */
import { shown, type Locale } from '../bilingual.ts';
import { compare, subtract } from '../decimal/rational.ts';
import { formatExact, fromNumber, parseDecimal } from '../decimal/text.ts';
import type { Evaluator, Rational, RecordValue, SubjectRecord } from '../evaluator.ts';
import type { InputSpec, Manifest } from '../manifest.ts';
import type { GradeScaleSpec } from '../manifest-grades.ts';
import { recordedValue } from '../record/recorded-value.ts';
import { withUnit } from '../record/unit-words.ts';
import { indexAt, numberAt, truthAt } from '../trace.ts';
import { points, read, signed } from './render-finding.ts';

export interface NextGrade {
  /** The grade that is missed. */
  readonly grade: string;
  /** Changes that together give it, the most helpful first; empty where none were found. */
  readonly changes: readonly FigureChange[];
  /** The quantity of the grades then. */
  readonly basis: string;
}

export interface FigureChange {
  readonly key: string;
  readonly title: string | null;
  readonly unit: string | null;
  readonly from: RecordValue;
  readonly to: RecordValue;
  /** Points of the quantity of the grades that this change gives, after those before it. */
  readonly gain: string;
}

/** Changes beyond which the answer is of no use to anybody. */
const mostChanges = 12;
/** Inputs that are tried again in every round, the most helpful of the first. */
const mostTried = 40;

/**
 * The smallest changes that would have given the next better grade, quotas aside; null where there is no better grade, no grade at
 * all, or the policy's grades depend on other subjects. Greedy: the change that helps most first, then needless ones left out,
 * and the last one made as small as it may be. `evaluate` gives the trace of a record, and throws for one that is not admissible.
 */
export function findNextGrade(
  { manifest }: Pick<Evaluator, 'manifest'>,
  evaluate: Evaluator['trace'],
  record: SubjectRecord,
): NextGrade | null {
  const { scale } = manifest;
  if (scale === null || manifest.cohort.length > 0) return null;
  const judge = judgeOf(manifest, scale, evaluate);
  const start = judge(record);
  if (start === null || start.grade === 0) return null;
  const target = start.grade - 1;
  let state = { record, standing: start };
  let made: { readonly input: InputSpec; readonly from: RecordValue; readonly to: RecordValue }[] = [];
  let tried = manifest.inputs.filter(isControllable);
  while (state.standing.grade > target && made.length < mostChanges) {
    const options = tried.flatMap((input) => {
      const best = bestValue(input, state.record, judge);
      return best === null || !isBetter(best.standing, state.standing) ? [] : [{ input, ...best }];
    });
    const [first] = options.toSorted((left, right) => (isBetter(left.standing, right.standing) ? -1 : 1));
    if (first === undefined) break;
    made.push({ input: first.input, from: valueIn(state.record, first.input), to: first.value });
    state = { record: { ...state.record, [first.input.key]: first.value }, standing: first.standing };
    if (options.length > mostTried) tried = options.slice(0, mostTried).map(({ input }) => input);
    tried = tried.filter((input) => input !== first.input);
  }
  const grade = scale.grades[target] ?? '';
  if (state.standing.grade > target) return { grade, changes: [], basis: formatExact(start.basis) };
  const reaches = (changes: typeof made): boolean => (judge(withChanges(record, changes))?.grade ?? Infinity) <= target;
  for (const change of made.toReversed()) {
    const others = made.filter((each) => each !== change);
    if (reaches(others)) made = others;
  }
  made = made.map((change) => ({
    ...change,
    to: smallestStep(change, (to) => reaches(made.map((each) => (each === change ? { ...each, to } : each)))),
  }));
  if (!reaches(made)) return { grade, changes: [], basis: formatExact(start.basis) };
  return { grade, ...describe(record, made, judge, start) };
}

interface Standing {
  readonly grade: number;
  readonly basis: Rational;
}
type Judge = (record: SubjectRecord) => Standing | null;

/** Grade (before quotas) and quantity of a record; null where it is not admissible or has no grade. */
function judgeOf({ total }: Manifest, scale: GradeScaleSpec, evaluate: Evaluator['trace']): Judge {
  return (record) => {
    try {
      const trace = evaluate(record);
      if (scale.ungraded !== null && truthAt(trace, scale.ungraded)) return null;
      if (total.noResult !== null && truthAt(trace, total.noResult.acts)) return null;
      return { grade: indexAt(trace, scale.graded), basis: numberAt(trace, scale.basis ?? total.score) };
    } catch {
      return null;
    }
  };
}

function isBetter(left: Standing, right: Standing): boolean {
  return left.grade < right.grade || (left.grade === right.grade && compare(left.basis, right.basis) > 0);
}

function isControllable({ role, type }: InputSpec): boolean {
  return role === 'case' || (role === 'figure' && type.kind !== 'text' && type.kind !== 'list');
}

function bestValue(
  input: InputSpec,
  record: SubjectRecord,
  judge: Judge,
): { value: RecordValue; standing: Standing } | null {
  let best: { value: RecordValue; standing: Standing } | null = null;
  for (const value of candidatesOf(input)) {
    const standing = judge({ ...record, [input.key]: value });
    if (standing !== null && (best === null || isBetter(standing, best.standing))) best = { value, standing };
  }
  return best;
}

function candidatesOf({ role, type }: InputSpec): RecordValue[] {
  if (role === 'case') return [null];
  switch (type.kind) {
    case 'number':
      return [type.low, type.high];
    case 'yes-no':
      return [true, false];
    case 'choice':
      return [...type.options];
    case 'date':
      return [type.low, type.high].filter((each) => each !== null);
    case 'text':
    case 'list':
      return [];
  }
}

/** The figure nearest to the recorded one that still does; other kinds of values as they are. */
function smallestStep(
  { input, from, to }: { readonly input: InputSpec; readonly from: RecordValue; readonly to: RecordValue },
  does: (to: RecordValue) => boolean,
): RecordValue {
  const { type } = input;
  if (type.kind !== 'number' || input.role === 'case') return to;
  const [start, end] = [decimalOf(from), decimalOf(to)];
  if (start === null || end === null) return to;
  const scale = 10n ** BigInt(type.decimals);
  const steps = (value: Rational): bigint => (value.numerator * scale) / value.denominator;
  let [near, far] = [steps(start), steps(end)];
  const text = (each: bigint): string => formatExact({ numerator: each, denominator: scale });
  while (near - far > 1n || far - near > 1n) {
    const middle = (near + far) / 2n;
    if (does(text(middle))) far = middle;
    else near = middle;
  }
  return text(far);
}

function decimalOf(value: RecordValue): Rational | null {
  if (typeof value === 'number') return fromNumber(value);
  return typeof value === 'string' ? parseDecimal(value) : null;
}

function valueIn(record: SubjectRecord, { key }: InputSpec): RecordValue {
  return recordedValue(record, key);
}

function withChanges(
  record: SubjectRecord,
  changes: readonly { readonly input: InputSpec; readonly to: RecordValue }[],
): SubjectRecord {
  return Object.fromEntries([...Object.entries(record), ...changes.map(({ input, to }) => [input.key, to] as const)]);
}

function describe(
  record: SubjectRecord,
  made: readonly { readonly input: InputSpec; readonly from: RecordValue; readonly to: RecordValue }[],
  judge: Judge,
  start: Standing,
): Pick<NextGrade, 'changes' | 'basis'> {
  let before = start.basis;
  const changes = made.map(({ input, from, to }, index): FigureChange => {
    const after = judge(withChanges(record, made.slice(0, index + 1)))?.basis ?? before;
    const gain = formatExact(subtract(after, before));
    before = after;
    const { key, title, type } = input;
    return { key, title, unit: type.kind === 'number' ? type.unit : null, from, to, gain };
  });
  return { changes, basis: formatExact(before) };
}

/** What the next grade would need, line by line. */
export function nextGradeLines({ grade, changes, basis }: NextGrade, locale: Locale): string[] {
  const zh = locale === 'zh';
  const name = shown(grade, 200);
  if (changes.length === 0) {
    return [
      zh
        ? `要评为 ${name}，至少要改变 ${mostChanges} 项以上，或取决于表决等不由本单位决定的数据`
        : `${name} would need more than ${mostChanges} changes, or depends on votes and the like`,
    ];
  }
  const lines = changes.map((change) => {
    const what = `${shown(change.key, 200)}${change.title === null ? '' : ` ${shown(change.title, 200)}`}`;
    const [from, to] = [change.from, change.to].map((value) => valueText(value, change.unit, locale));
    const gain = signed(read(change.gain));
    return zh ? `${what}：由 ${from} 改为 ${to}（${gain} 分）` : `${what}: ${to} instead of ${from} (${gain} points)`;
  });
  const reached = points(read(basis));
  return [
    ...lines,
    zh ? `合计 ${reached} 分，可达到 ${name}（名额另计）` : `${reached} points together: ${name}, quotas aside`,
  ];
}

function valueText(value: RecordValue, unit: string | null, locale: Locale): string {
  const zh = locale === 'zh';
  if (value === null) return zh ? '未发生' : 'did not occur';
  if (typeof value === 'boolean') return value ? (zh ? '是' : 'yes') : zh ? '否' : 'no';
  if (typeof value === 'object') return zh ? `${value.length} 件` : `${value.length} events`;
  return withUnit(shown(String(value), 60), unit)[locale];
}
