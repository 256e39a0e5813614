/** ICAO's datastructure for barcodes as the steps see it (21-idb part 6). */
import { equal } from '../bytes/arrays';
import { toBase64 } from '../bytes/base64';
import { toHex } from '../bytes/hex';
import { readContent, type IdbContent } from '../idb/content';
import { fits, idbIdentity, readIdb, type Idb, type IdbSeal } from '../idb/idb';
import { limits } from '../registry';
import { zoneOf } from '../registry/profiles';
import { algorithmOfKey } from '../signing/algorithms';
import type { Certificate } from '../signing/certificate';
import { verifyEcdsa, type PublicKey } from '../signing/signature';
import { brokenSealSignerRule } from './certificate-profile';
import { nameInZone } from './comparable-name';
import { dayText, endOfDay, startOfDay } from './days';
import { birthField } from './identity';
import { personView } from './person-view';
import { givesSomething, type Grant, type Presented, type Validity } from './presented';

/** @throws FormatError */
export async function presentIdb(text: string): Promise<Presented> {
  const idb = await readIdb(text, limits);
  const content = readContent(idb);
  const zone = zoneOf(idb.country);
  const identity = idbIdentity(idb);
  const { seal } = idb;
  const { document, mrz } = content;
  const grant: Grant =
    document === undefined
      ? { kind: 'unknown', words: `a document of type ${content.type}, which this verifier does not know` }
      : { kind: document.grants, words: document.name };
  const means = (certificate: Certificate) => seal !== undefined && isMeant(certificate, seal);
  return {
    format: 'idb',
    country: idb.country,
    zone,
    documentType: content.type,
    ...(mrz === undefined ? {} : { mrz }),
    // No certificate names an empty code: one that names document types signs no IDB without a zone (IDB-40).
    mrzDocumentCode: mrz?.documentCode ?? '',
    zones: content.zones,
    passportIdentity: {
      number: content.values['visa.passportNumber'],
      cutAtNine: true,
      name: mrz && nameInZone(mrz),
      birthDate: mrz && birthField(mrz),
    },
    ...(seal === undefined ? {} : { signedOn: seal.signedOn }),
    isSigned: seal !== undefined,
    signerSpeaksForCountry: () => true,
    signerName: seal === undefined ? 'no signer' : `certificate ${toHex(seal.reference).toUpperCase()}`,
    grant,
    validity: validityOf(seal, content, zone),
    answers: givesSomething(grant) ? ['full', 'stay'] : [],
    identity,
    logIdentity: identity,
    statusName: `IDB ${toHex(identity)}`,
    unknownFeature: content.hasUnknownFeature,
    outlivesPassports: false,
    liveOnly: false,
    document: view(idb, content, identity),
    candidates: (sources) => sources.signers('seal-signer', means),
    names: (certificate) => Promise.resolve(means(certificate)),
    brokenProfileRule: brokenSealSignerRule,
    isSignedBy: (key) => isSignedBy(idb, key),
    status: (sources) => Promise.resolve(sources.sealStatus(idb.country, identity)),
  };
}

/** The reference, and where a certificate is inside, that one alone (IDB-40). */
function isMeant({ der }: Certificate, seal: IdbSeal): boolean {
  return fits(der, seal.reference) && (seal.certificate === undefined || equal(seal.certificate, der));
}

/** IDB-15 */
async function isSignedBy({ signed, seal }: Idb, key: PublicKey): Promise<boolean> {
  const algorithm = algorithmOfKey(key);
  if (seal === undefined || algorithm?.seal !== true || algorithm.hash === undefined) return false;
  const bits = (hash: string) => Number(hash.slice('SHA-'.length));
  return bits(seal.hash) >= bits(algorithm.hash) && verifyEcdsa(key, seal.hash, signed, seal.signature);
}

function validityOf(seal: IdbSeal | undefined, { lastDay }: IdbContent, zone: string): Validity {
  const from = seal === undefined ? {} : { signed: startOfDay(seal.signedOn, zone) };
  const begins = from.signed === undefined ? {} : { begins: from.signed };
  const ends = lastDay === undefined ? {} : { ends: endOfDay(lastDay, zone) };
  const words = [
    seal === undefined ? '' : `from ${dayText(seal.signedOn)}`,
    lastDay === undefined ? '' : `until ${dayText(lastDay)}, that day included`,
  ];
  return { ...from, ...begins, ...ends, words: words.filter((w) => w !== '').join(' ') || 'without dates' };
}

/** IDB-43 */
function view({ country, seal }: Idb, content: IdbContent, identity: Uint8Array): Record<string, unknown> {
  const { document, mrz, lastDay, face } = content;
  return {
    type: content.type,
    ...(document === undefined ? {} : { profile: document.id }),
    country,
    ...(seal === undefined ? {} : { certificateReference: toHex(seal.reference), signed: dayText(seal.signedOn) }),
    identity: toHex(identity),
    ...(mrz === undefined ? {} : personView(mrz)),
    ...(lastDay === undefined ? {} : { documentUntil: dayText(lastDay) }),
    ...(face === undefined ? {} : { photo: toBase64(face), photoType: 'image/jp2' }),
    features: content.values,
  };
}
