import { isUtf8 } from 'node:buffer';

/** What we read. UTF-16 only behind its byte order mark; GB18030 contains GBK and GB2312, in which Chinese Excel saves CSV. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The encoding of a text, and how many bytes of byte order mark stand before it. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly mark: number;
}

/** Bytes that are no text: `binary`, or a text that begins as UTF-8 and has bytes that are not, the first at `offset`. */
export interface NotText {
  readonly reason: 'binary' | 'broken-utf-8';
  readonly offset: number;
}

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Tells the encoding from the bytes. What is valid UTF-8 is UTF-8. What is not is taken for GB18030 only if it has fewer
 * well-formed UTF-8 characters than stray bytes: a file of UTF-8 with one broken character would otherwise be read as
 * other Chinese characters, without an error.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | NotText {
  const marked = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined && marked.encoding !== 'utf-8') {
    const detected = { encoding: marked.encoding, mark: marked.bytes.length };
    return isDecodable(bytes, detected) ? detected : { reason: 'binary', offset: 0 };
  }
  const binary = bytes.indexOf(0);
  if (binary >= 0) return { reason: 'binary', offset: binary };
  const mark = marked?.bytes.length ?? 0;
  if (isUtf8(bytes)) return { encoding: 'utf-8', mark };
  const { characters, strays, firstStray } = surveyUtf8(bytes);
  if (mark > 0 || characters > strays || !isDecodable(bytes, { encoding: 'gb18030', mark: 0 })) {
    return { reason: 'broken-utf-8', offset: firstStray };
  }
  return { encoding: 'gb18030', mark: 0 };
}

/** Decodes a text piece by piece, so that no string has to hold all of it. */
export function* decode(bytes: Uint8Array, { encoding, mark }: DetectedEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const step = 1 << 20;
  for (let start = mark; start < bytes.length; start += step) {
    const text = decoder.decode(bytes.subarray(start, start + step), { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function isDecodable(bytes: Uint8Array, encoding: DetectedEncoding): boolean {
  const pieces = decode(bytes, encoding);
  try {
    while (pieces.next().done !== true);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Counts the well-formed characters beyond ASCII and the bytes that belong to none. */
function surveyUtf8(bytes: Uint8Array): { characters: number; strays: number; firstStray: number } {
  let characters = 0;
  let strays = 0;
  let firstStray = -1;
  let index = 0;
  while (index < bytes.length) {
    const length = lengthByLead(bytes[index] ?? 0);
    const character = bytes.subarray(index, index + length);
    if (length > 0 && character.length === length && isUtf8(character)) {
      if (length > 1) characters++;
      index += length;
    } else {
      if (firstStray < 0) firstStray = index;
      strays++;
      index++;
    }
  }
  return { characters, strays, firstStray };
}

/** How many bytes a character of UTF-8 has by its first, 0 if none begins so. */
function lengthByLead(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}
