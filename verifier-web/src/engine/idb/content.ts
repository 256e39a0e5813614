/** What an IDB says: its messages by their names, the document that they make, and when it ends (21-idb parts 3 and 4). */
import { decodeC40 } from '../bytes/c40';
import { toHex } from '../bytes/hex';
import { wrongFormat } from '../format-error';
import { documentsOf, messagesOf, type DocumentRule, type MessageRule } from '../registry/idb-messages';
import { dayText } from '../verify/days';
import { readValue } from '../vds/content';
import { readMrz, type Mrz, type MrzFormat } from '../vds/mrz';
import type { Day, Feature } from '../vds/seal';
import { readFeatures, type Idb } from './idb';
import { readMaskedDate } from './masked-date';

export interface IdbContent {
  /** As the trust list's scope names it (TRUST-43). */
  readonly type: string;
  readonly document?: DocumentRule;
  readonly values: Readonly<Record<string, string>>;
  /** Without dates where nobody signed it (IDB-26). */
  readonly mrz?: Mrz;
  /** All of them, the document's own first. */
  readonly zones: readonly Mrz[];
  readonly face?: Uint8Array;
  readonly lastDay?: Day;
  readonly hasUnknownFeature: boolean;
}

const MAKING = ['01', '02', '06', '03', '04', '05'];
/** Whose zone is the document's: where a national type says what it is, and where a message makes it (IDB-26). */
const ZONES = { byType: ['81', '07', '08', '01', '02'], byMessage: ['01', '02', '81', '07', '08'] };
const JP2 = '0000000c6a5020200d0a870a';
const CODESTREAM = 'ff4fff51';

/** @throws FormatError */
export function readContent(idb: Idb): IdbContent {
  const reading = new Reading(idb);
  for (const rule of messagesOf(idb.country)) {
    const message = idb.messages.find((m) => tagText(m.tag) === rule.tag);
    if (message !== undefined) reading.message(rule, message.value);
  }
  const listed = new Set(messagesOf(idb.country).map((r) => r.tag));
  const raw = idb.messages.filter((m) => !listed.has(tagText(m.tag)));
  const document = documentOf(idb, reading.documentType);
  for (const tag of document?.mandatory ?? []) {
    if (!has(idb, tag)) throw wrongFormat('IDB-23', `message ${tag} is missing`);
  }
  const zones = (reading.documentType === undefined ? ZONES.byMessage : ZONES.byType)
    .map((tag) => reading.zones.get(tag))
    .filter((zone) => zone !== undefined)
    .map((zone) => (idb.seal === undefined ? undated(zone) : zone));
  const [mrz] = zones;
  const lastDay = lastDayOf(idb, reading.expiry, zones);
  if (document?.ends === true && idb.seal !== undefined && lastDay === undefined) {
    throw wrongFormat('IDB-24', 'the document has no end');
  }
  return {
    type: typeOf(idb, reading.documentType),
    ...(document === undefined ? {} : { document }),
    values: { ...reading.values, ...named(raw, 'message '), ...reading.rest },
    ...(mrz === undefined ? {} : { mrz }),
    zones,
    ...(reading.face === undefined ? {} : { face: reading.face }),
    ...(lastDay === undefined ? {} : { lastDay }),
    hasUnknownFeature: raw.length > 0 || reading.hasUnknownFeature,
  };
}

class Reading {
  readonly values: Record<string, string> = {};
  /** Features without a row, in hexadecimal. */
  readonly rest: Record<string, string> = {};
  readonly zones = new Map<string, Mrz>();
  expiry?: Day;
  face?: Uint8Array;
  documentType?: string;
  hasUnknownFeature = false;
  private readonly issued: Day;

  constructor(idb: Idb) {
    // An unsigned code has no day to resolve years by; what comes of them is not used (IDB-26).
    this.issued = idb.seal?.signedOn ?? { year: 2000, month: 1, day: 1 };
  }

  message(rule: MessageRule, value: Uint8Array): void {
    checkLength(rule, value);
    switch (rule.coding) {
      case 'features':
        this.features(rule, value);
        break;
      case 'mrz':
        this.values[rule.name] = this.zone(rule.tag, rule.mrz as MrzFormat, value);
        break;
      case 'masked-date': {
        const date = readMaskedDate(value);
        if (date.first === undefined) throw wrongFormat('IDB-25', 'the year of an end date is not known');
        this.expiry = date.first;
        this.values[rule.name] = date.text;
        break;
      }
      case 'image':
        if (!toHex(value).startsWith(JP2) && !toHex(value).startsWith(CODESTREAM)) {
          throw wrongFormat('IDB-19', 'the face is no JPEG 2000 picture');
        }
        this.face = value;
        break;
      case 'document-type':
        this.documentType = this.values[rule.name] = tagText(value[0] as number);
        break;
      default:
        this.values[rule.name] = readValue(rule, value);
    }
  }

  private features(rule: MessageRule, value: Uint8Array): void {
    const features = readFeatures(value, 'IDB-20');
    const found = (tag: string) => features.find((f) => tagText(f.tag) === tag)?.value;
    for (const group of rule.oneOf ?? []) {
      if (group.filter((tag) => found(tag) !== undefined).length !== 1) {
        throw wrongFormat('IDB-20', 'not exactly one of a group of features');
      }
    }
    for (const row of rule.features ?? []) {
      const feature = found(row.tag);
      if (feature === undefined && row.mandatory) throw wrongFormat('IDB-20', `feature ${row.name} is missing`);
      if (feature === undefined) continue;
      checkLength(row, feature);
      this.values[`${rule.name}.${row.name}`] =
        row.mrz === undefined ? readValue(row, feature) : this.zone(rule.tag, row.mrz, feature);
    }
    const raw = features.filter((f) => rule.features?.some((row) => row.tag === tagText(f.tag)) !== true);
    Object.assign(this.rest, named(raw, `${rule.name}.feature `));
    this.hasUnknownFeature ||= raw.length > 0;
  }

  private zone(tag: string, format: MrzFormat, value: Uint8Array): string {
    const mrz = readMrz(decodeC40(value), format, this.issued);
    this.zones.set(tag, mrz);
    return mrz.lines.join('\n');
  }
}

function checkLength(rule: Pick<MessageRule, 'name' | 'bytes'>, value: Uint8Array): void {
  if (value.length < rule.bytes[0] || value.length > rule.bytes[1]) {
    throw wrongFormat('IDB-17', `${rule.name} has a wrong length`);
  }
}

/** IDB-22 */
function documentOf(idb: Idb, documentType: string | undefined): DocumentRule | undefined {
  const rows = documentsOf(idb.country);
  if (documentType !== undefined) return rows.find((d) => d.type === documentType);
  const making = MAKING.find((tag) => has(idb, tag));
  return making === undefined ? undefined : rows.find((d) => d.message === making);
}

/** IDB-40 */
function typeOf(idb: Idb, documentType: string | undefined): string {
  if (documentType !== undefined) return `IDB-86-${documentType}`;
  const making = ['01', '02', '06'].find((tag) => has(idb, tag));
  return `IDB-${making ?? tagText(idb.messages[0]?.tag ?? 0)}`;
}

/** IDB-24: the earliest of the end that is written and the ends of all zones; those of an unsigned code's zones do not count. */
function lastDayOf(idb: Idb, expiry: Day | undefined, zones: readonly Mrz[]): Day | undefined {
  if (idb.seal === undefined) return expiry;
  return zones.reduce<Day | undefined>((earliest, { end }) => {
    if (end === undefined) throw wrongFormat('IDB-24', 'the end date is no day of the calendar');
    return earliest !== undefined && dayText(earliest) < dayText(end) ? earliest : end;
  }, expiry);
}

function undated(mrz: Mrz): Mrz {
  const { birth: _birth, end: _end, ...rest } = mrz;
  return rest;
}

function has(idb: Idb, tag: string): boolean {
  return idb.messages.some((m) => tagText(m.tag) === tag);
}

function named(features: readonly Feature[], prefix: string): Record<string, string> {
  return Object.fromEntries(features.map((f) => [prefix + tagText(f.tag), toHex(f.value)]));
}

function tagText(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(2, '0');
}
