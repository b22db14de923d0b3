/** The functions that generated code calls. A module carries those that it uses, as text: it imports nothing. */

interface Piece {
  readonly name: string;
  readonly text: string;
}

const pieces: readonly Piece[] = [
  {
    name: 'none',
    text: `
/** What a list without a record has in place of its entries. */
const none = [];`,
  },
  {
    name: 'own',
    text: `
/** A property that the object has itself: every object inherits something under this key. */
function own(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}`,
  },
  {
    name: 'dayNumber',
    text: `
/** By month from 1: its days in a leap year, and the days before it in a year that begins with March. */
const daysOf = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBefore = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];

/** Days from 1970-01-01 to a date written as 2023-11-30, in the Gregorian calendar; NaN for anything else. */
function dayNumber(text) {
  if (typeof text !== 'string' || text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf[month]) return NaN;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return NaN;
  // Years from March, so that the leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const centuries = Math.floor(shifted / 100);
  return shifted * 365 + (shifted >> 2) - centuries + (centuries >> 2) + daysBefore[month] + day - 719469;
}`,
  },
  {
    name: 'isBetween',
    text: `
/** Both ends included; no for NaN. */
function isBetween(low, value, high) {
  return value >= low && value <= high;
}`,
  },
  {
    name: 'digits',
    text: `
/** The number that the digits of the text from start to end form, or -1 where there is anything else. */
function digits(text, start, end) {
  let number = 0;
  for (let place = start; place < end; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}`,
  },
  {
    name: 'scaledInteger',
    text: `
/** value × 10^decimals as a BigInt, for a decimal text or a number (the decimal that it prints as); null if it is not whole. */
function scaledInteger(value, decimals) {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.length > 4000)) return null;
  const match = /^([+-]?)(\\d*)(?:\\.(\\d*))?(?:e([+-]\\d+))?$/.exec(value);
  if (match === null || (typeof value === 'string' && match[4] !== undefined)) return null;
  const fraction = match[3] ?? '';
  const digits = match[2] + fraction;
  if (digits === '') return null;
  const magnitude = BigInt(digits);
  const shift = decimals - fraction.length + Number(match[4] ?? 0);
  const divisor = shift < 0 ? 10n ** BigInt(-shift) : 1n;
  if (magnitude % divisor !== 0n) return null;
  const scaled = shift < 0 ? magnitude / divisor : magnitude * 10n ** BigInt(shift);
  return match[1] === '-' ? -scaled : scaled;
}`,
  },
  {
    name: 'isNotApplicable',
    text: `
/** Whether a value says that its figure does not apply. */
function isNotApplicable(value) {
  return value === "不适用" || value === "not applicable";
}`,
  },
  {
    name: 'isRecorded',
    text: `
/** Whether anything is recorded of a period: a figure, or a case that occurred. */
function isRecorded(figures, cases) {
  const isNothing = (value) => value === 0 || value === "0" || value === false || (Array.isArray(value) && value.length === 0);
  return figures.concat(cases.filter((value) => !isNothing(value))).some((value) => value !== undefined && value !== null);
}`,
  },
  {
    name: 'admitNothing',
    text: `
/** For a subject of a class without this input. */
function admitNothing(index, value) {
  const { key, role, only } = manifest.inputs[index];
  const isNone = value === undefined || value === null;
  const isNothing = value === 0 || value === "0" || value === false || (Array.isArray(value) && value.length === 0);
  if (isNone || (role === 'case' ? isNothing : isNotApplicable(value))) return;
  const zh = only.map(({ by, options }) => \`\${by}为\${options.join('、')}\`).join('且');
  const en = only.map(({ by, options }) => \`\${by} is \${options.join(' or ')}\`).join(' and ');
  throw new InadmissibleRecordError(key, value, \`不应填报“\${key}”：只有\${zh}的才有这一项。\`, \`“\${key}” should not be recorded: only subjects whose \${en} have it.\`);
}`,
  },
  {
    name: 'isDecimal',
    text: `
/** Whether something is a decimal text, or a number, within the bounds (over the decimals). */
function isDecimal(value, decimals, low, high) {
  const integer = scaledInteger(value, decimals);
  return integer !== null && integer >= low && integer <= high;
}`,
  },
  {
    name: 'isOnStep',
    text: `
/** Whether something is a number within the bounds and whole steps above the low one (all over the decimals). */
function isOnStep(value, decimals, low, high, step) {
  const integer = scaledInteger(value, decimals);
  return integer !== null && integer >= low && integer <= high && (integer - low) % step === 0n;
}`,
  },
  {
    name: 'isAmong',
    text: `
/** Whether something is one of some numbers (over the decimals). */
function isAmong(value, decimals, values) {
  const integer = scaledInteger(value, decimals);
  return integer !== null && values.includes(integer);
}`,
  },
  {
    name: 'monthNumber',
    text: `
/** The months from the beginning of the calendar to that of a date written as 2023-11-30. */
function monthNumber(text) {
  return digits(text, 0, 4) * 12 + digits(text, 5, 7) - 1;
}`,
  },
  {
    name: 'halfUp',
    text: `
/** above ÷ below to the nearest integer, ties away from zero. */
function halfUp(above, below) {
  const magnitude = Math.floor((2 * Math.abs(above) + below) / (2 * below));
  return above < 0 ? 0 - magnitude : magnitude;
}`,
  },
  {
    name: 'halfEven',
    text: `
/** above ÷ below to the nearest integer, ties to the even one. */
function halfEven(above, below) {
  const whole = Math.floor(Math.abs(above) / below);
  const twice = 2 * (Math.abs(above) - whole * below);
  const magnitude = twice > below || (twice === below && whole % 2 === 1) ? whole + 1 : whole;
  return above < 0 ? 0 - magnitude : magnitude;
}`,
  },
  {
    name: 'awayFromZero',
    text: `
/** above ÷ below to the next integer away from zero. */
function awayFromZero(above, below) {
  return above < 0 ? 0 - Math.ceil(-above / below) : Math.ceil(above / below);
}`,
  },
  {
    name: 'halfUpBig',
    text: `
/** above ÷ below to the nearest integer, ties away from zero. */
function halfUpBig(above, below) {
  return (2n * above + (above < 0n ? -below : below)) / (2n * below);
}`,
  },
  {
    name: 'halfEvenBig',
    text: `
/** above ÷ below to the nearest integer, ties to the even one. */
function halfEvenBig(above, below) {
  const whole = above / below;
  const rest = above % below;
  const twice = rest < 0n ? -2n * rest : 2n * rest;
  if (twice < below || (twice === below && whole % 2n === 0n)) return whole;
  return above < 0n ? whole - 1n : whole + 1n;
}`,
  },
  {
    name: 'awayFromZeroBig',
    text: `
/** above ÷ below to the next integer away from zero. */
function awayFromZeroBig(above, below) {
  const whole = above / below;
  return whole * below === above ? whole : above < 0n ? whole - 1n : whole + 1n;
}`,
  },
  {
    name: 'groupOf',
    text: `
/** The entries with a key, list by list; a new group where there is none. */
function groupOf(groups, key, lists) {
  let group = groups.get(key);
  if (group === undefined) groups.set(key, (group = Array.from({ length: lists }, () => [])));
  return group;
}`,
  },
  {
    name: 'highestPerKey',
    text: `
/** Of the entries with equal texts in the fields the most points; their sum over all such groups. */
function highestPerKey(lists, fields, zero) {
  let total = zero;
  for (let list = 0; list < lists.length; list += 1) {
    const entries = lists[list][0];
    for (let entry = 0; entry < entries.length; entry += 1) {
      if (isHighest(lists, fields, list, entry)) total += lists[list][1];
    }
  }
  return total;
}

/** Whether no entry with equal texts has more points, and none before it as many. There are few: comparing is cheapest. */
function isHighest(lists, fields, list, entry) {
  const points = lists[list][1];
  const own = lists[list][0][entry];
  for (let other = 0; other < lists.length; other += 1) {
    const entries = lists[other][0];
    if (lists[other][1] < points) continue;
    const end = other === list ? entry : lists[other][1] === points && other > list ? 0 : entries.length;
    for (let place = 0; place < end; place += 1) if (isSame(entries[place], own, fields)) return false;
  }
  return true;
}

function isSame(left, right, fields) {
  for (let place = 0; place < fields.length; place += 1) if (left[fields[place]] !== right[fields[place]]) return false;
  return true;
}`,
  },
  {
    name: 'sumOfPlaces',
    text: `
/** From the greatest value down, the sum of those at the places from (included) to (excluded). */
function sumOfPlaces(values, from, to, zero) {
  values.sort((left, right) => (left < right ? 1 : left > right ? -1 : 0));
  let total = zero;
  for (let place = from; place < to && place < values.length; place += 1) total += values[place];
  return total;
}`,
  },
  {
    name: 'sumOfFractions',
    text: `
/** The same of pairs of a numerator and a positive denominator, as such a pair. */
function sumOfFractions(values, from, to) {
  if (from > 0 || to < values.length) {
    values.sort((left, right) => {
      const order = right[0] * left[1] - left[0] * right[1];
      return order < 0n ? -1 : order > 0n ? 1 : 0;
    });
  }
  let [above, below] = [0n, 1n];
  for (let place = from; place < to && place < values.length; place += 1) {
    const [numerator, denominator] = values[place];
    const common = commonDivisor(below, denominator);
    above = above * (denominator / common) + numerator * (below / common);
    below *= denominator / common;
  }
  return [above, below];
}`,
  },
  {
    name: 'commonDivisor',
    text: `
/** The greatest common divisor of two positive integers. */
function commonDivisor(left, right) {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}`,
  },
  {
    name: 'wholeOf',
    text: `
/** value × above ÷ below, which is a whole number. */
function wholeOf(value, above, below) {
  return (value.numerator * above) / (value.denominator * below);
}`,
  },
  {
    name: 'lowestTerms',
    text: `
/** Numerator and positive denominator of value × above ÷ below. */
function lowestTerms(value, above, below) {
  const sign = below < 0n ? -1n : 1n;
  const [numerator, denominator] = [value.numerator * above * sign, value.denominator * below * sign];
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return [numerator / a, denominator / a];
}`,
  },
  {
    name: 'ratio',
    text: `
/** A value of the trace. */
function ratio(numerator, denominator) {
  return { numerator: BigInt(numerator), denominator };
}`,
  },
  {
    name: 'exactText',
    text: `
/** A number as exact text: a decimal if it ends, else a fraction in lowest terms. */
function exactText(numerator, denominator) {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  const [above, below] = [numerator / a, denominator / a];
  let [twos, fives, rest] = [0, 0, below];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  if (rest !== 1n) return \`\${above}/\${below}\`;
  const decimals = Math.max(twos, fives);
  const digits = String(((above < 0n ? -above : above) * 10n ** BigInt(decimals)) / below).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : \`\${digits.slice(0, point)}.\${digits.slice(point)}\`;
  return above < 0n ? \`-\${text}\` : text;
}`,
  },
];

/** The text of the functions that the code uses, in a fixed order. */
export function preludeFor(code: string): string {
  const wanted = new Set<string>();
  const want = (text: string): void => {
    for (const piece of pieces) {
      if (wanted.has(piece.name) || !new RegExp(`(?<![\\w.])${piece.name}[(;]`).test(text)) continue;
      wanted.add(piece.name);
      want(piece.text);
    }
  };
  want(code);
  return pieces
    .filter((piece) => wanted.has(piece.name))
    .map((piece) => `${piece.text}\n`)
    .join('');
}
