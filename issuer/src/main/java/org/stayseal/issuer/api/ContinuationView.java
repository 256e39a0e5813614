package org.stayseal.issuer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stayseal.issuer.continuation.ContinuationState;
import org.stayseal.issuer.continuation.GivenContinuation;
import org.stayseal.issuer.lint.Item;

/** A continuation as the interface for programs shows it, with where its carriers are once it is released. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Continuation")
record ContinuationView(
        String id,
        String permit,
        String state,
        LocalDate countsFrom,
        LocalDate countsUntil,
        String legalGround,
        String requestedBy,
        Instant requestedAt,
        Optional<String> decidedBy,
        Optional<String> decisionReason,
        Optional<String> refusedBecause,
        Optional<Instant> releasedAt,

        @Schema(description = "PENDING while it counts; REFUSED or GRANTED once the renewal is decided.")
        String renewal,

        List<String> carriers) {

    static ContinuationView of(GivenContinuation given) {
        return new ContinuationView(
                given.id().toString(),
                given.permit(),
                given.state().name(),
                given.countsFrom(),
                given.countsUntil(),
                given.legalGround(),
                given.requestedBy(),
                given.requestedAt(),
                given.decidedBy(),
                given.decisionReason(),
                given.refusedBecause(),
                given.releasedAt(),
                given.renewal().name(),
                given.state() == ContinuationState.RELEASED ? carriers(given) : List.of());
    }

    private static List<String> carriers(GivenContinuation given) {
        List<String> names = new ArrayList<>(List.of("continuation.pdf"));
        Arrays.stream(Item.values()).map(Item::key).forEach(key -> names.addAll(List.of(key + ".png", key + ".txt")));
        return names.stream()
                .map(name -> "/api/v1/continuations/" + given.id() + "/carriers/" + name)
                .toList();
    }
}
