/** A VDS-NC as the steps see it (22-vds-nc part 7). */
import { sha256 } from '@noble/hashes/sha2.js';
import { equal } from '../bytes/arrays';
import { toHex } from '../bytes/hex';
import { categories, limits } from '../registry';
import { standsFor, zoneOf } from '../registry/profiles';
import { verifySignature } from '../signing/signature';
import { readFields, scalars, type Fields } from '../vdsnc/fields';
import { ncIdentity, readVdsNc, type VdsNc } from '../vdsnc/vds-nc';
import { brokenVdsNcSignerRule, subjectNames } from './certificate-profile';
import { nameInText } from './comparable-name';
import { endOfDay, parseDay, startOfDay } from './days';
import { zoneDate } from './identity';
import { givesSomething, type Grant, type Presented, type Validity, type WorkStatement } from './presented';

/** @throws FormatError */
export function presentVdsNc(bytes: Uint8Array): Presented {
  const code = readVdsNc(bytes, limits.maxJsonDepth);
  const { country, type, known, certificate } = code;
  const names = categories.map((c) => c.name);
  const fields = known?.fields === undefined ? undefined : readFields(code.message, known, names);
  const zone = zoneOf(country);
  const identity = ncIdentity(code);
  const print = toHex(sha256(certificate));
  const grant = grantOf(code, fields);
  const signedOn = fields === undefined ? undefined : parseDay(fields['signedOn'] as string);
  return {
    format: 'vds-nc',
    country,
    zone,
    documentType: type,
    mrzDocumentCode: known?.documentCode ?? '',
    ...(signedOn === undefined ? {} : { signedOn }),
    ...(fields?.['category'] === undefined ? {} : { category: fields['category'] }),
    isSigned: true,
    signerSpeaksForCountry: (signer) => standsFor(subjectNames(signer).country, country),
    signerName: `certificate ${print.slice(0, 16)}`,
    grant,
    validity: fields === undefined ? { words: 'without dates' } : validityOf(fields, zone),
    answers: givesSomething(grant) ? (known?.answers ?? []) : [],
    ...(fields === undefined ? {} : { work: workOf(fields) }),
    ...(fields === undefined ? {} : identitiesOf(fields, country)),
    identity,
    logIdentity: identity,
    statusName: `VDS-NC ${toHex(identity)}`,
    unknownFeature: false,
    outlivesPassports: true,
    liveOnly: false,
    document: view(code, fields, identity, print),
    candidates: (sources) => sources.signers('vds-nc-signer', (c) => equal(c.der, certificate)),
    names: (given) => Promise.resolve(equal(given.der, certificate)),
    brokenProfileRule: brokenVdsNcSignerRule,
    isSignedBy: (key) => verifySignature(code.algorithm, key, code.signed, code.signature),
    status: (sources) => Promise.resolve(sources.sealStatus(country, identity)),
  };
}

/** NC-17, NC-18, NC-34 */
function grantOf({ type, known, country }: VdsNc, fields: Fields | undefined): Grant {
  if (known === undefined) {
    return { kind: 'unknown', words: `a VDS-NC of type ${type}, which this verifier does not know` };
  }
  const national = known.national === true ? `, a national type of ${country} and none of ICAO's` : '';
  const category = categories.find((c) => c.name === fields?.['category']);
  if (category === undefined) return { kind: 'none', words: known.name + national };
  return { kind: category.grants as Grant['kind'], words: `residence permit, category ${category.name}${national}` };
}

/** What it says of its document and of the passport (VER-45, VER-47). */
function identitiesOf(fields: Fields, country: string): Pick<Presented, 'printedIdentity' | 'passportIdentity'> {
  const { surname, givenNames, birthDate, nationality, sex } = fields;
  const { permitNumber, travelDocumentNumber, travelDocumentIssuer } = fields;
  const person = {
    name: surname === undefined ? undefined : nameInText(surname, givenNames),
    birthDate: birthDate && zoneDate(birthDate),
    nationality,
    sex,
  };
  return {
    printedIdentity: { ...person, number: permitNumber, issuer: country },
    passportIdentity: { ...person, number: travelDocumentNumber, issuer: travelDocumentIssuer },
  };
}

function validityOf(fields: Fields, zone: string): Validity {
  const { signedOn = '', issueDate = '', rightFrom = '', rightUntil = '', documentUntil = '' } = fields;
  const first = issueDate > rightFrom ? issueDate : rightFrom;
  const last = rightUntil < documentUntil ? rightUntil : documentUntil;
  return {
    signed: startOfDay(parseDay(signedOn), zone),
    begins: startOfDay(parseDay(first), zone),
    ends: endOfDay(parseDay(last), zone),
    words: `good from ${first} until ${last}, that day included; the right until ${rightUntil}`,
  };
}

function workOf({ work, workConditions }: Fields): WorkStatement {
  if (work === 'none') return { allowed: false };
  if (work === 'any') return { allowed: true };
  if (work === 'conditions') return { allowed: true, conditions: workConditions ?? '' };
  const more = workConditions === undefined ? '' : `: ${workConditions}`;
  return { allowed: true, conditions: `only with a separate work permit${more}` };
}

/** NC-35 */
function view(code: VdsNc, fields: Fields | undefined, identity: Uint8Array, print: string): Record<string, unknown> {
  return {
    type: code.type,
    version: code.version,
    country: code.country,
    algorithm: code.algorithm.jose,
    certificate: print,
    identity: toHex(identity),
    ...(code.known?.national === true ? { national: true } : {}),
    ...(fields ?? { features: Object.fromEntries(scalars(code.message)) }),
  };
}
