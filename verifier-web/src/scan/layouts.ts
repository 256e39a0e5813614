/**
 * What a hardware scanner meant whose keyboard layout is not the machine's: German on an English machine, `RP1:` comes as `RP1>`. The
 * keys that it pressed are known whatever came of them; each layout is asked what they mean, and only one may make a readable code of
 * them. Codes in Base45 alone: their own check sum tells.
 */
import { decodeBase45 } from '../engine/bytes/base45';
import { inflateZlib } from '../engine/bytes/inflate';
import { limits } from '../engine/registry';

/** A key by its place (`KeyboardEvent.code`), with or without Shift. */
export interface Stroke {
  readonly code: string;
  readonly shift: boolean;
}

const row = (prefix: string, names: string) => [...names].map((name) => prefix + name);
/** From the key left of 1 to the one left of the right Shift, as on a keyboard for English. */
const PLACES: readonly string[] = [
  'Backquote',
  ...row('Digit', '1234567890'),
  'Minus',
  'Equal',
  ...row('Key', 'QWERTYUIOP'),
  'BracketLeft',
  'BracketRight',
  ...row('Key', 'ASDFGHJKL'),
  'Semicolon',
  'Quote',
  'Backslash',
  ...row('Key', 'ZXCVBNM'),
  'Comma',
  'Period',
  'Slash',
];

/** Without Shift and with it, a character for each place; a blank where a code has none of that key. */
const LAYOUTS: readonly (readonly [string, string])[] = [
  // English
  ["`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./", '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?'],
  // German
  [' 1234567890  qwertzuiop +asdfghjkl  #yxcvbnm,.-', ' !" $%&/()=? QWERTZUIOP *ASDFGHJKL  \'YXCVBNM;:_'],
  // French
  [" &  '(- _  )=azertyuiop $qsdfghjklm *wxcvbn,;:!", ' 1234567890 +AZERTYUIOP  QSDFGHJKLM% WXCVBN?./ '],
  // Spanish and Italian, which differ from one another in keys that codes do not use
  [" 1234567890' qwertyuiop +asdfghjkl   zxcvbnm,.-", ' !" $%&/()=? QWERTYUIOP *ASDFGHJKL   ZXCVBNM;:_'],
];

const KNOWN: ReadonlySet<string> = new Set(['Space', ...PLACES]);

export function writes(code: string): boolean {
  return KNOWN.has(code);
}

/** @return what was typed where that is readable, or no layout or more than one makes it so; else what was meant */
export async function meant(typed: string, strokes: readonly Stroke[]): Promise<string> {
  if (await readable(typed)) return typed;
  const found = new Set<string>();
  for (const layout of LAYOUTS) {
    const text = strokes.map((stroke) => written(stroke, layout)).join('');
    if (await readable(text)) found.add(text);
  }
  const [only, another] = found;
  return only !== undefined && another === undefined ? only : typed;
}

function written({ code, shift }: Stroke, [plain, shifted]: readonly [string, string]): string {
  if (code === 'Space') return ' ';
  const character = (shift ? shifted : plain)[PLACES.indexOf(code)] ?? ' ';
  // What no code has: only the space bar writes a space.
  return character === ' ' ? '\0' : character;
}

async function readable(text: string): Promise<boolean> {
  const inside = /^RPC?1:(.+)$/.exec(text)?.[1];
  if (inside === undefined || text.length > limits.maxCodeBytes) return false;
  try {
    const zlib = decodeBase45(inside, 'CRED-3');
    await inflateZlib(zlib, Math.min(limits.maxCredentialBytes, zlib.length * limits.maxInflateRatio), 'CRED-4');
    return true;
  } catch {
    return false;
  }
}
