/** Which parts of a policy its tests reached. */
import {
  equal,
  normalise,
  numberAt,
  toInteger,
  type CohortResult,
  type SubjectRecord,
  type Trace,
} from '@assess/runtime';
import type { ByTableNode, CaseNode, CountRowNode, Node } from '../ast/nodes.ts';
import { walk } from '../ast/walk.ts';
import type { Analysis } from '../check/analysis.ts';
import { figureOf } from '../check/literals.ts';
import { evaluate } from '../interpret/evaluate.ts';
import { knownOf, type Known } from '../interpret/known.ts';
import { readRecord } from '../interpret/read-record.ts';
import type { Probe } from '../ir/lower/context.ts';
import { Origins } from '../ir/lower/origins.ts';
import type { Message } from '../source/locale.ts';
import { PointSet, type CoveragePoint, type PointKind } from './coverage-points.ts';
import { coverManifest } from './manifest-coverage.ts';
import type { Trials } from './trials.ts';

const goals = {
  holds: { zh: '成立', en: 'holds' },
  holdsNot: { zh: '不成立', en: 'does not hold' },
  exactly: { zh: '恰在界限上', en: 'exactly at the bound' },
  row: { zh: '适用', en: 'decides' },
  limited: { zh: '名额不够', en: 'places run out' },
  enough: { zh: '名额够用', en: 'places suffice' },
} satisfies Record<string, Message>;

/**
 * The coverage of a policy in the making: what each record of its tests reached, by the values of the steps and of the comparisons.
 * A comparison is looked at whether or not another condition had already decided; one whose figures are not reported is not.
 */
export class Coverage {
  readonly #points = new PointSet();
  readonly #origins: Origins;
  readonly #manifest: Trials['program']['manifest'];
  readonly #probes: readonly Probe[];
  readonly #casesWithTable: ReadonlyMap<string, CaseNode>;

  constructor(analysis: Analysis, { program, probes }: Pick<Trials, 'program' | 'probes'>) {
    this.#origins = new Origins(analysis);
    this.#manifest = program.manifest;
    this.#probes = probes;
    const cases = new Map<string, CaseNode>();
    walk(analysis.tree, (node) => {
      if (node.kind === 'case' && node.table.length > 0) cases.set(this.#identity(node), node);
    });
    this.#casesWithTable = cases;
    this.#look(null, null);
    for (const { origin } of program.manifest.scale?.quotas ?? []) {
      for (const goal of [goals.limited, goals.enough])
        this.#points.add({ kind: 'quota', place: origin, text: origin.text, goal, counted: true }, false);
    }
  }

  /** Adds what a record reached that was not refused. */
  add(record: SubjectRecord, trace: Trace): void {
    const inputs = readRecord(this.#manifest, record);
    const name = record[this.#manifest.subject];
    this.#look(trace, knownOf(typeof name === 'string' ? name : '', inputs, trace));
  }

  /** Adds what the quotas of a cohort did. */
  addQuotas({ quotas }: Pick<CohortResult, 'quotas'>): void {
    for (const { quota, candidates, taken } of quotas) {
      const origin = this.#manifest.scale?.quotas[quota]?.origin;
      if (origin === undefined) continue;
      const goal = candidates > taken ? goals.limited : goals.enough;
      this.#points.add({ kind: 'quota', place: origin, text: origin.text, goal, counted: true }, true);
    }
  }

  /** All points, in the order of the text. */
  get points(): readonly CoveragePoint[] {
    return this.#points.points;
  }

  #look(trace: Trace | null, known: Known | null): void {
    coverManifest(this.#manifest, trace, this.#points);
    for (const probe of this.#probes) {
      if (probe.kind === 'comparison') this.#comparison(probe, known);
      else this.#choice(probe.node, optionOf(probe, known));
    }
    this.#countTables(trace);
  }

  #comparison({ node, comparison }: Extract<Probe, { kind: 'comparison' }>, known: Known | null): void {
    const holds = known === null ? null : tried(() => evaluate(comparison, known));
    this.#at('comparison', node, goals.holds, holds === true);
    this.#at('comparison', node, goals.holdsNot, holds === false);
    const isBound =
      comparison.op !== 'equal' && [comparison.left, comparison.right].some(({ op }) => op === 'constant');
    if (!isBound) return;
    const isExact = known !== null && holds !== null && isEqual(comparison.left, comparison.right, known);
    this.#at('comparison', node, goals.exactly, isExact, false);
  }

  #choice(node: ByTableNode, option: string | null): void {
    const chosen =
      option === null
        ? null
        : (node.rows.find(({ options }) => options.length === 0 || options.some(({ text }) => text === option)) ??
          null);
    for (const row of node.rows) this.#at('row', row, goals.row, row === chosen);
  }

  /** A table by count says in the manifest only how often the case occurred. */
  #countTables(trace: Trace | null): void {
    if (this.#casesWithTable.size === 0) return;
    const pending = [this.#manifest.total];
    for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
      pending.push(...item.children);
      const lines = [...item.adjustments];
      for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
        if (line.kind === 'list') lines.push(...line.children);
        if (line.kind !== 'case') continue;
        const { file, line: number, column } = line.origin;
        const node = this.#casesWithTable.get(JSON.stringify([file, number, column]));
        const count = trace === null ? null : toInteger(numberAt(trace, line.count));
        const chosen = node === undefined || count === null ? null : rowOf(node.table, count);
        for (const row of node?.table ?? []) this.#at('row', row, goals.row, row === chosen);
      }
    }
  }

  #at(kind: PointKind, node: Node, goal: Message, reached: boolean, counted = true): void {
    const { file, line, column, text } = this.#origins.of(node.span);
    this.#points.add({ kind, place: { file, line, column }, text, goal, counted }, reached);
  }

  #identity({ span }: Node): string {
    const { file, line, column } = this.#origins.of(span);
    return JSON.stringify([file, line, column]);
  }
}

function optionOf({ index, options }: Extract<Probe, { kind: 'choice' }>, known: Known | null): string | null {
  const value = known === null ? null : tried(() => evaluate(index, known));
  return value === null || typeof value === 'boolean' ? null : (options[toInteger(normalise(value))] ?? null);
}

function isEqual(left: Parameters<typeof evaluate>[0], right: Parameters<typeof evaluate>[0], known: Known): boolean {
  const [one, other] = [evaluate(left, known), evaluate(right, known)];
  return typeof one !== 'boolean' && typeof other !== 'boolean' && equal(one, other);
}

/** The row of a table by count that decides; null for a count below all of them. */
function rowOf(table: readonly CountRowNode[], count: number): CountRowNode | null {
  const fitting = table.filter((row) => (row.orMore ? countOf(row) <= count : countOf(row) === count));
  return fitting.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? null;
}

function countOf({ count }: CountRowNode): number {
  const figure = figureOf(count);
  return figure === null ? Infinity : Number(figure.numerator / figure.denominator);
}

/** What reads a figure that is not reported, or an entry of a list outside of it, has no value. */
function tried<Value>(compute: () => Value): Value | null {
  try {
    return compute();
  } catch {
    return null;
  }
}
