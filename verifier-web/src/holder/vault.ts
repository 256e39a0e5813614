/**
 * What the holder's device keeps: one permit. Its codes are encrypted with a key that no program can read out of the browser, the device keys cannot be read out
 * either; both are in IndexedDB, so that whoever copies files without the browser's own protection has nothing to show.
 */
import { owned } from '../engine/bytes/arrays';
import type { Purpose } from '../engine/trust/extensions';
import { PURPOSES } from '../engine/trust/extensions';

export type PurposeMap<T> = Readonly<Record<Purpose, T>>;

/** A device whose codes are still being made, or a permit. */
export interface Wallet {
  /** What its codes are collected with, until they are there. */
  readonly collection?: string;
  /** The text of each code, `RP1:…`. */
  readonly codes?: PurposeMap<string>;
}

export interface Kept {
  readonly keys: PurposeMap<CryptoKey>;
  readonly wallet: Wallet;
}

interface Stored {
  readonly keys: PurposeMap<CryptoKey>;
  readonly lock: CryptoKey;
  readonly iv: Uint8Array;
  readonly sealed: ArrayBuffer;
}

const DATABASE = 'stayseal-holder';
const STORE = 'permit';
const ONLY = 'the permit';
const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const AES = { name: 'AES-GCM', length: 256 };

/** A new pair for each purpose: one key serves one purpose (LIVE-11). The private halves never leave the browser. */
export async function newKeys(): Promise<PurposeMap<CryptoKeyPair>> {
  const pairs = await Promise.all(PURPOSES.map(() => crypto.subtle.generateKey(EC, false, ['sign', 'verify'])));
  return Object.fromEntries(PURPOSES.map((purpose, i) => [purpose, pairs[i]])) as PurposeMap<CryptoKeyPair>;
}

/** x and y, 32 bytes each. */
export async function pointOf({ publicKey }: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)).subarray(1);
}

export async function keep(keys: PurposeMap<CryptoKey>, wallet: Wallet): Promise<void> {
  const lock = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(wallet));
  const sealed = await crypto.subtle.encrypt({ name: AES.name, iv }, lock, plain);
  await write((store) => store.put({ keys, lock, iv, sealed } satisfies Stored, ONLY));
}

export async function kept(): Promise<Kept | undefined> {
  const database = await open();
  try {
    const stored = await request<Stored | undefined>(database.transaction(STORE).objectStore(STORE).get(ONLY));
    if (stored === undefined) return undefined;
    const { keys, lock, iv, sealed } = stored;
    const plain = await crypto.subtle.decrypt({ name: AES.name, iv: owned(iv) }, lock, sealed);
    return { keys, wallet: JSON.parse(new TextDecoder().decode(plain)) as Wallet };
  } finally {
    database.close();
  }
}

export async function forget(): Promise<void> {
  await write((store) => store.clear());
}

async function write(change: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    change(transaction.objectStore(STORE));
    await done;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return request(opening);
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('storage failed'));
  });
}
