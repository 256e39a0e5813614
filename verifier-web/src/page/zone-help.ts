/** What to do about lines that could not be compared: which character of which line to look at again (VDS-37, VER-48). */
import { MRZ_FORMATS, type MrzFormat, type Place } from '../engine/vds/mrz-format';
import { faultsOf, readTyped, typedLines, type CheckedField, type Zone } from '../engine/vds/zone';
import { fill } from './dom';
import { words } from './words';

/** A sentence for a person, without what was typed; empty for lines that are as they should be. */
export function helpWith(text: string): string {
  const zone = read(text);
  const lines = typedLines(text);
  if (zone === undefined) return oddLines(lines);
  const [fault] = faultsOf(zone);
  return fault === undefined ? '' : (filledUp(zone.format, lines) ?? wrongDigit(zone.format, fault));
}

/** A second line that ends in a digit and was filled up because it was shorter: rather a character is missing in it. */
function filledUp(format: MrzFormat, lines: readonly string[]): string | undefined {
  const { lines: count, line: right, visa } = MRZ_FORMATS[format];
  const n = lines[1]?.length ?? right;
  return visa || lines.length !== count || n >= right
    ? undefined
    : fill(words.compare.help.length, { line: 2, n, right });
}

function read(text: string): Zone | undefined {
  try {
    return readTyped(text);
  } catch {
    return undefined;
  }
}

/** Typed as the zone has them, or with a filler for each space. */
function oddLines(lines: readonly string[]): string {
  const { help } = words.compare;
  const closed = lines.map((line) => line.replaceAll(' ', ''));
  for (const [i, line] of closed.entries()) {
    const at = [...line].findIndex((c) => !/[A-Z0-9<]/.test(c));
    if (at >= 0) return fill(help.character, { line: i + 1, at: at + 1 });
  }
  if (closed.length < 2 || closed.length > 3)
    return closed.length === 1 ? help.oneLine : fill(help.lines, { n: closed.length });
  const lengths = closed.map((line) => line.length);
  const right = nearest(lengths);
  const wrong = lengths.findIndex((n) => n !== right);
  return fill(help.length, { line: wrong + 1, n: lengths[wrong] ?? 0, right });
}

/** Three lines have 30 characters. Of two, the length that one of them has, else that which the longer one is nearer to. */
function nearest(lengths: readonly number[]): number {
  if (lengths.length === 3) return 30;
  const longest = Math.max(...lengths);
  return [36, 44].find((n) => lengths.includes(n)) ?? (longest < 40 ? 36 : 44);
}

function wrongDigit(format: MrzFormat, fault: CheckedField): string {
  const { help } = words.compare;
  const layout = MRZ_FORMATS[format];
  const places: Partial<Record<CheckedField, Place>> = {
    'document number': layout.number,
    'birth date': layout.birthDate,
    'end date': layout.endDate,
    'optional data': layout.optional,
  };
  const place = places[fault];
  if (place === undefined) return help.composite;
  const [line, from, to] = place;
  return fill(help.digit, {
    field: help.fields[fault as keyof typeof help.fields],
    line: line + 1,
    from: from + 1,
    to: to + 1,
  });
}
