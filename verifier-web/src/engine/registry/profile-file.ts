/**
 * An authority's own file of profiles (20-vds part 5, VDS-27 and VDS-28): the form of profiles.json, strictly. It adds types and changes
 * none. The same rules as the Java engine's, with the path in the file where that one says the line.
 */
import { MRZ_FORMATS } from '../vds/mrz-format';
import type { FeatureRule, Profile, Profiles } from './profiles';

export class ProfileFileError extends Error {
  override readonly name = 'ProfileFileError';
}

type Members = Readonly<Record<string, unknown>>;

const CODINGS: Readonly<Record<FeatureRule['coding'], readonly [number, number]>> = {
  c40: [0, 0xffff],
  mrz: [0, 0xffff],
  utf8: [0, 0xffff],
  uint: [1, 4],
  duration: [3, 3],
  uuid: [16, 16],
  day: [8, 8],
  period: [9, 17],
  bytes: [0, 0xffff],
};
const SIDES = [10, 12, 14, 16, 18, 20, 22, 24, 26, 32, 36, 40, 44, 48, 52, 64, 72, 80, 88, 96, 104, 120, 132, 144];

/** @throws ProfileFileError */
export function withProfiles(known: Profiles, file: unknown): Profiles {
  const whole = members(file, 'the file', ['version', 'country', 'profiles'], ['$schema']);
  if (whole['version'] !== 1) throw fault('version', 'is one that this release does not know');
  matches(whole['country'], /^[A-Z]{1,3}$/, 'country');
  const all = [...known];
  list(whole['profiles'], 'profiles').forEach((row, i) => {
    const profile = readProfile(row, `profiles[${i}]`);
    if (profile.country !== whole['country']) throw fault(`profiles[${i}]`, 'is of another country than the file');
    admit(all, profile, `profiles[${i}]`);
    all.push(profile);
  });
  return all;
}

/** VDS-28 */
function admit(all: Profiles, profile: Profile, path: string): void {
  const sameType = (p: Profile) => p.reference === profile.reference && p.category === profile.category;
  for (const p of all) {
    if (p.id === profile.id) throw fault(path, 'has a name that is taken');
    if (!sameType(p)) continue;
    if (p.country === '*') throw fault(path, `would take the place of ${p.id}`);
    if (p.country !== profile.country) continue;
    if (p.uuid === profile.uuid) throw fault(path, `is of the same type as ${p.id}`);
    if ((p.uuid === undefined) === (profile.uuid === undefined)) continue;
    requireSameFrame(p, profile, path);
    const [common, named] = p.uuid === undefined ? [p, profile] : [profile, p];
    for (const rule of common.features) {
      const other = named.features.find((f) => f.tag === rule.tag);
      if (other === undefined || ruleText(other) !== ruleText(rule)) {
        throw fault(path, `says of feature ${rule.name} something else than ${p.id}`);
      }
    }
  }
}

/** What makes a seal of the type good at all is the same for each uuid; what the document grants is the row's own. */
function requireSameFrame(known: Profile, profile: Profile, path: string): void {
  const sorted = (list: readonly (string | number)[]) => [...list].sort().join();
  const frame = (p: Profile) => ({
    versions: sorted(p.versions),
    closed: p.closed,
    expiry: p.expiry,
    oneOf: sorted([...new Set((p.oneOf ?? []).map((group) => sorted(group)))].map((group) => `(${group})`)),
  });
  const [one, other] = [frame(known), frame(profile)];
  for (const member of ['versions', 'closed', 'expiry', 'oneOf'] as const) {
    if (one[member] !== other[member]) throw fault(path, `has another ${member} than ${known.id}`);
  }
}

function ruleText(rule: FeatureRule): string {
  const { tag, name, coding, mrz, bytes, characters, pad, mandatory } = rule;
  return JSON.stringify([tag, name, coding, mrz, bytes, characters, pad, mandatory]);
}

function readProfile(row: unknown, path: string): Profile {
  const required = ['id', 'country', 'reference', 'category', 'name', 'source'];
  const m = members(
    row,
    path,
    [...required, 'versions', 'closed', 'grants', 'features'],
    ['uuid', 'write', 'expiry', 'documentCodes', 'dataMatrix', 'oneOf'],
  );
  matches(m['id'], /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, `${path}.id`);
  matches(m['country'], /^(?:[A-Z]{1,3}|\*)$/, `${path}.country`);
  matches(m['reference'], /^[0-9A-F]{2}$/, `${path}.reference`);
  matches(m['category'], /^[0-9A-F]{2}$/, `${path}.category`);
  matches(m['name'], /^(?=.*\S).{1,100}$/u, `${path}.name`);
  matches(m['source'], /^/, `${path}.source`);
  flag(m['closed'], `${path}.closed`);
  if (m['write'] !== undefined) flag(m['write'], `${path}.write`);
  matches(m['grants'], /^(?:residence|stay|none)$/, `${path}.grants`);
  const versions = list(m['versions'], `${path}.versions`);
  const first = m['write'] === false ? 1 : 3;
  if (versions.length === 0 || versions.some((v) => !isWhole(v, first, 4))) throw fault(`${path}.versions`, 'is wrong');
  if (m['dataMatrix'] !== undefined && !SIDES.includes(m['dataMatrix'] as number)) {
    throw fault(`${path}.dataMatrix`, 'is no side of a square DataMatrix');
  }
  const features = list(m['features'], `${path}.features`).map((f, i) => readRule(f, `${path}.features[${i}]`));
  if (features.length === 0) throw fault(`${path}.features`, 'is empty');
  const tooLong = versions.includes(3) && features.some((f) => f.bytes[1] > 254);
  if (tooLong) throw fault(path, 'has a feature longer than version 3 can say');
  const groups = filled(m['oneOf'], `${path}.oneOf`).map((g) => list(g, `${path}.oneOf`) as string[]);
  checkFeatures(features, groups, path);
  checkReferences(m, features, groups, path);
  return m as unknown as Profile;
}

function checkFeatures(features: readonly FeatureRule[], groups: readonly (readonly string[])[], path: string): void {
  const find = (tag: string) => features.find((f) => f.tag === tag);
  if (new Set(features.map((f) => f.tag)).size !== features.length) throw fault(path, 'has a tag twice');
  const grouped = groups.flat();
  if (new Set(grouped).size !== grouped.length) throw fault(path, 'has a tag in oneOf twice');
  for (const group of groups) {
    if (group.length < 2 || group.some((tag) => find(tag)?.mandatory !== false)) {
      throw fault(`${path}.oneOf`, 'names two or more tags that are listed and not mandatory');
    }
  }
  const together = (a: FeatureRule, b: FeatureRule) => groups.some((g) => g.includes(a.tag) && g.includes(b.tag));
  const clash = (a: FeatureRule) => features.some((b) => a !== b && a.name === b.name && !together(a, b));
  if (features.some(clash)) throw fault(path, 'has two features of one name');
  const zones = new Set(features.filter((f) => f.mrz !== undefined).map((f) => f.name));
  if (zones.size > 1) throw fault(path, 'has more than one machine readable zone');
}

function checkReferences(
  m: Members,
  features: readonly FeatureRule[],
  groups: readonly (readonly string[])[],
  path: string,
): void {
  if (m['uuid'] !== undefined) {
    matches(m['uuid'], /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, `${path}.uuid`);
    if (!features.some((f) => f.tag === '00' && f.coding === 'uuid' && f.mandatory)) {
      throw fault(path, 'has a uuid and no mandatory feature 00 of it');
    }
  }
  if (m['expiry'] !== undefined) {
    const holders = features.filter((f) => f.name === m['expiry']);
    const always = (f: FeatureRule) => f.mandatory || groups.some((g) => g.includes(f.tag));
    const good = (f: FeatureRule) => f.coding === 'day' || f.coding === 'period' || (f.coding === 'mrz' && always(f));
    if (holders.length === 0 || !holders.every(good)) throw fault(`${path}.expiry`, 'names no feature with a last day');
  }
  const codes = filled(m['documentCodes'], `${path}.documentCodes`);
  codes.forEach((c) => matches(c, /^[A-Z][A-Z<]?$/, `${path}.documentCodes`));
  if (codes.length > 0 && features.every((f) => f.mrz === undefined)) {
    throw fault(`${path}.documentCodes`, 'stand with a machine readable zone');
  }
}

function readRule(row: unknown, path: string): FeatureRule {
  const m = members(row, path, ['tag', 'name', 'coding', 'bytes', 'mandatory'], ['mrz', 'characters', 'pad']);
  matches(m['tag'], /^(?!FF)[0-9A-F]{2}$/, `${path}.tag`);
  matches(m['name'], /^[a-z][A-Za-z0-9]{0,39}$/, `${path}.name`);
  flag(m['mandatory'], `${path}.mandatory`);
  const coding = m['coding'] as FeatureRule['coding'];
  if (typeof coding !== 'string' || !Object.hasOwn(CODINGS, coding)) throw fault(`${path}.coding`, 'is none');
  const bytes = pair(m['bytes'], `${path}.bytes`);
  const [least, most] = CODINGS[coding];
  if (bytes[0] < least || bytes[1] > most) throw fault(`${path}.bytes`, 'is none that this coding has');
  if ((coding === 'mrz') !== (m['mrz'] !== undefined)) throw fault(path, 'has mrz without its coding, or none');
  if (coding === 'mrz') checkZone(m['mrz'], bytes, path);
  if ((coding === 'c40') !== (m['characters'] !== undefined)) throw fault(path, 'has characters for c40 alone');
  if (m['pad'] !== undefined && coding !== 'c40') throw fault(`${path}.pad`, 'is for c40 alone');
  if (coding === 'c40') checkCharacters(pair(m['characters'], `${path}.characters`), m['pad'], bytes, path);
  return m as unknown as FeatureRule;
}

function checkZone(format: unknown, bytes: readonly [number, number], path: string): void {
  matches(format, /^(?:TD1|TD2|MRV_A|MRV_B)$/, `${path}.mrz`);
  const size = c40Length(MRZ_FORMATS[format as keyof typeof MRZ_FORMATS].stored);
  if (bytes[0] !== size || bytes[1] !== size) throw fault(`${path}.bytes`, `is not ${size}, ${size}`);
}

function checkCharacters(
  characters: readonly [number, number],
  pad: unknown,
  bytes: readonly [number, number],
  path: string,
): void {
  const [fewest, most] = characters;
  if (fewest < 1) throw fault(`${path}.characters`, 'begins at 1');
  if (pad !== undefined && pad !== most) throw fault(`${path}.pad`, 'is the most characters');
  if (c40Length(pad === undefined ? fewest : most) < bytes[0] || c40Length(most) > bytes[1]) {
    throw fault(path, 'has characters that do not take these bytes');
  }
}

function c40Length(characters: number): number {
  return 2 * Math.ceil(characters / 3);
}

function members(value: unknown, path: string, required: readonly string[], optional: readonly string[]): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault(path, 'is no object');
  for (const name of Object.keys(value)) {
    if (!required.includes(name) && !optional.includes(name)) throw fault(`${path}.${name}`, 'is not known here');
  }
  for (const name of required) if (!Object.hasOwn(value, name)) throw fault(path, `has no member ${name}`);
  return value as Members;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw fault(path, 'is no array');
  return value as readonly unknown[];
}

function filled(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return [];
  const items = list(value, path);
  if (items.length === 0) throw fault(path, 'is empty: leave it out');
  return items;
}

function pair(value: unknown, path: string): readonly [number, number] {
  const items = list(value, path);
  const [least, most] = items;
  if (items.length !== 2 || !isWhole(least, 0, 0xffff) || !isWhole(most, least, 0xffff)) {
    throw fault(path, 'is not least and most');
  }
  return [least, most];
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function flag(value: unknown, path: string): void {
  if (typeof value !== 'boolean') throw fault(path, 'is neither true nor false');
}

function matches(value: unknown, form: RegExp, path: string): void {
  if (typeof value !== 'string' || !form.test(value)) throw fault(path, 'is not of its form');
}

function fault(path: string, message: string): ProfileFileError {
  return new ProfileFileError(`${path} ${message}`);
}
