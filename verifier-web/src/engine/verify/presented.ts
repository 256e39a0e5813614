/** A decoded code as the steps see it, whatever its format: what it says of itself, still unproved. */
import type { PublicKey } from '../signing/signature';
import type { Certificate } from '../signing/certificate';
import type { Purpose } from '../trust/extensions';
import type { Day } from '../vds/seal';
import type { Zone } from '../vds/zone';
import type { Identity } from './identity';
import type { Candidate, Sources, StatusEntry } from './sources';

/** What a document gives its holder, and what to call it. */
export interface Grant {
  readonly kind: 'residence' | 'stay' | 'none' | 'unknown' | 'continuation';
  readonly words: string;
}

/** Moments in milliseconds since 1970: signed, first good one, first one that is good no more. */
export interface Validity {
  readonly signed?: number;
  readonly begins?: number;
  readonly ends?: number;
  readonly words: string;
}

export interface WorkStatement {
  readonly allowed: boolean;
  readonly conditions?: string;
}

export interface Presented {
  readonly format: 'vds' | 'credential' | 'idb' | 'vds-nc' | 'continuation';
  /** Issuing country, as in the machine readable zone without fillers. */
  readonly country: string;
  readonly zone: string;
  readonly documentType: string;
  /** The document code that the signer's certificate must allow, if it names any; empty for a document without one, absent for a credential. */
  readonly mrzDocumentCode?: string;
  /** The machine readable zone that it carries of its document (VER-43). */
  readonly mrz?: Zone;
  /** All machine readable zones that it carries, if there may be more than that one (VER-34). */
  readonly zones?: readonly Zone[];
  /** What it says of the document that it is printed on, where it carries no zone (VER-47). */
  readonly printedIdentity?: Identity;
  /** What it says of the passport that it goes with, and of the person (VER-45). */
  readonly passportIdentity?: Identity;
  /** Whether it stays good when its holder renews the passport that it names (VER-51); a seal and an IDB are bound to that passport. */
  readonly outlivesPassports: boolean;
  readonly purpose?: Purpose;
  /** The category of residence that it states (VER-62); a seal and an IDB state none. */
  readonly category?: string;
  /** Absent where it is not said. */
  readonly signedOn?: Day;
  /** False of a code that carries no signature and names no signer (IDB-41). */
  readonly isSigned: boolean;
  /** How it names its signer, in words for the evidence. */
  readonly signerName: string;
  readonly grant: Grant;
  readonly validity: Validity;
  readonly answers: readonly Purpose[];
  readonly work?: WorkStatement;
  /** Its own identity, 16 bytes: what a continuation names it by (CONT-8). */
  readonly identity: Uint8Array;
  /** Its identity in the issued log, 16 bytes (TRUST-181). */
  readonly logIdentity: Uint8Array;
  /** How its status entry is named, in words for the evidence. */
  readonly statusName: string;
  readonly unknownFeature: boolean;
  readonly liveOnly: boolean;
  /** The proof of the holder's device that it was shown with (VER-105): its moment in seconds since 1970, and whether it is one by the key that it is bound to. */
  readonly live?: { readonly madeAt: number; readonly proves: boolean };
  readonly document: Readonly<Record<string, unknown>>;
  /** Listed certificates that it may mean. */
  candidates(sources: Sources): readonly Candidate[];
  names(certificate: Certificate): Promise<boolean>;
  /** The rule that a certificate breaks of the profile for what it signs here. */
  brokenProfileRule(certificate: Certificate): string | undefined;
  /** Whether the country that code or certificate name for the signer may sign for the issuing country (VDS-16). */
  signerSpeaksForCountry(certificate: Certificate): boolean;
  isSignedBy(key: PublicKey): Promise<boolean>;
  status(sources: Sources): Promise<StatusEntry | undefined>;
}

export function givesSomething(grant: Grant): boolean {
  return grant.kind === 'residence' || grant.kind === 'stay';
}
