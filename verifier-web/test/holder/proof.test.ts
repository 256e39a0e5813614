import { webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/engine/registry';
import { readCode } from '../../src/engine/cwt/envelope';
import { fromSnapshot } from '../../src/engine/verify/sources';
import { readSnapshot } from '../../src/engine/trust/snapshot';
import { typedCode, verify } from '../../src/engine/verify/verifier';
import { liveCode } from '../../src/holder/proof';
import { pointOf } from '../../src/holder/vault';
import { boundTo } from '../utopia/bound';
import { Utopia } from '../utopia/utopia';

const NOW = Date.parse('2026-11-23T09:00:00.900Z');
const utopia = new Utopia();

async function device(): Promise<CryptoKeyPair> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  return (await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])) as CryptoKeyPair;
}

async function judged(code: string, at: number) {
  const snapshot = await readSnapshot(utopia.snapshot({ now: NOW }), utopia.fingerprint({ now: NOW }));
  return verify(typedCode(code), {}, fromSnapshot(snapshot, utopia.fingerprint({ now: NOW })), at);
}

describe("a live code made by the holder's page", () => {
  test('is shown live for a minute and a half, and is a screenshot then', async () => {
    const pair = await device();
    const text = utopia.code(7, boundTo(await pointOf(pair)));
    const code = await liveCode((await readCode(text, limits)).bytes, pair.privateKey, NOW);
    expect(code).toMatch(/^RPL1:[0-9A-Z $%*+\-./:]+$/);
    expect(await judged(code, NOW)).toMatchObject({ outcome: 'VALID', holder: 'LIVE' });
    expect(await judged(code, NOW + 90_000)).toMatchObject({ outcome: 'VALID', holder: 'LIVE' });
    const late = await judged(code, NOW + 300_000);
    expect(late).toMatchObject({ outcome: 'VALID', holder: 'COMPARE' });
    expect(late.checks.find((c) => c.name === 'holder')?.reason).toBe('STALE_LIVE_CODE');
  });

  test('by the key of another purpose is altered', async () => {
    const text = utopia.code(7, boundTo(await pointOf(await device())));
    const code = await liveCode((await readCode(text, limits)).bytes, (await device()).privateKey, NOW);
    expect(await judged(code, NOW)).toMatchObject({ outcome: 'INVALID', reason: 'ALTERED_LIVE_CODE' });
  });
});
