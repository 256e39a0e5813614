/** Keeps the lists: reads what is stored, fetches what is new, refuses what is worse, and answers with what to judge by. */
import { admit } from '../engine/trust/memory';
import { Refusal } from '../engine/trust/refusal';
import { readSnapshot, type Snapshot } from '../engine/trust/snapshot';
import { limits } from '../engine/registry';
import { fromSnapshot, withoutList, type Sources } from '../engine/verify/sources';
import type { Deployment } from './deployment';
import { readKept, writeKept, type Kept } from './kept';

export interface Lists {
  readonly sources: Sources;
  readonly snapshot?: Snapshot;
  readonly keptAt?: number;
  /** Why the last attempt to update did not work: a refusal's reason, `OFFLINE`, or `STORAGE`. */
  readonly trouble?: string;
}

export class Keeper {
  private lists: Lists = { sources: withoutList('NO_LIST') };
  private kept: Kept | undefined;
  private etag: string | undefined;
  private readonly deployment: Deployment;
  private readonly changed: (lists: Lists) => void;

  constructor(deployment: Deployment, changed: (lists: Lists) => void) {
    this.deployment = deployment;
    this.changed = changed;
  }

  get current(): Lists {
    return this.lists;
  }

  /** What was kept at an earlier visit; it is verified again from its bytes. */
  async load(): Promise<void> {
    const pinned = this.deployment.rootFingerprint;
    try {
      this.kept = await readKept(pinned);
      if (this.kept === undefined) return;
      const snapshot = await readSnapshot(this.kept.zip, pinned);
      this.use(snapshot, this.kept.keptAt);
    } catch {
      // Storage refused or damaged: the page goes on without it, and fetches anew.
      this.tell({ ...this.lists, trouble: 'STORAGE' });
    }
  }

  /** Fetches, verifies, and keeps if nothing speaks against it (TRUST-70 to TRUST-74). Never throws. */
  async update(): Promise<void> {
    let zip: Uint8Array | undefined;
    try {
      zip = await this.fetchSnapshot();
    } catch {
      this.tell({ ...this.lists, trouble: 'OFFLINE' });
      return;
    }
    const { trouble: _before, ...rest } = this.lists;
    if (zip === undefined) this.tell(rest);
    else await this.take(zip);
  }

  /** A snapshot from the network or from a file. */
  async take(zip: Uint8Array): Promise<void> {
    const pinned = this.deployment.rootFingerprint;
    try {
      const snapshot = await readSnapshot(zip, pinned);
      const memory = await admit(snapshot, this.kept?.memory, this.deployment.floor, Date.now());
      const next = { pinned, zip, memory, keptAt: Date.now() };
      await this.keep(next);
      this.use(snapshot, next.keptAt);
    } catch (e) {
      this.etag = undefined;
      const reason = e instanceof Refusal ? e.reason : 'CORRUPT';
      const foreign = reason === 'UNKNOWN_ROOT' && this.lists.snapshot === undefined;
      const sources = foreign ? withoutList('UNKNOWN_ROOT') : this.lists.sources;
      this.tell({ ...this.lists, sources, trouble: reason });
    }
  }

  private async keep(next: Kept): Promise<void> {
    let written: boolean;
    try {
      written = await writeKept(next, this.kept);
    } catch {
      // A browser without storage (private mode) still judges by what it fetched.
      this.kept = next;
      return;
    }
    if (!written) {
      // Another tab was first: its memory counts from now on, and this snapshot has to stand before it.
      this.kept = await readKept(next.pinned);
      throw new Refusal('OLDER', 'TRUST-72', 'another tab keeps newer lists');
    }
    this.kept = next;
  }

  private async fetchSnapshot(): Promise<Uint8Array | undefined> {
    const headers: HeadersInit = this.etag === undefined ? {} : { 'If-None-Match': this.etag };
    const answer = await fetch(this.deployment.snapshotUrl, { headers, cache: 'no-store', credentials: 'omit' });
    if (answer.status === 304) return undefined;
    if (!answer.ok) throw new Error(`snapshot: ${answer.status}`);
    const zip = await bounded(answer, limits.maxSnapshotBytes);
    this.etag = answer.headers.get('ETag') ?? undefined;
    return zip;
  }

  private use(snapshot: Snapshot, keptAt: number): void {
    this.tell({ sources: fromSnapshot(snapshot, this.deployment.rootFingerprint), snapshot, keptAt });
  }

  private tell(lists: Lists): void {
    this.lists = lists;
    this.changed(lists);
  }
}

/** The body, given up as soon as it is longer than `most`. */
async function bounded(answer: Response, most: number): Promise<Uint8Array> {
  const reader = answer.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    size += part.value.length;
    if (size > most) throw new Error('snapshot too large');
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
