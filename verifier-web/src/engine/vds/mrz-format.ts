/** The sizes of machine readable zone, and where each field stands (Doc 9303 parts 4 to 7; VDS-30). */

export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV_A' | 'MRV_B';

/** Line, first character, the one after the last; all from 0. */
export type Place = readonly [line: number, from: number, to: number];

export interface Layout {
  readonly lines: number;
  readonly line: number;
  readonly visa: boolean;
  /** Characters of the whole zone that a seal holds: a visa's second line ends after the check digit of its end date. */
  readonly stored: number;
  readonly name: Place;
  readonly number: Place;
  readonly nationality: Place;
  readonly birthDate: Place;
  readonly sex: Place;
  readonly endDate: Place;
  /** The first of two in TD1. */
  readonly optional: Place;
}

function twoLines(line: number, visa: boolean, optionalEnd: number): Layout {
  return {
    lines: 2,
    line,
    visa,
    stored: visa ? line + 28 : 2 * line,
    name: [0, 5, line],
    number: [1, 0, 9],
    nationality: [1, 10, 13],
    birthDate: [1, 13, 19],
    sex: [1, 20, 21],
    endDate: [1, 21, 27],
    optional: [1, 28, optionalEnd],
  };
}

export const MRZ_FORMATS: Readonly<Record<MrzFormat, Layout>> = {
  TD1: {
    lines: 3,
    line: 30,
    visa: false,
    stored: 90,
    name: [2, 0, 30],
    number: [0, 5, 14],
    nationality: [1, 15, 18],
    birthDate: [1, 0, 6],
    sex: [1, 7, 8],
    endDate: [1, 8, 14],
    optional: [0, 15, 30],
  },
  TD2: twoLines(36, false, 35),
  TD3: twoLines(44, false, 42),
  MRV_A: twoLines(44, true, 44),
  MRV_B: twoLines(36, true, 36),
};

/** The part of a format that stands at a character of a line, in words for the evidence (VER-44). */
export function partAt(format: MrzFormat, line: number, character: number): string {
  const layout = MRZ_FORMATS[format];
  const has = ([at, from, to]: Place) => line === at && character >= from && character < to;
  const next = ([at, , to]: Place): Place => [at, to, to + 1];
  if (line === 0 && character < 2) return 'document code';
  if (line === 0 && character < 5) return 'issuing State';
  if (has(layout.name)) return 'name';
  if (has(layout.number)) return 'document number';
  if (has(layout.nationality)) return 'nationality';
  if (has(layout.birthDate)) return 'birth date';
  if (has(layout.sex)) return 'sex';
  if (has(layout.endDate)) return 'end date';
  const digits: Place[] = [next(layout.number), next(layout.birthDate), next(layout.endDate)];
  if (format === 'TD3') digits.push(next(layout.optional));
  if (!layout.visa) digits.push([1, layout.line - 1, layout.line]);
  return digits.some(has) ? 'check digits' : 'optional data';
}
