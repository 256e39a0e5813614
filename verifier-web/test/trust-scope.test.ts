/** What a signer of VDS-NCs may be listed for (TRUST-43, NC-6), and the code that an IDB asks of its signer's certificate (IDB-40). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extensionMap, readExtensions } from '../src/engine/trust/extensions';
import { readJson } from '../src/engine/trust/json';
import { presentIdb } from '../src/engine/verify/presented-idb';

function scopeOf(type: string): unknown {
  const json = `[{"type":"urn:stayseal:scope:1","critical":true,"countries":["UTO"],"documentTypes":["${type}"]}]`;
  const extensions = extensionMap(readJson(new TextEncoder().encode(json), 10_000));
  return readExtensions(extensions, 'vds-nc-signer', undefined).scope;
}

describe('the scope of a signer of VDS-NCs', () => {
  test.each(['uto.residence-permit', 'icao.vacc', 'uto-north.a', 'a.b.c.d.e.f.g.h', `a.${'b'.repeat(62)}`])(
    'may name %s',
    (type) => expect(scopeOf(type)).toMatchObject({ documentTypes: [type] }),
  );

  test.each(['icao', 'ICAO.vacc', 'a..b', 'a.', 'a.b.c.d.e.f.g.h.i', `a.${'b'.repeat(63)}`, 'a.b\\n', '*'])(
    'may not name %s',
    (type) => expect(() => scopeOf(type)).toThrow(),
  );
});

describe('the document code that the certificate must allow', () => {
  test.each([
    ['valid', ''],
    ['visa', 'V'],
    ['visa-beside-passport', 'V'],
    ['provisional-residence', 'AR'],
  ])('of %s is "%s"', async (name, expected) => {
    const vector = readFileSync(new URL(`../../spec/vectors/idb/${name}.json`, import.meta.url), 'utf8');
    const { code } = JSON.parse(vector) as { code: { text: string } };
    expect((await presentIdb(code.text)).mrzDocumentCode).toBe(expected);
  });
});
