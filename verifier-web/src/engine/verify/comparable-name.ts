/** Names reduced so that two documents' lawful spellings of one name are equal (VER-46). */
import { MRZ_FORMATS } from '../vds/mrz-format';
import { at, nameOf, type Zone } from '../vds/zone';

export interface ComparableName {
  readonly primary: readonly string[];
  readonly secondary: readonly string[];
  /** Whether something of it may have been cut. */
  readonly mayLack: boolean;
}

const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'OE',
  Ð: 'D',
  Đ: 'D',
  Þ: 'TH',
  ẞ: 'SS',
  Ħ: 'H',
  Ł: 'L',
  Ŀ: 'L',
  Ŋ: 'N',
  Ŧ: 'T',
  Ə: 'E',
  Ĳ: 'IJ',
};

export function nameInZone(zone: Zone): ComparableName {
  const { primary, secondary } = nameOf(zone);
  const field = at(zone, MRZ_FORMATS[zone.format].name);
  return { primary: words(primary), secondary: words(secondary), mayLack: !field.endsWith('<') };
}

/** What parts words, beside the letters A to Z: the rest of ASCII, the space that does not break, the middle dot, hyphens and dashes. */
const OTHER = /[^\x00-\x7F\u00A0\u00B7\u2010-\u2015]/;

/** Undefined for a name that is left with any other character: it is in another script than Latin. */
export function nameInText(surname: string, givenNames = ''): ComparableName | undefined {
  const [primary, secondary] = [letters(surname), letters(givenNames)];
  return OTHER.test(primary + secondary)
    ? undefined
    : { primary: words(primary), secondary: words(secondary), mayLack: false };
}

export function agree(a: ComparableName, b: ComparableName): boolean {
  if (a.mayLack || b.mayLack) {
    const alike = beginAlike(a.primary[0], b.primary[0]) || standsIn(a, b) || standsIn(b, a);
    const [first, second] = [a.secondary[0], b.secondary[0]];
    return alike && (first === undefined || second === undefined || first[0] === second[0]);
  }
  const joined = (text: readonly string[]) => text.join('');
  const sorted = (name: ComparableName) => joined([...name.primary, ...name.secondary].sort());
  return (
    (joined(a.primary) === joined(b.primary) && joined(a.secondary) === joined(b.secondary)) || sorted(a) === sorted(b)
  );
}

function beginAlike(one = '', other = ''): boolean {
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

/** Whether a name that is not divided, and so perhaps begins with a given name, has the first word of the other's primary identifier. */
function standsIn({ primary: [first] }: ComparableName, undivided: ComparableName): boolean {
  return undivided.secondary.length === 0 && undivided.primary.some((word) => beginAlike(first, word));
}

function letters(text: string): string {
  return [...text.toUpperCase()]
    .map((c) => LETTERS[c] ?? c)
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/['\u2018\u2019\u02BC`\u00B4\u02B9\u02BA]/g, '');
}

function words(text: string): string[] {
  return text
    .split(/[^A-Z]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/UXX|NXX|AE|OE|UE|AA/g, (found) => found.charAt(0)));
}
