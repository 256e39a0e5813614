/** A residence credential as the steps see it. */
import { equal } from '../bytes/arrays';
import { toHex } from '../bytes/hex';
import { readCredential, type Credential, type WorkRight } from '../cwt/credential';
import { proves, readLiveCode } from '../cwt/live';
import type { Person } from '../cwt/person';
import { answersOf, categories, limits } from '../registry';
import { zoneOf } from '../registry/profiles';
import { fingerprint } from '../signing/certificate';
import { digest, verifySignature } from '../signing/signature';
import { credentialView } from './credential-view';
import { brokenCredentialSignerRule } from './certificate-profile';
import { dayOf, dayText, endOfDay, parseDay, startOfDay } from './days';
import { nameInText } from './comparable-name';
import { zoneDate, type Identity } from './identity';
import type { Grant, Presented, Validity, WorkStatement } from './presented';

/** @throws FormatError */
export async function presentCredential(code: string): Promise<Presented> {
  return present(await readCredential(code, limits, CATEGORIES));
}

/** A credential that is shown in a live code (VER-105). @throws FormatError */
export async function presentLiveCode(code: string): Promise<Presented> {
  const live = readLiveCode(code, limits, CATEGORIES);
  return { ...(await present(live.credential)), live: { madeAt: live.madeAt, proves: await proves(live) } };
}

const CATEGORIES = categories.map((c) => c.code);

async function present(credential: Credential): Promise<Presented> {
  const { envelope, issuer, purpose, status } = credential;
  const zone = zoneOf(issuer);
  const category = categories.find((c) => c.code === credential.category);
  const kid = toHex(envelope.kid);
  const contentDigest = await digest('SHA-256', envelope.payload);
  const person = identityOf(credential.person);
  return {
    format: 'credential',
    country: issuer,
    zone,
    documentType: 'RP1',
    purpose,
    ...(category === undefined ? {} : { category: category.name }),
    signedOn: dayOf(credential.signedOn * 1000, 'UTC'),
    isSigned: true,
    signerSpeaksForCountry: () => true,
    signerName: `key ${kid}`,
    grant: { kind: category?.grants as Grant['kind'], words: `residence permit, category ${category?.name ?? ''}` },
    validity: validityOf(credential, zone),
    answers: answersOf(purpose),
    ...(credential.work === undefined ? {} : { work: workStatement(credential.work) }),
    identity: credential.cti,
    logIdentity: contentDigest.subarray(0, 16),
    statusName: `entry ${status.index} of ${status.uri}`,
    unknownFeature: false,
    printedIdentity: { ...person, number: credential.permitNumber, issuer },
    passportIdentity: {
      ...person,
      number: credential.travelDocument?.number,
      issuer: credential.travelDocument?.issuer,
    },
    outlivesPassports: true,
    liveOnly: credential.liveOnly,
    document: credentialView(credential, zone),
    candidates: (sources) => sources.credentialSigners(envelope.kid),
    names: async (certificate) => equal((await fingerprint(certificate)).subarray(0, 8), envelope.kid),
    brokenProfileRule: brokenCredentialSignerRule,
    isSignedBy: (key) => verifySignature(envelope.algorithm, key, envelope.signed, envelope.signature),
    status: (sources) => Promise.resolve(sources.credentialStatus(status.uri, status.index)),
  };
}

function identityOf({ surname, fullName, givenNames, birth, nationality, sex }: Person): Identity {
  const name = nameInText(surname ?? fullName ?? '', givenNames);
  return { name, birthDate: birth && zoneDate(birth), nationality, sex };
}

/** VER-31 */
function validityOf(credential: Credential, zone: string): Validity {
  const begins = Math.max(credential.notBefore * 1000, startOfDay(parseDay(credential.rightFrom), zone));
  const documentEnds = credential.expires * 1000;
  const until = credential.rightUntil;
  const ends = until === undefined ? documentEnds : Math.min(documentEnds, endOfDay(parseDay(until), zone));
  const words =
    `good from ${dayText(dayOf(begins, zone))} until ${dayText(dayOf(ends - 1000, zone))}, that day included; the right ` +
    (until === undefined ? 'unlimited' : `until ${until}`);
  return { signed: credential.signedOn * 1000, begins, ends, words };
}

function workStatement(work: WorkRight): WorkStatement {
  switch (work.kind) {
    case 'none':
      return { allowed: false };
    case 'any':
      return { allowed: true };
    case 'conditions':
      return { allowed: true, conditions: work.conditions ?? '' };
    case 'separate-permit': {
      const more = work.conditions === undefined ? '' : `: ${work.conditions}`;
      return { allowed: true, conditions: `only with a separate work permit${more}` };
    }
  }
}
