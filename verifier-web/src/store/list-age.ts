/**
 * After which age of the lists this page speaks up, and whether the clock can be believed. Both are for a person to read; neither
 * changes an answer (TRUST-214, TRUST-75).
 */
import { limits } from '../engine/registry';
import type { Verdict } from '../engine/verify/verdict';
import type { Lists } from './keeper';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const UNSAID = '36h';

/** Milliseconds from the form that the command's `--warn-after` takes: `90m`, `36h`, `3d`. @throws Error when it is none */
export function readWarnAfter(written: string = UNSAID): number {
  const [, number, unit] = /^([1-9][0-9]{0,4})([mhd])$/.exec(written) ?? [];
  if (number === undefined || unit === undefined) throw new Error('deployment.json: warnAfter is no duration');
  return Number(number) * (UNITS[unit] as number);
}

/**
 * The age of the list that a VALID was judged by, of a neighbour's permit that of the older of the two lists, if it is more than `warnAfter`;
 * undefined where there is nothing to warn of.
 */
export function warnedAge({ outcome, trust, at }: Verdict, warnAfter: number): number | undefined {
  if (outcome !== 'VALID' || trust.known !== 'PINNED' || trust.madeAt === null) return undefined;
  const made = [trust.madeAt, trust.neighbour?.madeAt ?? trust.madeAt].map((instant) => Date.parse(instant));
  const age = Date.parse(at) - Math.min(...made);
  return age > warnAfter ? age : undefined;
}

/** The same of the lists at hand, before anything is judged by them. */
export function oldLists({ sources: { list, known } }: Lists, now: number, warnAfter: number): number | undefined {
  if (list === undefined || known !== 'PINNED' || now - list.issued <= warnAfter) return undefined;
  return now - list.issued;
}

/** When the newest document at hand was signed, if this machine's clock is before that (TRUST-75). */
export function clockIsBefore({ snapshot }: Lists, now: number): number | undefined {
  if (snapshot === undefined) return undefined;
  const { root, manifest, list, statusLists, sealRevocations, neighbourSeals } = snapshot;
  const seals = [...(sealRevocations === undefined ? [] : [sealRevocations]), ...neighbourSeals.values()];
  const documents = [root, manifest, list, ...statusLists.values(), ...seals];
  const newest = Math.max(...documents.map(({ issued }) => issued));
  return newest > now + limits.clockToleranceSeconds * 1000 ? newest : undefined;
}
