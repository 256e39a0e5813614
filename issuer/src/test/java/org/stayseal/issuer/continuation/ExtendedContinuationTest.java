package org.stayseal.issuer.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.trust.authority.Authority;

/** A permit that a notice moved far beyond its printed end goes on from there, as long as that notice is listed. */
class ExtendedContinuationTest extends IssuerTest {

    /** No other permit of these tests ends on this day, so the notice reaches none of them. */
    private final LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(57);

    private final LocalDate moved = end.plusDays(900);

    @Autowired
    private Authority authority;

    @Autowired
    private Continuations continuations;

    @Override
    protected Map<String, String> application() {
        Map<String, String> fields = form();
        fields.put("rightUntil", end.toString());
        return fields;
    }

    @Test
    void itBeginsAfterTheNewEndAndIsAskedForAgainWhereTheNoticeWasWithdrawn() throws Exception {
        String number = released();
        authority.announce(extension());
        refused(422, "continuation-until", asked(number, moved));
        refused(422, "continuation-until", asked(number, moved.plusDays(ContinuationClaims.MAX_DAYS + 1L)));
        UUID far = written(number, moved.plusDays(30));
        assertThat(continuations.find(far).orElseThrow().countsFrom()).isEqualTo(moved.plusDays(1));

        authority.withdraw("UT-FAR");
        refused(409, "continuation-from", decided(far, "approval", Map.of()));
        assertThat(continuations.find(far).orElseThrow().state())
                .as("nothing was decided")
                .isEqualTo(ContinuationState.REQUESTED);
        assertThat(decided(far, "rejection", Map.of("reason", "The notice is gone"))
                        .statusCode())
                .isEqualTo(200);
        UUID near = written(number, end.plusDays(30));
        assertThat(continuations.find(near).orElseThrow().countsFrom()).isEqualTo(end.plusDays(1));
        assertThat(decided(near, "approval", Map.of()).statusCode()).isEqualTo(200);
    }

    private UUID written(String number, LocalDate until) {
        HttpResponse<String> answer = asked(number, until);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(body(answer).get("id").asString());
    }

    private HttpResponse<String> asked(String number, LocalDate until) {
        return post(
                "/api/v1/permits/" + number + "/continuations",
                CLERK,
                Map.of("until", until.toString(), "legalGround", "Residence Act 81(4)"));
    }

    private HttpResponse<String> decided(UUID id, String deed, Map<String, String> body) {
        Officer approver = APPROVER;
        return post("/api/v1/continuations/" + id + "/" + deed, approver, body);
    }

    private void refused(int status, String rule, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).get("rule").asString()).isEqualTo(rule);
    }

    private Notice extension() {
        return new Notice(
                "UT-FAR",
                Notice.Kind.EXTENSION,
                Notice.State.IN_FORCE,
                new Notice.Act("Order 4", LocalDate.now(ZoneOffset.UTC), Optional.empty()),
                List.of(new LocalText("en", "It goes on.")),
                NoticeScope.of(Set.of("UTO"), Set.of("FB06", "RP1"), end, end),
                Optional.of(moved),
                Optional.empty(),
                Optional.empty());
    }
}
