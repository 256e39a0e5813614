/**
 * deployment.json: what whoever serves the page builds into it. It names the root; the page never learns one from a snapshot
 * (TRUST-33).
 */
import { withProfiles } from '../engine/registry/profile-file';
import { standardProfiles, type Profiles } from '../engine/registry/profiles';
import { readFingerprint, readRoot } from '../engine/trust/root';
import type { Floor } from '../engine/trust/memory';
import { readWarnAfter } from './list-age';
import { readReportAddress } from './report-address';

export interface Deployment {
  readonly rootFingerprint: string;
  /** Where the lists are fetched from: the only address the page ever asks. */
  readonly snapshotUrl: URL;
  readonly authority: string;
  readonly environment: 'demo' | 'production';
  readonly floor: Floor;
  /** Older lists are spoken of, milliseconds (TRUST-214). */
  readonly warnAfter: number;
  /** Where reports of codes may be sent, if the authority takes any. */
  readonly report?: URL;
  /** The standard's types of seals, and those of the authority's own files (VDS-27). */
  readonly profiles: Profiles;
}

interface Written {
  root?: unknown;
  rootFingerprint?: string;
  snapshotUrl?: string;
  authority?: string;
  environment?: string;
  floor?: Floor;
  warnAfter?: string;
  report?: unknown;
  profiles?: unknown;
}

/** @throws Error when the file is missing or contradicts itself: then nothing can be judged */
export async function readDeployment(base: string): Promise<Deployment> {
  const answer = await fetch(new URL('deployment.json', base));
  if (!answer.ok) throw new Error(`deployment.json: ${answer.status}`);
  const written = (await answer.json()) as Written;
  const fingerprint = readFingerprint(written.rootFingerprint ?? '');
  if (fingerprint === undefined) throw new Error('deployment.json names no root');
  await checkRoots(written.root, fingerprint);
  const report = readReportAddress(written.report, base);
  return {
    ...(report === undefined ? {} : { report }),
    rootFingerprint: fingerprint,
    snapshotUrl: new URL(written.snapshotUrl ?? '../trust/snapshot', base),
    authority: written.authority ?? '',
    environment: written.environment === 'production' ? 'production' : 'demo',
    floor: written.floor ?? {},
    warnAfter: readWarnAfter(written.warnAfter),
    profiles: readProfileFiles(written.profiles),
  };
}

/** The files of profiles, each whole: a list of them. @throws ProfileFileError */
function readProfileFiles(files: unknown): Profiles {
  if (files === undefined) return standardProfiles;
  if (!Array.isArray(files)) throw new Error('deployment.json: profiles is no list of files');
  return (files as unknown[]).reduce<Profiles>(withProfiles, standardProfiles);
}

/** A root document given as pin must be accepted by its own role, and be the one that the fingerprint names (TRUST-33). */
async function checkRoots(given: unknown, fingerprint: string): Promise<void> {
  if (given === undefined || given === null) return;
  const documents = Array.isArray(given) ? (given as unknown[]) : [given];
  for (const document of documents) {
    const root = await readRoot(new TextEncoder().encode(JSON.stringify(document)));
    if (root.fingerprint === fingerprint) return;
  }
  throw new Error('deployment.json: the root is not the one of the fingerprint');
}
