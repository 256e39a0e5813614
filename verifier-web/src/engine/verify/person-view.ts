/** The person in a machine readable zone, by the names that every verifier prints. */
import type { Mrz } from '../vds/mrz';

export function personView(mrz: Mrz): Record<string, string> {
  return {
    surname: mrz.surname,
    ...(mrz.givenNames === '' ? {} : { givenNames: mrz.givenNames }),
    ...(mrz.birth === undefined ? {} : { birthDate: mrz.birth }),
    ...(mrz.sex === undefined ? {} : { sex: mrz.sex }),
    nationality: mrz.nationality,
    documentNumber: mrz.number,
  };
}
