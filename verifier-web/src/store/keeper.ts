/** Keeps the lists: reads what is stored, fetches what is new, refuses what is worse, and answers with what to judge by. */
import { admit } from '../engine/trust/memory';
import { Refusal } from '../engine/trust/refusal';
import { readSnapshot, type Snapshot } from '../engine/trust/snapshot';
import { limits } from '../engine/registry';
import { fromSnapshot, withoutList, type Sources } from '../engine/verify/sources';
import type { Deployment } from './deployment';
import { floorOf, readMarker, writeMarker, type Marker } from './marker';
import { readKept, readKeptOfOthers, writeKept, type Kept } from './kept';

export interface Lists {
  readonly sources: Sources;
  readonly snapshot?: Snapshot;
  readonly keptAt?: number;
  /** Why the last attempt to update did not work: a refusal's reason, `OFFLINE`, `STORAGE`, or `NOT_KEPT`. */
  readonly trouble?: string;
  /** Whether this browser had erased what was kept here. */
  readonly erased?: boolean;
  /** While something is fetched or taken in: what is told meanwhile, as what another tab kept, is not the end of it. */
  readonly updating?: boolean;
}

/** How often another tab may be first before this one gives up until its next update. */
const MOST_ATTEMPTS = 5;

export class Keeper {
  private lists: Lists = { sources: withoutList('NO_LIST') };
  /** What new lists have to stand before. */
  private kept: Kept | undefined;
  /** The record in the browser's storage, as far as this tab knows: older than `kept` where that could not be written. */
  private stored: Kept | undefined;
  private etag: string | undefined;
  /** How far the lists were that this browser erased. */
  private erased: Marker | undefined;
  /** How many updates have begun and not ended. */
  private underWay = 0;
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
      this.stored = await readKept(pinned);
      this.kept = this.stored;
      if (this.kept === undefined) {
        this.erased = readMarker(pinned);
        if (this.erased !== undefined) this.tell(this.lists);
        return;
      }
      const snapshot = await readSnapshot(this.kept.zip, pinned);
      this.use(snapshot, this.kept.keptAt);
    } catch {
      // Storage refused or damaged: the page goes on without it, and fetches anew.
      this.tell({ ...this.lists, trouble: 'STORAGE' });
    }
  }

  /** Fetches, verifies, and keeps if nothing speaks against it (TRUST-70 to TRUST-74). Never throws. */
  async update(): Promise<void> {
    await this.toItsEnd(() => this.fetchAndTake());
  }

  /** A snapshot that somebody carried here, for a machine that is never online: refused for the same reasons as one from the network. */
  async takeFile(file: Blob): Promise<void> {
    if (file.size > limits.maxSnapshotBytes) this.tell({ ...this.lists, trouble: 'CORRUPT' });
    else await this.toItsEnd(async () => this.takeIn(new Uint8Array(await file.arrayBuffer())));
  }

  private async toItsEnd(step: () => Promise<void>): Promise<void> {
    this.underWay++;
    try {
      await step();
    } finally {
      this.underWay--;
      this.tell(this.lists);
    }
  }

  private async fetchAndTake(): Promise<void> {
    let zip: Uint8Array | undefined;
    try {
      zip = await this.fetchSnapshot();
    } catch {
      this.tell({ ...this.lists, trouble: 'OFFLINE' });
      return;
    }
    const { trouble: _before, ...rest } = this.lists;
    if (zip === undefined) this.tell(rest);
    else await this.takeIn(zip);
  }

  /** A snapshot as it came from the network. */
  async take(zip: Uint8Array): Promise<void> {
    await this.toItsEnd(() => this.takeIn(zip));
  }

  private async takeIn(zip: Uint8Array): Promise<void> {
    try {
      const snapshot = await readSnapshot(zip, this.deployment.rootFingerprint);
      this.kept ??= await this.ofAnEarlierPin(snapshot);
      const stored = await this.admitAndKeep(zip, snapshot);
      if (!stored) this.etag = undefined;
      this.use(snapshot, Date.now(), stored ? undefined : 'NOT_KEPT');
    } catch (e) {
      this.etag = undefined;
      const reason = e instanceof Refusal ? e.reason : 'CORRUPT';
      const foreign = reason === 'UNKNOWN_ROOT' && this.lists.snapshot === undefined;
      const sources = foreign ? withoutList('UNKNOWN_ROOT') : this.lists.sources;
      this.tell({ ...this.lists, sources, trouble: reason });
    }
  }

  /**
   * Another tab may be first. Then what it kept counts from now on, here too, and this snapshot has to stand before that.
   *
   * @returns whether it is stored: a browser without storage (private mode, a full disk) still judges by what it fetched
   */
  private async admitAndKeep(zip: Uint8Array, snapshot: Snapshot): Promise<boolean> {
    const pinned = this.deployment.rootFingerprint;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const floor = floorOf(this.deployment.floor, this.erased, snapshot);
      const memory = await admit(snapshot, this.kept?.memory, floor, Date.now());
      const next = { pinned, zip, memory, keptAt: Date.now() };
      const written = await writeKept(next, this.stored).catch(() => undefined);
      if (written !== false) {
        this.kept = next;
        if (written === true) {
          this.stored = next;
          writeMarker(pinned, memory);
          void stayHere();
        }
        return written === true;
      }
      this.stored = await readKept(pinned);
      if (this.stored === undefined) continue;
      // What this tab could not store may be newer than what the other one did.
      if ((this.kept?.memory.manifest.sequence ?? 0) > this.stored.memory.manifest.sequence) continue;
      this.kept = this.stored;
      this.use(await readSnapshot(this.kept.zip, pinned), this.kept.keptAt);
    }
    throw new Refusal('OLDER', 'TRUST-72', 'other tabs keep newer lists all the time');
  }

  /** A later build of the page may name another root of the same chain; what was seen before still counts (TRUST-72). */
  private async ofAnEarlierPin(snapshot: Snapshot): Promise<Kept | undefined> {
    const others = await readKeptOfOthers(this.deployment.rootFingerprint).catch(() => []);
    const sameChain = others.filter(({ memory }) =>
      snapshot.roots.some((root) => root.fingerprint === memory.root.fingerprint),
    );
    return sameChain.sort((a, b) => b.memory.manifest.sequence - a.memory.manifest.sequence)[0];
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

  private use(snapshot: Snapshot, keptAt: number, trouble?: 'NOT_KEPT'): void {
    const sources = fromSnapshot(snapshot, this.deployment.rootFingerprint);
    this.tell({ sources, snapshot, keptAt, ...(trouble === undefined ? {} : { trouble }) });
  }

  private tell(lists: Lists): void {
    const { updating: _before, ...said } = lists;
    this.lists = {
      ...said,
      ...(this.erased === undefined ? {} : { erased: true }),
      ...(this.underWay === 0 ? {} : { updating: true }),
    };
    this.changed(this.lists);
  }
}

/** Asks the browser not to erase this when space runs short; what it answers changes nothing. */
async function stayHere(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // Not every browser can be asked.
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
