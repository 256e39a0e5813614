/** The content of a VDS-NC: a residence permit's fields by their rules, or the scalars of any other type (22-vds-nc 5 and NC-35). */
import { birthDate, country, text } from '../cwt/values';
import { unsupported, wrongFormat } from '../format-error';
import type { FieldRule, NcType } from '../registry/vds-nc-types';
import { isDay } from '../vds/seal';
import { isObject, type Json, type JsonObject } from './json';

export type Fields = Readonly<Record<string, string>>;

const WORK = ['none', 'any', 'conditions', 'separate-permit'];
const DAY = 86_400_000;

/**
 * @param categories names of the known ones
 * @throws FormatError
 */
export function readFields(message: JsonObject, type: NcType, categories: readonly string[]): Fields {
  const rules = type.fields ?? [];
  for (const name of message.keys()) {
    if (!rules.some((r) => r.name === name)) throw wrongFormat('NC-21', 'an unknown member');
  }
  const fields: Record<string, string> = {};
  for (const rule of rules) {
    const value = message.get(rule.name);
    if (value === undefined && rule.mandatory) throw wrongFormat('NC-21', `${rule.name} is missing`);
    if (value !== undefined) fields[rule.name] = readField(rule, value);
  }
  checkTogether(fields);
  if (!categories.includes(fields['category'] as string)) throw unsupported('NC-22', 'the category is not known');
  return fields;
}

function readField({ name, form, max = Number.POSITIVE_INFINITY }: FieldRule, value: Json): string {
  if (typeof value !== 'string') throw wrongFormat('NC-21', `${name} is no text`);
  const good = {
    number: () => /^[A-Z0-9]+$/.test(value) && value.length <= max,
    text: () => text(value, max) === value,
    birth: () => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) && birthDate(value.replaceAll('-', '')) === value,
    sex: () => /^[MFX]$/.test(value),
    country: () => country(value, 'NC-22') === value,
    category: () => /^[a-z0-9-]{1,40}$/.test(value),
    date: () => isDate(value),
    dateOrUnlimited: () => value === 'unlimited' || isDate(value),
    work: () => WORK.includes(value),
  }[form];
  if (good?.() !== true) throw wrongFormat('NC-22', `${name} is of a wrong form`);
  return value;
}

function isDate(value: string): boolean {
  const m = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  const day = { year: Number(m?.[1]), month: Number(m?.[2]), day: Number(m?.[3]) };
  return m !== null && day.year >= 1900 && day.year <= 2999 && isDay(day);
}

function checkTogether(fields: Fields): void {
  const { work, workConditions, travelDocumentNumber, travelDocumentIssuer } = fields;
  const wanted = work === 'conditions' || (work === 'separate-permit' && workConditions !== undefined);
  if (wanted !== (workConditions !== undefined)) throw wrongFormat('NC-23', 'conditions of work missing or unwanted');
  if ((travelDocumentNumber === undefined) !== (travelDocumentIssuer === undefined)) {
    throw wrongFormat('NC-24', 'a travel document without number or issuer');
  }
  const { rightFrom = '', rightUntil = '', issueDate = '', documentUntil = '', signedOn = '' } = fields;
  const long = (Date.parse(documentUntil) - Date.parse(issueDate)) / DAY > 3654;
  // As text days compare as they follow each other; `unlimited` is after all of them.
  if (rightUntil < rightFrom || documentUntil < issueDate || documentUntil < signedOn || long) {
    throw wrongFormat('NC-25', 'days that do not fit each other');
  }
}

/** Scalars by path, in canonical order; of two with one path the later counts. */
export function scalars(message: JsonObject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  collect(message, '', found);
  return found;
}

function collect(value: Json, path: string, found: Map<string, string>): void {
  const under = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (isObject(value)) {
    for (const name of [...value.keys()].sort((a, b) => (a < b ? -1 : 1))) {
      collect(value.get(name) as Json, under(name), found);
    }
  } else if (Array.isArray(value)) (value as readonly Json[]).forEach((v, i) => collect(v, under(String(i)), found));
  else found.set(path, typeof value === 'string' ? value : String(value));
}
