/** A hardware scanner whose keyboard layout is not the machine's. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodeBase45 } from '../src/engine/bytes/base45';
import { meant, type Stroke } from '../src/scan/layouts';
import { Wedge } from '../src/scan/wedge';

/** As long as a permit's, and the same each time. */
function code(seed: string): string {
  const blocks = Array.from({ length: 12 }, (_, i) => createHash('sha256').update(`${seed} ${i}`).digest());
  return `RP1:${encodeBase45(new Uint8Array(deflateSync(Buffer.concat(blocks))))}`;
}
const CODE = code('one');

/** Where on each keyboard the characters are that Base45 has beside letters and digits, and the letters that have moved; ^ is Shift. */
const KEYBOARDS = {
  english: '$^Digit4 %^Digit5 *^Digit8 +^Equal - Minus . Period / Slash :^Semicolon',
  german: '$^Digit4 %^Digit5 *^BracketRight + BracketRight - Slash . Period /^Digit7 :^Period Y^KeyZ Z^KeyY',
  french:
    '$ BracketRight %^Quote * Backslash +^Equal - Digit6 .^Comma /^Period : Period A^KeyQ Q^KeyA Z^KeyW W^KeyZ M^Semicolon',
  italian: '$^Digit4 %^Digit5 *^BracketRight + BracketRight - Slash . Period /^Digit7 :^Period',
} as const;

function pressed(text: string, keyboard: keyof typeof KEYBOARDS): Stroke[] {
  const moved = new Map(
    [...KEYBOARDS[keyboard].matchAll(/(\S)([ ^])(\w+)/g)].map(([, c = '', shift, code = '']) => [
      c,
      { code, shift: shift === '^' },
    ]),
  );
  return [...text].map((c) => {
    if (c === ' ') return { code: 'Space', shift: false };
    if (/[0-9]/.test(c)) return { code: `Digit${c}`, shift: keyboard === 'french' };
    return moved.get(c) ?? { code: `Key${c}`, shift: true };
  });
}

test('the code has every character that there is', () => {
  for (const c of '$%*+-./: YZAQWM') expect(CODE).toContain(c);
});

test.each(Object.keys(KEYBOARDS) as (keyof typeof KEYBOARDS)[])(
  'a scanner set to %s is understood',
  async (keyboard) => {
    // Whatever the machine made of it.
    expect(await meant(CODE.replace(':', 'Ö').toLowerCase(), pressed(CODE, keyboard))).toBe(CODE);
    const continuation = CODE.replace('RP1:', 'RPC1:');
    expect(await meant('rpc1>', pressed(continuation, keyboard))).toBe(continuation);
  },
);

test('what is readable as it was typed is taken as that, whatever the keys say', async () => {
  const other = code('another');
  expect(await meant(CODE, pressed(other, 'german'))).toBe(CODE);
});

test('what no layout makes readable stays as it was typed', async () => {
  const changed = CODE.slice(0, 40) + (CODE[40] === 'A' ? 'B' : 'A') + CODE.slice(41);
  expect(await meant('typed', pressed(changed, 'german'))).toBe('typed');
  expect(await meant('typed', [])).toBe('typed');
  expect(await meant('typed', pressed(`RP1:${encodeBase45(new Uint8Array(40))}`, 'english'))).toBe('typed');
  expect(await meant('typed', pressed(`RP1:${'A'.repeat(9_000)}`, 'english'))).toBe('typed');
});

test('the keys come with what was typed, dead ones too', async () => {
  const wedge = new Wedge();
  const strokes = pressed(CODE, 'english');
  // As a German machine has it, whose key for + is one for accents.
  strokes.forEach((stroke, i) => wedge.key(stroke.code === 'Equal' ? 'Dead' : (CODE[i] ?? ''), i * 8, stroke));
  const ended = wedge.key('Enter', strokes.length * 8, { code: 'Enter', shift: false });
  expect(ended.code).toBe(CODE.replaceAll('+', '\ufffd'));
  expect(await meant(ended.code ?? '', ended.strokes ?? [])).toBe(CODE);
  expect(wedge.key('ArrowLeft', strokes.length * 8 + 8, { code: 'ArrowLeft', shift: false }).taken).toBe(false);
});
