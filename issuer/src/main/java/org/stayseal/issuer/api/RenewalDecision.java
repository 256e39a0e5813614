package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.issuer.application.FormRefused;
import org.stayseal.issuer.continuation.Renewal;

/**
 * How the renewal was decided.
 *
 * @param renewal {@code refused} or {@code granted}
 * @param reason 1 to 500 characters; kept in the record, not published
 */
record RenewalDecision(
        @Schema(allowableValues = {"refused", "granted"}) Renewal renewal,
        @Schema(minLength = 1, maxLength = 500) String reason) {

    static RenewalDecision in(JsonBody body) {
        Map<String, String> rest = new TreeMap<>(body.fields());
        Optional<Renewal> renewal = Renewal.decision(String.valueOf(rest.remove("renewal")));
        List<FieldFault> faults = new ArrayList<>();
        if (renewal.isEmpty()) {
            faults.add(new FieldFault("/renewal", "renewal", "renewal is refused or granted."));
        }
        String reason = "";
        try {
            reason = Reason.in(new JsonBody(body.bytes(), rest));
        } catch (FormRefused e) {
            faults.addAll(e.faults());
        }
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        return new RenewalDecision(renewal.orElseThrow(), reason);
    }
}
