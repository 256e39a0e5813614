/** Types of seals and the countries' codes and time zones, from spec/registry. */
import countriesFile from '../../../../spec/registry/countries.json';
import profilesFile from '../../../../spec/registry/profiles.json';
import type { MrzFormat } from '../vds/mrz';

export interface FeatureRule {
  /** Two upper-case hex digits. */
  readonly tag: string;
  readonly name: string;
  readonly coding: 'c40' | 'mrz' | 'utf8' | 'uint' | 'duration' | 'uuid' | 'day' | 'period' | 'bytes';
  readonly mrz?: MrzFormat;
  readonly bytes: readonly [number, number];
  readonly characters?: readonly [number, number];
  readonly pad?: number;
  readonly mandatory: boolean;
}

export interface Profile {
  readonly id: string;
  /** As in the machine readable zone, or `*` for any. */
  readonly country: string;
  readonly reference: string;
  readonly category: string;
  /** Of a profile of TR-03171 that feature 00 names, with hyphens. */
  readonly uuid?: string;
  readonly name: string;
  readonly versions: readonly number[];
  readonly closed: boolean;
  readonly grants: 'residence' | 'stay' | 'none';
  /** The feature that holds the document's last day. */
  readonly expiry?: string;
  readonly oneOf?: readonly (readonly string[])[];
  readonly features: readonly FeatureRule[];
}

/** The types that a verifier knows: those of the registry, and those of an authority's own files (profile-file.ts). */
export type Profiles = readonly Profile[];

export const standardProfiles = profilesFile.profiles as unknown as Profiles;

/**
 * The country's own type before one of any country (VDS-18), that of the uuid that the seal names before that of none (VDS-29).
 *
 * @param uuid as feature 00 names it, with hyphens
 */
export function profileOf(
  profiles: Profiles,
  country: string,
  documentType: string,
  uuid: string | undefined,
): Profile | undefined {
  const find = (key: string, named: string | undefined) =>
    profiles.find((p) => p.country === key && p.reference + p.category === documentType && p.uuid === named);
  return find(country, uuid) ?? find(country, undefined) ?? find('*', uuid) ?? find('*', undefined);
}

interface Country {
  readonly code: string;
  readonly signer: string;
  readonly timeZone?: string;
}

const countries = countriesFile.countries as readonly Country[];

/** IANA name; UTC for a country without (VDS-21). */
export function zoneOf(country: string): string {
  return countries.find((c) => c.code === country)?.timeZone ?? 'UTC';
}

/** Whether a two-letter signer country stands for this country of the machine readable zone (VDS-16). */
export function standsFor(signerCountry: string, country: string): boolean {
  return countries.some((c) => c.code === country && c.signer === signerCountry);
}

export function profileTitle(profiles: Profiles, id: string | undefined): string | undefined {
  return profiles.find((p) => p.id === id)?.name;
}
