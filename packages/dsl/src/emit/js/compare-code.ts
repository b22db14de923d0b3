/** Comparisons without a division: with a figure of the policy as a whole-number threshold, else by cross multiplication. */
import { ceiling, compare, divide, floor, isInteger, type Rational } from '@assess/runtime';
import { atom, type Code, enclose, integerLiteral, strength } from './code.ts';
import { allPlain, overCommonDenominator } from './common-denominator.ts';
import { knownValue, type NumberValue } from './value.ts';

export type Relation = 'less' | 'less-or-equal' | 'equal';

/** Code for a truth; the texts `true` and `false` where the bounds decide. */
export function compared(relation: Relation, left: NumberValue, right: NumberValue): Code {
  const decided = decide(relation, left, right);
  if (decided !== null) return atom(String(decided));
  const [knownLeft, knownRight] = [knownValue(left), knownValue(right)];
  if (knownRight !== null && left.factors.length === 0) return threshold(relation, left, knownRight, false);
  if (knownLeft !== null && right.factors.length === 0) return threshold(relation, right, knownLeft, true);
  const common = overCommonDenominator([left, right]);
  const [first, second] = common.terms.map((term) => term.code(!allPlain(common)));
  if (first === undefined || second === undefined) throw new RangeError('a comparison has two sides');
  return relationCode(signs[relation], first, second);
}

const signs = { less: '<', 'less-or-equal': '<=', equal: '===' } as const;

function decide(relation: Relation, left: NumberValue, right: NumberValue): boolean | null {
  const highest = compare(left.bounds.high, right.bounds.low);
  const lowest = compare(left.bounds.low, right.bounds.high);
  switch (relation) {
    case 'less':
      return highest < 0 ? true : lowest >= 0 ? false : null;
    case 'less-or-equal':
      return highest <= 0 ? true : lowest > 0 ? false : null;
    case 'equal':
      return highest < 0 || lowest > 0 ? false : highest === 0 && lowest === 0 ? true : null;
  }
}

/** A value against a figure: its base is an integer, so the figure moves to the next integer on its side. */
function threshold(relation: Relation, value: NumberValue, figure: Rational, figureFirst: boolean): Code {
  const limit = divide(figure, value.ratio);
  if (relation === 'equal') {
    return isInteger(limit) ? relationCode('===', value.base, integerLiteral(floor(limit), value.big)) : atom('false');
  }
  // The base is on the smaller side unless either the figure stands first or the ratio turns the order around.
  const baseIsSmaller = figureFirst === value.ratio.numerator < 0n;
  const strict = relation === 'less';
  if (baseIsSmaller) {
    return relationCode(
      strict ? '<' : '<=',
      value.base,
      integerLiteral(strict ? ceiling(limit) : floor(limit), value.big),
    );
  }
  return relationCode(
    strict ? '>' : '>=',
    value.base,
    integerLiteral(strict ? floor(limit) : ceiling(limit), value.big),
  );
}

function relationCode(sign: '<' | '<=' | '>' | '>=' | '===', left: Code, right: Code): Code {
  const binds = sign === '===' ? strength.equality : strength.relation;
  return { text: `${enclose(left, binds + 1)} ${sign} ${enclose(right, binds + 1)}`, binds };
}
