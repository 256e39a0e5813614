/** An authority's own file of profiles (VDS-27, VDS-28): the cases that the Java engine's tests read, too. */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex } from '../src/engine/bytes/hex';
import { ProfileFileError, withProfiles } from '../src/engine/registry/profile-file';
import { profileOf, standardProfiles } from '../src/engine/registry/profiles';
import { readContent, uuidText } from '../src/engine/vds/content';
import { readSeal } from '../src/engine/vds/seal';
import { specification } from './conformance';

interface Cases {
  good: object;
  beside: { profiles: object[] };
  bad: { fault: string; file: unknown }[];
}

const path = join(specification, 'core/src/test/resources/org/stayseal/spec/vds/profile-files.json');
const cases = JSON.parse(readFileSync(path, 'utf8')) as Cases;
const more = withProfiles(withProfiles(standardProfiles, cases.good), cases.beside);

describe('files of profiles', () => {
  test('a file adds its types and changes none', () => {
    expect(more).toHaveLength(standardProfiles.length + 2);
    expect(more.slice(0, standardProfiles.length)).toEqual(standardProfiles);
    expect(profileOf(more, 'UTO', 'A002', undefined)?.grants).toBe('residence');
    expect(profileOf(standardProfiles, 'UTO', 'A002', undefined)).toBeUndefined();
  });

  test.each(cases.bad)('refused: $fault', ({ file }) => {
    expect(() => withProfiles(standardProfiles, file)).toThrow(ProfileFileError);
  });

  test('the registry is of the form that files have', () => {
    for (const country of ['UTO', 'D']) {
      const profiles = standardProfiles.filter((p) => p.country === country);
      expect(withProfiles([], { version: 1, country, profiles })).toEqual(profiles);
    }
  });

  test('an authority says what an administrative document of its own profile grants', () => {
    const profiles = cases.beside.profiles.map((p) => ({ ...p, grants: 'residence' }));
    const own = withProfiles(standardProfiles, { ...cases.beside, profiles });
    expect(profileOf(own, 'D', '01C9', 'aabbccdd-1122-3344-aabb-ccdd11223344')?.grants).toBe('residence');
    expect(profileOf(own, 'D', '01C9', undefined)?.grants).toBe('none');
  });

  test('an administrative document is read by the profile that its uuid names', () => {
    const seal = readSeal(
      fromHex(
        'dc036abc6d32c8a727390f71340f713401c9' +
          '0010aabbccdd11223344aabbccdd11223344030141040142' +
          '020832303237313233310a0a4d75737465726d616e6eff020102',
      ) as Uint8Array,
      3116,
    );
    const uuid = uuidText(seal.features[0]?.value ?? new Uint8Array());
    const named = profileOf(more, seal.country, seal.documentType, uuid);
    expect(named?.id).toBe('de-example-notice');
    const content = named === undefined ? undefined : readContent(seal, named);
    expect(content).toMatchObject({
      values: { profileUuid: uuid, surname: 'Mustermann', validUntil: '2027-12-31' },
      lastDay: { year: 2027, month: 12, day: 31 },
      hasUnknownFeature: false,
    });
    expect(profileOf(standardProfiles, seal.country, seal.documentType, uuid)?.id).toBe(
      'de-administrative-document-0.9',
    );
  });
});
