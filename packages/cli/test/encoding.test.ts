import { describe, expect, test } from 'vitest';
import { decode, type DetectedEncoding, detectEncoding } from '../src/io/encoding.ts';

/** 党建 in GB18030; 𠮷 there needs four bytes. */
const gb = Buffer.from([0xb5, 0xb3, 0xbd, 0xa8]);

function text(bytes: Uint8Array): string | undefined {
  const detected = detectEncoding(bytes);
  return 'encoding' in detected ? [...decode(bytes, detected)].join('') : undefined;
}

describe('the encoding', () => {
  test.each<[string, Buffer, DetectedEncoding]>([
    ['of ASCII', Buffer.from('abc'), { encoding: 'utf-8', mark: 0 }],
    ['of nothing', Buffer.from(''), { encoding: 'utf-8', mark: 0 }],
    ['of UTF-8', Buffer.from('党建𠮷'), { encoding: 'utf-8', mark: 0 }],
    ['of UTF-8 with a mark', Buffer.from('\ufeff党建'), { encoding: 'utf-8', mark: 3 }],
    ['of GB18030', gb, { encoding: 'gb18030', mark: 0 }],
    ['of UTF-16', Buffer.from('\ufeff党建', 'utf16le'), { encoding: 'utf-16le', mark: 2 }],
    ['of UTF-16 the other way round', Buffer.from('\ufeff党建', 'utf16le').swap16(), { encoding: 'utf-16be', mark: 2 }],
  ])('%s is found', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toEqual(encoding);
  });

  test('is used to decode', () => {
    expect(text(gb)).toBe('党建');
    expect(text(Buffer.from('\ufeff党建', 'utf16le'))).toBe('党建');
    expect(text(Buffer.from('\ufeff党建'))).toBe('党建');
  });

  test('of broken UTF-8 is not taken for GB18030', () => {
    const whole = Buffer.from('办公室党支部,机关支部');
    const broken = Buffer.concat([whole.subarray(0, 4), whole.subarray(5)]);
    expect(detectEncoding(broken)).toEqual({ reason: 'broken-utf-8', offset: 3 });
  });

  test('of bytes that are no text is none', () => {
    expect(detectEncoding(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x01]))).toEqual({ reason: 'binary', offset: 4 });
    expect(detectEncoding(Buffer.from([0xff, 0xff, 0xff]))).toMatchObject({ reason: 'broken-utf-8' });
    expect(detectEncoding(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toMatchObject({ reason: 'binary' });
  });
});

test('characters across the pieces of a long text stay whole', () => {
  const long = '𠮷党'.repeat(400_000);
  const bytes = Buffer.from(`a${long}`);
  const pieces = [...decode(bytes, { encoding: 'utf-8', mark: 1 })];
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('')).toBe(long);
});
