/** Steps 2 to 9: is this what an authority that we trust signed, unchanged? (60-verification 4) */
import { equal } from '../bytes/arrays';
import { toHex } from '../bytes/hex';
import { testKeys } from '../registry';
import { canonicalKeyInfo, type Certificate } from '../signing/certificate';
import { digest } from '../signing/signature';
import { holds, type KeptLog } from '../trust/issued-log';
import type { Case, Step } from './case';
import { allowsDocumentCode, isDemoAuthority, issuedBy, subjectText } from './certificate-profile';
import { prolongation } from './continuations';
import { dayOf, dayText } from './days';
import { apply, covers, reachingNotices } from './notices';
import type { Candidate, NeighbourAtHand } from './sources';
import { because, instant, notAsked, passed, type Check } from './verdict';

const BY_HAND = "the signer's certificate was given by hand";

/** VER-21 */
const trustList: Step = (file) => {
  if (file.asked.signer !== undefined) return notAsked('trust-list', 'authentic', BY_HAND);
  const { known, list } = file.sources;
  if (known === 'UNKNOWN_ROOT') {
    return because('trust-list', 'UNKNOWN_ROOT', 'the list at hand is not under the root that was given');
  }
  if (list === undefined) return because('trust-list', 'NO_TRUST_LIST', 'no trust list at hand');
  const which =
    `list ${list.sequence} of ${list.country}, made ${instant(list.issued)}, ` +
    `good until ${instant(list.nextUpdate)}`;
  const neighbour = file.sources.neighbour(file.presented.country);
  if (neighbour !== undefined) return adopted(file, list.nextUpdate, which, neighbour);
  return file.at > list.nextUpdate
    ? because('trust-list', 'TRUST_LIST_STALE', which)
    : passed('trust-list', 'authentic', which);
};

/** VER-85: what was adopted counts no longer than the neighbour itself says. */
function adopted(file: Case, listEnd: number, which: string, neighbour: NeighbourAtHand): Check {
  const whose =
    `${which}; signers of list ${neighbour.sequence} of ${neighbour.country}, made ${instant(neighbour.issued)}, ` +
    `good until ${instant(neighbour.nextUpdate)}${neighbour.withdrawn ? ', which is withdrawn' : ''}`;
  return file.at > listEnd || file.at > neighbour.nextUpdate
    ? because('trust-list', 'TRUST_LIST_STALE', whose)
    : passed('trust-list', 'authentic', whose);
}

/** VER-22: of several candidates, the one whose key verifies. */
const signer: Step = async (file) => {
  if (!file.presented.isSigned) return notAsked('signer', 'authentic', 'the code carries no signature');
  const found = await candidates(file);
  const name = file.presented.signerName;
  const byHand = file.asked.signer !== undefined;
  if (found[0] === undefined) {
    const missing = file.checks.find((c) => c.name === 'trust-list')?.reason ?? 'UNKNOWN_CERTIFICATE';
    return because(
      'signer',
      missing,
      byHand ? `${name} is not the certificate that was given` : `${name} is not listed`,
    );
  }
  file.candidate = found[0];
  for (const candidate of found) {
    if (await file.presented.isSignedBy(candidate.certificate.key)) {
      file.candidate = candidate;
      file.signatureFits = true;
      break;
    }
  }
  const authority = await issuer(file.candidate);
  if (authority !== undefined) file.authority = authority;
  return passed('signer', 'authentic', name + (byHand ? ' is the certificate given' : ' is listed'));
};

async function candidates(file: Case): Promise<readonly Candidate[]> {
  const given = file.asked.signer;
  if (given === undefined) return file.sources.known === 'PINNED' ? file.presented.candidates(file.sources) : [];
  if (!(await file.presented.names(given))) return [];
  const scope = { countries: [], documentTypes: [], purposes: [] };
  return [{ certificate: given, authorities: [], revokedAuthorities: [], crls: [], state: 'active', scope }];
}

/**
 * The CSCA certificate that a candidate is judged by (TRUST-56), revoked or not: the first with which the chain is good; where there is
 * none, the first whose key signed it.
 */
async function issuer({ certificate, authorities, revokedAuthorities }: Candidate): Promise<Certificate | undefined> {
  const all = [...authorities, ...revokedAuthorities];
  const whole = all.filter((authority) => brokenByIssuing(certificate, authority) === undefined);
  for (const authority of [...whole, ...all]) {
    if (await issuedBy(certificate, authority)) return authority;
  }
  return undefined;
}

/** What is wrong with a CSCA certificate as the issuer of one that its key signed (TRUST-54, TRUST-95), in words. */
function brokenByIssuing(certificate: Certificate, authority: Certificate): string | undefined {
  const born = certificate.notBefore;
  if (born < authority.notBefore || born > authority.notAfter) return 'the CSCA was not in date when it signed it';
  return equal(canonicalKeyInfo(certificate), canonicalKeyInfo(authority))
    ? 'TRUST-95: its key is that of its CSCA'
    : undefined;
}

/** A step about the signer's certificate: not asked without one, nor, where the list would be needed, with one given by hand. */
function aboutSigner(
  name: string,
  ofGivenCertificate: boolean,
  check: (file: Case, candidate: Candidate) => Check | Promise<Check>,
): Step {
  return (file) => {
    if (file.candidate === undefined) return notAsked(name, 'authentic', 'no certificate to check');
    if (file.asked.signer !== undefined && !ofGivenCertificate) return notAsked(name, 'authentic', BY_HAND);
    return check(file, file.candidate);
  };
}

/** VER-23 */
const chain = aboutSigner('chain', false, (file, { certificate }) => {
  const untrusted = (detail: string) => because('chain', 'UNTRUSTED_CERTIFICATE', detail);
  const { authority } = file;
  if (authority === undefined) return untrusted('no listed CSCA of the country signed it');
  const broken = brokenByIssuing(certificate, authority) ?? file.presented.brokenProfileRule(certificate);
  return broken === undefined ? passed('chain', 'authentic', `signed by ${subjectText(authority)}`) : untrusted(broken);
});

/** VER-24 */
const environment = aboutSigner('environment', false, async (file, { certificate }) => {
  if (file.sources.list?.demo === true) return passed('environment', 'authentic', 'the list says that it is a demo');
  if (testKeys.has(toHex(await digest('SHA-256', canonicalKeyInfo(certificate))))) {
    return because('environment', 'TEST_KEY', "the key is published with the specification's vectors");
  }
  return file.authority !== undefined && isDemoAuthority(file.authority)
    ? because('environment', 'TEST_KEY', 'the certificate comes from a demo CSCA, the list is not a demo')
    : passed('environment', 'authentic', 'no test key');
});

/** VER-25, VER-80 */
const revocation = aboutSigner('revocation', false, async (file, candidate) => {
  const revoked = (detail: string) => because('revocation', 'REVOKED_CERTIFICATE', detail);
  const { authority } = file;
  if (authority !== undefined && candidate.revokedAuthorities.includes(authority)) {
    return revoked("the trust list shows the signer's CSCA as revoked");
  }
  const { kept } = candidate;
  if (candidate.state === 'revoked') {
    if (kept === undefined) return revoked('the trust list shows the signer as revoked');
    if (!isKept(file, kept)) {
      return revoked('the trust list shows the signer as revoked, and the log kept for its key does not cover this');
    }
    const [stolen, made] = [kept.before, kept.treeHead.issued].map((at) => dayText(dayOf(at, 'UTC')));
    return passed(
      'revocation',
      'authentic',
      `signed before the key was stolen on ${stolen}; listed in the authority's log of ${made}`,
    );
  }
  if (inCrl(candidate)) {
    return revoked("the CSCA's revocation list names the signer");
  }
  const crl = candidate.crls.length === 0 ? ', no CRL at hand' : ', not in the CRL';
  return passed('revocation', 'authentic', `state ${candidate.state}${crl}`);
});

/** VER-80: in the log kept for its key, and not dated after the moment before which the key was its owner's alone. */
function isKept({ presented }: Case, kept: KeptLog): boolean {
  const { signedOn, zone, logIdentity } = presented;
  const late = signedOn !== undefined && dayText(signedOn) > dayText(dayOf(kept.before, zone));
  return !late && holds(kept, logIdentity);
}

/**
 * TRUST-57: serial numbers belong to the name of an issuer, and any of its keys that counts may withdraw them. Each list was matched with a
 * signer when the snapshot was read; a key may have several certificates (TRUST-97), and it does not matter with which of them.
 */
function inCrl({ certificate, authorities, crls }: Candidate): boolean {
  const named = crls.filter((crl) => crl.revoked.has(certificate.serial) && equal(crl.issuer, certificate.issuer));
  return named.some((crl) => {
    const key = canonicalKeyInfo(crl.signer);
    return authorities.some((a) => equal(a.subject, crl.issuer) && equal(canonicalKeyInfo(a), key));
  });
}

/** VER-26, VER-64, VER-93 */
const certificateDates = aboutSigner('certificate-dates', true, (file, { certificate }) => {
  const term = `in date from ${instant(certificate.notBefore)} until ${instant(certificate.notAfter)}`;
  const { extension } = reachingNotices(file);
  if (file.at > certificate.notAfter && extension !== undefined && covers(extension, file.presented, file.at)) {
    apply(file, extension);
    const passing = `; notice ${extension.id} lets its end pass until ${extension.newEnd}`;
    return passed('certificate-dates', 'authentic', term + passing);
  }
  const by = prolongation(file);
  if (file.at > certificate.notAfter && (by.continuation ?? by.open) !== undefined) {
    return passed('certificate-dates', 'authentic', `${term}; its end passes, or stays open, with that of the permit`);
  }
  return file.at < certificate.notBefore || file.at > certificate.notAfter
    ? because('certificate-dates', 'EXPIRED_CERTIFICATE', term)
    : passed('certificate-dates', 'authentic', term);
});

/** VER-27 */
const scope = aboutSigner('scope', false, (file, candidate) => {
  const outside = outsideScope(file, candidate);
  const { country, documentType, signedOn } = file.presented;
  return outside === undefined
    ? passed(
        'scope',
        'authentic',
        `${country} ${documentType}${signedOn === undefined ? '' : `, signed ${dayText(signedOn)}`}`,
      )
    : because('scope', 'OUT_OF_SCOPE', outside);
});

function outsideScope({ presented }: Case, candidate: Candidate): string | undefined {
  const { country, documentType, purpose, mrzDocumentCode, zone } = presented;
  const { countries, documentTypes, purposes } = candidate.scope;
  if (!countries.includes(country)) return `the signer is listed for ${countries.join(', ')}, not ${country}`;
  if (!presented.signerSpeaksForCountry(candidate.certificate))
    return `the letters of ${presented.signerName} do not stand for ${country}`;
  if (!documentTypes.includes(documentType)) return `the signer is not listed for documents of type ${documentType}`;
  if (purpose !== undefined && !purposes.includes(purpose))
    return `the signer is not listed for the purpose ${purpose}`;
  if (mrzDocumentCode !== undefined && !allowsDocumentCode(candidate.certificate, mrzDocumentCode)) {
    return `the signer's certificate does not allow documents ${mrzDocumentCode === '' ? 'without a code' : `with the code ${mrzDocumentCode}`}`;
  }
  const { term } = candidate;
  // A type that states no day of signing is not held to the term of its signer: it grants nothing (22-vds-nc 7).
  if (term === undefined || presented.signedOn === undefined) return undefined;
  const day = dayText(presented.signedOn);
  if (day < dayText(dayOf(term.signsFrom, zone))) return `signed ${day}, the key signs from ${instant(term.signsFrom)}`;
  if (day > dayText(dayOf(term.signsUntil, zone)))
    return `signed ${day}, the key signed until ${instant(term.signsUntil)}`;
  return undefined;
}

/** VER-28 */
const signature: Step = (file) =>
  file.presented.isSigned
    ? signatureOfSigner(file)
    : because('signature', 'INVALID_SIGNATURE', 'the code carries no signature');

const signatureOfSigner = aboutSigner('signature', true, (file) =>
  file.signatureFits
    ? passed('signature', 'authentic', 'fits the received bytes')
    : because('signature', 'INVALID_SIGNATURE', 'does not fit the received bytes'),
);

/** After these the signer is known. */
export const SIGNER_STEPS: readonly Step[] = [trustList, signer];

/** What the signer and its signature are worth. */
export const SIGNATURE_STEPS: readonly Step[] = [chain, environment, revocation, certificateDates, scope, signature];
