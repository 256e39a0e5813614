/** QR codes (ISO/IEC 18004) of what permits are: text of the alphanumeric alphabet, which takes a third less room than as bytes, or bytes. */
import encodeQR, { type QrOpts } from 'qr';

/** L for screens, which are neither dirty nor torn; M for paper. */
export type Level = 'L' | 'M';

export interface QrCode {
  readonly version: number;
  /** Modules on a side, without the quiet zone. */
  readonly size: number;
  isDark(x: number, y: number): boolean;
}

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/;
const CORRECTION = { L: 'low', M: 'medium' } as const;

/**
 * @param code text of any characters becomes bytes of UTF-8
 * @throws RangeError if no version holds it
 */
export function qrCode(code: string | Uint8Array, level: Level): QrCode {
  const rows = modules(code, { ecc: CORRECTION[level], ...(typeof code === 'string' ? ofText(code) : ofBytes(code)) });
  return { version: (rows.length - 17) / 4, size: rows.length, isDark: (x, y) => rows[y]?.[x] === true };
}

function ofText(text: string): QrOpts {
  return { encoding: ALPHANUMERIC.test(text) ? 'alphanumeric' : 'byte' };
}

/** The library asks for text, and for how it becomes bytes. */
function ofBytes(bytes: Uint8Array): QrOpts {
  return { encoding: 'byte', textEncoder: () => bytes };
}

function modules(code: string | Uint8Array, options: QrOpts): readonly (readonly boolean[])[] {
  const border = 1; // the least that the library makes
  let bordered;
  try {
    bordered = encodeQR(typeof code === 'string' ? code : 'bytes', 'raw', { ...options, border });
  } catch (e) {
    throw new RangeError('too long for a QR code', { cause: e });
  }
  return bordered.slice(border, -border).map((row) => row.slice(border, -border));
}
