/** A visible digital seal as the steps see it. */
import { toHex } from '../bytes/hex';
import { limits } from '../registry';
import { profileOf, standsFor, zoneOf, type Profile } from '../registry/profiles';
import { algorithmOfCurve } from '../signing/algorithms';
import { verifySignature } from '../signing/signature';
import { readContent, type SealContent } from '../vds/content';
import { readSeal, sealIdentity, type Seal } from '../vds/seal';
import { brokenSealSignerRule } from './certificate-profile';
import { dayText, endOfDay, startOfDay } from './days';
import { givesSomething, type Grant, type Presented, type Validity } from './presented';
import { namedBySeal } from './sources';

/** @throws FormatError */
export function presentSeal(bytes: Uint8Array): Presented {
  const seal = readSeal(bytes, limits.maxSealBytes);
  const profile = profileOf(seal.country, seal.documentType);
  const content = profile === undefined ? undefined : readContent(seal, profile);
  const zone = zoneOf(seal.country);
  const grant: Grant =
    profile === undefined
      ? { kind: 'unknown', words: `type ${seal.documentType} of ${seal.country} is not known` }
      : { kind: profile.grants, words: profile.name };
  const namesSigner = standsFor(seal.signerCountry, seal.country);
  const code = content?.mrz?.documentCode;
  return {
    format: 'vds',
    country: seal.country,
    zone,
    documentType: seal.documentType,
    ...(code === undefined ? {} : { mrzDocumentCode: code }),
    signedOn: seal.signedOn,
    signerName: `signer ${seal.signerCountry}${seal.signerName} ${seal.reference}`,
    grant,
    validity: validityOf(seal, content, zone),
    answers: givesSomething(grant) ? ['full', 'stay'] : [],
    statusName: `a seal of ${seal.country}`,
    unknownFeature: content?.hasUnknownFeature ?? false,
    liveOnly: false,
    document: sealDocument(seal, profile, content),
    candidates: (sources) =>
      namesSigner ? sources.sealSigners(seal.signerCountry, seal.signerName, seal.reference) : [],
    names: (certificate) =>
      Promise.resolve(namesSigner && namedBySeal(certificate, seal.signerCountry, seal.signerName, seal.reference)),
    brokenProfileRule: brokenSealSignerRule,
    isSignedBy: async (key) => {
      const algorithm = algorithmOfCurve(key.curve);
      return algorithm?.seal === true && verifySignature(algorithm, key, seal.signed, seal.signature);
    },
    status: async (sources) => sources.sealStatus(seal.country, await sealIdentity(seal)),
  };
}

function validityOf(seal: Seal, content: SealContent | undefined, zone: string): Validity {
  const signed = startOfDay(seal.signedOn, zone);
  const last = content?.lastDay;
  if (last === undefined) return { signed, words: 'it states no dates' };
  return { signed, ends: endOfDay(last, zone), words: `good until ${dayText(last)}, that day included` };
}

function sealDocument(seal: Seal, profile: Profile | undefined, content: SealContent | undefined) {
  const { mrz } = content ?? {};
  return {
    country: seal.country,
    type: seal.documentType,
    ...(profile === undefined ? {} : { profile: profile.id, title: profile.name }),
    version: seal.version,
    signer: `${seal.signerCountry}${seal.signerName}`,
    certificateReference: seal.reference,
    issued: dayText(seal.issued),
    signed: dayText(seal.signedOn),
    ...(content?.lastDay === undefined ? {} : { lastDay: dayText(content.lastDay) }),
    ...(mrz === undefined
      ? {}
      : {
          surname: mrz.surname,
          givenNames: mrz.givenNames,
          ...(mrz.birth === undefined ? {} : { birthDate: mrz.birth }),
          sex: mrz.sex,
          nationality: mrz.nationality,
          documentNumber: mrz.number,
          ...(mrz.wrongCheckDigits.length === 0 ? {} : { wrongCheckDigits: mrz.wrongCheckDigits }),
        }),
    values: content?.values ?? Object.fromEntries(seal.features.map((f) => [tagText(f.tag), toHex(f.value)])),
  };
}

function tagText(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(2, '0');
}
