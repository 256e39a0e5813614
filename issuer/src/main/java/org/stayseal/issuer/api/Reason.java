package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.issuer.application.FormRefused;

/**
 * Why something is done to an application or a permit.
 *
 * @param reason 1 to 500 characters; kept in the record, not published
 */
record Reason(@Schema(minLength = 1, maxLength = 500) String reason) {

    static String in(JsonBody body) {
        List<FieldFault> faults = new ArrayList<>();
        body.fields().keySet().stream()
                .filter(name -> !name.equals("reason"))
                .forEach(name -> faults.add(new FieldFault("/" + name, "unknown-field", "There is no such field.")));
        String reason = body.fields().getOrDefault("reason", "").strip();
        if (reason.isEmpty() || reason.length() > 500) {
            faults.add(new FieldFault("/reason", "reason-length", "reason is a text of 1 to 500 characters."));
        }
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        return reason;
    }
}
