import type { Message } from '@assess/dsl';
import { closest, normaliseKey, shown } from '@assess/runtime';
import { columnLetter } from './csv-rows.ts';

/** A column of a table that is read. */
export interface Column {
  readonly index: number;
  /** As spreadsheets name it. */
  readonly letter: string;
  readonly key: string;
}

/** What is wrong with a heading. */
export interface HeadingFault {
  readonly letter: string;
  readonly kind: 'table/unknown-column' | 'table/duplicate-column';
  readonly key: string;
  readonly message: Message;
}

export interface Heading {
  readonly columns: readonly Column[];
  readonly faults: readonly HeadingFault[];
}

/** Columns that tables have for their readers; the policy may still declare an input of that name. */
const forReaders = new Set(['序号', '备注', 'no', 'no.', 'remarks']);

/**
 * Tells which column holds what. A heading means a key if it is the key but for its writing (full-width forms, blanks, case,
 * `·` for `.`). An empty heading, one of the customary ones for readers and one that begins with `#` are passed over; any
 * other that means nothing is a fault, since a misspelled case would otherwise count as one that never occurred.
 */
export function readHeading(cells: readonly string[], keys: readonly string[]): Heading {
  const known = new Map<string, string | null>();
  for (const key of keys) {
    const folded = fold(key);
    known.set(folded, known.has(folded) ? null : key);
  }
  const exact = new Set(keys);
  const columns: Column[] = [];
  const faults: HeadingFault[] = [];
  const firstOf = new Map<string, string>();
  for (const [index, cell] of cells.entries()) {
    const letter = columnLetter(index);
    const heading = normaliseKey(cell);
    const key = exact.has(heading) ? heading : (known.get(fold(heading)) ?? null);
    if (key === null) {
      if (heading === '' || heading.startsWith('#') || forReaders.has(heading.toLowerCase())) continue;
      faults.push(unknownColumn(letter, heading, keys));
      continue;
    }
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, letter);
      columns.push({ index, letter, key });
    } else {
      faults.push(duplicateColumn(letter, key, first));
    }
  }
  return { columns, faults };
}

function unknownColumn(letter: string, heading: string, keys: readonly string[]): HeadingFault {
  const name = shown(heading);
  const suggestion = suggestKey(heading, keys);
  const message: Message =
    suggestion === null
      ? {
          zh: `列 \`${name}\` 不是办法中的填报项。不需要的列请删去，或在表头前加 #。`,
          en: `Column \`${name}\` is no input of the policy. Remove it, or put # before its heading to have it passed over.`,
        }
      : {
          zh: `列 \`${name}\` 不是办法中的填报项，是否为 \`${shown(suggestion)}\`？`,
          en: `Column \`${name}\` is no input of the policy; did you mean \`${shown(suggestion)}\`?`,
        };
  return { letter, kind: 'table/unknown-column', key: heading, message };
}

/** The key that was probably meant: often it is written without the method in front. */
export function suggestKey(written: string, keys: readonly string[]): string | null {
  return keys.find((key) => key.endsWith(`.${written}`)) ?? closest(written, keys);
}

function duplicateColumn(letter: string, key: string, first: string): HeadingFault {
  return {
    letter,
    kind: 'table/duplicate-column',
    key,
    message: {
      zh: `列 \`${shown(key)}\` 重复，${first} 列已有。请只留一列。`,
      en: `Column \`${shown(key)}\` is there twice, first in column ${first}. Keep one of them.`,
    },
  };
}

function fold(text: string): string {
  return normaliseKey(text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, ''));
}
