/**
 * The score sheet: an explanation in the form in which officials read a result. One block for every part of the total, one row
 * for every standard, what was added and deducted, and what is to be put right. Plain data in one language, without markup.
 */
import type { Locale } from '../bilingual.ts';
import { multiply, rational } from '../decimal/rational.ts';
import type { Change, Explanation, Finding, ItemExplanation } from './explanation.ts';
import { clean, findingParts, points, read, signed, titleOf } from './render-finding.ts';
import { withoutScore } from './without-score.ts';

export interface ScoreSheet {
  readonly blocks: readonly SheetBlock[];
  /** What cost points of the total, the most first. */
  readonly losses: readonly SheetLoss[];
  /**
   * What is to be put right. The owner is that of the clause, the deadline that of the consequence 整改 (`rectify`); empty where the
   * policy names none, to be filled in.
   */
  readonly rectifications: readonly SheetRectification[];
}

/** A part of the total, or the total's own additions and deductions. */
export interface SheetBlock {
  readonly title: string;
  readonly full: string | null;
  readonly score: string | null;
  /** Share and points in the total, where the total weighs its parts. */
  readonly share: { readonly weight: string; readonly inTotal: string } | null;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** The items between the block and this one, joined; equal ones follow one another. */
  readonly group: string;
  readonly name: string;
  readonly full: string | null;
  /** Points, or what was added (`+2`) or deducted (`−1.5`). */
  readonly score: string;
  /** Whether points were lost. */
  readonly lost: boolean;
  readonly reasons: readonly SheetReason[];
}

export interface SheetReason {
  readonly text: string;
  /** The clause of the policy with its line, and articles of documents; empty where it stands with the row before. */
  readonly clause: string;
}

export interface SheetLoss {
  readonly where: string;
  readonly inTotal: string;
  readonly reason: string;
}

export interface SheetRectification {
  readonly where: string;
  readonly problem: string;
  readonly inTotal: string;
  readonly owner: string;
  readonly deadline: string;
}

/** Consequences have names of the drafter's own; with one of these in it, its deadline is that of putting things right. */
const putRight = /整改|rectif/iu;

/** The sheet of an explanation, in one language. */
export function scoreSheet(explanation: Explanation, locale: Locale): ScoreSheet {
  const { total, losses } = explanation;
  const within =
    explanation.consequences.find(({ action, within: until }) => until !== null && putRight.test(action))?.within
      ?.text ?? '';
  return {
    blocks: [...total.children.map((part) => blockOf(part, locale)), ...ownBlock(total, locale)],
    losses: losses.map((loss) => ({
      where: placeOf(loss, locale),
      inTotal: signed(read(loss.inTotal)),
      reason: reasonsOf(loss.findings, locale)
        .map(({ text }) => text)
        .join(locale === 'zh' ? '；' : '; '),
    })),
    rectifications: losses.map((loss) => ({
      where: placeOf(loss, locale),
      problem: reasonsOf(loss.findings.filter(isCost), locale)
        .map(({ text }) => text)
        .join(locale === 'zh' ? '；' : '; '),
      inTotal: signed(read(loss.inTotal)),
      owner: clean(loss.findings.find(({ owner }) => owner !== null)?.owner ?? ''),
      deadline: clean(within),
    })),
  };
}

function blockOf(item: ItemExplanation, locale: Locale): SheetBlock {
  const weight = item.weight === null ? null : `${points(multiply(read(item.weight), rational(100n)))}%`;
  const inTotal = points(multiply(read(item.score), read(item.worth)));
  return {
    title: nameOf(item),
    full: points(read(item.full)),
    score: scoreText(item, locale),
    share: weight === null || item.state !== 'scored' ? null : { weight, inTotal },
    rows:
      item.children.length === 0
        ? [leafRow(item, '', locale)]
        : [...rowsBelow(item, [], locale), ...lineRows(item, '', locale)],
  };
}

/** What adds and deducts beside the parts of the total: bonuses, penalties, the negative list, bounds, rounding. */
function ownBlock(total: ItemExplanation, locale: Locale): SheetBlock[] {
  const rows = total.children.length === 0 ? [leafRow(total, '', locale)] : lineRows(total, '', locale);
  if (rows.length === 0) return [];
  return [
    {
      title: locale === 'zh' ? '总分的加减' : 'Added to and taken from the total',
      full: null,
      score: null,
      share: null,
      rows,
    },
  ];
}

function rowsBelow(item: ItemExplanation, path: readonly string[], locale: Locale): SheetRow[] {
  return item.children.flatMap((child) => {
    const group = path.join(locale === 'zh' ? '·' : ' · ');
    if (child.children.length === 0) return [leafRow(child, group, locale)];
    const inside = [...path, nameOf(child)];
    return [
      ...rowsBelow(child, inside, locale),
      ...lineRows(child, inside.join(locale === 'zh' ? '·' : ' · '), locale),
    ];
  });
}

function leafRow(item: ItemExplanation, group: string, locale: Locale): SheetRow {
  return {
    group,
    name: nameOf(item),
    full: points(read(item.full)),
    score: scoreText(item, locale),
    lost:
      read(item.score).numerator * read(item.full).denominator <
      read(item.full).numerator * read(item.score).denominator,
    reasons: reasonsOf(item.findings, locale),
  };
}

/** The findings of an item with parts: one row for every line that changed something. */
function lineRows(item: ItemExplanation, group: string, locale: Locale): SheetRow[] {
  return item.findings
    .filter(({ amount }) => amount !== '0')
    .map((finding) => ({
      group,
      name:
        finding.id === item.id
          ? locale === 'zh'
            ? '本级'
            : 'this level'
          : `${clean(finding.name)}${titleOf(finding.name, finding.title)}`,
      full: null,
      score: signed(read(finding.amount)),
      lost: isCost(finding),
      reasons: reasonsOf([finding], locale),
    }));
}

function reasonsOf(findings: readonly Finding[], locale: Locale): SheetReason[] {
  return findings.map((finding) => {
    const { text, clause, articles } = findingParts(finding, locale);
    const documents = articles === '' ? '' : locale === 'zh' ? `依据 ${articles}` : `basis ${articles}`;
    return { text, clause: [clause, documents].filter((part) => part !== '').join(locale === 'zh' ? '；' : '; ') };
  });
}

function isCost({ amount }: Finding): boolean {
  return amount.startsWith('-');
}

function placeOf({ path, title, line }: Change, locale: Locale): string {
  const zh = locale === 'zh';
  const item = path.map((name) => clean(name)).join(zh ? '·' : ' · ') || (zh ? '总分' : 'total');
  const named = `${item}${titleOf(path.at(-1) ?? '', title)}`;
  return line === null ? named : `${named}${zh ? '：' : ': '}${clean(line.name)}${titleOf(line.name, line.title)}`;
}

function scoreText({ score, state }: ItemExplanation, locale: Locale): string {
  return state === 'scored' ? points(read(score)) : withoutScore[state][locale];
}

function nameOf({ name, title }: ItemExplanation): string {
  return `${clean(name)}${titleOf(name, title)}`;
}
