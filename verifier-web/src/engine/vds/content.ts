/** What a seal of a known type says: its features by their names (20-vds part 5). */
import { utf8 } from '../bytes/arrays';
import { decodeC40 } from '../bytes/c40';
import { toHex } from '../bytes/hex';
import { wrongFormat } from '../format-error';
import type { FeatureRule, Profile } from '../registry/profiles';
import { readMrz, type Mrz } from './mrz';
import type { Day, Seal } from './seal';

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
  }
  const lastDay = profile.expiry === 'mrz' ? mrz?.end : undefined;
  if (profile.expiry === 'mrz' && lastDay === undefined)
    throw wrongFormat('VDS-21', 'the end date is no day of the calendar');
  const listed = profile.features.map((f) => parseInt(f.tag, 16));
  return {
    values,
    ...(mrz === undefined ? {} : { mrz }),
    ...(lastDay === undefined ? {} : { lastDay }),
    hasUnknownFeature: seal.features.some((f) => !listed.includes(f.tag)),
  };
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

function readValue(rule: FeatureRule, value: Uint8Array): string {
  switch (rule.coding) {
    case 'c40':
      return readC40(rule, value);
    case 'utf8':
      return readText(rule, value);
    case 'uint':
      return String(value.reduce((n, b) => n * 256 + b, 0));
    case 'duration':
      return readDuration(value);
    default:
      return toHex(value);
  }
}

function readC40(rule: FeatureRule, value: Uint8Array): string {
  const text = decodeC40(value).replace(/ +$/, '');
  const [least, most] = rule.characters ?? [0, Number.POSITIVE_INFINITY];
  if (text.length < least || text.length > most) throw wrongFormat('VDS-19', `feature ${rule.name} has a wrong length`);
  return text;
}

function readText(rule: FeatureRule, value: Uint8Array): string {
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
