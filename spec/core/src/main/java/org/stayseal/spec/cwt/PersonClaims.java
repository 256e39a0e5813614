package org.stayseal.spec.cwt;

import java.util.Optional;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.OwnScript;
import org.stayseal.spec.permit.Photo;
import org.stayseal.spec.permit.Sex;

/**
 * What a credential says of its holder (claim 169, CRED-40): as much as its purpose shows.
 *
 * @param surname there unless {@code fullName} is
 * @param fullName a name of which surname and given names cannot be told apart
 */
public record PersonClaims(
        Optional<String> surname,
        Optional<String> givenNames,
        Optional<String> fullName,
        BirthDate birthDate,
        Optional<Sex> sex,
        Optional<Nationality> nationality,
        Optional<OwnScript> ownScript,
        Optional<String> personalNumber,
        Optional<Photo> photo) {}
