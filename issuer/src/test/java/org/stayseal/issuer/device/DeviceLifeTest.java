package org.stayseal.issuer.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.Refusal;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.live.UnsignedLiveCode;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.RawSignatures;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;
import tools.jackson.databind.JsonNode;

/** A holder's phone from the link to the day it is lost, as a verifier sees it that has the published lists (docs 33, LIVE-11). */
class DeviceLifeTest extends IssuerTest {

    @Autowired
    private Devices devices;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Authority authority;

    @Test
    void aPhoneIsBoundShowsThePermitLiveAndIsTakenBackAloneWhileThePermitStays() throws Exception {
        String number = released();
        Phone phone = Phone.made();
        Map<Purpose, Credential> codes = bound(number, phone);
        assertThat(codes).hasSize(4);
        Set<Object> identities = new HashSet<>(printed(number));
        for (Purpose purpose : Purpose.values()) {
            Credential credential = codes.get(purpose);
            identities.add(credential.id());
            identities.add(credential.status());
            identities.add(credential.claims().deviceKey().orElseThrow());
            Verdict live = verdict(phone.shows(credential, Instant.now()));
            assertThat(live.outcome()).as(purpose + " " + live.checks()).isEqualTo(Outcome.VALID);
            assertThat(live.holder()).isEqualTo(Result.LIVE);
            Verdict screenshot = verdict(phone.shows(credential, Instant.now().minusSeconds(300)));
            assertThat(screenshot.holder()).isEqualTo(Result.COMPARE);
        }
        assertThat(identities)
                .as("no identity, no status place and no key is shared")
                .hasSize(4 + 3 * 4);
        assertThat(count("SELECT count(*) FROM signature_record WHERE permit = ? AND logged", number))
                .as("the printed five and the four of the phone are in the issued log")
                .isEqualTo(9);

        assertThat(permitStatus(number, "suspension", "Being looked into")).isEqualTo(200);
        awaitPublished();
        assertThat(verdict(phone.shows(codes.get(Purpose.FULL), Instant.now())).reason())
                .contains(Reason.SUSPENDED);
        HolderDevice device = devices.of(number).get(0);
        devices.revoke(device.id(), "Lost in a train", CLERK);
        assertThat(permitStatus(number, "reinstatement", "Found to be in order"))
                .isEqualTo(200);
        awaitPublished();
        for (Purpose purpose : Purpose.values()) {
            assertThat(verdict(phone.shows(codes.get(purpose), Instant.now())).reason())
                    .as("a phone that was taken back is not revived with its permit")
                    .contains(Reason.REVOKED);
        }
        assertThat(verdict(printedCode(number)).outcome())
                .as("the permit itself")
                .isEqualTo(Outcome.VALID);

        Phone next = Phone.made();
        Credential again = java.util.Objects.requireNonNull(bound(number, next).get(Purpose.WORK));
        assertThat(verdict(next.shows(again, Instant.now())).holder()).isEqualTo(Result.LIVE);
        assertThat(permitStatus(number, "revocation", "Obtained by fraud")).isEqualTo(200);
        awaitPublished();
        assertThat(verdict(next.shows(again, Instant.now())).reason())
                .as("the phone goes with its permit")
                .contains(Reason.REVOKED);
    }

    @Test
    void aLinkBindsOnePhoneOnce() throws Exception {
        String number = released();
        Invitation invitation = devices.invite(number, CLERK);
        assertThat(invitation.link().toString())
                .contains("/verify/holder.html#")
                .doesNotContain("?");
        assertThat(invitation.toString()).doesNotContain(invitation.letterNumber());
        Phone phone = Phone.made();
        assertThat(bind(token(invitation), invitation.letterNumber(), phone).statusCode())
                .isEqualTo(202);
        refused(404, "no-link", bind(token(invitation), invitation.letterNumber(), Phone.made()));

        Invitation second = devices.invite(number, CLERK);
        Invitation third = devices.invite(number, CLERK);
        refused(404, "no-link", bind(token(second), second.letterNumber(), Phone.made()));
        refused(422, "device-keys", bind(token(third), third.letterNumber(), phone));
        assertThat(bind(token(third), spaced(third.letterNumber()), Phone.made())
                        .statusCode())
                .as("as people type it")
                .isEqualTo(202);
    }

    @Test
    void aLinkEndsWithTheFifthWrongNumberAndWithItsTime() throws Exception {
        String number = released();
        Invitation invitation = devices.invite(number, CLERK);
        String wrong = invitation.letterNumber().equals("00000000") ? "11111111" : "00000000";
        for (int left = 4; left > 0; left--) {
            HttpResponse<String> answer = bind(token(invitation), wrong, Phone.made());
            refused(422, "letter-number", answer);
            assertThat(body(answer).get("detail").asString()).contains("Tries left: " + left);
        }
        refused(404, "no-link", bind(token(invitation), wrong, Phone.made()));
        HttpResponse<String> tooMany = bind(token(invitation), invitation.letterNumber(), Phone.made());
        // Each further one waits twice as long: a machine that sleeps through the first second meets the next.
        for (int i = 0; i < 6 && tooMany.statusCode() == 404; i++) {
            tooMany = bind(token(invitation), invitation.letterNumber(), Phone.made());
        }
        refused(429, "too-many-tries", tooMany);
        assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();

        Invitation late = devices.invite(number, CLERK);
        database.sql(
                        "UPDATE device_invitation SET expires_at = now() - interval '1 second' WHERE closed IS NULL AND permit = ?")
                .param(number)
                .update();
        refused(404, "no-link", bind(token(late), late.letterNumber(), Phone.made()));
        assertThat(database.sql("SELECT count(*) FROM device WHERE permit = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingIsBoundToAPermitThatIsNotInForceAndNoKeyThatIsNone() throws Exception {
        String number = released();
        Invitation invitation = devices.invite(number, CLERK);
        Map<String, String> body = Phone.made().body(token(invitation), invitation.letterNumber());
        for (String key : List.of(
                "",
                "AAAA",
                Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]),
                body.get("keyFull"))) {
            Map<String, String> other = new TreeMap<>(body);
            other.put("keyWork", key);
            refused(422, "device-keys", binding(other));
        }
        permitStatus(number, "suspension", "Being looked into");
        refused(409, "not-in-force", binding(body));
        assertThat(refusal(() -> devices.invite(number, CLERK)).rule()).isEqualTo("not-in-force");
        assertThat(refusal(() -> devices.invite(number, APPROVER)).rule()).isEqualTo("clerk-only");
    }

    @Test
    void programsOfTheAuthorityInviteAndTakeBack() {
        String number = released();
        String path = "/api/v1/permits/" + number + "/devices";
        refused(403, "clerk-only", post(path, APPROVER, Map.of()));
        HttpResponse<String> invited = post(path, CLERK, Map.of());
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        assertThat(invited.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode invitation = body(invited);
        assertThat(invitation.get("link").asString()).contains("/verify/holder.html#");
        String token = invitation.get("link").asString().split("#", 2)[1];
        Phone phone = phone();
        assertThat(bind(token, invitation.get("letterNumber").asString(), phone).statusCode())
                .isEqualTo(202);
        JsonNode device = body(get(path, CLERK)).get(0);
        String revocation = "/api/v1/devices/" + device.get("id").asString() + "/revocation";
        refused(422, "fields", post(revocation, CLERK, Map.of()));
        assertThat(post(revocation, CLERK, Map.of("reason", "Lost in a train")).statusCode())
                .isEqualTo(204);
        assertThat(body(get(path, CLERK)).get(0).get("state").asString()).isEqualTo("REVOKED");
        refused(409, "not-bound", post(revocation, CLERK, Map.of("reason", "Lost again")));
    }

    private static Phone phone() {
        try {
            return Phone.made();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void otherSitesAndOtherMethodsGetNothing() {
        assertThat(send(request("/device/binding").GET()).statusCode()).isIn(401, 403, 405);
        assertThat(send(request("/device/binding")
                                .header("Content-Type", "application/json")
                                .header("Origin", "https://elsewhere.example")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request("/device/binding")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + "x".repeat(5_000) + "\"}")))
                        .statusCode())
                .isEqualTo(413);
        refused(404, "no-collection", posted("/device/collection", Map.of("collection", "x".repeat(22))));
    }

    /** Keys as a browser makes them: one pair for each purpose. */
    private record Phone(Map<Purpose, KeyPair> keys) {

        static Phone made() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            Map<Purpose, KeyPair> keys = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.values()) {
                keys.put(purpose, generator.generateKeyPair());
            }
            return new Phone(keys);
        }

        Map<String, String> body(String token, String letterNumber) {
            Map<String, String> body = new TreeMap<>(Map.of("token", token, "letterNumber", letterNumber));
            keys.forEach((purpose, pair) -> {
                ECPublicKey key = (ECPublicKey) pair.getPublic();
                byte[] point = Arrays.concatenate(
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
                String name = purpose.key().substring(0, 1).toUpperCase(Locale.ROOT)
                        + purpose.key().substring(1);
                body.put("key" + name, Base64.getUrlEncoder().withoutPadding().encodeToString(point));
            });
            return body;
        }

        private static byte[] coordinate(BigInteger number) {
            return BigIntegers.asUnsignedByteArray(32, number);
        }

        byte[] shows(Credential credential, Instant at) throws Exception {
            UnsignedLiveCode code = UnsignedLiveCode.of(credential, at, Optional.empty());
            KeyPair pair = java.util.Objects.requireNonNull(keys.get(credential.purpose()));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(code.toBeSigned());
            BigInteger order = ((ECPublicKey) pair.getPublic()).getParams().getOrder();
            return code.withSignature(RawSignatures.fromDer(order, signature.sign()))
                    .text()
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    private Map<Purpose, Credential> bound(String number, Phone phone) throws Exception {
        Invitation invitation = devices.invite(number, CLERK);
        HttpResponse<String> answer = bind(token(invitation), invitation.letterNumber(), phone);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String collection = body(answer).get("collection").asString();
        for (int i = 0; i < 600; i++) {
            HttpResponse<String> collected = posted("/device/collection", Map.of("collection", collection));
            if (collected.statusCode() == 200) {
                return credentials(body(collected).get("codes"));
            }
            assertThat(collected.statusCode()).as(collected.body()).isEqualTo(202);
            pause();
        }
        throw new AssertionError("not made within a minute");
    }

    private static Map<Purpose, Credential> credentials(JsonNode codes) throws Exception {
        Map<Purpose, Credential> all = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Credential credential =
                    CredentialDecoder.decode(codes.get(purpose.key()).asString());
            assertThat(credential.purpose()).isEqualTo(purpose);
            all.put(purpose, credential);
        }
        return all;
    }

    private List<Object> printed(String number) {
        return new ArrayList<>(database.sql("SELECT encode(cti, 'hex') FROM credential WHERE permit = ?")
                .param(number)
                .query(String.class)
                .list());
    }

    private byte[] printedCode(String number) throws Exception {
        byte[] finished = database.sql("SELECT finished FROM credential WHERE permit = ? AND purpose = 'full'")
                .param(number)
                .query(byte[].class)
                .single();
        return CredentialDecoder.decode(finished).text().getBytes(StandardCharsets.US_ASCII);
    }

    private int permitStatus(String number, String change, String reason) {
        return post("/api/v1/permits/" + number + "/" + change, APPROVER, Map.of("reason", reason))
                .statusCode();
    }

    private HttpResponse<String> bind(String token, String letterNumber, Phone phone) {
        return binding(phone.body(token, letterNumber));
    }

    private HttpResponse<String> binding(Map<String, String> body) {
        return posted("/device/binding", body);
    }

    private HttpResponse<String> posted(String path, Map<String, String> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private void refused(int status, String rule, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).get("rule").asString()).isEqualTo(rule);
    }

    private static Refusal refusal(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("not refused");
    }

    private static String token(Invitation invitation) {
        return String.valueOf(invitation.link().getFragment());
    }

    private static String spaced(String letterNumber) {
        return letterNumber.substring(0, 4) + " - " + letterNumber.substring(4) + " ";
    }

    private long count(String sql, String number) {
        return database.sql(sql).param(number).query(Long.class).single();
    }

    private void awaitPublished() {
        Instant asked = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 600; i++) {
            boolean done = database.sql("SELECT published >= wanted FROM publication_state WHERE id = 1")
                    .query(Boolean.class)
                    .single();
            if (done) {
                return;
            }
            pause();
        }
        throw new AssertionError("not published within a minute of " + asked);
    }

    private Verdict verdict(byte[] code) throws Exception {
        byte[] zip = send(request("/trust/snapshot").GET(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        Snapshot snapshot = Snapshots.open(zip, new Pin(authority.rootFingerprint()))
                .taken()
                .orElseThrow();
        return new Verifier(snapshot.trustSource(), snapshot.statusSource(), Clock.systemUTC())
                .verify(code, Asked.residence());
    }
}
