package org.stayseal.issuer.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.spec.bytes.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a request out once, however often it is sent with one {@code Idempotency-Key}: the answer is stored in the transaction of the deed,
 * so that a lost answer is repeated and a failed deed is not.
 */
@Component
class IdempotentRequests {

    static final String HEADER = "Idempotency-Key";

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentRequests(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is answered.
     *
     * @param status HTTP status
     * @param location address of what was made
     * @param body written as JSON
     */
    record Answer(int status, Optional<URI> location, Object body) {}

    private record Kept(byte[] digest, int status, Optional<String> location, String body) {}

    /**
     * Runs the deed, or repeats its answer.
     *
     * @throws Refusal when the key was used for another request, or has a wrong form
     */
    @Transactional
    public ResponseEntity<byte[]> once(
            HttpServletRequest request, JsonBody body, Officer officer, Supplier<Answer> deed) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            Answer answer = deed.get();
            return answer(
                    answer.status(), answer.location().map(URI::toString), json.writeValueAsString(answer.body()));
        }
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Refusal.unprocessable("idempotency-key-form", HEADER + " is 1 to 200 visible ASCII characters.");
        }
        byte[] digest = digest(request, body);
        int first = database.sql("""
                        INSERT INTO idempotency_key (officer, key, digest, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (officer, key) DO NOTHING
                        """)
                .params(officer.name(), key, digest, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return first == 1 ? first(officer, key, deed.get()) : again(officer, key, digest);
    }

    private ResponseEntity<byte[]> first(Officer officer, String key, Answer answer) {
        String written = json.writeValueAsString(answer.body());
        database.sql(
                        "UPDATE idempotency_key SET status = :status, location = :location, body = :body WHERE officer = :officer AND key = :key")
                .param("status", answer.status())
                .param("location", answer.location().map(URI::toString).orElse(null), java.sql.Types.VARCHAR)
                .param("body", written)
                .param("officer", officer.name())
                .param("key", key)
                .update();
        return answer(answer.status(), answer.location().map(URI::toString), written);
    }

    private ResponseEntity<byte[]> again(Officer officer, String key, byte[] digest) {
        Kept kept = database.sql(
                        "SELECT digest, status, location, body FROM idempotency_key WHERE officer = ? AND key = ?")
                .params(officer.name(), key)
                .query((row, number) -> new Kept(
                        row.getBytes("digest"),
                        row.getInt("status"),
                        Optional.ofNullable(row.getString("location")),
                        row.getString("body")))
                .single();
        if (!MessageDigest.isEqual(kept.digest(), digest)) {
            throw Refusal.unprocessable("idempotency-key-reused", "This " + HEADER + " was used for another request.");
        }
        return answer(kept.status(), kept.location(), kept.body());
    }

    private static ResponseEntity<byte[]> answer(int status, Optional<String> location, String body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        location.ifPresent(address -> answer.location(URI.create(address)));
        return answer.body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(HttpServletRequest request, JsonBody body) {
        String line = request.getMethod() + " " + request.getServletPath() + "\n";
        return Sha256.of(line.getBytes(StandardCharsets.UTF_8), body.bytes());
    }
}
