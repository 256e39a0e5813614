/** The root: who may sign what, and the walk from the pinned one to the newest (TRUST-30 to TRUST-33). */
import { toHex } from '../bytes/hex';
import { digest } from '../signing/signature';
import type { Json } from './json';
import { onlyMembers, readEnvelope, readJwk, requireRole, type Envelope, type Jwk, type Role } from './jws';
import { head, object, payloadObject, texts, uint, type Head } from './members';
import { corrupt, Refusal } from './refusal';

export const MAX_ROOT_BYTES = 262_144;
const ROLE_NAMES = ['root', 'trust-list', 'snapshot', 'log'] as const;

export interface Root extends Head {
  readonly fingerprint: string;
  readonly roles: Readonly<Record<(typeof ROLE_NAMES)[number], Role>>;
  readonly envelope: Envelope;
}

/** A root document, accepted by its own role `root` (the first half of TRUST-31). */
export async function readRoot(bytes: Uint8Array): Promise<Root> {
  const envelope = readEnvelope(bytes, 'rp-root+jws', MAX_ROOT_BYTES);
  const payload = payloadObject(envelope.payload, MAX_ROOT_BYTES);
  const common = head(payload, 'root');
  const keys = await readKeys(payload.get('keys'));
  const roles = object(payload.get('roles'), 'TRUST-30');
  onlyMembers(roles, ROLE_NAMES, 'TRUST-30');
  const role = (name: string) => readRole(roles.get(name), keys);
  const root: Root = {
    ...common,
    fingerprint: toHex(await digest('SHA-256', envelope.payload)),
    roles: { root: role('root'), 'trust-list': role('trust-list'), snapshot: role('snapshot'), log: role('log') },
    envelope,
  };
  checkRoles(root, keys);
  await requireRole(envelope, root.roles.root);
  return root;
}

async function readKeys(value: Json | undefined): Promise<ReadonlyMap<string, Jwk>> {
  const members = object(value, 'TRUST-30');
  if (members.size < 1 || members.size > 64) throw corrupt('TRUST-30', 'a wrong number of keys');
  const keys = new Map<string, Jwk>();
  for (const [kid, jwk] of members) {
    const key = await readJwk(jwk);
    if (key.kid !== kid) throw corrupt('TRUST-15', 'a key under another name');
    keys.set(kid, key);
  }
  return keys;
}

function readRole(value: Json | undefined, keys: ReadonlyMap<string, Jwk>): Role {
  const members = object(value, 'TRUST-30');
  onlyMembers(members, ['keys', 'threshold'], 'TRUST-30');
  const listed = texts(members.get('keys'), 1, 16, 'TRUST-30').map((kid) => {
    const key = keys.get(kid);
    if (key === undefined) throw corrupt('TRUST-30', 'a role names a key that is not there');
    return key;
  });
  const threshold = uint(members.get('threshold'), 'TRUST-30', 1);
  if (threshold > listed.length) throw corrupt('TRUST-30', 'a threshold above the number of keys');
  return { threshold, keys: listed };
}

function checkRoles(root: Root, keys: ReadonlyMap<string, Jwk>): void {
  if (root.environment === 'production' && root.roles.root.threshold < 2) {
    throw corrupt('TRUST-30', 'a production root that one key can change');
  }
  const others = ROLE_NAMES.filter((n) => n !== 'root').flatMap((n) => root.roles[n].keys.map((k) => k.kid));
  const own = root.roles.root.keys.map((k) => k.kid);
  if (own.some((kid) => others.includes(kid))) throw corrupt('TRUST-30', 'a root key in another role');
  const used = new Set([...own, ...others]);
  if ([...keys.keys()].some((kid) => !used.has(kid))) throw corrupt('TRUST-30', 'a key without a role');
}

/**
 * TRUST-33: from the version with the pinned fingerprint to the newest. Versions before it are not read.
 * @param chain root documents by their number
 * @throws Refusal UNKNOWN_ROOT when none has the fingerprint, CORRUPT when a step does not hold
 */
export async function walkRoots(chain: ReadonlyMap<number, Uint8Array>, pinned: string): Promise<Root[]> {
  const numbers = [...chain.keys()].sort((a, b) => a - b);
  let start: number | undefined;
  for (const n of numbers) {
    if ((await payloadFingerprint(chain.get(n) as Uint8Array)) === pinned) start = n;
  }
  if (start === undefined) throw new Refusal('UNKNOWN_ROOT', 'TRUST-33', 'the snapshot is of another root');
  const walked: Root[] = [];
  const last = numbers[numbers.length - 1] as number;
  for (let n = start; n <= last; n++) {
    const bytes = chain.get(n);
    if (bytes === undefined) throw corrupt('TRUST-33', 'a gap in the chain of roots');
    const root = await readRoot(bytes);
    if (root.sequence !== n) throw corrupt('TRUST-33', 'a root under another number');
    await follows(root, walked[walked.length - 1]);
    walked.push(root);
  }
  return walked;
}

async function follows(root: Root, before: Root | undefined): Promise<void> {
  if (before === undefined) return;
  await requireRole(root.envelope, before.roles.root);
  if (root.issued < before.issued) throw corrupt('TRUST-31', 'a root issued before its predecessor');
  if (root.country !== before.country || root.environment !== before.environment) {
    throw corrupt('TRUST-21', 'a root of another country or environment');
  }
}

async function payloadFingerprint(bytes: Uint8Array): Promise<string> {
  const envelope = readEnvelope(bytes, 'rp-root+jws', MAX_ROOT_BYTES);
  return toHex(await digest('SHA-256', envelope.payload));
}

/** TRUST-32: a fingerprint as a person types it; undefined when it is none. */
export function readFingerprint(typed: string): string | undefined {
  const digits = typed
    .trim()
    .replace(/^sha256:/i, '')
    .replace(/[\s:]/g, '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
}
