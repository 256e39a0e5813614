/**
 * What the browser keeps between visits: the newest accepted snapshot and what was seen of it. One record in IndexedDB, replaced in
 * one transaction, so that a crash leaves the old one or the new one. No personal data is ever written.
 */
import type { Memory } from '../engine/trust/memory';

export interface Kept {
  /** Fingerprint of the root under which it was accepted. */
  readonly pinned: string;
  readonly zip: Uint8Array;
  readonly memory: Memory;
  /** When it was fetched, milliseconds since 1970, by this machine's clock. */
  readonly keptAt: number;
}

const DATABASE = 'stayseal-verifier';
const STORE = 'trust';

export async function readKept(pinned: string): Promise<Kept | undefined> {
  const database = await open();
  try {
    return await request<Kept | undefined>(database.transaction(STORE).objectStore(STORE).get(pinned));
  } finally {
    database.close();
  }
}

/** What was kept under other pins of this page; which of it is of the same chain of roots, a snapshot shows. */
export async function readKeptOfOthers(pinned: string): Promise<Kept[]> {
  const database = await open();
  try {
    const all = await request<Kept[]>(database.transaction(STORE).objectStore(STORE).getAll());
    return all.filter((kept) => kept.pinned !== pinned);
  } finally {
    database.close();
  }
}

/**
 * Replaces the record, unless another tab did so since `before` was read.
 * @returns whether it was written
 */
export async function writeKept(kept: Kept, before: Kept | undefined): Promise<boolean> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore(STORE);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    // It is awaited below; until then its refusal is nobody's accident.
    done.catch(() => undefined);
    const now = await request<Kept | undefined>(store.get(kept.pinned));
    const same = JSON.stringify(now?.memory) === JSON.stringify(before?.memory);
    if (same) store.put(kept, kept.pinned);
    await done;
    return same;
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
