import { constants } from 'node:buffer';
import { Failure } from '../failure.ts';
import { type DetectedEncoding, decode, detectEncoding } from './encoding.ts';
import { labelOf } from './read-bytes.ts';

/**
 * The text of a policy or a JSON file: UTF-8, with or without a byte order mark, in one string.
 *
 * @throws Failure if it is not UTF-8, or larger than a string can be.
 */
export function utf8Text(bytes: Buffer, path: string): string {
  const { encoding, mark } = textEncoding(bytes, path);
  if (encoding !== 'utf-8') {
    const label = labelOf(path);
    throw new Failure(
      {
        zh: `${label.zh} 的编码是 ${encoding.toUpperCase()}，这里需要 UTF-8。`,
        en: `${label.en} is in ${encoding.toUpperCase()}; it must be UTF-8.`,
      },
      { zh: '请在编辑器中另存为 UTF-8 编码。', en: 'Save it as UTF-8 in an editor.' },
    );
  }
  if (bytes.length > constants.MAX_STRING_LENGTH) throw tooLarge(path, bytes.length);
  return bytes.toString('utf8', mark);
}

/**
 * The text of a table in whatever encoding it is in, piece by piece.
 *
 * @throws Failure if it is no text.
 */
export function textPieces(bytes: Buffer, path: string): Iterable<string> {
  return decode(bytes, textEncoding(bytes, path));
}

function textEncoding(bytes: Uint8Array, path: string): DetectedEncoding {
  const detected = detectEncoding(bytes);
  if ('encoding' in detected) return detected;
  const label = labelOf(path);
  if (detected.reason === 'binary') {
    throw new Failure(
      {
        zh: `${label.zh} 不是文本文件。`,
        en: `${label.en} is not a text file.`,
      },
      {
        zh: 'Excel 工作簿请先另存为 CSV。',
        en: 'Save an Excel workbook as CSV first.',
      },
    );
  }
  const line = bytes.subarray(0, detected.offset).filter((byte) => byte === 0x0a).length + 1;
  throw new Failure(
    {
      zh: `${label.zh} 不是有效的 UTF-8 文本：第 ${line} 行（第 ${detected.offset + 1} 字节）有损坏的字符。`,
      en: `${label.en} is not valid UTF-8: line ${line} (byte ${detected.offset + 1}) has a broken character.`,
    },
    { zh: '请重新另存为 UTF-8 编码。', en: 'Save it again as UTF-8.' },
  );
}

function tooLarge(path: string, size: number): Failure {
  const label = labelOf(path);
  const megabytes = Math.round(size / 2 ** 20);
  return new Failure(
    { zh: `${label.zh} 有 ${megabytes} MB，过大。`, en: `${label.en} has ${megabytes} MB, which is too large.` },
    { zh: '记录请分成几个文件，或用 CSV、NDJSON。', en: 'Part the records into several files, or use CSV or NDJSON.' },
  );
}
