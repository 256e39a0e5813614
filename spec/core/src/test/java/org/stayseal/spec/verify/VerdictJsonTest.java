package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A verdict as it is printed and kept: its members, their order, and nothing that a foreign list says of itself. */
class VerdictJsonTest {

    private static final TrustKnowledge.ListAtHand LIST = Utopia.list(true);

    @Test
    void everyMemberIsThereInItsOrder() {
        Map<String, ?> json = VerdictJson.of(verdict(
                TrustKnowledge.pinned(LIST),
                Optional.of(new Verdict.Icao(
                        Optional.of("VALID"), List.of("UNKNOWN_FEATURE"), Optional.of("trustworthy"), true))));
        assertThat(json.keySet())
                .containsExactly(
                        "format",
                        "outcome",
                        "reason",
                        "authentic",
                        "right",
                        "holder",
                        "at",
                        "checks",
                        "document",
                        "icao",
                        "trust");
        assertThat(json.get("reason")).isEqualTo("EXPIRED");
        assertThat(json.get("at")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(json.get("document")).isEqualTo(Map.of("surname", "Muster"));
        Map<?, ?> check = (Map<?, ?>) ((List<?>) java.util.Objects.requireNonNull(json.get("checks"))).get(0);
        assertThat(check.toString())
                .isEqualTo("{name=dates, question=right, result=FAILED, reason=EXPIRED, detail=until yesterday}");
        assertThat(String.valueOf(json.get("icao")))
                .isEqualTo(
                        "{status=VALID, subIndications=[UNKNOWN_FEATURE], trustLevel=trustworthy, documentCompared=true}");
        assertThat(String.valueOf(json.get("trust")))
                .isEqualTo(
                        "{known=PINNED, root=" + "ab".repeat(32)
                                + ", country=UTO, demo=true, listSequence=7, madeAt=2026-11-22T11:00:00Z, validUntil=2026-11-23T12:00:00Z}");
    }

    @Test
    void whatAForeignListSaysOfItselfIsNotRepeated() {
        Map<String, ?> json = VerdictJson.of(
                verdict(TrustKnowledge.unknownRoot(Optional.of(LIST), "another root"), Optional.empty()));
        assertThat(json.containsKey("icao")).isFalse();
        assertThat(String.valueOf(json.get("trust")))
                .isEqualTo(
                        "{known=UNKNOWN_ROOT, root=null, country=null, demo=null, listSequence=null, madeAt=null, validUntil=null}");
    }

    private static Verdict verdict(TrustKnowledge trust, Optional<Verdict.Icao> icao) {
        return new Verdict(
                "vds",
                Outcome.INVALID,
                Optional.of(org.stayseal.spec.registry.Reason.EXPIRED),
                Result.PASSED,
                Result.FAILED,
                Result.COMPARE,
                List.of(new Check(
                        "dates",
                        Check.Question.RIGHT,
                        Result.FAILED,
                        Optional.of(org.stayseal.spec.registry.Reason.EXPIRED),
                        "until yesterday")),
                Map.of("surname", "Muster"),
                icao,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                trust,
                Utopia.NOW);
    }
}
