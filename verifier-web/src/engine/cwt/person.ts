/** Claim 169: the person (30-residence-credential 5). */
import { wrongFormat } from '../format-error';
import type { CborMap } from './cbor';
import { birthDate, byteString, country, keysWithin, text, uint } from './values';

export type PhotoFormat = 'jpeg' | 'jpeg2000' | 'avif' | 'webp';

export interface Person {
  readonly surname?: string;
  readonly givenNames?: string;
  readonly fullName?: string;
  /** `YYYY-MM-DD`, zeros for what is unknown. */
  readonly birth?: string;
  readonly sex?: 'M' | 'F' | 'X';
  readonly nationality?: string;
  readonly nameInOwnScript?: { readonly text: string; readonly language: string };
  readonly personalNumber?: string;
  readonly photo?: { readonly bytes: Uint8Array; readonly format: PhotoFormat };
}

export function readPerson(claim: CborMap): Person {
  keysWithin(claim, [1, 4, 5, 7, 8, 9, 13, 16, 17, 19, 20], 'CRED-40');
  const split = claim.has(7) && !claim.has(4);
  const whole = claim.has(4) && !claim.has(7) && !claim.has(5);
  if (!split && !whole) throw wrongFormat('CRED-41', 'the name is missing or twofold');
  if (claim.has(19) !== claim.has(20)) throw wrongFormat('CRED-44', 'a name in another script without its language');
  if (claim.has(16) !== claim.has(17)) throw wrongFormat('CRED-46', 'a photo without its format');
  return {
    ...(claim.has(7) ? { surname: text(claim.get(7), 120) } : {}),
    ...(claim.has(5) ? { givenNames: text(claim.get(5), 120) } : {}),
    ...(claim.has(4) ? { fullName: text(claim.get(4), 240) } : {}),
    ...(claim.has(8) ? { birth: birthDate(claim.get(8)) } : {}),
    ...(claim.has(9) ? { sex: readSex(claim) } : {}),
    ...(claim.has(13) ? { nationality: country(claim.get(13), 'CRED-42') } : {}),
    ...(claim.has(19) ? { nameInOwnScript: ownScript(claim) } : {}),
    ...(claim.has(1) ? { personalNumber: text(claim.get(1), 40) } : {}),
    ...(claim.has(16) ? { photo: readPhoto(claim) } : {}),
  };
}

function readSex(claim: CborMap): 'M' | 'F' | 'X' {
  const sex = uint(claim.get(9), 3, 'CRED-45');
  if (sex === 0) throw wrongFormat('CRED-45', 'a sex that is not listed');
  return sex === 1 ? 'M' : sex === 2 ? 'F' : 'X';
}

function ownScript(claim: CborMap): { text: string; language: string } {
  const language = text(claim.get(20), 12);
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(language))
    throw wrongFormat('CRED-44', 'a language of a wrong form');
  return { text: text(claim.get(19), 240), language };
}

const FORMATS: readonly PhotoFormat[] = ['jpeg', 'jpeg2000', 'avif', 'webp'];

function readPhoto(claim: CborMap): { bytes: Uint8Array; format: PhotoFormat } {
  const bytes = byteString(claim.get(16), 1, 700, 'CRED-46');
  const number = uint(claim.get(17), 4, 'CRED-46');
  const format = FORMATS[number - 1];
  if (format === undefined) throw wrongFormat('CRED-46', 'a photo of an unknown format');
  if (!beginsAs(bytes, format)) throw wrongFormat('CRED-47', 'a photo of another format than it says');
  return { bytes, format };
}

function beginsAs(bytes: Uint8Array, format: PhotoFormat): boolean {
  const at = (offset: number, hex: string) => hex.split(' ').every((h, i) => bytes[offset + i] === parseInt(h, 16));
  switch (format) {
    case 'jpeg':
      return at(0, 'FF D8 FF');
    case 'jpeg2000':
      return at(4, '6A 50 20 20') || at(0, 'FF 4F FF 51');
    case 'avif':
      return at(4, '66 74 79 70 61 76 69 66');
    case 'webp':
      return at(0, '52 49 46 46') && at(8, '57 45 42 50');
  }
}
