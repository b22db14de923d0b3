import { absolute, add, divide, equal, isZero, zero } from '../decimal/rational.ts';
import { formatExact } from '../decimal/text.ts';
import type { Rational } from '../evaluator.ts';
import { readFigure, type Figure } from '../figure.ts';
import type { AdjustmentSpec, CaseSpec, ListSpec } from '../manifest.ts';
import { numberAt, truthAt } from '../trace.ts';
import type { Draft, Evidence } from './finding.ts';

/** What a line and everything inside it did, and the signed points that come out of it. The differences add up to the points. */
export function explainAdjustment(
  evidence: Evidence,
  adjustment: AdjustmentSpec,
): { drafts: Draft[]; points: Rational } {
  return adjustment.kind === 'list' ? explainList(evidence, adjustment) : explainLine(evidence, adjustment);
}

function explainLine(
  { trace }: Evidence,
  line: Exclude<AdjustmentSpec, ListSpec>,
): { drafts: Draft[]; points: Rational } {
  const gross = numberAt(trace, line.gross);
  const points = numberAt(trace, line.points);
  const drafts: Draft[] = [];
  const outside = line.kind === 'case' ? outsidePeriod(line, trace) : [];
  if (truthAt(trace, line.occurred) || !isZero(gross) || outside.length > 0) {
    const isCase = line.kind === 'case';
    const count = isCase ? numberAt(trace, line.count) : null;
    const isEach = isCase && line.everyTime && count !== null && !isZero(count);
    drafts.push({
      kind: line.kind,
      about: line,
      before: zero,
      after: gross,
      inputs: isCase ? line.inputs : [],
      count: count === null ? null : formatExact(count),
      each: isEach ? formatExact(absolute(divide(gross, count))) : null,
      owner: isCase ? line.owner : null,
      figures: outside,
    });
  }
  if (!equal(gross, points)) {
    drafts.push({ kind: 'case-cap', about: line, before: gross, after: points, cap: capOf(line.cap, trace) });
  }
  return { drafts, points };
}

function explainList(evidence: Evidence, list: ListSpec): { drafts: Draft[]; points: Rational } {
  const { trace } = evidence;
  const children = list.children.map((child) => explainAdjustment(evidence, child));
  const drafts = children.flatMap((child) => child.drafts);
  const together = children.reduce((sum, child) => add(sum, child.points), zero);
  const gross = numberAt(trace, list.gross);
  const points = numberAt(trace, list.points);
  const cap = capOf(list.cap, trace);
  if (!equal(together, gross)) {
    // Without 就高不重复 only caps of the list itself can part the two: those on its gross sums.
    const draft = { about: list, before: together, after: gross };
    drafts.push(list.duplicates === null ? { kind: 'list-cap', ...draft, cap } : { kind: 'duplicates', ...draft });
  }
  if (list.applies !== null && !truthAt(trace, list.applies)) {
    if (!isZero(gross)) drafts.push({ kind: 'list-condition', about: list, before: gross, after: points });
  } else if (!equal(gross, points)) drafts.push({ kind: 'list-cap', about: list, before: gross, after: points, cap });
  return { drafts, points };
}

/** How many events lie outside of the assessed period, where some do: they are on record and do not count. */
function outsidePeriod({ outside }: CaseSpec, trace: Evidence['trace']): Figure[] {
  if (outside === null || isZero(numberAt(trace, outside))) return [];
  return [
    readFigure(
      { label: { zh: '考核期以外不计', en: 'outside of the period' }, step: outside, unit: 'piece' },
      trace,
      [],
    ),
  ];
}

function capOf(step: number | null, trace: Evidence['trace']): string | null {
  return step === null ? null : formatExact(numberAt(trace, step));
}
