/** What the page says about lines that could not be compared: which line, which character, and how many there should be. */
import { expect, test } from 'vitest';
import { helpWith } from '../src/page/zone-help';

const ONE = 'ARUTOALMEIDA<<MARIA<ANA<<<<<<<<<<<<<';
const TWO = 'UT12345675UTO8504021F2902289<<<<<<<2';
const PASSPORT = ['P<XXBMUSTER<<OLENA<VERA<<<<<<<<<<<<<<<<<<<<<', 'P4711001<7XXB8503127F3101311<<<<<<<<<<<<<<06'];
const CARD = ['ARUTOUT12345675<<<<<<<<<<<<<<<', '8503<<2F2803043XXB<<<<<<<<<<<0', 'MUSTER<<OLENA<VERA<<<<<<<<<<<<'];

test.each([
  ['as printed', `${ONE}\n${TWO}`],
  ['in small letters', `${ONE}\n${TWO}`.toLowerCase()],
  ['in one line', ONE + TWO],
  ['in one line that spaces cut', `${ONE} ${TWO}`],
  ['with spaces for fillers', `${ONE}\n${TWO}`.replaceAll('<', ' ')],
  ['with an empty line between them', `${ONE}\r\n\r\n${TWO}\r\n`],
  ['of a card', CARD.join('\n')],
  ['of a passport', PASSPORT.join('\n')],
])('lines %s need no help', (_, text) => {
  expect(helpWith(text)).toBe('');
});

test.each([
  ['a character too few', `${ONE}\n${TWO.slice(1)}`, 'Line 2 has 35 characters and should have 36.'],
  ['one too many', `${ONE}<\n${TWO}`, 'Line 1 has 37 characters and should have 36.'],
  [
    'a passport line cut',
    `${PASSPORT[0]}\n${PASSPORT[1]?.slice(0, 40)}`,
    'Line 2 has 40 characters and should have 44.',
  ],
  ['both lines short', `${ONE.slice(2)}\n${TWO.slice(1)}`, 'Line 1 has 34 characters and should have 36.'],
  ['a card’s line short', CARD.join('\n').replace('<<0', '<0'), 'Line 2 has 29 characters and should have 30.'],
  ['one line only', TWO, 'There is 1 line here.'],
  ['too many lines', `${ONE}\n${TWO}\n${ONE}\n${TWO}`, 'There are 4 lines here.'],
  ['a letter with a mark', `${ONE.replace('M', 'Ü')}\n${TWO}`, 'Character 8 of line 1 does not occur'],
  ['a guillemet', `${ONE.replace('<<', '«')}\n${TWO}`, 'Character 13 of line 1 does not occur'],
  [
    'a wrong number',
    `${ONE}\n${TWO.replace('UT1', 'UT7')}`,
    'The document number does not fit its check digit. Look at characters 1 to 10 of line 2',
  ],
  ['a wrong birth date', `${ONE}\n${TWO.replace('850402', '850403')}`, 'Look at characters 14 to 20 of line 2'],
  ['a wrong end date', `${ONE}\n${TWO.replace('290228', '290229')}`, 'Look at characters 22 to 28 of line 2'],
  ['a wrong last digit', `${ONE}\n${TWO.slice(0, -1)}3`, 'The last digit of line 2'],
])('%s: it says where', (_, text, said) => {
  expect(helpWith(text)).toContain(said);
  expect(helpWith(text)).not.toContain('{');
});

test('nothing that was typed is repeated', () => {
  expect(helpWith('GEHEIM<<NAME\nUT99')).not.toMatch(/GEHEIM|UT99/);
});
