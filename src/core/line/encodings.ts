/**
 * The three single-byte encodings by which UTF-8 is most often misread, as tables from byte to character.
 * Source: the WHATWG Encoding Standard (windows-1252, macintosh) and ISO 8859-1.
 */

/** Mac OS Roman 0x80 to 0xFF; 0xF0 is Apple's logo in the private use area. */
const MAC_ROMAN_HIGH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Windows-1252 0x80 to 0x9F; the five unassigned bytes stay control characters. */
const WINDOWS_1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Turns one byte into the character that an encoding gives it. */
export type ByteReader = (byte: number) => string;

/** The encodings in the order in which they are tried. */
export const MISREADINGS: readonly ByteReader[] = [
  (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (MAC_ROMAN_HIGH[byte - 0x80] ?? '')),
  (byte) => (byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252_C1[byte - 0x80] ?? '') : String.fromCharCode(byte)),
  (byte) => String.fromCharCode(byte),
];

/** What a text becomes when its UTF-8 bytes are read by another encoding. */
export function misread(text: string, reader: ByteReader): string {
  return utf8Bytes(text).map(reader).join('');
}

// The core has neither TextEncoder nor Buffer: both belong to a platform.
function utf8Bytes(text: string): number[] {
  return Array.from(encodeURIComponent(text).matchAll(/%(..)|./g), ([unit, hex]) =>
    hex ? Number.parseInt(hex, 16) : unit.charCodeAt(0),
  );
}
