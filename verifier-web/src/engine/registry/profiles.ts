/** Types of seals and the countries' codes and time zones, from spec/registry. */
import countriesFile from '../../../../spec/registry/countries.json';
import profilesFile from '../../../../spec/registry/profiles.json';
import type { MrzFormat } from '../vds/mrz';

export interface FeatureRule {
  /** Two upper-case hex digits. */
  readonly tag: string;
  readonly name: string;
  readonly coding: 'c40' | 'mrz' | 'utf8' | 'uint' | 'duration' | 'bytes';
  readonly mrz?: MrzFormat;
  readonly bytes: readonly [number, number];
  readonly characters?: readonly [number, number];
  readonly mandatory: boolean;
}

export interface Profile {
  readonly id: string;
  /** As in the machine readable zone, or `*` for any. */
  readonly country: string;
  readonly reference: string;
  readonly category: string;
  readonly name: string;
  readonly versions: readonly number[];
  readonly closed: boolean;
  readonly grants: 'residence' | 'stay' | 'none';
  readonly expiry?: 'mrz';
  readonly oneOf?: readonly (readonly string[])[];
  readonly features: readonly FeatureRule[];
}

const profiles = profilesFile.profiles as unknown as readonly Profile[];

/** The country's own type before one of any country (VDS-18). */
export function profileOf(country: string, documentType: string): Profile | undefined {
  const find = (key: string) => profiles.find((p) => p.country === key && p.reference + p.category === documentType);
  return find(country) ?? find('*');
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

export function profileTitle(id: string | undefined): string | undefined {
  return profiles.find((p) => p.id === id)?.name;
}
