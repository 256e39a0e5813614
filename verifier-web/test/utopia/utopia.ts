/** A whole small Utopia: hierarchy, snapshot and permits, made anew for a test, with a place for each fault that a test wants. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { ascii, concat } from '../../src/engine/bytes/arrays';
import { encodeBase45 } from '../../src/engine/bytes/base45';
import { toBase64Url } from '../../src/engine/bytes/base64';
import { fromHex } from '../../src/engine/bytes/hex';
import { cbor, tagged, type Writable } from './cbor';
import { certificate, extension, tlv, oid, type CertificateRequest } from './der';
import { testKey, type TestKey } from './keys';
import { zip } from './zip';

export const STATUS_URI = 'http://localhost:8080/status/0';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Wishes {
  /** The moment the lists are made, milliseconds since 1970. */
  readonly now: number;
  readonly sequence?: number;
  readonly environment?: 'demo' | 'production';
  /** Status by index; 0 where nothing is said. */
  readonly statuses?: Readonly<Record<number, number>>;
  readonly sealStatuses?: Readonly<Record<string, number>>;
  readonly signerState?: string;
  readonly nextUpdate?: number;
  readonly documentTypes?: readonly string[];
  /** Of the trust list, as they are written there. */
  readonly notices?: readonly object[];
  /** Of the credential signer. */
  readonly legalEffect?: object;
  /** Changes files after the manifest was made. */
  readonly tamper?: (files: Map<string, Uint8Array>) => void;
  /** Root keys of another country's making. */
  readonly foreign?: boolean;
}

const CSCA_NAME = [
  ['2.5.4.6', 'UT'],
  ['2.5.4.3', 'Utopia CSCA (demo)'],
] as const;

/** What is printed on the permit of {@link Utopia.seal}. */
export const SEAL_LINES = ['ARUTOALMEIDA<<MARIA<ANA<<<<<<<<<<<<<', 'UT12345675UTO8504021F2902289<<<<<<<2'] as const;

export class Utopia {
  readonly csca = testKey('csca');
  readonly credentialSigner = testKey('credential-signer');
  readonly status = testKey('status');
  readonly cscaDer: Uint8Array;
  readonly sealDer: Uint8Array;
  readonly credentialDer: Uint8Array;

  /**
   * @param written how the certificate of the credential signer writes its key
   * @param changes of that certificate otherwise
   * @param sealSigner the key of seals
   */
  constructor(
    written: (key: Uint8Array) => Uint8Array = (key) => key,
    changes: Partial<Pick<CertificateRequest, 'algorithm' | 'version'>> = {},
    readonly sealSigner: TestKey = testKey('seal-signer'),
  ) {
    const ski = new Uint8Array(createHash('sha1').update(this.csca.spki).digest());
    const authority = extension('2.5.29.35', false, tlv(0x30, tlv(0x80, ski)));
    const usage = (eku: string) => extension('2.5.29.37', true, tlv(0x30, oid(eku)));
    const term = { from: '2026-01-01T00:00:00Z', until: '2037-01-01T00:00:00Z' };
    const by = { issuer: CSCA_NAME, by: this.csca };
    this.cscaDer = certificate({
      ...by,
      serial: 1,
      subject: CSCA_NAME,
      from: '2025-12-01T00:00:00Z',
      until: '2040-01-01T00:00:00Z',
      key: this.csca,
      extensions: [
        extension('2.5.29.14', false, tlv(0x04, ski)),
        extension('2.5.29.19', true, tlv(0x30, tlv(0x01, new Uint8Array([0xff])))),
        extension('2.5.29.15', true, tlv(0x03, new Uint8Array([1, 0x06]))),
      ],
    });
    const sealName = [['2.5.4.6', 'UT'], ['2.5.4.3', 'TS']] as const; // prettier-ignore
    const sealUsage = [authority, usage('2.23.136.1.1.11.1')];
    this.sealDer = certificate({
      ...by,
      ...term,
      serial: 0x5b,
      subject: sealName,
      key: this.sealSigner,
      extensions: sealUsage,
    });
    const credentialName = [['2.5.4.6', 'UT'], ['2.5.4.3', 'Credential signer 1']] as const; // prettier-ignore
    const credentialUsage = [authority, usage('2.25.2627722287845535999766179156331708575')];
    const key = { ...this.credentialSigner, spki: written(this.credentialSigner.spki) };
    const signer = { subject: credentialName, key, extensions: credentialUsage };
    this.credentialDer = certificate({ ...by, ...term, serial: 2, ...signer, ...changes });
  }

  rootDocument(wishes: Wishes): Uint8Array {
    // Another root of the same keys: the roles are thresholded otherwise, so the fingerprint differs.
    const roots = ['root-1', 'root-2', 'root-3'].map(testKey);
    const others = ['trust-list', 'snapshot', 'log'].map(testKey);
    const keys = Object.fromEntries([...roots, ...others].map((k) => [k.kid, k.jwk]));
    const role = (threshold: number, ...members: TestKey[]) => ({ threshold, keys: members.map((k) => k.kid) });
    const [list, snapshot, log] = others as [TestKey, TestKey, TestKey];
    const payload = {
      ...head('root', 1, wishes, Date.parse('2026-01-01T00:00:00Z')),
      nextUpdate: iso(Date.parse('2036-01-01T00:00:00Z')),
      keys,
      roles: {
        root: role(wishes.foreign === true ? 3 : 2, ...roots),
        'trust-list': role(1, list),
        snapshot: role(1, snapshot),
        log: role(1, log),
      },
    };
    return jws(payload, 'rp-root+jws', roots);
  }

  fingerprint(wishes: Wishes): string {
    const { payload } = JSON.parse(new TextDecoder().decode(this.rootDocument(wishes))) as { payload: string };
    return createHash('sha256').update(Buffer.from(payload, 'base64url')).digest('hex');
  }

  snapshot(wishes: Wishes): Uint8Array {
    const sequence = wishes.sequence ?? 1;
    const files = new Map<string, Uint8Array>();
    files.set('root/1.json', this.rootDocument(wishes));
    files.set('trust-list.json', jws(this.trustList(wishes), 'rp-trust-list+jws', [testKey('trust-list')]));
    files.set(statusName(STATUS_URI), this.statusList(wishes));
    files.set('seal-revocations.json', jws(this.sealRevocations(wishes), 'rp-seal-revocations+jws', [this.status]));
    const entries = [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => ({
        name,
        length: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        ...(name.startsWith('status/') ? { statusUri: STATUS_URI } : {}),
        ...(name === 'seal-revocations.json' ? { sequence } : {}),
      }));
    const manifest = { ...head('snapshot', sequence, wishes), root: 1, trustList: sequence, files: entries };
    files.set('manifest.json', jws(manifest, 'rp-snapshot+jws', [testKey('snapshot')]));
    wishes.tamper?.(files);
    return zip(files);
  }

  private trustList(wishes: Wishes) {
    const since = '2026-01-01T00:00:00Z';
    const state = wishes.signerState ?? 'active';
    const term = { type: 'urn:stayseal:term:1', critical: true, signsFrom: since, signsUntil: '2028-01-01T00:00:00Z' };
    const scope = (more: object) => ({ type: 'urn:stayseal:scope:1', critical: true, countries: ['UTO'], ...more });
    const service = (kind: string, identity: object, status: string, extensions: object[]) => ({
      ServiceInformation: {
        ServiceTypeIdentifier: `urn:stayseal:service:${kind}`,
        ServiceName: words(kind),
        ServiceDigitalIdentity: identity,
        ServiceStatus: `urn:stayseal:state:${status}`,
        StatusStartingTime: since,
        ServiceInformationExtensions: extensions,
      },
    });
    const x509 = (der: Uint8Array) => ({ X509Certificates: [{ val: Buffer.from(der).toString('base64') }] });
    const types = scope({ documentTypes: wishes.documentTypes ?? ['RP1'], purposes: ['full', 'work', 'bank', 'stay'] });
    const effect = { type: 'urn:stayseal:legal-effect:1', critical: false, ...wishes.legalEffect };
    const legalEffect = wishes.legalEffect === undefined ? [] : [effect];
    const statusUse = { type: 'urn:stayseal:status:1', critical: true, prefixes: ['http://localhost:8080/status/'] };
    return {
      LoTE: {
        ListAndSchemeInformation: {
          LoTEVersionIdentifier: 1,
          LoTESequenceNumber: wishes.sequence ?? 1,
          LoTEType: 'urn:stayseal:list:residence-permits',
          SchemeOperatorName: words('Migration Authority of Utopia'),
          SchemeName: words('Residence permits of Utopia'),
          SchemeTerritory: 'UT',
          ListIssueDateTime: iso(wishes.now),
          NextUpdate: iso(wishes.nextUpdate ?? wishes.now + 7 * DAY),
          SchemeExtensions: [
            {
              type: 'urn:stayseal:scheme:1',
              critical: true,
              country: 'UTO',
              environment: wishes.environment ?? 'demo',
            },
          ],
        },
        ...(wishes.notices === undefined ? {} : { Notices: wishes.notices }),
        TrustedEntitiesList: [
          {
            TrustedEntityInformation: { TEName: words('Migration Authority of Utopia') },
            TrustedEntityServices: [
              service('csca', x509(this.cscaDer), 'active', [scope({})]),
              service('seal-signer', x509(this.sealDer), state, [scope({ documentTypes: ['FB06'] }), term]),
              service('credential-signer', x509(this.credentialDer), state, [types, term, ...legalEffect]),
              service('status', { PublicKeyValues: [this.status.jwk] }, 'active', [
                { ...statusUse, sealRevocations: true },
              ]),
            ],
          },
        ],
      },
    };
  }

  private statusList(wishes: Wishes): Uint8Array {
    const packed = new Uint8Array(256);
    for (const [index, status] of Object.entries(wishes.statuses ?? {})) {
      const i = Number(index);
      packed[i >> 2] = (packed[i >> 2] ?? 0) | (status << (2 * (i & 3)));
    }
    const list = new Map<string, Writable>([['bits', 2], ['lst', new Uint8Array(deflateSync(packed))]]); // prettier-ignore
    const claims = new Map<number, Writable>([
      [2, STATUS_URI],
      [6, Math.floor(wishes.now / 1000)],
      [4, Math.floor((wishes.now + 3 * DAY) / 1000)],
      [65533, list],
    ]);
    return sign1(new Map<number, Writable>([[1, -7], [16, 'application/statuslist+cwt']]), claims, this.status); // prettier-ignore
  }

  private sealRevocations(wishes: Wishes) {
    const entries = Object.entries(wishes.sealStatuses ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([seal, status]) => ({ seal, status, since: iso(wishes.now) }));
    return {
      ...head('seal-revocations', wishes.sequence ?? 1, wishes),
      nextUpdate: iso(wishes.now + 3 * DAY),
      entries,
    };
  }

  /** The text of a credential; claims can be changed before they are signed. */
  code(index: number, change: (claims: Map<number, Writable>) => void = () => undefined): string {
    const person = new Map<number, Writable>([[5, 'MARIA ANA'], [7, 'ALMEIDA'], [8, '19850402']]); // prettier-ignore
    const permit = new Map<number, Writable>([
      [0, 1], [1, 1], [2, 17], [3, 20260301], [4, 20290228], [5, 'UT1234567'], [6, [2, 'up to 20 hours a week']], [7, [0]],
      [9, 'Migration Authority of Utopia'],
    ]); // prettier-ignore
    const claims = new Map<number, Writable>([
      [1, 'UTO'],
      [4, Date.parse('2029-03-01T00:00:00Z') / 1000],
      [5, Date.parse('2026-03-01T00:00:00Z') / 1000],
      [6, Date.parse('2026-02-20T00:00:00Z') / 1000],
      [7, new Uint8Array(createHash('sha256').update(`cti ${index}`).digest().subarray(0, 16))],
      [169, person],
      [-65537, permit],
      [65535, new Map([['status_list', new Map<string, Writable>([['idx', index], ['uri', STATUS_URI]])]])],
    ]); // prettier-ignore
    change(claims);
    const kid = new Uint8Array(createHash('sha256').update(this.credentialDer).digest().subarray(0, 8));
    const header = new Map<number, Writable>([[1, -7], [4, kid], [16, 'application/residence-permit+cwt']]); // prettier-ignore
    return 'RP1:' + encodeBase45(new Uint8Array(deflateSync(sign1(header, claims, this.credentialSigner))));
  }

  /** The text of a credential for a purpose, with what that purpose shows (CRED-60). */
  codeFor(
    purpose: string,
    change: (claims: Map<number, Writable>) => void = () => undefined,
    photo?: Uint8Array,
  ): string {
    const number = ['full', 'work', 'bank', 'stay'].indexOf(purpose);
    return this.code(40 + number, (claims) => {
      const person = claims.get(169) as Map<number, Writable>;
      const permit = claims.get(-65537) as Map<number, Writable>;
      permit.set(1, number);
      if (purpose !== 'full' && purpose !== 'work') [6, 7].forEach((key) => permit.delete(key));
      if (purpose === 'stay') permit.delete(5);
      if (purpose === 'full') person.set(9, 2);
      if (purpose === 'full') permit.set(8, [1]);
      if (purpose === 'full' || purpose === 'bank') {
        person.set(13, 'XXB');
        person.set(19, 'МАРІЯ АЛМЕЙДА').set(20, 'uk');
        permit.set(12, ['P4711001', 'XXB', 20310131]).set(13, 'Old Harbour');
      }
      if (photo !== undefined) person.set(16, photo).set(17, 4);
      change(claims);
    });
  }

  /** The text of a continuation of {@link Utopia.code}, its own entry beside; from thirty days ago until so many days from now. */
  continuation(ofIndex: number, index: number, now: number, days = 100): string {
    const cti = createHash('sha256').update(`cti ${ofIndex}`).digest().subarray(0, 16);
    const named = new Uint8Array(createHash('sha256').update(cti).digest());
    const midnight = Math.floor(now / DAY) * (DAY / 1000);
    const own = new Uint8Array(createHash('sha256').update(`paper ${index}`).digest().subarray(0, 16));
    const claims = new Map<number, Writable>([
      [1, 'UTO'],
      [4, midnight + days * (DAY / 1000)],
      [5, midnight - 30 * (DAY / 1000)],
      [6, midnight - 30 * (DAY / 1000)],
      [7, own],
      [65535, new Map([['status_list', new Map<string, Writable>([['idx', index], ['uri', STATUS_URI]])]])],
      [-65539, new Map<number, Writable>([[0, 1], [1, named], [2, 'UT1234567'], [3, 'Residence Act 81(4)'], [4, 1]])],
    ]); // prettier-ignore
    const kid = new Uint8Array(createHash('sha256').update(this.credentialDer).digest().subarray(0, 8));
    const typ = 'application/residence-permit-continuation+cwt';
    const header = new Map<number, Writable>([[1, -7], [4, kid], [16, typ]]); // prettier-ignore
    return 'RPC1:' + encodeBase45(new Uint8Array(deflateSync(sign1(header, claims, this.credentialSigner))));
  }

  /** The bytes of a seal FB06 of Utopia, good until 28 February 2029. */
  seal(): Uint8Array {
    const mrz = SEAL_LINES.join('');
    const header = concat(
      hex('dc03d9c5'),
      c40('UTTS02'),
      c40('5B'),
      sealDate(2, 20, 2026),
      sealDate(2, 20, 2026),
      hex('fb06'),
    );
    const features = concat(hex('0230'), c40(mrz), hex('0306'), c40('XK1234567'));
    const signed = concat(header, features);
    return concat(signed, hex('ff40'), this.sealSigner.sign(signed));
  }
}

function head(type: string, sequence: number, wishes: Wishes, issued = wishes.now) {
  const { environment = 'demo' } = wishes;
  const nextUpdate = iso(wishes.nextUpdate ?? issued + 7 * DAY);
  return { type, version: 1, country: 'UTO', environment, sequence, issued: iso(issued), nextUpdate };
}

function words(text: string) {
  return [{ lang: 'en', value: text }];
}

function iso(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

export function jws(payload: object, typ: string, keys: readonly TestKey[]): Uint8Array {
  const body = toBase64Url(ascii(JSON.stringify(payload)));
  const signatures = keys.map((key) => {
    const alg = key.hash === 'sha384' ? 'ES384' : 'ES256';
    const header = toBase64Url(ascii(JSON.stringify({ alg, kid: key.kid, typ })));
    return { protected: header, signature: toBase64Url(key.sign(ascii(`${header}.${body}`))) };
  });
  return ascii(JSON.stringify({ payload: body, signatures }));
}

function sign1(header: ReadonlyMap<number, Writable>, claims: ReadonlyMap<number, Writable>, key: TestKey): Uint8Array {
  const [protectedBytes, payload] = [cbor(header), cbor(claims)];
  const signature = key.sign(cbor(['Signature1', protectedBytes, new Uint8Array(), payload]));
  return tagged(18, cbor([protectedBytes, new Map(), payload, signature]));
}

function statusName(uri: string): string {
  return `status/${createHash('sha256').update(uri).digest('hex').slice(0, 16)}.cwt`;
}

function hex(text: string): Uint8Array {
  return fromHex(text) as Uint8Array;
}

function sealDate(month: number, day: number, year: number): Uint8Array {
  const n = month * 1_000_000 + day * 10_000 + year;
  return new Uint8Array([n >> 16, (n >> 8) & 255, n & 255]);
}

export function c40(text: string): Uint8Array {
  const out: number[] = [];
  const value = (c: string) =>
    c === '<' || c === ' ' ? 3 : /[0-9]/.test(c) ? c.charCodeAt(0) - 44 : c.charCodeAt(0) - 51;
  for (let i = 0; i < text.length; i += 3) {
    const group = [...text.slice(i, i + 3)];
    if (group.length === 1) out.push(0xfe, text.charCodeAt(i) + 1);
    else {
      const [a = 0, b = 0, c = 0] = group.map(value);
      const n = 1600 * a + 40 * b + c + 1;
      out.push(n >> 8, n & 255);
    }
  }
  return new Uint8Array(out);
}

/** A notice that prolongs the permits of Utopia's credential signer that end in October 2026. */
export const EXTENSION = {
  id: 'UT-2026-1',
  kind: 'extension',
  state: 'in-force',
  act: {
    reference: 'Residence Act (Extension) Order 2026/3',
    published: '2026-10-15',
    uri: 'https://law.utopia.example/orders/2026/3/residence-permits-of-persons-under-temporary-protection',
  },
  text: [
    { lang: 'en', value: 'Permits that ended in October 2026 go on for a year. The printed date no longer counts.' },
    { lang: 'uk', value: 'Дозволи, строк дії яких закінчився у жовтні 2026 року, продовжено на рік.' },
  ],
  scope: { countries: ['UTO'], documentTypes: ['RP1'], endsFrom: '2026-10-01', endsUntil: '2026-10-31' },
  newEnd: '2099-10-31',
} as const;

/** For {@link Utopia.code}: a permit whose last day was yesterday. */
export function endedYesterday(now: number): (claims: Map<number, Writable>) => void {
  return (claims) => claims.set(4, Math.floor(now / DAY) * (DAY / 1000));
}

/** For {@link Utopia.code}: a permit that {@link EXTENSION} reaches. */
export function endedInOctober(claims: Map<number, Writable>): void {
  claims.set(4, Date.parse('2026-11-01T00:00:00Z') / 1000);
  (claims.get(-65537) as Map<number, Writable>).set(4, 20261031);
}
