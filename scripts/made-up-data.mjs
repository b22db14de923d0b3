// What the makers of made-up data share: chance that depends on a seed alone, and CSV as spreadsheets take it.

/** Mulberry32: a small generator of the numbers from 0 up to 1 whose sequence depends on the seed alone. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const cell = (value) => {
  const text = value === true ? '是' : value === false ? '否' : String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table with the values of the rows under their headings. Excel takes a CSV file for UTF-8 only behind a byte order mark. */
export const csv = (headings, rows) =>
  `\uFEFF${[headings, ...rows.map((row) => headings.map((heading) => row[heading]))].map((cells) => cells.map(cell).join(',')).join('\n')}\n`;
