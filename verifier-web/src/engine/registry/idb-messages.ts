/** Messages of an IDB and the documents that they make, from spec/registry/idb-messages.json (21-idb parts 3 and 4). */
import file from '../../../../spec/registry/idb-messages.json';
import type { MrzFormat } from '../vds/mrz-format';
import type { FeatureRule } from './profiles';

export interface MessageRule {
  /** Two upper-case hex digits. */
  readonly tag: string;
  readonly countries: readonly string[];
  readonly name: string;
  readonly coding:
    'c40' | 'mrz' | 'uint' | 'duration' | 'bytes' | 'masked-date' | 'image' | 'document-type' | 'features';
  readonly mrz?: MrzFormat;
  readonly bytes: readonly [number, number];
  readonly characters?: readonly [number, number];
  readonly oneOf?: readonly (readonly string[])[];
  readonly features?: readonly FeatureRule[];
}

export interface DocumentRule {
  readonly id: string;
  readonly countries: readonly string[];
  /** Two upper-case hex digits: the national document type, or the message that makes it this document. */
  readonly type?: string;
  readonly message?: string;
  readonly name: string;
  readonly grants: 'residence' | 'stay' | 'none';
  readonly ends: boolean;
  readonly mandatory: readonly string[];
}

const forCountry = (country: string) => (row: { readonly countries: readonly string[] }) =>
  row.countries.includes('*') || row.countries.includes(country);

export function messagesOf(country: string): readonly MessageRule[] {
  return (file.messages as unknown as readonly MessageRule[]).filter(forCountry(country));
}

export function documentsOf(country: string): readonly DocumentRule[] {
  return (file.documents as readonly DocumentRule[]).filter(forCountry(country));
}

export function documentTitle(id: string | undefined): string | undefined {
  return file.documents.find((d) => d.id === id)?.name;
}
