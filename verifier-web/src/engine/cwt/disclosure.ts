/** What each purpose shows, and what it must not (CRED-60): minimisation that readers hold writers to. */
import { wrongFormat } from '../format-error';
import type { Purpose } from '../trust/extensions';
import type { CborMap } from './cbor';

/** `must`: always; `may`: where the permit has it or the authority chose it; `no`: never. Order: full, work, bank, stay. */
type Rule = 'must' | 'may' | 'no';
type Row = readonly [Rule, Rule, Rule, Rule];

const PERSON: Readonly<Record<number, Row>> = {
  8: ['must', 'must', 'must', 'must'],
  19: ['may', 'no', 'may', 'no'],
  20: ['may', 'no', 'may', 'no'],
  9: ['must', 'no', 'no', 'no'],
  13: ['must', 'no', 'must', 'no'],
  1: ['may', 'no', 'may', 'no'],
  16: ['may', 'may', 'may', 'may'],
  17: ['may', 'may', 'may', 'may'],
};

const PERMIT: Readonly<Record<number, Row>> = {
  2: ['must', 'must', 'must', 'must'],
  3: ['must', 'must', 'must', 'must'],
  4: ['must', 'must', 'must', 'must'],
  5: ['must', 'must', 'must', 'no'],
  6: ['must', 'must', 'no', 'no'],
  7: ['must', 'must', 'no', 'no'],
  8: ['must', 'no', 'no', 'no'],
  9: ['must', 'must', 'must', 'must'],
  10: ['may', 'no', 'no', 'no'],
  11: ['may', 'no', 'no', 'no'],
  14: ['may', 'no', 'no', 'no'],
  12: ['may', 'no', 'may', 'no'],
  13: ['may', 'no', 'may', 'no'],
  15: ['may', 'may', 'may', 'may'],
};

export function checkDisclosure(person: CborMap, permit: CborMap, purpose: Purpose): void {
  const column = ['full', 'work', 'bank', 'stay'].indexOf(purpose);
  for (const [rows, claims] of [
    [PERSON, person],
    [PERMIT, permit],
  ] as const) {
    for (const [key, row] of Object.entries(rows)) {
      const there = claims.has(Number(key));
      if (row[column] === 'must' && !there)
        throw wrongFormat('CRED-60', 'a field that this purpose always shows is missing');
      if (row[column] === 'no' && there) throw wrongFormat('CRED-60', 'a field that this purpose never shows is there');
    }
  }
}
