package org.stayseal.issuer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.trust.authority.PublicationInput;

/** The seal revocation list has an end; what no longer could be shown makes room. */
class EndedDocumentsTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private PublicationStore store;

    @Test
    void aRevokedSealIsListedUntilAYearAfterTheLastContinuationThatItsDocumentMayHave() {
        String number = released();
        assertThat(post("/api/v1/permits/" + number + "/revocation", APPROVER, Map.of("reason", "Obtained by fraud"))
                        .statusCode())
                .isEqualTo(200);
        String seal = Hex.encode(database.sql("SELECT identity FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single());
        LocalDate end = LocalDate.parse(database.sql("SELECT draft ->> 'documentUntil' FROM permit WHERE number = ?")
                .param(number)
                .query(String.class)
                .single());

        PublicationInput within = at(yearAfterContinuation(end).minusDays(1));
        assertThat(within.seals()).containsKey(seal);
        assertThat(within.endedSeals()).doesNotContain(seal);

        PublicationInput after = at(yearAfterContinuation(end).plusDays(2));
        assertThat(after.seals()).doesNotContainKey(seal);
        assertThat(after.endedSeals()).contains(seal);
        assertThat(after.statusLists().get(0).statuses())
                .as("places in status lists stay")
                .containsValue(1);
    }

    @Test
    void aRevokedSealIsListedUntilAYearAfterTheEndToWhichANoticeMovesIt() {
        String number = released();
        post("/api/v1/permits/" + number + "/revocation", APPROVER, Map.of("reason", "Obtained by fraud"));
        String seal = Hex.encode(database.sql("SELECT identity FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single());
        LocalDate end = LocalDate.parse(database.sql("SELECT draft ->> 'documentUntil' FROM permit WHERE number = ?")
                .param(number)
                .query(String.class)
                .single());
        LocalDate newEnd = end.plusYears(4);
        Notice extension = extension(end, newEnd);
        LocalDate longOver = yearAfterContinuation(end).plusDays(2);

        assertThat(at(longOver, extension).seals()).containsKey(seal);
        assertThat(at(longOver, extension).endedSeals()).doesNotContain(seal);
        assertThat(at(yearAfterContinuation(newEnd).minusDays(1), extension).seals())
                .containsKey(seal);
        assertThat(at(yearAfterContinuation(newEnd).plusDays(2), extension).endedSeals())
                .contains(seal);
        assertThat(at(longOver, extension.withdrawn()).endedSeals())
                .as("a withdrawn notice keeps nothing")
                .contains(seal);
        assertThat(at(longOver, extension(end.plusDays(1), newEnd)).endedSeals())
                .as("a notice that means other ends keeps nothing")
                .contains(seal);
    }

    private static LocalDate yearAfterContinuation(LocalDate end) {
        return end.plusDays(ContinuationClaims.MAX_DAYS).plusYears(1);
    }

    private static Notice extension(LocalDate end, LocalDate newEnd) {
        return new Notice(
                "UT-1",
                Notice.Kind.EXTENSION,
                Notice.State.IN_FORCE,
                new Notice.Act("Order 3", end, Optional.empty()),
                List.of(new LocalText("en", "It goes on.")),
                NoticeScope.of(Set.of("UTO"), Set.of("FB06"), end, end),
                Optional.of(newEnd),
                Optional.empty(),
                Optional.empty());
    }

    private PublicationInput at(LocalDate day, Notice... notices) {
        Instant moment = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return store.input(StatusPlace.SHARD_SIZE, moment, List.of(notices));
    }
}
