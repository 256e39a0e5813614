/**
 * The tables of spec/registry, packed into the page when it is built: the one source that this engine and the Java one share.
 */
import categoriesFile from '../../../../spec/registry/categories.json';
import limitsFile from '../../../../spec/registry/limits.json';
import purposesFile from '../../../../spec/registry/purposes.json';
import reasonsFile from '../../../../spec/registry/reasons.json';
import testKeysFile from '../../../../spec/registry/test-keys.json';
import type { Purpose } from '../trust/extensions';

export const limits = limitsFile;

export type Question = 'authentic' | 'right' | 'holder';

export interface Reason {
  readonly code: string;
  readonly question: Question;
  readonly result: 'PASSED' | 'FAILED' | 'INDETERMINATE' | 'MISMATCH' | 'COMPARE';
  readonly gravity?: number;
  readonly icao?: { readonly status: string; readonly subIndication: string };
}

export const reasons = reasonsFile.reasons as readonly Reason[];
export const icaoTrustLevels: Readonly<Record<string, string>> = reasonsFile.icaoTrustLevels;

const byCode = new Map(reasons.map((r) => [r.code, r]));

export function reason(code: string): Reason {
  const found = byCode.get(code);
  if (found === undefined) throw new Error(`reasons.json has no ${code}`);
  return found;
}

/** Gravest first; among equals, first in the file (VER-5). */
export function graver(a: Reason, b: Reason): number {
  const none = Number.POSITIVE_INFINITY;
  const [ga, gb] = [a.gravity ?? none, b.gravity ?? none];
  return ga === gb ? reasons.indexOf(a) - reasons.indexOf(b) : ga - gb;
}

export interface Category {
  readonly code: number;
  readonly name: string;
  readonly grants: string;
  readonly title: Readonly<Record<string, string>>;
}

export const categories = categoriesFile.categories as readonly Category[];

/** The purposes that a credential made for one answers (VER-32). */
export function answersOf(purpose: Purpose): readonly Purpose[] {
  return (purposesFile.purposes.find((p) => p.name === purpose)?.answers ?? []) as readonly Purpose[];
}

export const testKeys: ReadonlySet<string> = new Set(testKeysFile.subjectPublicKeyInfoSha256);
