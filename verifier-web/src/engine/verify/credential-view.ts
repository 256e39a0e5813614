/** What a credential says, by the names that every verifier prints. */
import { toBase64 } from '../bytes/base64';
import { toHex } from '../bytes/hex';
import type { Credential, Right } from '../cwt/credential';
import type { Person, PhotoFormat } from '../cwt/person';
import { categories } from '../registry';
import { dayOf, dayText } from './days';

const MEDIA: Readonly<Record<PhotoFormat, string>> = {
  jpeg: 'image/jpeg',
  jpeg2000: 'image/jp2',
  avif: 'image/avif',
  webp: 'image/webp',
};

/** @param zone time zone of the issuing country */
export function credentialView(credential: Credential, zone: string): Record<string, unknown> {
  const { envelope, person, work, travelDocument, status } = credential;
  return present({
    purpose: credential.purpose,
    country: credential.issuer,
    ...personView(person),
    birthPlace: credential.birthPlace,
    permitNumber: credential.permitNumber,
    category: categories.find((c) => c.code === credential.category)?.name,
    legalGround: credential.legalGround,
    authority: credential.authority,
    issueDate: dayText(dayOf(credential.notBefore * 1000, zone)),
    issuePlace: credential.placeOfIssue,
    rightFrom: credential.rightFrom,
    rightUntil: credential.rightUntil ?? 'unlimited',
    documentUntil: dayText(dayOf(credential.expires * 1000 - 1000, zone)),
    work: work?.kind,
    workConditions: work?.conditions,
    selfEmployment: right(credential.selfEmployment),
    selfEmploymentConditions: credential.selfEmployment?.conditions,
    study: right(credential.study),
    studyConditions: credential.study?.conditions,
    remarks: credential.remarks,
    travelDocumentNumber: travelDocument?.number,
    travelDocumentIssuer: travelDocument?.issuer,
    travelDocumentUntil: travelDocument?.expires,
    liveOnly: credential.liveOnly,
    signedOn: dayText(dayOf(credential.signedOn * 1000, 'UTC')),
    credentialId: toHex(credential.cti),
    keyId: toHex(envelope.kid),
    algorithm: envelope.algorithm.jose,
    statusUri: status.uri,
    statusIndex: status.index,
    deviceBound: credential.deviceKey !== undefined,
  });
}

function personView(person: Person): Record<string, unknown> {
  return {
    surname: person.surname,
    givenNames: person.givenNames,
    fullName: person.fullName,
    nameOwnScript: person.nameInOwnScript?.text,
    nameLanguage: person.nameInOwnScript?.language,
    birthDate: person.birth,
    sex: person.sex,
    nationality: person.nationality,
    personalNumber: person.personalNumber,
    photo: person.photo === undefined ? undefined : toBase64(person.photo.bytes),
    photoType: person.photo === undefined ? undefined : MEDIA[person.photo.format],
  };
}

function right(value: Right | undefined): string | undefined {
  return value?.kind;
}

function present(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, v]) => v !== undefined));
}
