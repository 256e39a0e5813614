/** Notices as a reader of lists and as a person meets them: what the vectors cannot say. */
import { describe, expect, test } from 'vitest';
import { readSnapshot } from '../src/engine/trust/snapshot';
import { fromSnapshot } from '../src/engine/verify/sources';
import { typedCode, verify } from '../src/engine/verify/verifier';
import { forReader } from '../src/page/notice-view';
import { sentences } from '../src/page/verdict-view';
import { EXTENSION, endedInOctober, Utopia } from './utopia/utopia';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const utopia = new Utopia();
const PIN = utopia.fingerprint({ now: NOW });
const EXTENDED = utopia.code(7, endedInOctober);

async function verdict(notices: readonly object[], code = EXTENDED) {
  const snapshot = await readSnapshot(utopia.snapshot({ now: NOW, notices }), PIN);
  return verify(typedCode(code), {}, fromSnapshot(snapshot, PIN), NOW);
}

describe('a notice that is not known', () => {
  test.each<[string, object, string | null]>([
    ['as it is, extends', EXTENSION, 'EXTENDED_BY_NOTICE'],
    ['of another kind, is not used (TRUST-144)', { ...EXTENSION, kind: 'reminder' }, 'EXPIRED'],
    [
      'with another member of its scope, is not used (TRUST-144)',
      { ...EXTENSION, scope: { ...EXTENSION.scope, regions: ['north'] } },
      'EXPIRED',
    ],
    ['with another member, is used (TRUST-6)', { ...EXTENSION, later: true }, 'EXTENDED_BY_NOTICE'],
  ])('%s', async (_, notice, reason) => {
    expect((await verdict([notice])).reason).toBe(reason);
  });
});

describe('for a person', () => {
  test('conditions are said beside an extension (VER-64)', async () => {
    const snapshot = await readSnapshot(utopia.snapshot({ now: NOW, notices: [EXTENSION] }), PIN);
    const found = await verify(typedCode(EXTENDED), { purpose: 'work' }, fromSnapshot(snapshot, PIN), NOW);
    const { text, next } = sentences(found);
    expect(found.reason).toBe('EXTENDED_BY_NOTICE');
    expect(text).toContain('extends');
    expect(next).toContain('up to 20 hours a week');
  });

  test('the text is in a language of the reader, else in English, else the first (VER-68)', () => {
    const texts = ['de-AT', 'en-GB', 'uk'].map((lang) => ({ lang, value: lang }));
    expect(forReader(texts, ['uk-UA', 'de']).lang).toBe('uk');
    expect(forReader(texts, ['DE-at']).lang).toBe('de-AT');
    expect(forReader(texts, ['de-CH', 'uk']).lang).toBe('de-AT');
    expect(forReader(texts, ['fr']).lang).toBe('en-GB');
    expect(forReader(texts.slice(2), ['fr']).lang).toBe('uk');
  });
});
