/** The seal revocation list: seals by their identity (50-status part 2). */
import { acceptedBy, readEnvelope, type Envelope, type Jwk } from './jws';
import { array, head, object, payloadObject, text, time, uint, type Head } from './members';
import { corrupt } from './refusal';

export interface SealEntry {
  readonly status: 1 | 2 | 3;
  readonly since: number;
}

export interface SealRevocations extends Head {
  /** By identity, 32 lower-case hex digits. */
  readonly entries: ReadonlyMap<string, SealEntry>;
  readonly envelope: Envelope;
  /** Thumbprints of the keys that accept it. */
  readonly signers: readonly string[];
}

const MAX_BYTES = 16_777_216;

/**
 * @param keys keys that the trust list allows to sign it, in state active or retiring
 * @throws Refusal
 */
export async function readSealRevocations(bytes: Uint8Array, keys: readonly Jwk[]): Promise<SealRevocations> {
  const envelope = readEnvelope(bytes, 'rp-seal-revocations+jws', MAX_BYTES);
  const signers = await accepting(envelope, keys);
  const payload = payloadObject(envelope.payload, MAX_BYTES);
  const common = head(payload, 'seal-revocations');
  const entries = new Map<string, SealEntry>();
  let before = '';
  for (const value of array(payload.get('entries'), 0, 100_000, 'STATUS-51')) {
    const entry = object(value, 'STATUS-51');
    const seal = text(entry.get('seal'), 'STATUS-51');
    const status = uint(entry.get('status'), 'STATUS-51', 1);
    const since = time(entry.get('since'));
    if (!/^[0-9a-f]{32}$/.test(seal) || seal <= before) throw corrupt('STATUS-51', 'seals out of order or malformed');
    if (status > 3 || since > common.issued) throw corrupt('STATUS-51', 'an impossible entry');
    entries.set(seal, { status: status as 1 | 2 | 3, since });
    before = seal;
  }
  return { ...common, entries, envelope, signers };
}

/** STATUS-50: each key is a role of its own, and one of them suffices. */
async function accepting(envelope: Envelope, keys: readonly Jwk[]): Promise<string[]> {
  const signers: string[] = [];
  for (const key of keys) if (await acceptedBy(envelope, { threshold: 1, keys: [key] })) signers.push(key.kid);
  if (signers.length === 0) throw corrupt('STATUS-50', 'no key that the trust list names signed the seal revocations');
  return signers;
}
