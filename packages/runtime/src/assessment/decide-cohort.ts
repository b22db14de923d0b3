/** Ranks, quotas and the order of a cohort: what nobody can say of one subject alone. */
import { applyQuotas } from '../cohort/quota.ts';
import type { Contestant, QuotaDecision } from '../cohort/quota.ts';
import { rank } from '../cohort/rank.ts';
import { compare } from '../decimal/rational.ts';
import type { Manifest } from '../manifest.ts';
import type { GradeScaleSpec } from '../manifest-grades.ts';
import type { ClassRank, QuotaSummary } from '../result.ts';
import { gradeName } from './assemble-result.ts';
import type { Verdict } from './assemble-result.ts';
import { classAttributes } from './evaluate-record.ts';
import type { Standing } from './evaluate-record.ts';

export interface DecidedCohort<Each extends Standing> {
  /** Best first; equals, and those without a rank at the end, by name in the order of code units. */
  readonly ordered: readonly Each[];
  readonly quotas: readonly QuotaSummary[];
  readonly verdictOf: (each: Each) => Verdict;
}

/** Decides over all subjects together. The order in which they are given decides nothing. */
export function decideCohort<Each extends Standing>(
  manifest: Manifest,
  standings: readonly Each[],
): DecidedCohort<Each> {
  const { scale, scales } = manifest;
  const contestants = standings.filter((each) => !each.noResult);
  const decisions = decideScale(scale, contestants, (each) => each);
  const further = scales.map((each, index) => decideScale(each, standings, ({ further: all }) => all[index]));
  const ranked = standings.filter((each) => each.graded !== null);
  const places = rank(ranked, byBasis);
  const classRanks = rankWithinClasses(manifest, ranked);
  return {
    ordered: standings.toSorted((left, right) => {
      const [leftPlace, rightPlace] = [places.get(left) ?? Infinity, places.get(right) ?? Infinity];
      return leftPlace === rightPlace ? byCodeUnits(left.subject, right.subject) : leftPlace - rightPlace;
    }),
    quotas: [
      ...(scale === null ? [] : summariseQuotas(scale, null, decisions.values())),
      ...scales.flatMap((each, index) => summariseQuotas(each, each.name, further[index]?.values() ?? [])),
    ],
    verdictOf: (each) => {
      const place = places.get(each);
      return {
        decision: decisions.get(each) ?? null,
        further: further.map((decided) => decided.get(each) ?? null),
        rank: place === undefined ? null : { place, of: ranked.length },
        classRanks: classRanks.get(each) ?? [],
      };
    },
  };
}

/** Decides the quotas of one scale; `contestantOf` is a subject as the scale sees it. */
function decideScale<Each extends Standing>(
  scale: GradeScaleSpec | null,
  standings: readonly Each[],
  contestantOf: (each: Each) => Contestant | undefined,
): Map<Each, QuotaDecision> {
  const contestants = new Map<Contestant, Each>();
  for (const each of standings) {
    const contestant = contestantOf(each);
    if (contestant !== undefined) contestants.set(contestant, each);
  }
  const lowest = (scale?.grades.length ?? 1) - 1;
  const nameOf = (contestant: Contestant): string => contestants.get(contestant)?.subject ?? '';
  const decided = applyQuotas(scale?.quotas ?? [], lowest, [...contestants.keys()], nameOf);
  return new Map(
    [...decided].flatMap(([contestant, decision]) => {
      const each = contestants.get(contestant);
      return each === undefined ? [] : [[each, decision] as const];
    }),
  );
}

function rankWithinClasses(manifest: Manifest, ranked: readonly Standing[]): Map<Standing, ClassRank[]> {
  const ranks = new Map(ranked.map((each): [Standing, ClassRank[]] => [each, []]));
  for (const [position, index] of classAttributes(manifest).entries()) {
    const by = manifest.inputs[index]?.key ?? '';
    const classes = Map.groupBy(ranked, ({ options }) => options[position] ?? null);
    for (const [option, members] of classes) {
      if (option === null) continue;
      for (const [member, place] of rank(members, byBasis)) {
        ranks.get(member)?.push({ by, class: option, place, of: members.length });
      }
    }
  }
  return ranks;
}

function summariseQuotas(
  scale: GradeScaleSpec,
  name: string | null,
  decisions: Iterable<QuotaDecision>,
): QuotaSummary[] {
  const outcomes = [...decisions].flatMap((decision) => decision.outcomes);
  const groups = Map.groupBy(outcomes, ({ quota, class: option }) => JSON.stringify([quota, option]));
  const summaries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { quota, grade: index, class: option, base, places, held } = first;
    const grade = gradeName(scale, index);
    const taken = group.filter(({ inPlace }) => inPlace === true).length;
    const open = group.filter(({ inPlace }) => inPlace === null).length;
    return [
      {
        scale: name,
        quota,
        grade,
        class: option,
        base,
        places,
        candidates: group.length,
        taken,
        held,
        open,
        from: first.from,
      },
    ];
  });
  return summaries.toSorted(
    (left, right) => left.quota - right.quota || byCodeUnits(left.class ?? '', right.class ?? ''),
  );
}

function byBasis(left: Standing, right: Standing): number {
  return compare(right.basis, left.basis);
}

/** Not by locale: the same on every machine. */
function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
