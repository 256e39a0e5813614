/** Continuations as a page meets them: which goes beside which, and what is said (VER-97, VER-98). */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standardProfiles } from '../src/engine/registry/profiles';
import { paired } from '../src/engine/verify/pairing';
import { typedCode, verify } from '../src/engine/verify/verifier';
import { withoutList } from '../src/engine/verify/sources';
import type { Verdict } from '../src/engine/verify/verdict';
import { otherHalf } from '../src/page/continuation-view';
import { sentences } from '../src/page/verdict-view';
import { words } from '../src/page/words';
import { specification } from './conformance';

interface Case {
  readonly code: { readonly text: string };
  readonly question: { readonly continuations?: readonly string[] };
  readonly verdict: Verdict;
}

function vector(name: string): Case {
  return JSON.parse(readFileSync(join(specification, `vectors/continuation/${name}.json`), 'utf8')) as Case;
}

const full = vector('credential-full');
const permit = typedCode(full.code.text);
const paper = typedCode(full.question.continuations?.[0] ?? '');
const another = typedCode(vector('credential-work').question.continuations?.[0] ?? '');
const broken = typedCode(vector('damaged').question.continuations?.[0] ?? '');

describe('pairing', () => {
  test('a continuation goes beside the code that it names, in whatever order they come', async () => {
    for (const codes of [
      [permit, paper],
      [paper, permit],
    ]) {
      expect(await paired(codes, standardProfiles)).toEqual([{ code: permit, beside: [paper] }]);
    }
  });

  test('one that names none of the codes, or is broken, has a verdict of its own', async () => {
    expect(await paired([permit, another, broken], standardProfiles)).toEqual([
      { code: permit, beside: [] },
      { code: another, beside: [] },
      { code: broken, beside: [] },
    ]);
  });

  test('copies of one count once: sixteen of them push no other out', async () => {
    const { code, question } = vector('forged-and-good');
    const [named, forged, genuine] = [code.text, ...(question.continuations ?? [])].map(typedCode) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const copies = Array.from({ length: 16 }, () => forged.slice());
    for (const meant of [false, true]) {
      expect(await paired([named, ...copies, genuine], standardProfiles, meant)).toEqual([
        { code: named, beside: [forged, genuine] },
      ]);
    }
  });

  test('brought as belonging together, a wrong one is explained beside the permit', async () => {
    expect(await paired([permit, another], standardProfiles, true)).toEqual([{ code: permit, beside: [another] }]);
    expect(await paired([permit, another, paper], standardProfiles, true)).toEqual([{ code: permit, beside: [paper] }]);
    expect(await paired([another], standardProfiles, true)).toEqual([{ code: another, beside: [] }]);
  });
});

describe('for a person', () => {
  test('a permit that goes on says so, and until when is not hidden', () => {
    const { text } = sentences(full.verdict);
    expect(text).toContain('renewal is pending');
    expect(otherHalf(full.verdict)).toBeUndefined();
  });

  test('the conditions of work are said beside it', () => {
    expect(sentences(vector('work-under-conditions').verdict).next).toContain('as a nurse');
  });

  test('a permit that is over asks for the paper, and the paper for the permit', () => {
    expect(otherHalf(vector('over').verdict)).toBe(words.continuation.scanPaper);
    expect(otherHalf(vector('alone').verdict)).toBe(words.continuation.scanPermit);
    expect(otherHalf(vector('alone-forged').verdict)).toBeUndefined();
  });
});

test('without any list a continuation is open, and nothing of it is shown', async () => {
  const verdict = await verify(
    permit,
    { continuations: [paper] },
    withoutList('NO_LIST'),
    Date.parse('2026-11-22T12:00:00Z'),
  );
  expect(verdict.outcome).toBe('INDETERMINATE');
  expect(verdict.continuations).toEqual([{ result: 'INDETERMINATE', reason: 'NO_TRUST_LIST' }]);
});
