package org.stayseal.issuer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.permit.Purpose;

/** A permit as the interface for programs shows it: texts by field as in an application, and where its carriers are once it is released. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Permit")
record PermitView(
        String number,
        String application,
        String stage,
        String status,
        Optional<String> statusReason,
        Instant recordedAt,
        Optional<Instant> releasedAt,
        Optional<String> refusedBecause,
        Map<String, String> permit,

        @Schema(
                description =
                        "The purposes whose code carries the photo, such as full and work; none where the permit has no photo.")
        List<String> photoIn,

        List<String> carriers) {

    static PermitView of(IssuedPermit issued) {
        Map<String, String> texts = new TreeMap<>();
        PermitDraft.of(issued.permit()).values().forEach((field, text) -> {
            if (field != Field.PHOTO) {
                texts.put(field.key(), text);
            }
        });
        return new PermitView(
                issued.number(),
                issued.application().toString(),
                issued.stage().name(),
                issued.status().name(),
                issued.statusReason(),
                issued.recordedAt(),
                issued.releasedAt(),
                issued.refusedBecause(),
                texts,
                Arrays.stream(Purpose.values())
                        .filter(issued::showsPhoto)
                        .map(Purpose::key)
                        .toList(),
                issued.stage() == Stage.RELEASED ? carriers(issued.number()) : List.of());
    }

    private static List<String> carriers(String number) {
        List<String> names = new java.util.ArrayList<>(List.of("permit.pdf", "seal.png"));
        for (Purpose purpose : Purpose.values()) {
            names.add(purpose.key() + ".png");
            names.add(purpose.key() + ".txt");
        }
        return names.stream()
                .map(name -> "/api/v1/permits/" + number + "/carriers/" + name)
                .toList();
    }
}
