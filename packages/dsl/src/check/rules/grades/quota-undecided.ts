import { ceiling, floor, formatShort, isInteger, multiply, rational } from '@assess/runtime';
import type { Rational } from '@assess/runtime';
import type { QuotaNode } from '../../../ast/nodes.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { literalValue } from '../../literals.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** A quota that leaves open how its share is rounded, or who gets the last place on a tie (semantics 7.4). */
export const quotaUndecided = defineDiagnostic<{ share: string; example: Example | null }>({
  code: 'grades/quota-undecided',
  severity: 'error',
  message: {
    zh: ({ share, example }) =>
      example === null
        ? '名额的末位同分怎么办？写“仍同 均入选”“仍同 均不入选”或“仍同 议定”'
        : `${share} × ${example.subjects} = ${example.places}：向下取整、四舍五入还是向上取整？`,
    en: ({ share, example }) =>
      example === null
        ? 'What of a tie for the last place of the quota? Say "still tied all in", "still tied none in" or "still tied decided by meeting"'
        : `${share} × ${example.subjects} = ${example.places}: rounded down, half up or rounded up?`,
  },
});

/** How a share turns out; null in a report about ties. */
interface Example {
  readonly subjects: number;
  readonly places: string;
}

export const quotaUndecidedRule: Rule = {
  kinds: [quotaUndecided],
  visit: {
    quota: (node, context) => {
      const share = shareOf(node);
      const example = share === null || node.rounding !== null ? null : exampleOf(share);
      if (share !== null && example !== null) {
        const shown = `${formatShort(multiply(share, rational(100n)))}%`;
        context.report(
          quotaUndecided.at(node.amount.span, { share: shown, example }, { fixes: roundings(node, context) }),
        );
      }
      if (node.stillTied === null)
        context.report(
          quotaUndecided.at(node.amount.span, { share: '', example: null }, { fixes: tieRules(node, context) }),
        );
    },
  },
};

/** The first percentage of a quota; null where it is a number of places. */
function shareOf({ amount }: QuotaNode): Rational | null {
  if (amount.kind === 'missing') return null;
  const values =
    amount.kind === 'by-table'
      ? amount.rows.map((row) => row.value)
      : amount.kind === 'quota-sizes'
        ? amount.rows.map((row) => row.amount)
        : [amount];
  const share = values.find((value) => value.kind === 'quantity' && value.unit === 'percent');
  return share === undefined ? null : literalValue(share);
}

/** A number of subjects for which the share is no whole number; null if there is none up to a hundred. */
function exampleOf(share: Rational): Example | null {
  for (const subjects of [7, 10, 9, 11, 13, 33, 101]) {
    const places = multiply(share, rational(BigInt(subjects)));
    if (!isInteger(places) && floor(places) !== ceiling(places)) return { subjects, places: formatShort(places) };
  }
  return null;
}

function roundings(node: QuotaNode, context: RuleContext): readonly Fix[] {
  const words: readonly Message[] = [
    { zh: '向下取整', en: 'rounded down' },
    { zh: '四舍五入', en: 'half up' },
    { zh: '向上取整', en: 'rounded up' },
  ];
  return words.map((word) => insertion(node.amount.span.end, word, context));
}

function tieRules(node: QuotaNode, context: RuleContext): readonly Fix[] {
  const words: readonly Message[] = [
    { zh: '仍同 均入选', en: 'still tied all in' },
    { zh: '仍同 均不入选', en: 'still tied none in' },
    { zh: '仍同 议定', en: 'still tied decided by meeting' },
  ];
  return words.map((word) => insertion(node.span.end, word, context));
}

function insertion(at: number, word: Message, { locale }: RuleContext): Fix {
  return {
    title: { zh: `加上“${word.zh}”`, en: `Add "${word.en}"` },
    safe: false,
    edits: [{ span: { start: at, end: at }, text: ` ${word[locale]}` }],
  };
}
