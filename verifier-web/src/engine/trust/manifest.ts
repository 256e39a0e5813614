/** The manifest: which files belong together (TRUST-60, TRUST-61). */
import type { Json } from './json';
import { readEnvelope, type Envelope } from './jws';
import { array, head, object, payloadObject, text, uint, type Head } from './members';
import { corrupt } from './refusal';

export interface ManifestFile {
  readonly name: string;
  readonly length: number;
  readonly sha256: string;
  readonly statusUri?: string;
  readonly sequence?: number;
}

export interface Manifest extends Head {
  readonly root: number;
  readonly trustList: number;
  readonly files: readonly ManifestFile[];
  readonly envelope: Envelope;
}

const MAX_BYTES = 2_097_152;

/** The manifest's envelope and content; its signatures are judged later, when the root is known (TRUST-76). */
export function readManifest(bytes: Uint8Array): Manifest {
  const envelope = readEnvelope(bytes, 'rp-snapshot+jws', MAX_BYTES);
  const payload = payloadObject(envelope.payload, MAX_BYTES);
  const files = array(payload.get('files'), 0, 4096, 'TRUST-60').map(file);
  files.forEach((f, i) => {
    const before = files[i - 1];
    if (before !== undefined && before.name >= f.name) throw corrupt('TRUST-60', 'files out of order or twice');
  });
  if (new Set(files.map((f) => f.name.toLowerCase())).size !== files.length)
    throw corrupt('TRUST-61', 'file names alike');
  return {
    ...head(payload, 'snapshot'),
    root: uint(payload.get('root'), 'TRUST-60', 1),
    trustList: uint(payload.get('trustList'), 'TRUST-60', 1),
    files,
    envelope,
  };
}

function file(value: Json): ManifestFile {
  const members = object(value, 'TRUST-60');
  const sha256 = text(members.get('sha256'), 'TRUST-60');
  const name = text(members.get('name'), 'TRUST-60');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw corrupt('TRUST-4', 'a digest of a wrong form');
  if (!isFileName(name) || name === 'manifest.json') throw corrupt('TRUST-61', 'a file name that is not allowed');
  const statusUri = members.get('statusUri');
  const sequence = members.get('sequence');
  return {
    name,
    length: uint(members.get('length'), 'TRUST-60'),
    sha256,
    ...(statusUri === undefined ? {} : { statusUri: text(statusUri, 'TRUST-60') }),
    ...(sequence === undefined ? {} : { sequence: uint(sequence, 'TRUST-60', 1) }),
  };
}

export function isFileName(name: string): boolean {
  const segment = '[A-Za-z0-9][A-Za-z0-9._-]*';
  return name.length <= 100 && new RegExp(`^${segment}(?:/${segment}){0,2}$`).test(name);
}

/** TRUST-1: most bytes of a file of a snapshot, by its name; undefined for a name that may not be. */
export function fileBound(name: string): number | undefined {
  if (!isFileName(name)) return undefined;
  if (name === 'manifest.json') return MAX_BYTES;
  if (name === 'trust-list.json') return 8_388_608;
  if (/^root\/[1-9][0-9]*\.json$/.test(name)) return 262_144;
  return 16_777_216;
}
