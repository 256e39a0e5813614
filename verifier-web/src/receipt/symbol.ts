/** The code as a barcode that a phone reads from paper. */
import { qrCode, type QrCode } from '../barcode/qr';
import { isText } from './receipt';

/** @returns nothing for what fits into no QR code: it was pasted, and is attached all the same */
export function symbolOf(code: Uint8Array): QrCode | undefined {
  const given = isText(code) ? new TextDecoder().decode(code) : code;
  for (const level of ['M', 'L'] as const) {
    try {
      return qrCode(given, level);
    } catch {
      // The next level holds more.
    }
  }
  return undefined;
}
