package org.stayseal.spec.cwt;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.permit.WorkRight;

/**
 * What a credential says of the right and its document (claim −65537, CRED-50): as much as its purpose shows.
 *
 * @param rightUntil the right's last day; empty: unlimited
 */
public record PermitClaims(
        Purpose purpose,
        Category category,
        LocalDate rightFrom,
        Optional<LocalDate> rightUntil,
        Optional<String> number,
        Optional<WorkRight> work,
        Optional<Right> selfEmployment,
        Optional<Right> study,
        String authority,
        Optional<String> issuePlace,
        Optional<String> legalGround,
        Optional<TravelDocument> travelDocument,
        Optional<String> birthPlace,
        Optional<String> remarks,
        Optional<Boolean> liveOnly) {}
