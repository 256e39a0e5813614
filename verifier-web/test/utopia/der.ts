/** Just enough DER to make certificates for tests. */
import { concat } from '../../src/engine/bytes/arrays';
import type { TestKey } from './keys';

export function tlv(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concat(...parts);
  const n = content.length;
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 0xff];
  return concat(new Uint8Array([tag, ...length]), content);
}

const bytes = (text: string) => new TextEncoder().encode(text);

export function oid(text: string): Uint8Array {
  const [a = 0n, b = 0n, ...rest] = text.split('.').map(BigInt);
  const arc = (n: bigint): number[] => {
    const digits = [Number(n & 127n)];
    for (let m = n >> 7n; m > 0n; m >>= 7n) digits.unshift(Number(m & 127n) | 128);
    return digits;
  };
  return tlv(0x06, new Uint8Array([a * 40n + b, ...rest].flatMap(arc)));
}

const name = (parts: readonly (readonly [string, string])[]) =>
  tlv(
    0x30,
    ...parts.map(([type, value]) =>
      tlv(0x31, tlv(0x30, oid(type), tlv(type === '2.5.4.6' ? 0x13 : 0x0c, bytes(value)))),
    ),
  );

/** As RFC 5280 has it: two digits of the year until 2049. */
const time = (iso: string) => {
  const digits = iso.replace(/[-:TZ]/g, '') + 'Z';
  return digits < '2050' ? tlv(0x17, bytes(digits.slice(2))) : tlv(0x18, bytes(digits));
};

export interface CertificateRequest {
  readonly serial: number;
  readonly issuer: readonly (readonly [string, string])[];
  readonly subject: readonly (readonly [string, string])[];
  readonly from: string;
  readonly until: string;
  readonly key: TestKey;
  readonly by: TestKey;
  readonly extensions: readonly Uint8Array[];
  /** Object identifier of the signature's algorithm, where it is to be called another. */
  readonly algorithm?: string;
  readonly version?: 1 | 2 | 3;
}

const ECDSA = { sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3' };

export function certificate(request: CertificateRequest): Uint8Array {
  const algorithm = tlv(0x30, oid(request.algorithm ?? ECDSA[request.by.hash]));
  const { version = 3 } = request;
  const tbs = tlv(
    0x30,
    ...(version === 1 ? [] : [tlv(0xa0, tlv(0x02, new Uint8Array([version - 1])))]),
    tlv(0x02, new Uint8Array([request.serial])),
    algorithm,
    name(request.issuer),
    tlv(0x30, time(request.from), time(request.until)),
    name(request.subject),
    request.key.spki,
    ...(version === 3 ? [tlv(0xa3, tlv(0x30, ...request.extensions))] : []),
  );
  return tlv(0x30, tbs, algorithm, tlv(0x03, new Uint8Array([0]), request.by.signDer(tbs)));
}

export function extension(type: string, critical: boolean, value: Uint8Array): Uint8Array {
  return tlv(0x30, oid(type), ...(critical ? [tlv(0x01, new Uint8Array([0xff]))] : []), tlv(0x04, value));
}
