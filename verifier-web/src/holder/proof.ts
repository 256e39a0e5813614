/** Makes a live code (33-live-code, LIVE-9): the credential's bytes as they were received, the second of now, and the device's signature around both. */
import { concat, owned } from '../engine/bytes/arrays';
import { encodeBase45 } from '../engine/bytes/base45';
import { toBeSigned } from '../engine/cwt/envelope';
import { LIVE_PREFIX, LIVE_TYPE } from '../engine/cwt/live';

const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };
/** -65538 in CBOR: where the credential is. */
const CREDENTIAL_KEY = new Uint8Array([0x3a, 0, 1, 0, 1]);

/**
 * @param credential inflated, as inside of its own code
 * @param key private, of the pair that the credential is bound to
 * @param now milliseconds since 1970
 */
export async function liveCode(credential: Uint8Array, key: CryptoKey, now: number): Promise<string> {
  const type = new TextEncoder().encode(LIVE_TYPE);
  // {1: -7, 16: type}
  const header = concat(new Uint8Array([0xa2, 0x01, 0x26, 0x10]), head(3, type.length), type);
  // {6: now, -65538: credential}
  const payload = concat(
    new Uint8Array([0xa2, 0x06]),
    head(0, Math.floor(now / 1000)),
    CREDENTIAL_KEY,
    byteString(credential),
  );
  const signature = new Uint8Array(await crypto.subtle.sign(ECDSA, key, owned(toBeSigned(header, payload))));
  const message = concat(
    new Uint8Array([0xd2, 0x84]),
    byteString(header),
    new Uint8Array([0xa0]),
    byteString(payload),
    byteString(signature),
  );
  return LIVE_PREFIX + encodeBase45(message);
}

function byteString(bytes: Uint8Array): Uint8Array {
  return concat(head(2, bytes.length), bytes);
}

/** The head of an item in its shortest form; up to 2^32, which lasts until 2106. */
function head(major: number, n: number): Uint8Array {
  const m = major << 5;
  if (n < 24) return new Uint8Array([m | n]);
  if (n < 0x100) return new Uint8Array([m | 24, n]);
  if (n < 0x10000) return new Uint8Array([m | 25, n >> 8, n & 0xff]);
  return new Uint8Array([m | 26, n >>> 24, (n >> 16) & 0xff, (n >> 8) & 0xff, n & 0xff]);
}
