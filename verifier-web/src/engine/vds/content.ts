/** What a seal of a known type says: its features by their names (20-vds part 5). */
import { utf8 } from '../bytes/arrays';
import { decodeC40 } from '../bytes/c40';
import { toHex } from '../bytes/hex';
import { wrongFormat } from '../format-error';
import type { FeatureRule, Profile } from '../registry/profiles';
import { readMrz, type Mrz } from './mrz';
import { dayText, isDay, type Day, type Seal } from './seal';

/** How a value is written. */
export type ValueRule = Pick<FeatureRule, 'name' | 'characters'> & { readonly coding: string };

export interface SealContent {
  readonly values: Readonly<Record<string, string>>;
  readonly mrz?: Mrz;
  /** The document's last day (VDS-21). */
  readonly lastDay?: Day;
  readonly hasUnknownFeature: boolean;
}

/** @throws FormatError when the seal breaks the rules of its type (VDS-19 to VDS-21) */
export function readContent(seal: Seal, profile: Profile): SealContent {
  if (!profile.versions.includes(seal.version)) throw wrongFormat('VDS-19', 'this type is not of this version');
  checkPresence(seal, profile);
  const values: Record<string, string> = {};
  let mrz: Mrz | undefined;
  let lastDay: Day | undefined;
  for (const rule of profile.features) {
    const value = featureValue(seal, rule.tag);
    if (value === undefined) continue;
    if (value.length < rule.bytes[0] || value.length > rule.bytes[1]) {
      throw wrongFormat('VDS-19', `feature ${rule.name} has a wrong length`);
    }
    if (rule.mrz !== undefined) {
      mrz = readMrz(decodeC40(value), rule.mrz, seal.issued);
      values[rule.name] = mrz.lines.join('\n');
    } else values[rule.name] = readValue(rule, value);
    if (profile.expiry === rule.name) lastDay = lastDayOf(rule, value, mrz);
  }
  const listed = profile.features.map((f) => parseInt(f.tag, 16));
  return {
    values,
    ...(mrz === undefined ? {} : { mrz }),
    ...(lastDay === undefined ? {} : { lastDay }),
    hasUnknownFeature: seal.features.some((f) => !listed.includes(f.tag)),
  };
}

/** VDS-21 */
function lastDayOf(rule: FeatureRule, value: Uint8Array, mrz: Mrz | undefined): Day | undefined {
  if (rule.coding === 'day') return readDay(rule, value);
  if (rule.coding === 'period') return readPeriod(rule, value)[1];
  if (mrz?.end === undefined) throw wrongFormat('VDS-21', 'the end date is no day of the calendar');
  return mrz.end;
}

function checkPresence(seal: Seal, profile: Profile): void {
  for (const rule of profile.features) {
    if (rule.mandatory && featureValue(seal, rule.tag) === undefined) {
      throw wrongFormat('VDS-19', `feature ${rule.name} is missing`);
    }
  }
  for (const group of profile.oneOf ?? []) {
    if (group.filter((tag) => featureValue(seal, tag) !== undefined).length !== 1) {
      throw wrongFormat('VDS-19', 'not exactly one of a group of features');
    }
  }
  const listed = profile.features.map((f) => parseInt(f.tag, 16));
  if (profile.closed && seal.features.some((f) => !listed.includes(f.tag))) {
    throw wrongFormat('VDS-20', 'a feature that has no place in this type');
  }
}

function featureValue(seal: Seal, tag: string): Uint8Array | undefined {
  return seal.features.find((f) => f.tag === parseInt(tag, 16))?.value;
}

/** A value by its coding, as every verifier prints it (VDS-19). */
export function readValue(rule: ValueRule, value: Uint8Array): string {
  switch (rule.coding) {
    case 'c40':
      return readC40(rule, value);
    case 'utf8':
      return readText(rule, value);
    case 'uint':
      return String(value.reduce((n, b) => n * 256 + b, 0));
    case 'duration':
      return readDuration(value);
    case 'uuid':
      return uuidText(value);
    case 'day':
      return dayText(readDay(rule, value));
    case 'period':
      return readPeriod(rule, value)
        .map((d) => (d === undefined ? '..' : dayText(d)))
        .join('/');
    default:
      return toHex(value);
  }
}

function readC40(rule: ValueRule, value: Uint8Array): string {
  const text = decodeC40(value).replace(/ +$/, '');
  const [least, most] = rule.characters ?? [0, Number.POSITIVE_INFINITY];
  if (text.length < least || text.length > most) throw wrongFormat('VDS-19', `feature ${rule.name} has a wrong length`);
  return text;
}

function readText(rule: ValueRule, value: Uint8Array): string {
  const text = utf8(value);
  if (text === undefined || /\p{Cc}/u.test(text)) throw wrongFormat('VDS-19', `feature ${rule.name} is not plain text`);
  return text;
}

/** Three bytes: days, months, years; or one of three words. */
function readDuration(value: Uint8Array): string {
  const words: Readonly<Record<string, string>> = {
    '000000': 'until-end-date',
    ffffff: 'decided-at-border',
    fefefe: 'transit',
  };
  const part = (n: number | undefined, unit: string) => (n === undefined || n === 0 ? '' : `${n}${unit}`);
  return words[toHex(value)] ?? `P${part(value[2], 'Y')}${part(value[1], 'M')}${part(value[0], 'D')}`;
}

/** 16 bytes as 32 hexadecimal digits with hyphens. */
export function uuidText(value: Uint8Array): string {
  const hex = toHex(value);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Eight digits YYYYMMDD. */
function readDay(rule: ValueRule, value: Uint8Array): Day {
  const m = /^(\d{4})(\d{2})(\d{2})$/.exec(String.fromCharCode(...value));
  const day = { year: Number(m?.[1]), month: Number(m?.[2]), day: Number(m?.[3]) };
  if (m === null || day.year < 1900 || day.year > 2999 || !isDay(day)) {
    throw wrongFormat('VDS-19', `feature ${rule.name} is no day`);
  }
  return day;
}

/** Two days, or one, with a zero byte after the first. */
function readPeriod(rule: ValueRule, value: Uint8Array): readonly [Day | undefined, Day | undefined] {
  const zero = value.indexOf(0);
  if (zero < 0) throw wrongFormat('VDS-19', `feature ${rule.name} is no period`);
  const part = (bytes: Uint8Array) => (bytes.length === 0 ? undefined : readDay(rule, bytes));
  const [from, until] = [part(value.subarray(0, zero)), part(value.subarray(zero + 1))];
  if (from !== undefined && until !== undefined && dayText(until) < dayText(from)) {
    throw wrongFormat('VDS-19', `feature ${rule.name} ends before it begins`);
  }
  return [from, until];
}
