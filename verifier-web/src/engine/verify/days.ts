/** Days of a country's calendar as moments (VER-9). */
import type { Day } from '../vds/seal';

export { dayText } from '../vds/seal';

/** The first moment of a day in a time zone, milliseconds since 1970. */
export function startOfDay(day: Day, zone: string): number {
  // Date.UTC would take years below 100 for those of the last century.
  const midnight = new Date(0).setUTCFullYear(day.year, day.month - 1, day.day);
  // Twice: the offset at the guess, then the one at the corrected guess, which differ only around a change of clocks.
  const first = midnight - offset(midnight, zone);
  return midnight - offset(first, zone);
}

/** The first moment after a day. */
export function endOfDay(day: Day, zone: string): number {
  return startOfDay(utcDay(new Date(0).setUTCFullYear(day.year, day.month - 1, day.day + 1)), zone);
}

/** The day in which a moment falls. */
export function dayOf(ms: number, zone: string): Day {
  return utcDay(ms + offset(ms, zone));
}

export function parseDay(text: string): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

function utcDay(ms: number): Day {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far local time is ahead of UTC, milliseconds. */
function offset(ms: number, zone: string): number {
  if (zone === 'UTC') return 0;
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(ms).map((p) => [p.type, Number(p.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
