package org.stayseal.issuer.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.status.StatusListClaims;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.status.StatusListJwt;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.VectorAuthority;
import tools.jackson.databind.JsonNode;

/** What a status list said at a time (STATUS-63 to STATUS-65), and what else is online. */
class StatusHistoryTest extends IssuerTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final URI HERE = URI.create("https://history.example");
    private static final URI ELSEWHERE = URI.create("http://localhost:1");
    private static final String LIST = HERE + "/status/0";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Publisher publisher;

    private final Moving clock = new Moving();
    private final VectorAuthority authority = VectorAuthority.stranger(AuthorityProfile.utopia(HERE), BEGIN);

    /** A clock that is set by hand. */
    private static final class Moving extends Clock {
        private Instant now = BEGIN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void forget() {
        database.sql("DELETE FROM status_history WHERE path = ?").param(LIST).update();
    }

    @Test
    void aTimeIsAnsweredWithTheTokenThatWasInForce() throws Exception {
        StatusHistory history = history(Duration.ofDays(90), 1000);
        publish(history, Map.of());
        later(Duration.ofHours(2));
        publish(history, Map.of(5, 2));
        later(Duration.ofHours(2));
        publish(history, Map.of(5, 1));
        later(Duration.ofHours(2));

        assertThat(said(history, BEGIN)).isZero();
        assertThat(said(history, BEGIN.plus(Duration.ofMinutes(119)))).isZero();
        assertThat(said(history, BEGIN.plus(Duration.ofHours(2)))).isEqualTo(2);
        assertThat(said(history, BEGIN.plus(Duration.ofHours(4)).minusSeconds(1)))
                .isEqualTo(2);
        assertThat(said(history, clock.now)).isEqualTo(1);
        assertThat(history.at(LIST, BEGIN.minusSeconds(1))).isEmpty();
        assertThat(history.at(LIST, clock.now.plusSeconds(1))).isEmpty();
        assertThat(history.at(HERE + "/status/1", clock.now)).isEmpty();
    }

    @Test
    void whateverIsPublishedTheAnswerForATimeIsWhatWasInForceThen() throws Exception {
        SplittableRandom random = new SplittableRandom(20261123);
        StatusHistory history = history(Duration.ofDays(3660), 1000);
        List<Instant> times = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        int changes = 0;
        int status = 0;
        for (int i = 0; i < 50; i++) {
            if (random.nextInt(6) == 0) {
                int next = random.nextInt(4);
                changes += next == status ? 0 : 1;
                status = next;
            }
            publish(history, status == 0 ? Map.of() : Map.of(5, status));
            times.add(clock.now);
            statuses.add(status);
            later(Duration.ofMinutes(1 + random.nextInt(600)));
        }
        for (int i = 0; i < times.size(); i++) {
            Instant until = i + 1 < times.size() ? times.get(i + 1) : clock.now;
            for (Instant asked : List.of(times.get(i), times.get(i).plusSeconds(30), until.minusSeconds(1))) {
                assertThat(said(history, asked))
                        .as("publication %d at %s", i, asked)
                        .isEqualTo(statuses.get(i));
            }
        }
        long days = Duration.between(BEGIN, clock.now).toDays();
        int kept = database.sql("SELECT count(*) FROM status_history WHERE path = ? AND media_type = ?")
                .params(LIST, PublishedTypes.STATUS_CWT)
                .query(Integer.class)
                .single();
        assertThat(kept)
                .as("of 50, in %d days with %d changes", days, changes)
                .isLessThan(2 * changes + (int) days / 2 + 3);
    }

    @Test
    void beyondTheRoomThatIsGivenTheOldestGoFirstAndNoAnswerIsAnothers() throws Exception {
        StatusHistory history = history(Duration.ofDays(90), 1);
        for (int i = 0; i < 62; i++) {
            publish(history, scattered(i));
            later(Duration.ofHours(1));
        }

        assertThat(database.sql("SELECT sum(size) FROM status_history")
                        .query(Long.class)
                        .single())
                .isLessThan(1_000_001);
        assertThat(history.at(LIST, BEGIN)).isEmpty();
        int answered = 0;
        for (int i = 0; i < 62; i++) {
            List<PublishedFile> forms = history.at(LIST, BEGIN.plus(Duration.ofHours(i)));
            if (!forms.isEmpty()) {
                answered++;
                assertThat(claims(forms)
                                .list()
                                .get(scattered(i).keySet().iterator().next()))
                        .hasValue(1);
                assertThat(claims(forms).issued()).isEqualTo(BEGIN.plus(Duration.ofHours(i)));
            }
        }
        assertThat(answered).isBetween(20, 65);
    }

    /** A list that nothing compresses, another one each time. */
    private static Map<Integer, Integer> scattered(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Integer, Integer> statuses = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            statuses.put(random.nextInt(1 << 16), 1);
        }
        return statuses;
    }

    @Test
    void whatIsOlderThanTheSettingSaysIsNotAnsweredAndLetGo() throws Exception {
        StatusHistory history = history(Duration.ofDays(5), 1000);
        publish(history, Map.of(5, 2));
        later(Duration.ofDays(1));
        publish(history, Map.of());
        later(Duration.ofDays(4).plusHours(1));

        assertThat(history.at(LIST, BEGIN)).isEmpty();
        later(Duration.ofDays(10));
        publish(history, Map.of());
        assertThat(database.sql("SELECT count(*) FROM status_history WHERE path = ?")
                        .param(LIST)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anAuthorityThatKeepsNoHistoryForgetsItAndSaysSo() throws Exception {
        publish(history(Duration.ofDays(90), 1000), Map.of());
        StatusHistory none = history(Duration.ZERO, 1000);
        publish(none, Map.of());
        assertThat(database.sql("SELECT count(*) FROM status_history")
                        .query(Integer.class)
                        .single())
                .isZero();

        PublishedController controller = new PublishedController(publisher, none);
        publisher.tick();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/status/0");
        request.setParameter("time", "1700000000");
        assertThatThrownBy(() -> controller.file(request, new ServletWebRequest(request)))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(501));
    }

    @Test
    void overTheNetworkATimeIsAnsweredInBothFormsAndNothingElseIsTold() throws Exception {
        publishAnew();
        long now = Instant.now().getEpochSecond();

        HttpResponse<String> jwt =
                send(request("/status/0?time=" + now).header("Accept", "application/statuslist+jwt"));
        StatusListClaims said =
                StatusListJwt.read(jwt.body(), "http://localhost:8080/status/0").claims();
        assertThat(said.issued()).isBeforeOrEqualTo(Instant.ofEpochSecond(now));
        assertThat(said.expires()).isAfter(Instant.ofEpochSecond(now));
        assertThat(jwt.headers().firstValue("Content-Type")).contains("application/statuslist+jwt");

        assertThat(status("/status/0?time=" + now)).isEqualTo(200);
        assertThat(status("/status/0?time=0")).isEqualTo(404);
        assertThat(status("/status/0?time=" + (now + 3600))).isEqualTo(404);
        assertThat(status("/status/7?time=" + now)).isEqualTo(404);
        for (String odd : List.of("", "x", "-1", "01", "1e9", "1.0", "9999999999999", "1&time=1", "%20" + now)) {
            assertThat(status("/status/0?time=" + odd)).as(odd).isEqualTo(422);
        }
        assertThat(send(request("/status/0?time=" + now).header("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void allListsAreNamedInOnePlaceAndTheListsNameIt() throws Exception {
        publisher.tick();

        HttpResponse<String> answer = send(request("/status"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode lists = json.readTree(answer.body()).get("status_lists");
        assertThat(lists.get(0).stringValue()).isEqualTo("http://localhost:8080/status/0");
        HttpResponse<byte[]> token = send(request("/status/0"), HttpResponse.BodyHandlers.ofByteArray());
        StatusListClaims claims = StatusListCwt.read(token.body(), "http://localhost:8080/status/0")
                .claims();
        assertThat(claims.aggregation()).contains("http://localhost:8080/status");
        assertThat(claims.ttl()).hasValue(900);
    }

    private void publishAnew() {
        long before = publisher.sequence();
        database.sql("UPDATE publication_state SET wanted = wanted + 1, wanted_since = now()")
                .update();
        for (int i = 0; i < 300 && publisher.sequence() <= before; i++) {
            pause();
        }
        assertThat(publisher.sequence()).isGreaterThan(before);
    }

    private int status(String path) {
        return send(request(path)).statusCode();
    }

    private StatusHistory history(Duration kept, int megabytes) {
        IssuerSettings.Publication publication = new IssuerSettings.Publication(
                Duration.ZERO,
                Duration.ofHours(6),
                Duration.ofDays(7),
                Duration.ofDays(3),
                Duration.ofMinutes(15),
                kept,
                megabytes,
                Duration.ofMinutes(10));
        return new StatusHistory(database, publication, clock);
    }

    private void later(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Kept as a list of somewhere else: its path is its whole address, and none of the service under test. */
    private void publish(StatusHistory history, Map<Integer, Integer> statuses) throws PublicationRefusedException {
        Publication publication = authority
                .at(clock.now)
                .publish(new PublicationInput(
                        List.of(new PublicationInput.StatusShard(0, statuses.size() < 2 ? 1024 : 1 << 16, statuses)),
                        Map.of()));
        history.keep(publication, ELSEWHERE);
    }

    private static int said(StatusHistory history, Instant time) throws FormatException {
        List<PublishedFile> forms = history.at(LIST, time);
        assertThat(forms).as("%s", time).hasSize(2);
        StatusListClaims claims = claims(forms);
        assertThat(claims.issued()).isBeforeOrEqualTo(time);
        assertThat(claims.expires()).isAfterOrEqualTo(time);
        return claims.list().get(5).orElseThrow();
    }

    private static StatusListClaims claims(List<PublishedFile> forms) throws FormatException {
        assertThat(forms.get(0).mediaType()).isEqualTo(PublishedTypes.STATUS_CWT);
        return StatusListCwt.read(forms.get(0).bytes(), LIST).claims();
    }
}
