/** Pasted text: one code a line; a seal as hexadecimal digits. */
import { fromHex } from '../engine/bytes/hex';
import { typedCode } from '../engine/verify/verifier';

export function pastedCodes(text: string): Uint8Array[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (/^dc[0-9a-f]+$/i.test(line) ? (fromHex(line) ?? typedCode(line)) : typedCode(line)));
}
