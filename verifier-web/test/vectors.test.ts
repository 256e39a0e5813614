/** Every vector of spec/vectors: the whole verdict, as both engines must give it (VER-61), and what becomes of each snapshot. */
import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admit, type Memory } from '../src/engine/trust/memory';
import { readSnapshot } from '../src/engine/trust/snapshot';
import type { Verdict } from '../src/engine/verify/verdict';
import { specification } from './conformance';
import { compared, verdictOn, type Code, type Question, type Trust } from './verdicts';

interface Vector {
  name: string;
  code: Code;
  question: Question;
  trust: Trust;
  verdict: Verdict;
}

interface SnapshotCase {
  name: string;
  file: string;
  pin: string;
  now: string;
  before?: string;
  kept?: string;
  expected: string;
}

const folder = join(specification, 'vectors');

const vectors = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Partial<Vector>)
  .filter((v): v is Vector => v.verdict !== undefined);

describe('verdicts', () => {
  test('there are vectors to hold to', () => expect(vectors.length).toBeGreaterThan(60));

  test.each(vectors)('$name', async ({ code, question, trust, verdict }) => {
    const found = await verdictOn(code, question, trust);
    expect(compared(found)).toEqual(compared(verdict));
  });
});

const snapshots = JSON.parse(readFileSync(join(folder, 'snapshot/cases.json'), 'utf8')) as SnapshotCase[];

describe('snapshots', () => {
  test.each(snapshots)('$name: $expected', async ({ file, pin, now, before, kept, expected }) => {
    let memory: Memory | undefined;
    for (const had of [before, kept]) {
      if (had !== undefined) memory = await take(`snapshot/${had}`, pin, memory, 0);
    }
    const outcome = take(`snapshot/${file}`, pin, memory, Date.parse(now));
    // A reader without a need to tell them apart takes what it already has again.
    if (expected === 'TAKEN' || expected === 'ALREADY_THERE') await expect(outcome).resolves.toBeDefined();
    else await expect(outcome).rejects.toMatchObject({ name: 'Refusal', reason: expected });
  });
});

async function take(file: string, pin: string, memory: Memory | undefined, now: number): Promise<Memory> {
  return admit(await readSnapshot(bytesOf(file), pin), memory, {}, now);
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, path)));
}
