/** A continuation as the steps see it: authentic like a credential, and by itself worth nothing (CONT-16). */
import { equal } from '../bytes/arrays';
import { toHex } from '../bytes/hex';
import { readContinuation, type Continuation } from '../cwt/continuation';
import { limits } from '../registry';
import { zoneOf } from '../registry/profiles';
import { fingerprint } from '../signing/certificate';
import { digest, verifySignature } from '../signing/signature';
import { numberOf } from '../vds/zone';
import { brokenCredentialSignerRule } from './certificate-profile';
import { dayOf, dayText } from './days';
import type { Presented } from './presented';

export interface PresentedContinuation extends Presented {
  readonly continuation: Continuation;
  /** The first and the last day on which it counts. */
  readonly from: string;
  readonly until: string;
}

/** @throws FormatError */
export async function presentContinuation(code: string): Promise<PresentedContinuation> {
  const continuation = await readContinuation(code, limits);
  const { envelope, issuer, purpose, status } = continuation;
  const zone = zoneOf(issuer);
  const kid = toHex(envelope.kid);
  const [begins, ends] = [continuation.notBefore * 1000, continuation.expires * 1000];
  const [from, until] = [dayText(dayOf(begins, zone)), dayText(dayOf(ends - 1000, zone))];
  const words = `counts from ${from} until ${until}, that day included`;
  return {
    continuation,
    from,
    until,
    format: 'continuation',
    country: issuer,
    zone,
    documentType: 'RPC1',
    ...(purpose === undefined ? {} : { purpose }),
    signedOn: dayOf(continuation.signedOn * 1000, 'UTC'),
    isSigned: true,
    signerSpeaksForCountry: () => true,
    signerName: `key ${kid}`,
    grant: { kind: 'continuation', words: 'a continuation, which counts only together with the permit it names' },
    validity: { signed: continuation.signedOn * 1000, begins, ends, words },
    answers: [],
    identity: continuation.cti,
    logIdentity: (await digest('SHA-256', envelope.payload)).subarray(0, 16),
    statusName: `entry ${status.index} of ${status.uri}`,
    unknownFeature: false,
    outlivesPassports: false,
    liveOnly: false,
    document: view(continuation, from, until, kid),
    candidates: (sources) => sources.credentialSigners(envelope.kid),
    names: async (certificate) => equal((await fingerprint(certificate)).subarray(0, 8), envelope.kid),
    brokenProfileRule: brokenCredentialSignerRule,
    isSignedBy: (key) => verifySignature(envelope.algorithm, key, envelope.signed, envelope.signature),
    status: (sources) => Promise.resolve(sources.credentialStatus(status.uri, status.index)),
  };
}

/** VER-92: whether it is for this very code. */
export async function namesPermit({ continuation }: PresentedContinuation, permit: Presented): Promise<boolean> {
  const { issuer, named, purpose, permitNumber } = continuation;
  return (
    issuer === permit.country &&
    purpose === permit.purpose &&
    (permitNumber === undefined || permitNumber === documentNumber(permit)) &&
    equal(named, await digest('SHA-256', permit.identity))
  );
}

/** The number of the document that a code states, without fillers. */
function documentNumber({ printedIdentity, mrz }: Presented): string | undefined {
  return printedIdentity?.number ?? (mrz === undefined ? undefined : numberOf(mrz));
}

/** CONT-15 */
function view(continuation: Continuation, from: string, until: string, kid: string): Record<string, unknown> {
  const { issuer, named, permitNumber, purpose, legalGround, signedOn, cti, envelope, status } = continuation;
  return {
    country: issuer,
    named: toHex(named),
    ...(permitNumber === undefined ? {} : { permitNumber }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(legalGround === undefined ? {} : { legalGround }),
    continuesFrom: from,
    continuesUntil: until,
    signedOn: dayText(dayOf(signedOn * 1000, 'UTC')),
    continuationId: toHex(cti),
    keyId: kid,
    algorithm: envelope.algorithm.jose,
    statusUri: status.uri,
    statusIndex: status.index,
  };
}
