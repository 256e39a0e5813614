/** Dates of which some digits are not known (IDB-18, IDB-25). */
import { wrongFormat } from '../format-error';
import { isDay, type Day } from '../vds/seal';

export interface MaskedDate {
  /** `2027-xx-xx`. */
  readonly text: string;
  /** The first day that fits; undefined where the year is not known. */
  readonly first?: Day;
}

/**
 * @param value a mask byte, highest bit for the first digit of MMDDYYYY, and that number in three bytes
 * @throws FormatError
 */
export function readMaskedDate(value: Uint8Array): MaskedDate {
  const [mask = 0, a = 0, b = 0, c = 0] = value;
  const digits = String((a << 16) | (b << 8) | c).padStart(8, '0');
  const unknown = (i: number) => (mask & (0x80 >> i)) !== 0;
  const known = [...digits].map((d, i) => (unknown(i) ? 'x' : d)).join('');
  if ([...digits].some((d, i) => unknown(i) && d !== '0')) throw wrongFormat('IDB-18', 'an unknown digit is not 0');
  const first = firstDay(known);
  if (first === undefined) throw wrongFormat('IDB-18', 'a date that is no day');
  const text = `${known.slice(4)}-${known.slice(0, 2)}-${known.slice(2, 4)}`;
  return known.slice(4).includes('x') ? { text } : { text, first };
}

function firstDay(known: string): Day | undefined {
  const fit = (pattern: string, least: number, most: number) => {
    const form = new RegExp(`^${pattern.replaceAll('x', '[0-9]')}$`);
    return Array.from({ length: most - least + 1 }, (_, i) => least + i).filter((n) =>
      form.test(String(n).padStart(pattern.length, '0')),
    );
  };
  for (const year of fit(known.slice(4), 1900, 2999)) {
    for (const month of fit(known.slice(0, 2), 1, 12)) {
      for (const day of fit(known.slice(2, 4), 1, 31)) if (isDay({ year, month, day })) return { year, month, day };
    }
  }
  return undefined;
}
