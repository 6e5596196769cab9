import { describe, expect, it } from 'vitest';
import { MISREADINGS, misread } from '../../../src/core/line/encodings';

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

const [macRoman, windows1252, latin1] = MISREADINGS;

/** Windows-1252 from 0x80 to 0x9F, by code point, as the web standard has it. */
const C1 = [
  ...[0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d],
  ...[
    0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  ],
  ...[0x153, 0x9d, 0x17e, 0x178],
];

describe('encodings by which text is misread', () => {
  it.each([
    ['Mac Roman', macRoman, (byte: number) => new TextDecoder('macintosh').decode(Uint8Array.of(byte))],
    ['Windows-1252', windows1252, (byte: number) => String.fromCharCode(C1[byte - 0x80] ?? byte)],
    ['Latin-1', latin1, (byte: number) => Buffer.from([byte]).toString('latin1')],
  ])('%s is read as everywhere', (_, reader, expected) => {
    expect(BYTES.map((byte) => reader?.(byte))).toEqual(BYTES.map(expected));
  });

  it('take the bytes of any character', () => {
    const text = 'a é 田 📅 \u{10FFFF}';
    expect(latin1 && misread(text, latin1)).toBe(Buffer.from(text, 'utf8').toString('latin1'));
  });
});
