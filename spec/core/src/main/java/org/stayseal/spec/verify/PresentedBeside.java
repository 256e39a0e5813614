package org.stayseal.spec.verify;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;

/**
 * A continuation that was shown beside the code, and what it is worth (VER-95).
 *
 * @param result PASSED: it counts; FAILED: it does not; INDETERMINATE: too little is known of it
 * @param reason the gravest, where it does not count
 * @param content what it says; empty unless its signature fits and it names this very permit
 */
public record PresentedBeside(Result result, Optional<Reason> reason, Optional<Content> content) {

    /**
     * What a continuation says.
     *
     * @param printedEnd the last day that the permit itself states
     * @param from the first day on which it counts
     * @param until the last one
     */
    public record Content(
            Optional<LocalDate> printedEnd,
            LocalDate from,
            LocalDate until,
            Optional<String> permitNumber,
            Optional<String> legalGround,
            Optional<Purpose> purpose) {}

    /** Members in a fixed order. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("result", result.name());
        json.put("reason", reason.map(Reason::name).orElse(null));
        content.ifPresent(said -> {
            said.printedEnd().ifPresent(day -> json.put("printedEnd", day.toString()));
            json.put("from", said.from().toString());
            json.put("until", said.until().toString());
            said.permitNumber().ifPresent(number -> json.put("permitNumber", number));
            said.legalGround().ifPresent(ground -> json.put("legalGround", ground));
            said.purpose().ifPresent(purpose -> json.put("purpose", purpose.key()));
        });
        return json;
    }
}
