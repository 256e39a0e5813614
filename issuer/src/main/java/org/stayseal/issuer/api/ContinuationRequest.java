package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.issuer.application.FormRefused;

/**
 * What is asked for.
 *
 * @param until the last day, {@code 2027-02-28}
 * @param legalGround 1 to 100 bytes
 */
record ContinuationRequest(
        @Schema(example = "2027-02-28") LocalDate until,
        @Schema(example = "Residence Act 81(4)") String legalGround) {

    private static final Set<String> FIELDS = Set.of("until", "legalGround");

    static ContinuationRequest in(JsonBody body) {
        List<FieldFault> faults = new ArrayList<>();
        body.fields().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> faults.add(new FieldFault("/" + name, "unknown-field", "There is no such field.")));
        LocalDate until = LocalDate.EPOCH;
        try {
            until = LocalDate.parse(body.fields().getOrDefault("until", ""));
        } catch (DateTimeParseException e) {
            faults.add(new FieldFault("/until", "date", "until is a day such as 2027-02-28."));
        }
        String ground = body.fields().getOrDefault("legalGround", "").strip();
        if (ground.isEmpty()) {
            faults.add(new FieldFault(
                    "/legalGround", "required", "legalGround is a reference such as Residence Act 81(4)."));
        }
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        return new ContinuationRequest(until, ground);
    }
}
