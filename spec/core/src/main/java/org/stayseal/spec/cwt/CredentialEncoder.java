package org.stayseal.spec.cwt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Purpose;

/**
 * Makes the claims of a credential from a permit: for one purpose, and nothing that this purpose does not show (CRED-60, CRED-61).
 *
 * <p>Signing is apart and comes after: {@link UnsignedCredential} has the exact bytes, to be recorded first (CRED-71).
 */
public final class CredentialEncoder {
    private final Disclosure.Choices choices;
    private final ZoneId zone;

    /**
     * @param choices the authority's
     * @param zone the issuing country's time zone, in which a document's days begin and end
     */
    public CredentialEncoder(Disclosure.Choices choices, ZoneId zone) {
        this.choices = choices;
        this.zone = zone;
    }

    /**
     * The claims of one credential.
     *
     * @param now the moment of signing, of which only the day in UTC is kept
     * @param id new for each credential
     * @param deviceKey the holder's, for this purpose alone
     */
    public Claims claims(
            Permit permit,
            Purpose purpose,
            Instant now,
            CredentialId id,
            StatusReference status,
            Optional<DeviceKey> deviceKey) {
        LocalDate signedOn = now.atZone(ZoneOffset.UTC).toLocalDate();
        return new Claims(
                permit.country(),
                permit.documentUntil().plusDays(1).atStartOfDay(zone).toEpochSecond(),
                permit.issueDate().atStartOfDay(zone).toEpochSecond(),
                signedOn.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                id,
                deviceKey,
                status,
                person(permit.person(), purpose),
                permit(permit, purpose));
    }

    private PersonClaims person(Person person, Purpose purpose) {
        return new PersonClaims(
                Optional.of(person.name().surname()),
                person.name().givenNames(),
                Optional.empty(),
                person.birthDate(),
                shown(Field.SEX, purpose, Optional.of(person.sex())),
                shown(Field.NATIONALITY, purpose, Optional.of(person.nationality())),
                shown(Field.NAME_OWN_SCRIPT, purpose, person.name().ownScript()),
                shown(Field.PERSONAL_NUMBER, purpose, person.personalNumber()),
                shown(Field.PHOTO, purpose, person.photo()));
    }

    private PermitClaims permit(Permit permit, Purpose purpose) {
        return new PermitClaims(
                purpose,
                permit.category(),
                permit.rightFrom(),
                permit.rightUntil(),
                shown(Field.PERMIT_NUMBER, purpose, Optional.of(permit.number())),
                shown(Field.WORK, purpose, Optional.of(permit.work())),
                shown(Field.SELF_EMPLOYMENT, purpose, Optional.of(permit.selfEmployment())),
                shown(Field.STUDY, purpose, Optional.of(permit.study())),
                permit.authority(),
                shown(Field.ISSUE_PLACE, purpose, permit.issuePlace()),
                shown(Field.LEGAL_GROUND, purpose, permit.legalGround()),
                shown(Field.TRAVEL_DOCUMENT_NUMBER, purpose, permit.travelDocument()),
                shown(Field.BIRTH_PLACE, purpose, permit.person().birthPlace()),
                shown(Field.REMARKS, purpose, permit.remarks()),
                permit.liveOnly() ? Optional.of(true) : Optional.empty());
    }

    private <T> Optional<T> shown(Field field, Purpose purpose, Optional<T> value) {
        return Disclosure.shows(field, purpose, choices) ? value : Optional.empty();
    }
}
