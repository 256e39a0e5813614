/** Pins that move along a chain of roots, and what was seen before (TRUST-33, TRUST-72), with vectors of spec/vectors/snapshot. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { admit } from '../src/engine/trust/memory';
import { standardProfiles } from '../src/engine/registry/profiles';
import { readSnapshot } from '../src/engine/trust/snapshot';
import { Keeper } from '../src/store/keeper';
import { Utopia } from './utopia/utopia';

const NOW = Date.parse('2026-11-22T13:00:00Z');
const FIRST_PIN = '541998dbbc28a6eea711f3306edafd588870eef046c3739a976c4f180ca934ab';

function vector(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`../../spec/vectors/snapshot/${name}`, import.meta.url))));
}

async function secondPin(): Promise<string> {
  const { root } = await readSnapshot(vector('second-root.zip'), FIRST_PIN);
  expect(root.sequence).toBe(2);
  return root.fingerprint;
}

function keeper(rootFingerprint: string): Keeper {
  return new Keeper(
    {
      rootFingerprint,
      snapshotUrl: new URL('http://localhost/'),
      authority: '',
      environment: 'demo',
      floor: {},
      warnAfter: 1,
      profiles: standardProfiles,
    },
    () => undefined,
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(async () => {
  vi.useRealTimers();
  await new Promise((done) => (indexedDB.deleteDatabase('stayseal-verifier').onsuccess = done));
});

test('a pin past the kept root is a conflict', async () => {
  const kept = await admit(await readSnapshot(vector('second.zip'), FIRST_PIN), undefined, {}, NOW);
  const offered = await readSnapshot(vector('second-root.zip'), await secondPin());
  await expect(admit(offered, kept, {}, NOW)).rejects.toMatchObject({ reason: 'CONFLICT', rule: 'TRUST-72' });
});

test('a page that names a later root of its chain goes back to nothing older', async () => {
  const pin = await secondPin();
  const first = keeper(FIRST_PIN);
  await first.take(vector('second-root.zip'));
  expect(first.current.trouble).toBeUndefined();
  const before = first.current.snapshot?.manifest.sequence as number;

  const second = keeper(pin);
  await second.load();
  expect(second.current.snapshot).toBeUndefined();
  await second.take(vector('manifest-rolled-back-after-a-root-rotation.zip'));
  expect(second.current).toMatchObject({ trouble: 'OLDER' });
  expect(second.current.snapshot).toBeUndefined();
  await second.take(vector('second-root.zip'));
  expect(second.current.trouble).toBeUndefined();
  expect(second.current.snapshot?.manifest.sequence).toBe(before);
});

test('another authority on the same origin has a memory of its own', async () => {
  const first = keeper(FIRST_PIN);
  await first.take(vector('second-root.zip'));
  const utopia = new Utopia();
  const other = keeper(utopia.fingerprint({ now: NOW }));
  await other.take(utopia.snapshot({ now: NOW, sequence: 1 }));
  expect(other.current.trouble).toBeUndefined();
  const again = keeper(FIRST_PIN);
  await again.load();
  await again.take(vector('second.zip'));
  expect(again.current.trouble).toBe('OLDER');
});
