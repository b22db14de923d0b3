/** The functions that generated code calls. A module carries those that it uses, as text: it imports nothing. */

interface Piece {
  readonly name: string;
  readonly text: string;
}

const pieces: readonly Piece[] = [
  {
    name: 'none',
    text: `
/** What a case without a record has in place of its events. */
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
/** Days from 1970-01-01 to a date written as 2023-11-30, in the Gregorian calendar; NaN for anything else. */
function dayNumber(text) {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > length) return NaN;
  // Years from March, so that the leap day is the last of its year: 153 days in every five months.
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719468;
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
    name: 'highestPerKey',
    text: `
/** Of the events with equal values in the fields the most points; their sum over all such groups. */
function highestPerKey(lists, fields, zero) {
  const groups = new Map();
  for (const [events, points] of lists) {
    for (const event of events) {
      const key = fields.length === 1 ? event[fields[0]] : JSON.stringify(fields.map((field) => event[field]));
      const best = groups.get(key);
      if (best === undefined || points > best) groups.set(key, points);
    }
  }
  let total = zero;
  for (const points of groups.values()) total += points;
  return total;
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
