/** Steps 15 to 17: is it this person's? The code's own zone, and those of the document and of the passport (60-verification 6). */
import { FormatError } from '../format-error';
import { limits } from '../registry';
import { MRZ_FORMATS } from '../vds/mrz-format';
import { differences, faultsOf, readTyped, type Zone } from '../vds/zone';
import type { Case } from './case';
import { contradictions, isAnotherDocumentOfTheSamePerson, saysSomethingOf, type Identity } from './identity';
import { because, type Check } from './verdict';

/** VER-34: without a proof of the holder, that is left to the eyes of a person. */
export function holder(file: Case): Check {
  const { presented } = file;
  const zones = presented.zones ?? (presented.mrz === undefined ? [] : [presented.mrz]);
  const faults = zones.map(faultsOf).find((found) => found.length > 0);
  if (faults !== undefined) {
    return because('holder', 'INVALID_SEAL_MRZ', `the code's own zone has a ${wrongDigits(faults)}`);
  }
  if (presented.live !== undefined) return proof(presented.live, file);
  return presented.liveOnly
    ? because('holder', 'STALE_LIVE_CODE', 'to be accepted only when shown live, and no proof came with it')
    : fits('holder', 'COMPARE', "no holder's proof: compare the face");
}

/** VER-105 to VER-107. Of the moment asked about the fraction of a second is left out. */
function proof({ madeAt, proves }: NonNullable<Case['presented']['live']>, { at, signatureFits }: Case): Check {
  const age = Math.floor(at / 1000) - madeAt;
  if (!proves) return because('holder', 'ALTERED_LIVE_CODE', 'the proof is not one by the device that it is bound to');
  if (age > limits.liveMaxAgeSeconds + limits.liveSkewSeconds)
    return because('holder', 'STALE_LIVE_CODE', `a good proof, but ${age} seconds old`);
  if (age < -limits.liveSkewSeconds)
    return because('holder', 'STALE_LIVE_CODE', `a good proof, but of a moment ${-age} seconds to come`);
  return signatureFits
    ? fits('holder', 'LIVE', "shown live by the holder's own device")
    : fits('holder', 'COMPARE', 'a proof by a key that no listed signer vouches for');
}

/** VER-37 and VER-38: made only where the question has their zone. */
export function comparisons({ presented, asked }: Case): Check[] {
  const checks: Check[] = [];
  if (asked.mrz !== undefined) {
    const reading = read(asked.mrz);
    checks.push(
      presented.mrz === undefined
        ? identityCheck(
            'printed-mrz',
            reading,
            presented.printedIdentity,
            'INVALID_PRINTED_MRZ',
            () => 'SEAL_DOCUMENT_MISMATCH',
          )
        : zoneCheck(reading, presented.mrz),
    );
  }
  if (asked.passportMrz !== undefined) {
    const reading = read(asked.passportMrz);
    checks.push(
      identityCheck('passport-mrz', reading, presented.passportIdentity, 'INVALID_PASSPORT_MRZ', (identity, zone) =>
        presented.outlivesPassports && isAnotherDocumentOfTheSamePerson(identity, zone)
          ? 'ANOTHER_PASSPORT'
          : 'SEAL_PASSPORT_MISMATCH',
      ),
    );
  }
  return checks;
}

/** Character by character (VER-44). */
function zoneCheck(reading: Zone | string, own: Zone): Check {
  const { visa } = MRZ_FORMATS[own.format];
  const unread = visa ? 'INVALID_VISA_MRZ' : 'INVALID_PRINTED_MRZ';
  if (typeof reading === 'string') return because('printed-mrz', unread, reading);
  if (reading.format !== own.format) {
    return because('printed-mrz', unread, `a zone ${reading.format}, but the code is of a document with ${own.format}`);
  }
  const parts = differences(own, reading);
  return parts.length === 0
    ? fits('printed-mrz', 'MATCHED', "equal to the code's, character by character")
    : because('printed-mrz', visa ? 'SEAL_VISA_MISMATCH' : 'SEAL_DOCUMENT_MISMATCH', `differs in: ${parts.join(', ')}`);
}

/** Field by field (VER-45, VER-47). */
function identityCheck(
  name: string,
  reading: Zone | string,
  identity: Identity | undefined,
  unread: string,
  contradicted: (identity: Identity, zone: Zone) => string,
): Check {
  if (typeof reading === 'string') return because(name, unread, reading);
  if (identity === undefined || !saysSomethingOf(identity, reading)) {
    return because(name, 'LINES_NOT_COMPARED', 'the code says nothing that could be compared with it');
  }
  if (MRZ_FORMATS[reading.format].visa) return because(name, unread, 'the zone of a visa');
  const fields = contradictions(identity, reading);
  if (fields.length > 0) return because(name, contradicted(identity, reading), `differs in: ${fields.join(', ')}`);
  return identity.number === undefined
    ? fits(name, 'COMPARE', 'nothing contradicts, but the code does not say its number')
    : fits(name, 'MATCHED', 'its number is the one in the code, and nothing contradicts');
}

/** The zone, or why it cannot be used: tolerant of how it is typed (VDS-37), strict about check digits. */
function read(text: string): Zone | string {
  try {
    const zone = readTyped(text);
    const faults = faultsOf(zone);
    return faults.length === 0 ? zone : wrongDigits(faults);
  } catch (e) {
    if (e instanceof FormatError) return `${e.rule}: ${e.message}`;
    throw e;
  }
}

function wrongDigits(faults: readonly string[]): string {
  return `wrong check digit: ${faults.join(', ')}`;
}

function fits(name: string, result: 'LIVE' | 'MATCHED' | 'COMPARE', detail: string): Check {
  return { name, question: 'holder', result, reason: null, detail };
}
