package org.stayseal.issuer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.stayseal.issuer.application.Application;

/** An application as the interface for programs shows it; absent members are left out. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Application")
record ApplicationView(
        String id,
        String state,
        Map<String, String> form,
        String appliedBy,
        Instant appliedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> decisionReason,
        Optional<String> permitNumber) {

    static ApplicationView of(Application application) {
        return new ApplicationView(
                application.id().toString(),
                application.state().name(),
                application.form().fields(),
                application.appliedBy(),
                application.appliedAt(),
                application.decision().map(Application.Decision::by),
                application.decision().map(Application.Decision::at),
                application.decision().flatMap(Application.Decision::reason),
                application.permitNumber());
    }
}
