/** Pasted text: one code a line; a seal as hexadecimal digits. Whoever pastes a whole book must not wait for it. */
import { fromHex } from '../engine/bytes/hex';
import { typedCode } from '../engine/verify/verifier';

export const MOST_PASTED = 64;

export interface Pasted {
  readonly codes: readonly Uint8Array[];
  /** Whether there were more lines than are judged. */
  readonly cut: boolean;
}

export function pastedCodes(text: string): Pasted {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const codes = lines
    .slice(0, MOST_PASTED)
    .map((line) => (/^dc[0-9a-f]+$/i.test(line) ? (fromHex(line) ?? typedCode(line)) : typedCode(line)));
  return { codes, cut: lines.length > MOST_PASTED };
}
