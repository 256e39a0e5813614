package org.stayseal.issuer.carrier;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.issuer.application.TextCapacity;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.trust.authority.Authority;

/** Makes each code as it would be made after an approval, but for signature and number, and compares its length with what its symbol takes. */
@Component
final class CodeCapacity implements TextCapacity {
    /** Characters kept free: identities, places in lists and signatures differ a little in how they are written. */
    static final int SPARE = 40;

    /** Texts of so few bytes are not worth shortening. */
    private static final int LONG_TEXT = 40;

    /** Written for the longest of places. */
    private static final int LARGE_SHARD = 999;

    private static final int LARGE_INDEX = 1_000_000;

    private static final List<Field> TEXTS = List.of(
            Field.SURNAME,
            Field.GIVEN_NAMES,
            Field.NAME_OWN_SCRIPT,
            Field.BIRTH_PLACE,
            Field.PERSONAL_NUMBER,
            Field.LEGAL_GROUND,
            Field.ISSUE_PLACE,
            Field.WORK_CONDITIONS,
            Field.SELF_EMPLOYMENT_CONDITIONS,
            Field.STUDY_CONDITIONS,
            Field.REMARKS);

    private final SigningDesk desk;
    private final Authority authority;
    private final IssuerSettings settings;
    private final Clock clock;

    CodeCapacity(SigningDesk desk, Authority authority, IssuerSettings settings, Clock clock) {
        this.desk = desk;
        this.authority = authority;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<FieldFault> faults(Permit permit) {
        List<FieldFault> faults = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            int length = length(permit, purpose);
            int most = most(permit, purpose);
            if (length > most) {
                faults.addAll(faults(permit, purpose, length, most));
            }
        }
        return List.copyOf(faults);
    }

    private int most(Permit permit, Purpose purpose) {
        Set<Purpose> withPhoto =
                permit.person().photo().isPresent() ? settings.choices().photoFor() : Set.of();
        return PermitCodes.level(withPhoto, purpose).mostCharacters() - SPARE;
    }

    private int length(Permit permit, Purpose purpose) {
        Instant today = clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return UnsignedCredential.of(
                        new CredentialEncoder(settings.choices(), ZoneOffset.UTC)
                                .claims(
                                        permit,
                                        purpose,
                                        today,
                                        new CredentialId(new byte[CredentialId.LENGTH]),
                                        new StatusReference(authority.statusUri(LARGE_SHARD), LARGE_INDEX),
                                        Optional.empty()),
                        desk.certificate(Item.of(purpose)))
                .textLengthWhenSigned();
    }

    /** The long texts that this code shows; Base45 writes two bytes as three characters. */
    private List<FieldFault> faults(Permit permit, Purpose purpose, int length, int most) {
        List<FieldFault> faults = new ArrayList<>();
        int over = (length - most) * 2 / 3 + 1;
        PermitDraft draft = PermitDraft.of(permit);
        for (Field field : TEXTS) {
            String text = draft.get(field).orElse("");
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONG_TEXT && isShown(permit, purpose, field, length)) {
                faults.add(new FieldFault(
                        "/" + field.key(),
                        "code-capacity",
                        field.key() + " is too long together with the other long texts: the code for " + purpose.key()
                                + " would have " + length + " characters, and " + most
                                + " fit. Shorten these texts by about " + over + " bytes in all; this one has "
                                + bytes + " (a letter beyond A to Z takes two to four)."));
            }
        }
        return faults;
    }

    private boolean isShown(Permit permit, Purpose purpose, Field field, int length) {
        return length(PermitDraft.of(permit).set(field, "A").permit(), purpose) < length;
    }
}
