package org.stayseal.issuer.issuance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;

/**
 * A permit as recorded here.
 *
 * @param number the permit's number, nine characters, as in the machine readable zone
 * @param permit what it says
 * @param choices what its codes show where the authority had a choice when it was recorded
 * @param application the application it answers
 * @param stage how far issuing has come
 * @param status what the published lists say, or will say with the next publication
 * @param statusReason why, once it was changed
 * @param recordedAt when the number was given
 * @param releasedAt when it might be handed over
 * @param refusedBecause the lint or read-back that stopped it, in words for an operator
 */
public record IssuedPermit(
        String number,
        Permit permit,
        Disclosure.Choices choices,
        UUID application,
        Stage stage,
        PermitStatus status,
        Optional<String> statusReason,
        Instant recordedAt,
        Optional<Instant> releasedAt,
        Optional<String> refusedBecause) {

    /** Whether there is a photo and the code of this purpose carries it. */
    public boolean showsPhoto(Purpose purpose) {
        return permit.person().photo().isPresent() && choices.photoFor().contains(purpose);
    }
}
