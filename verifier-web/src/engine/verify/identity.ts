/** What a code says of a document and its holder, to be compared with a zone of that document (VER-46). */
import { MRZ_FORMATS } from '../vds/mrz-format';
import { at, issuerOf, numberOf, unfilled, type Zone } from '../vds/zone';
import { agree, nameInZone, type ComparableName } from './comparable-name';

export interface Identity {
  readonly number?: string | undefined;
  /** Whether the code has room for nine characters of the number only, as a seal's feature has. */
  readonly cutAtNine?: boolean;
  readonly issuer?: string | undefined;
  readonly name?: ComparableName | undefined;
  /** YYMMDD, an unknown part as `<<`. */
  readonly birthDate?: string | undefined;
  readonly nationality?: string | undefined;
  /** `M`, `F` or another letter. */
  readonly sex?: string | undefined;
}

/** Whether there is a field, or a part of the birth date, that both know (VER-49). */
export function saysSomethingOf({ number, issuer, name, birthDate }: Identity, zone: Zone): boolean {
  if (number !== undefined || issuer !== undefined || name !== undefined) return true;
  const other = birthField(zone);
  return birthDate !== undefined && [0, 2, 4].some((i) => ![birthDate, other].some((date) => date.startsWith('<<', i)));
}

/** The fields in which the zone contradicts, in words for the evidence. */
export function contradictions({ number, cutAtNine = false, issuer, name, birthDate }: Identity, zone: Zone): string[] {
  const fields: string[] = [];
  if (number !== undefined && !sameNumber(number, cutAtNine, zone)) fields.push('document number');
  if (issuer !== undefined && issuer !== issuerOf(zone)) fields.push('issuing State');
  if (name !== undefined && !agree(name, nameInZone(zone))) fields.push('name');
  if (birthDate !== undefined && !sameDate(birthDate, birthField(zone))) fields.push('birth date');
  return fields;
}

/** What stands for a nationality and names no State: stateless, refugees, unspecified, nothing. */
const NO_STATE = ['XXA', 'XXB', 'XXC', 'XXX', ''];

/** Whether the zone is of another document that the same State gave the same person (VER-51). */
export function isAnotherDocumentOfTheSamePerson(identity: Identity, zone: Zone): boolean {
  const { issuer, name, birthDate, nationality, sex } = identity;
  const { nationality: nationalityPlace, sex: sexPlace } = MRZ_FORMATS[zone.format];
  const nationalities = [nationality ?? '', unfilled(at(zone, nationalityPlace))];
  const sexes = [sex, at(zone, sexPlace)];
  return (
    contradictions(identity, zone).join() === 'document number' &&
    issuer !== undefined &&
    name !== undefined &&
    birthDate !== undefined &&
    ![birthDate, birthField(zone)].some((date) => date.startsWith('<<')) &&
    (nationalities[0] === nationalities[1] || nationalities.some((code) => NO_STATE.includes(code))) &&
    !(sexes.includes('M') && sexes.includes('F'))
  );
}

export function birthField(zone: Zone): string {
  return at(zone, MRZ_FORMATS[zone.format].birthDate);
}

/** `1985-03-00` as a zone writes it. */
export function zoneDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const part = (digits: string) => (digits === '00' ? '<<' : digits);
  return (year === '0000' ? '<<' : year.slice(2)) + part(month) + part(date);
}

function sameNumber(own: string, cutAtNine: boolean, zone: Zone): boolean {
  const [here, there] = [own.replace(/[< ]/g, ''), numberOf(zone).replace(/[< ]/g, '')];
  const roomForMore = zone.format === 'TD1' || zone.format === 'TD2';
  return (
    here === there ||
    (cutAtNine && here.length === 9 && there.startsWith(here)) ||
    (!roomForMore && there.length === 9 && here.startsWith(there))
  );
}

function sameDate(one: string, other: string): boolean {
  return [0, 2, 4].every((i) => {
    const [a, b] = [one.slice(i, i + 2), other.slice(i, i + 2)];
    return a === '<<' || b === '<<' || (a === b && /^[0-9]{2}$/.test(a));
  });
}
