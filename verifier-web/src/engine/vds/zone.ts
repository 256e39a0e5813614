/** A machine readable zone as it is printed: its characters, and what its check digits say of them (20-vds part 4). */
import { wrongFormat } from '../format-error';
import { MRZ_FORMATS, partAt, type MrzFormat, type Place } from './mrz-format';

export interface Zone {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
}

/** What a check digit guards. */
export type CheckedField = 'document number' | 'birth date' | 'end date' | 'optional data' | 'composite';

const FORMATS = Object.keys(MRZ_FORMATS) as MrzFormat[];

/**
 * VDS-37: tolerant of how a zone is typed, and nothing in it is corrected.
 *
 * @throws FormatError when it has the lines of no format
 */
export function readTyped(text: string): Zone {
  if (text.length > 500) throw wrongFormat('VDS-37', 'more than 500 characters are no zone');
  const lines = typedLines(text);
  const closed = lines.map((line) => line.replaceAll(' ', ''));
  const longest = Math.max(0, ...lines.map((line) => line.length));
  const zone =
    byLines(closed) ??
    byLines(lines.map((line) => line.replaceAll(' ', '<').padEnd(longest, '<'))) ??
    together(closed.join(''));
  if (zone === undefined) throw wrongFormat('VDS-37', 'it has the lines of no format that is read');
  if (!zone.lines.every((line) => /^[A-Z0-9<]*$/.test(line))) {
    throw wrongFormat('VDS-30', 'a zone has the characters A to Z, 0 to 9 and < only');
  }
  return zone;
}

/** The lines that a person typed, in capitals, without what stands around them; spaces within are left. */
export function typedLines(text: string): string[] {
  return text
    .replace(/[a-z]/g, (c) => c.toUpperCase())
    .replaceAll('\t', ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^ +| +$/g, ''))
    .filter((line) => line !== '');
}

function byLines(lines: readonly string[]): Zone | undefined {
  const format = FORMATS.find((f) => {
    const { lines: count, line, visa } = MRZ_FORMATS[f];
    return lines.length === count && lines.every((l) => l.length === line) && visa === lines[0]?.startsWith('V');
  });
  return format === undefined ? undefined : { format, lines };
}

function together(characters: string): Zone | undefined {
  const format = FORMATS.find((f) => {
    const { lines, line, visa } = MRZ_FORMATS[f];
    return characters.length === lines * line && visa === characters.startsWith('V');
  });
  return format === undefined ? undefined : cut(format, characters);
}

/** Characters of a whole zone as its lines. */
export function cut(format: MrzFormat, characters: string): Zone {
  const { lines, line } = MRZ_FORMATS[format];
  return { format, lines: Array.from({ length: lines }, (_, i) => characters.slice(i * line, (i + 1) * line)) };
}

export function at({ lines }: Zone, [line, from, to]: Place): string {
  return (lines[line] as string).slice(from, to);
}

/** The single character after a place, where check digits stand. */
function digitAfter(zone: Zone, [line, , to]: Place): string {
  return at(zone, [line, to, to + 1]);
}

/** Without the fillers at its end. */
export function unfilled(text: string): string {
  return text.replace(/<+$/, '');
}

export function issuerOf(zone: Zone): string {
  return unfilled(at(zone, [0, 2, 5]));
}

/** The document number, also where it runs over into the optional data (VDS-33). */
export function numberOf(zone: Zone): string {
  return unfilled(at(zone, MRZ_FORMATS[zone.format].number)) + overflow(zone).slice(0, -1);
}

/** Primary and secondary identifier, words parted by spaces. */
export function nameOf(zone: Zone): { readonly primary: string; readonly secondary: string } {
  const field = at(zone, MRZ_FORMATS[zone.format].name);
  const parted = field.indexOf('<<');
  const words = (text: string) => text.replaceAll('<', ' ').replace(/^ +| +$/g, '');
  return parted < 0
    ? { primary: words(field), secondary: '' }
    : { primary: words(field.slice(0, parted)), secondary: words(field.slice(parted + 2)) };
}

/** The rest of a long number and its check digit, from the optional data; empty if the number is not long. */
function overflow(zone: Zone): string {
  const layout = MRZ_FORMATS[zone.format];
  const long =
    (zone.format === 'TD1' || zone.format === 'TD2') &&
    digitAfter(zone, layout.number) === '<' &&
    unfilled(at(zone, layout.number)).length === 9;
  if (!long) return '';
  const rest = at(zone, layout.optional).split('<', 1)[0] ?? '';
  return rest.length < 2 ? '' : rest;
}

/** Names of what is guarded by a check digit that is wrong (VDS-31); empty for a zone as it should be. */
export function faultsOf(zone: Zone): CheckedField[] {
  const layout = MRZ_FORMATS[zone.format];
  const faults: CheckedField[] = [];
  const check = (field: CheckedField, text: string, digit: string) => {
    if (digit !== String(checkDigit(text))) faults.push(field);
  };
  const rest = overflow(zone);
  if (rest === '') check('document number', at(zone, layout.number), digitAfter(zone, layout.number));
  else check('document number', numberOf(zone), rest.slice(-1));
  check('birth date', at(zone, layout.birthDate), digitAfter(zone, layout.birthDate));
  check('end date', at(zone, layout.endDate), digitAfter(zone, layout.endDate));
  if (zone.format === 'TD3') {
    const [optional, digit] = [at(zone, layout.optional), digitAfter(zone, layout.optional)];
    // Where there is no optional data, Doc 9303-4 lets a filler stand for its digit.
    if (digit !== '<' || unfilled(optional) !== '') check('optional data', optional, digit);
  }
  if (!layout.visa) check('composite', composite(zone), (zone.lines[1] as string).slice(-1));
  return faults;
}

function composite({ format, lines }: Zone): string {
  const [one = '', two = ''] = lines;
  return format === 'TD1'
    ? one.slice(5) + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29)
    : two.slice(0, 10) + two.slice(13, 20) + two.slice(21, -1);
}

/** VDS-31 */
export function checkDigit(text: string): number {
  const weights = [7, 3, 1];
  let sum = 0;
  [...text].forEach((c, i) => {
    const value = c === '<' ? 0 : parseInt(c, 36);
    sum += value * (weights[i % 3] as number);
  });
  return sum % 10;
}

/** The parts in which two zones of one format differ, as far as a seal holds them, in words for the evidence (VER-44). */
export function differences(one: Zone, other: Zone): string[] {
  const { stored, line } = MRZ_FORMATS[one.format];
  const [a, b] = [one.lines.join(''), other.lines.join('')];
  const parts = new Set<string>();
  for (let i = 0; i < stored; i++) {
    if (a[i] !== b[i]) parts.add(partAt(one.format, Math.floor(i / line), i % line));
  }
  return [...parts];
}
