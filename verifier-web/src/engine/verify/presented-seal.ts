/** A visible digital seal as the steps see it. */
import { toHex } from '../bytes/hex';
import { limits } from '../registry';
import { profileOf, standsFor, zoneOf, type Profile, type Profiles } from '../registry/profiles';
import { algorithmOfKey } from '../signing/algorithms';
import type { Certificate } from '../signing/certificate';
import { verifySignature } from '../signing/signature';
import { readContent, uuidText, type SealContent } from '../vds/content';
import { readSeal, sealIdentity, type Seal } from '../vds/seal';
import { nameInZone } from './comparable-name';
import { birthField } from './identity';
import { brokenSealSignerRule } from './certificate-profile';
import { dayText, endOfDay, startOfDay } from './days';
import { personView } from './person-view';
import { givesSomething, type Grant, type Presented, type Validity } from './presented';
import { namedBySeal } from './sources';

/** @throws FormatError */
export async function presentSeal(bytes: Uint8Array, profiles: Profiles): Promise<Presented> {
  const seal = readSeal(bytes, limits.maxSealBytes);
  const first = seal.features.find((f) => f.tag === 0)?.value;
  const uuid = first?.length === 16 ? uuidText(first) : undefined;
  const profile = profileOf(profiles, seal.country, seal.documentType, uuid);
  const content = profile === undefined ? undefined : readContent(seal, profile);
  const zone = zoneOf(seal.country);
  const grant: Grant =
    profile === undefined
      ? { kind: 'unknown', words: `a document of type ${seal.documentType}, which this verifier does not know` }
      : { kind: profile.grants, words: profile.name };
  const identity = await sealIdentity(seal);
  const named = (certificate: Certificate) =>
    namedBySeal(certificate, seal.signerCountry, seal.signerName, seal.reference);
  return {
    format: 'vds',
    country: seal.country,
    zone,
    documentType: seal.documentType,
    mrzDocumentCode: content?.mrz?.documentCode ?? '',
    ...(content?.mrz === undefined ? {} : { mrz: content.mrz }),
    passportIdentity: {
      number: content?.values['passportNumber'],
      cutAtNine: true,
      name: content?.mrz && nameInZone(content.mrz),
      birthDate: content?.mrz && birthField(content.mrz),
    },
    signedOn: seal.signedOn,
    isSigned: true,
    signerSpeaksForCountry: () => standsFor(seal.signerCountry, seal.country),
    signerName: `signer ${seal.signerCountry}${seal.signerName} ${seal.reference}`,
    grant,
    validity: validityOf(seal, content, zone),
    answers: givesSomething(grant) ? ['full', 'stay'] : [],
    identity,
    logIdentity: identity,
    statusName: `seal ${toHex(identity)}`,
    unknownFeature: content?.hasUnknownFeature ?? seal.features.length > 0,
    outlivesPassports: false,
    liveOnly: false,
    document: sealView(seal, profile, content, identity),
    candidates: (sources) => sources.signers('seal-signer', named),
    names: (certificate) => Promise.resolve(named(certificate)),
    brokenProfileRule: brokenSealSignerRule,
    isSignedBy: async (key) => {
      const algorithm = algorithmOfKey(key);
      return algorithm?.seal === true && verifySignature(algorithm, key, seal.signed, seal.signature);
    },
    status: (sources) => Promise.resolve(sources.sealStatus(seal.country, identity)),
  };
}

function validityOf(seal: Seal, content: SealContent | undefined, zone: string): Validity {
  const first = { signed: startOfDay(seal.signedOn, zone), begins: startOfDay(seal.issued, zone) };
  const last = content?.lastDay;
  if (last === undefined) return { ...first, words: `from ${dayText(seal.issued)}` };
  return {
    ...first,
    ends: endOfDay(last, zone),
    words: `from ${dayText(seal.issued)} until ${dayText(last)}, that day included`,
  };
}

/** What a seal says, by the names that every verifier prints. */
function sealView(seal: Seal, profile: Profile | undefined, content: SealContent | undefined, identity: Uint8Array) {
  const mrz = content?.mrz;
  const listed = new Set(profile?.features.map((f) => parseInt(f.tag, 16)) ?? []);
  const raw = seal.features.filter((f) => !listed.has(f.tag)).map((f) => [`feature ${tagText(f.tag)}`, toHex(f.value)]);
  return {
    type: seal.documentType,
    ...(profile === undefined ? {} : { profile: profile.id }),
    version: seal.version,
    country: seal.country,
    signer: seal.signerCountry + seal.signerName,
    certificateReference: seal.reference,
    issued: dayText(seal.issued),
    signed: dayText(seal.signedOn),
    identity: toHex(identity),
    ...(mrz === undefined ? {} : personView(mrz)),
    ...(content?.lastDay === undefined ? {} : { documentUntil: dayText(content.lastDay) }),
    features: { ...content?.values, ...Object.fromEntries(raw) },
  };
}

function tagText(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(2, '0');
}
