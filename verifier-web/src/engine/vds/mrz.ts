/**
 * Machine readable zones inside seals (Doc 9303 parts 4 to 7; 20-vds part 4): taken apart, dates resolved, check digits compared. A
 * wrong check digit in a well-signed seal is reported, it breaks no format (VDS-31).
 */
import { wrongFormat } from '../format-error';
import { isDay, type Day } from './seal';

export type MrzFormat = 'TD1' | 'TD2' | 'MRV_A' | 'MRV_B';

export interface Mrz {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  readonly documentCode: string;
  readonly issuer: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly number: string;
  readonly nationality: string;
  readonly sex: 'M' | 'F' | 'X';
  /** `1985-02-00`: unknown parts are zeros; undefined when it is no date at all. */
  readonly birth?: string;
  /** The last day; undefined when it is masked or no day of the calendar. */
  readonly end?: Day;
  /** Names of fields whose check digit does not fit. */
  readonly wrongCheckDigits: readonly string[];
}

/** Characters that are stored in a seal, and length of a line. */
export const MRZ_FORMATS: Readonly<Record<MrzFormat, { readonly stored: number; readonly line: number }>> = {
  TD1: { stored: 90, line: 30 },
  TD2: { stored: 72, line: 36 },
  MRV_A: { stored: 72, line: 44 },
  MRV_B: { stored: 64, line: 36 },
};

/** @param text characters as stored, fillers as spaces */
export function readMrz(text: string, format: MrzFormat, issued: Day): Mrz {
  const { stored, line } = MRZ_FORMATS[format];
  if (text.length !== stored) throw wrongFormat('VDS-19', 'the machine readable zone has a wrong length');
  const count = format === 'TD1' ? 3 : 2;
  const filled = text.replaceAll(' ', '<').padEnd(count * line, '<');
  const lines = Array.from({ length: count }, (_, i) => filled.slice(i * line, (i + 1) * line));
  return format === 'TD1'
    ? td1(lines as [string, string, string], issued)
    : twoLines(lines as [string, string], format, issued);
}

function td1(lines: readonly [string, string, string], issued: Day): Mrz {
  const [one, two, three] = lines;
  const wrong = new CheckDigits();
  const number = documentNumber(one.slice(5, 14), one.charAt(14), one.slice(15, 30), wrong);
  wrong.compare('birth date', two.slice(0, 6), two.charAt(6));
  wrong.compare('end date', two.slice(8, 14), two.charAt(14));
  wrong.compare('composite', one.slice(5, 30) + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29), two.charAt(29));
  return {
    ...common(one, three, two.slice(15, 18), two.charAt(7), two.slice(0, 6), two.slice(8, 14), issued),
    format: 'TD1',
    lines,
    number,
    wrongCheckDigits: wrong.fields,
  };
}

function twoLines(lines: readonly [string, string], format: MrzFormat, issued: Day): Mrz {
  const [one, two] = lines;
  const wrong = new CheckDigits();
  const visa = format !== 'TD2';
  if (visa) wrong.compare('number', two.slice(0, 9), two.charAt(9));
  const number = visa
    ? unfill(two.slice(0, 9))
    : documentNumber(two.slice(0, 9), two.charAt(9), two.slice(28, 35), wrong);
  wrong.compare('birth date', two.slice(13, 19), two.charAt(19));
  wrong.compare('end date', two.slice(21, 27), two.charAt(27));
  if (!visa) wrong.compare('composite', two.slice(0, 10) + two.slice(13, 20) + two.slice(21, 35), two.charAt(35));
  return {
    ...common(one, one.slice(5), two.slice(10, 13), two.charAt(20), two.slice(13, 19), two.slice(21, 27), issued),
    format,
    lines,
    number,
    wrongCheckDigits: wrong.fields,
  };
}

function common(one: string, names: string, nationality: string, sex: string, birth: string, end: string, issued: Day) {
  const parted = names.indexOf('<<');
  const [surname, givenNames] = parted < 0 ? [names, ''] : [names.slice(0, parted), names.slice(parted + 2)];
  const born = birthDate(birth, issued);
  const last = endDate(end, issued);
  const shown: Mrz['sex'] = sex === 'M' || sex === 'F' ? sex : 'X';
  return {
    documentCode: unfill(one.slice(0, 2)),
    issuer: unfill(one.slice(2, 5)),
    surname: unfill(surname),
    givenNames: unfill(givenNames),
    nationality: unfill(nationality),
    sex: shown,
    ...(born === undefined ? {} : { birth: born }),
    ...(last === undefined ? {} : { end: last }),
  };
}

/** VDS-33: a long number goes on in the optional data. */
function documentNumber(nine: string, digit: string, optional: string, wrong: CheckDigits): string {
  const rest = digit === '<' ? /^([0-9A-Z]+)<*$|^([0-9A-Z]+)</.exec(optional) : null;
  const tail = rest?.[1] ?? rest?.[2];
  if (tail === undefined || tail.length < 2) {
    wrong.compare('number', nine, digit);
    return unfill(nine);
  }
  const whole = nine + tail.slice(0, -1);
  wrong.compare('number', whole, tail.slice(-1));
  return unfill(whole);
}

/** VDS-36: the latest such year that is not after the year of issue. */
function birthDate(yymmdd: string, issued: Day): string | undefined {
  const m = /^([0-9]{2}|<<)([0-9]{2}|<<)([0-9]{2}|<<)$/.exec(yymmdd);
  if (m === null) return undefined;
  const part = (text: string | undefined) => (text === '<<' ? '00' : (text as string));
  if (m[1] === '<<') return `0000-${part(m[2])}-${part(m[3])}`;
  const yy = Number(m[1]);
  const century = Math.floor(issued.year / 100) * 100;
  const year = century + yy > issued.year ? century - 100 + yy : century + yy;
  return `${year}-${part(m[2])}-${part(m[3])}`;
}

/** VDS-36: the year that lies between 50 years before and 49 after the year of issue. */
function endDate(yymmdd: string, issued: Day): Day | undefined {
  if (!/^[0-9]{6}$/.test(yymmdd)) return undefined;
  const yy = Number(yymmdd.slice(0, 2));
  const first = issued.year - 50;
  const year = first + ((((yy - first) % 100) + 100) % 100);
  const end = { year, month: Number(yymmdd.slice(2, 4)), day: Number(yymmdd.slice(4, 6)) };
  return isDay(end) ? end : undefined;
}

function unfill(text: string): string {
  return text.replaceAll('<', ' ').trim();
}

class CheckDigits {
  readonly fields: string[] = [];

  compare(field: string, text: string, digit: string): void {
    const expected = String(checkDigit(text));
    if (digit !== expected && !(digit === '<' && expected === '0')) this.fields.push(field);
  }
}

/** VDS-31. */
export function checkDigit(text: string): number {
  const weights = [7, 3, 1];
  let sum = 0;
  [...text].forEach((c, i) => {
    const value = c === '<' ? 0 : parseInt(c, 36);
    sum += value * (weights[i % 3] as number);
  });
  return sum % 10;
}
