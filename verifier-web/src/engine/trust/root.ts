/** The root: who may sign what, and the walk from the pinned one to the newest (TRUST-30 to TRUST-33). */
import { toHex } from '../bytes/hex';
import { digest } from '../signing/signature';
import type { Json, JsonObject } from './json';
import { readEnvelope, readJwk, requireRole, type Envelope, type Jwk, type Role } from './jws';
import { head, object, onlyMembers, payloadObject, texts, uint, type Head } from './members';
import { corrupt, Refusal } from './refusal';
import { readSecondKey, type SecondKeys } from './second-keys';

export const MAX_ROOT_BYTES = 262_144;
const ROLE_NAMES = ['root', 'trust-list', 'snapshot', 'log'] as const;

type RoleName = (typeof ROLE_NAMES)[number];

export interface Root extends Head {
  readonly fingerprint: string;
  readonly roles: Readonly<Record<RoleName, Role>>;
  readonly envelope: Envelope;
}

/** A root document, accepted by its own role `root` (the first half of TRUST-31). */
export async function readRoot(bytes: Uint8Array): Promise<Root> {
  const envelope = readEnvelope(bytes, 'rp-root+jws', MAX_ROOT_BYTES);
  const payload = payloadObject(envelope.payload, MAX_ROOT_BYTES);
  const common = head(payload, 'root');
  const roles = object(payload.get('roles'), 'TRUST-30');
  onlyMembers(roles, ROLE_NAMES, 'TRUST-30');
  const first = await readRoles(roles, payload.get('keys'), (json) => readJwk(json), 'TRUST-30', 'TRUST-15');
  const second = payload.has('second') ? await readSecond(payload.get('second')) : new Map<RoleName, SecondKeys>();
  const role = (name: RoleName): Role => ({ ...(first.get(name) as NamedKeys<Jwk>), second: second.get(name) });
  const root: Root = {
    ...common,
    fingerprint: toHex(await digest('SHA-256', envelope.payload)),
    roles: { root: role('root'), 'trust-list': role('trust-list'), snapshot: role('snapshot'), log: role('log') },
    envelope,
  };
  const ofRoot = root.roles.root;
  if (root.environment === 'production' && (ofRoot.threshold < 2 || (ofRoot.second?.threshold ?? 2) < 2)) {
    throw corrupt('TRUST-30', 'a production root that one key can change');
  }
  await requireRole(envelope, ofRoot);
  return root;
}

interface NamedKeys<K> {
  readonly threshold: number;
  readonly keys: readonly K[];
}

/** TRUST-34: the roles that have second keys. */
async function readSecond(value: Json | undefined): Promise<ReadonlyMap<RoleName, SecondKeys>> {
  const members = object(value, 'TRUST-34');
  onlyMembers(members, ['keys', 'roles'], 'TRUST-34');
  const roles = object(members.get('roles'), 'TRUST-34');
  if (roles.size === 0) throw corrupt('TRUST-34', 'second keys of no role');
  return readRoles(roles, members.get('keys'), readSecondKey, 'TRUST-34', 'TRUST-16');
}

/** Keys and roles, of either kind: each key under its name and of some role, and a key of the role root in no other. */
async function readRoles<K extends { readonly kid: string }>(
  roles: JsonObject,
  keysJson: Json | undefined,
  readKey: (json: Json) => Promise<K>,
  rule: string,
  keyRule: string,
): Promise<ReadonlyMap<RoleName, NamedKeys<K>>> {
  const members = object(keysJson, rule);
  if (members.size < 1 || members.size > 64) throw corrupt(rule, 'a wrong number of keys');
  const keys = new Map<string, K>();
  for (const [kid, json] of members) {
    const key = await readKey(json);
    if (key.kid !== kid) throw corrupt(keyRule, 'a key under another name');
    keys.set(kid, key);
  }
  const read = new Map<RoleName, NamedKeys<K>>();
  for (const [word, json] of roles) {
    const name = ROLE_NAMES.find((known) => known === word);
    if (name === undefined) throw corrupt(rule, 'a role that there is not');
    read.set(name, readRole(json, keys, rule));
  }
  const kids = (names: readonly RoleName[]) => names.flatMap((n) => (read.get(n)?.keys ?? []).map((key) => key.kid));
  const own = kids(['root']);
  const others = kids(ROLE_NAMES.filter((n) => n !== 'root'));
  if (own.some((kid) => others.includes(kid))) throw corrupt(rule, 'a root key in another role');
  const used = new Set([...own, ...others]);
  if ([...keys.keys()].some((kid) => !used.has(kid))) throw corrupt(rule, 'a key without a role');
  return read;
}

function readRole<K>(value: Json, keys: ReadonlyMap<string, K>, rule: string): NamedKeys<K> {
  const members = object(value, rule);
  onlyMembers(members, ['keys', 'threshold'], rule);
  const listed = texts(members.get('keys'), 1, 16, rule).map((kid) => {
    const key = keys.get(kid);
    if (key === undefined) throw corrupt(rule, 'a role names a key that is not there');
    return key;
  });
  const threshold = uint(members.get('threshold'), rule, 1);
  if (threshold > listed.length) throw corrupt(rule, 'a threshold above the number of keys');
  return { threshold, keys: listed };
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
  if (last - (numbers[0] as number) + 1 !== numbers.length) throw corrupt('TRUST-33', 'a gap in the chain of roots');
  for (let n = start; n <= last; n++) {
    const root = await readRoot(chain.get(n) as Uint8Array);
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
