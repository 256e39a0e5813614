/** CRED-31, CRED-32 and VER-46 at the edge of the one version of Unicode that they speak of, whatever version this platform has. */
import { expect, test } from 'vitest';
import { text } from '../src/engine/cwt/values';
import { isAssigned } from '../src/engine/registry/unicode';
import { agree, nameInText } from '../src/engine/verify/comparable-name';

const of = (point: number) => String.fromCodePoint(point);

test.each([0x41, 0x377, 0x37a, 0x9ffc, 0x10fb0, 0x1fbf9, 0x30000, 0x3134a, 0x16fe4])(
  'U+%i is of Unicode 13.0',
  (point) => {
    expect(isAssigned(of(point))).toBe(true);
    expect(text(of(point), 120)).toBe(of(point));
  },
);

test.each([0x378, 0x379, 0x9ffd, 0x10570, 0x113c5, 0x1df00, 0x31350, 0xa7cb, 0xffff, 0x10ffff])(
  'U+%i is not, and stands in no text',
  (point) => {
    expect(isAssigned(of(point))).toBe(false);
    expect(() => text(`a${of(point)}`, 120)).toThrow('characters');
  },
);

test('this platform assigns all of them too', () => {
  for (let point = 0; point <= 0x10ffff; point++) {
    if (/\p{Cn}/u.test(of(point)) && isAssigned(of(point))) throw new Error(point.toString(16));
  }
});

test('a sequence that a later version composes is refused for its characters, not for its form', () => {
  expect(() => text('\u{11382}\u{113C9}', 120)).toThrow('characters');
});

test.each([' ', '-', '.', '/', '1', '_', '\u00a0', '\u00b7', '\u2010', '\u2013', '\u2015'])('%j parts words', (c) => {
  expect(nameInText('Muster', `Anna${c}Maria`)).toEqual(nameInText('Muster', 'Anna Maria'));
});

test.each([
  0xa1, 0xaa, 0xb5, 0xd7, 0x250, 0x264, 0x2be, 0x1dc4, 0x20d0, 0x2016, 0x2026, 0x30fb, 0xff21, 0x1f600, 0x1d400, 0xa7cb,
  0x1df00, 0x378,
])('a name with U+%i is not compared', (point) => {
  expect(nameInText('Muster', `A${of(point)}`)).toBeUndefined();
});

test.each([
  ['ﬁnn', 'FINN'],
  ['ŉoor', 'NOOR'],
  ['ǰan', 'JAN'],
  ['ıl', 'IL'],
  ['ſam', 'SAM'],
  ['q\u0307\u0323', 'Q'],
  ['ẞ', 'SS'],
  ['Straße', 'STRASSE'],
])('%s is written %s', (name, written) => {
  const [one, other] = [nameInText('Muster', name), nameInText('Muster', written)];
  expect(one !== undefined && other !== undefined && agree(one, other)).toBe(true);
});
