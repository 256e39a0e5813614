/** Receipts (70-receipt): every vector is read or refused as it says, and what is made of a check is read again. */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex } from '../src/engine/bytes/hex';
import { FormatError } from '../src/engine/format-error';
import { standardProfiles } from '../src/engine/registry/profiles';
import { receiptOf } from '../src/receipt/of-check';
import { readReceipt } from '../src/receipt/read';
import { againOf } from '../src/receipt/recheck';
import { receiptFile, receiptName } from '../src/receipt/write';
import { specification } from './conformance';
import { verdictOn, type Code, type Question, type Trust } from './verdicts';

interface Case {
  name: string;
  expected: string;
  text?: string;
  hex?: string;
  spaces?: string;
}

const cases = JSON.parse(readFileSync(join(specification, 'vectors/receipt/cases.json'), 'utf8')) as Case[];

function fileOf({ text, hex, spaces }: Case): Uint8Array {
  const core = text === undefined ? (fromHex(hex ?? '') as Uint8Array) : new TextEncoder().encode(text);
  const file = new Uint8Array(core.length + Number(spaces ?? 0)).fill(0x20);
  file.set(core);
  return file;
}

describe('receipts', () => {
  test.each(cases)('$name: $expected', async (one) => {
    const file = fileOf(one);
    let found = 'READ';
    try {
      const written = await receiptFile(await readReceipt(file));
      if (one.name !== 'without-line-feed') expect(written).toEqual(file);
    } catch (e) {
      if (!(e instanceof FormatError)) throw e;
      found = `${e.kind} ${e.rule}`;
    }
    expect(found).toBe(one.expected);
  });
});

interface Vector {
  code: Code;
  question: Question;
  trust: Trust;
}

function bytesOf({ text, hex }: Code): Uint8Array {
  return text === undefined ? (fromHex(hex ?? '') as Uint8Array) : new TextEncoder().encode(text);
}

async function made(name: string, purpose?: 'work' | 'stay') {
  const vector = JSON.parse(readFileSync(join(specification, `vectors/${name}.json`), 'utf8')) as Vector;
  const question = { ...vector.question, ...(purpose === undefined ? {} : { purpose }) };
  const verdict = await verdictOn(vector.code, question, vector.trust);
  const continuations = (question.continuations ?? []).map((text) => new TextEncoder().encode(text));
  const now = Date.parse(question.clock) + 500;
  const asked = { ...(question.purpose === undefined ? {} : { purpose: question.purpose }), continuations };
  const receipt = await receiptOf('stayseal test', now, bytesOf(vector.code), asked, verdict, standardProfiles);
  const file = await receiptFile(receipt);
  return { receipt, verdict, text: new TextDecoder().decode(file), read: await readReceipt(file) };
}

describe('a receipt that is made of a check', () => {
  test('for work embeds the code, and reads as it was made', async () => {
    const { receipt, verdict, read } = await made('credential/valid-work', 'work');
    expect(read).toEqual(receipt);
    expect(read.embedded?.code.length).toBeGreaterThan(100);
    expect(againOf(read, verdict)).toBe('STILL_VALID');
  });

  test('for anybody else holds nothing of the person', async () => {
    const { text, verdict, read } = await made('credential/valid-stay', 'stay');
    expect(read.embedded).toBeUndefined();
    for (const said of [verdict.document['surname'], verdict.document['birthDate'], verdict.document['permitNumber']]) {
      if (typeof said === 'string') expect(text).not.toContain(said);
    }
    expect(againOf(read, verdict)).toBe('NO_CODE');
  });

  test('of a revoked permit embeds nothing', async () => {
    const { read } = await made('status/revoked', 'work');
    expect(read.verdict).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
    expect(read.embedded).toBeUndefined();
  });

  test('of a live code keeps the credential and not the proof', async () => {
    const { read } = await made('live/valid-work', 'work');
    const kept = new TextDecoder().decode(read.embedded?.code);
    expect(kept).toMatch(/^RP1:/);
    const verdict = await verdictOn({ text: kept }, { clock: read.checkedAt, purpose: 'work' }, (await one()).trust);
    expect(verdict).toMatchObject({ authentic: 'PASSED', holder: 'COMPARE' });
  });

  test('knows lists that are older than then, and one who is revoked since', async () => {
    const { receipt, verdict } = await made('credential/valid-work', 'work');
    const older = { ...verdict, trust: { ...verdict.trust, listSequence: (verdict.trust.listSequence ?? 0) - 1 } };
    expect(againOf(receipt, older)).toBe('LISTS_OLDER');
    expect(againOf(receipt, { ...older, outcome: 'INVALID', reason: 'REVOKED' })).toBe('NO_LONGER_VALID');
    expect(againOf(receipt, { ...verdict, reason: 'EXTENDED_BY_NOTICE' })).toBe('EXTENDED');
    expect(againOf(receipt, { ...verdict, outcome: 'INDETERMINATE' })).toBe('CANNOT_TELL');
  });

  test('is called by its time alone', async () => {
    const { receipt } = await made('credential/valid-work', 'work');
    expect(receiptName(receipt)).toMatch(/^stayseal-receipt-\d{8}T\d{6}Z$/);
  });
});

async function one(): Promise<Vector> {
  return JSON.parse(readFileSync(join(specification, 'vectors/credential/valid-work.json'), 'utf8')) as Vector;
}
