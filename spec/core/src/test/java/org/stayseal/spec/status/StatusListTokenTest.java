package org.stayseal.spec.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.signing.TestKeys;

class StatusListTokenTest {
    private static final String URI = "https://status.example/status/0";
    private static final Signer SIGNER = TestKeys.signer("secp256r1", 7);
    private static final PublicKey KEY = SIGNER.certificate().getPublicKey();
    private static final StatusListClaims CLAIMS = new StatusListClaims(
            URI,
            Instant.parse("2026-11-22T12:00:00Z"),
            Instant.parse("2026-11-25T12:00:00Z"),
            OptionalLong.of(43_200),
            StatusList.builder(2, 1 << 10)
                    .set(1, Status.REVOKED)
                    .set(2, Status.SUSPENDED)
                    .set(1023, Status.SUPERSEDED)
                    .build());

    @Test
    void aListWrittenAsCwtIsReadBackAndVerifies() throws FormatException {
        SignedStatusList read = StatusListCwt.read(StatusListCwt.write(CLAIMS, SIGNER), URI);
        assertThat(read.claims()).isEqualTo(CLAIMS);
        assertThat(read.verifies(KEY)).isTrue();
        assertThat(read.verifies(TestKeys.signer("secp256r1", 8).certificate().getPublicKey()))
                .isFalse();
    }

    @Test
    void aListWrittenAsJwtIsReadBackAndVerifies() throws FormatException {
        SignedStatusList read = StatusListJwt.read(StatusListJwt.write(CLAIMS, SIGNER), URI);
        assertThat(read.claims()).isEqualTo(CLAIMS);
        assertThat(read.verifies(KEY)).isTrue();
        assertThat(read.verifies(TestKeys.signer("secp256r1", 8).certificate().getPublicKey()))
                .isFalse();
    }

    @Test
    void aP384KeySignsBothForms() throws FormatException {
        Signer signer = TestKeys.signer("secp384r1", 9);
        PublicKey key = signer.certificate().getPublicKey();
        assertThat(StatusListCwt.read(StatusListCwt.write(CLAIMS, signer), URI).verifies(key))
                .isTrue();
        assertThat(StatusListJwt.read(StatusListJwt.write(CLAIMS, signer), URI).verifies(key))
                .isTrue();
    }

    @Test
    void aBrainpoolKeySignsNeither() {
        Signer signer = TestKeys.signer("brainpoolP256r1", 9);
        assertThatIllegalArgumentException().isThrownBy(() -> StatusListCwt.write(CLAIMS, signer));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusListJwt.write(CLAIMS, signer));
    }

    @Test
    void aListDoesNotAnswerForAnotherName() {
        refused("STATUS-30", () -> StatusListCwt.read(StatusListCwt.write(CLAIMS, SIGNER), URI + "/"));
        refused("STATUS-30", () -> StatusListJwt.read(StatusListJwt.write(CLAIMS, SIGNER), URI + "/"));
    }

    @Tag("thousands")
    @Test
    void noSingleBitFlippedInACwtIsReadAndVerifies() {
        byte[] token = StatusListCwt.write(CLAIMS, SIGNER);
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] flipped = token.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifies(flipped)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void theCwtOfTheDraftIsReadAsTheDraftSays() throws IOException, FormatException {
        String hex = Files.readString(Conformance.path("status-list/status_list_cwt.txt"))
                .replaceAll("\\s", "");
        SignedStatusList read = StatusListCwt.read(Hex.decode(hex, "X-1"), "https://example.com/statuslists/1");
        assertThat(read.list().size()).isEqualTo(16);
        assertThat(read.list().get(5)).hasValue(1);
        assertThat(read.claims().issued()).isEqualTo(Instant.ofEpochSecond(1_686_920_170));
        assertThat(read.claims().expires()).isEqualTo(Instant.ofEpochSecond(2_291_720_170L));
        assertThat(read.claims().ttl()).hasValue(43_200);
    }

    @Test
    void theJwtOfTheDraftIsReadAsTheDraftSays() throws IOException, FormatException {
        String token = Files.readString(Conformance.path("status-list/status_list_jwt_raw.txt"))
                .replaceAll("\\s", "");
        SignedStatusList read = StatusListJwt.read(token, "https://example.com/statuslists/1");
        assertThat(read.list().size()).isEqualTo(16);
        assertThat(read.list().get(5)).hasValue(1);
        assertThat(read.claims().ttl()).hasValue(43_200);
    }

    @Test
    void eachFaultInACwtIsRefusedByItsRule() {
        refused("STATUS-5", () -> StatusListCwt.read(new byte[StatusListCwt.MAX_BYTES + 1], URI));
        refused("STATUS-10", () -> StatusListCwt.read(new byte[] {(byte) 0xD3}, URI));
        refusedCwt("STATUS-11", header(1, -7, 16, StatusListCwt.TYPE, 2, "crit"), payload());
        refusedCwt("STATUS-11", header(1, -7), payload());
        refusedCwt("STATUS-11", header(1, -7, 16, StatusListCwt.TYPE, 4, "kid"), payload());
        refusedCwt("STATUS-12", header(1, -7, 16, "statuslist+cwt"), payload());
        refusedCwt("STATUS-12", header(1, true, 16, StatusListCwt.TYPE), payload());
        refusedCwt("STATUS-13", header(), CBORObject.NewArray());
        refusedCwt("STATUS-13", header(), payload(map -> map.Remove(CBORObject.FromObject(4))));
        refusedCwt("STATUS-13", header(), payload(map -> map.Set(6, "now")));
        refusedCwt("STATUS-13", header(), payload(map -> map.Set(6, -1)));
        refusedCwt("STATUS-13", header(), payload(map -> map.Set(65534, 0)));
        refusedCwt(
                "STATUS-13",
                header(),
                payload(map -> map.get(CBORObject.FromObject(65533)).Set("bits", 3)));
        refusedCwt("STATUS-13", header(), payload(map -> map.Set(65533, 1)));
        refusedCwt(
                "STATUS-3",
                header(),
                payload(map -> map.get(CBORObject.FromObject(65533)).Set("lst", new byte[3])));
        refusedCwt("STATUS-30", header(), payload(map -> map.Set(2, "https://status.example/status/1")));
        refusedCwt("STATUS-31", header(), payload(map -> map.Set(4, 1_000)));
    }

    @Test
    void anUnknownAlgorithmIsUnsupportedAndNotWrong() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> StatusListCwt.read(cwt(header(1, -48, 16, StatusListCwt.TYPE), payload()), URI))
                .matches(e -> e.kind() == FormatException.Kind.UNSUPPORTED);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> StatusListJwt.read(jwt("{\"alg\":\"none\",\"typ\":\"statuslist+jwt\"}", "{}"), URI))
                .matches(e -> e.kind() == FormatException.Kind.UNSUPPORTED);
    }

    @Test
    void unknownClaimsOfACwtAreIgnored() throws FormatException {
        SignedStatusList read =
                StatusListCwt.read(cwt(header(), payload(map -> map.Set(1, "https://status.example"))), URI);
        assertThat(read.list().get(0)).hasValue(0);
    }

    @Test
    void aClaimTwiceIsRefusedThoughKeysNeedNoOrder() {
        byte[] twice = hex("a2 02 61 61 02 61 62");
        byte[] token = CoseSign1.write(header().EncodeToBytes(), twice, new byte[64]);
        refused("STATUS-10", () -> StatusListCwt.read(token, URI));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STATUS-21|{'alg':'ES256','typ':'JWT'}",
                "STATUS-21|{'alg':'ES256','typ':'statuslist+jwt','crit':['x']}",
                "STATUS-21|{'alg':'ES256','typ':'statuslist+jwt','kid':7}",
                "STATUS-20|{'alg':'ES256','alg':'ES256','typ':'statuslist+jwt'}",
                "STATUS-20|['alg']",
                "STATUS-20|{'alg':'ES256','typ':'statuslist+jwt'} x"
            })
    void eachFaultInTheHeaderOfAJwtIsRefusedByItsRule(String rule, String header) {
        refused(rule, () -> StatusListJwt.read(jwt(header.replace('\'', '"'), "{}"), URI));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.b.c.d", "e30=.e30.e30", "e31.e30.e30"})
    void whatIsNoCompactJwsIsRefused(String token) {
        refused("STATUS-20", () -> StatusListJwt.read(token, URI));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STATUS-22|{'sub':'U','iat':1,'exp':2}",
                "STATUS-22|{'sub':'U','iat':1,'exp':2,'status_list':{'bits':3,'lst':'L'}}",
                "STATUS-22|{'sub':'U','iat':1,'exp':2,'status_list':{'bits':2,'lst':'L='}}",
                "STATUS-22|{'sub':'U','iat':1.0,'exp':2,'status_list':{'bits':2,'lst':'L'}}",
                "STATUS-22|{'sub':'U','iat':1,'exp':'2','status_list':{'bits':2,'lst':'L'}}",
                "STATUS-22|{'sub':'U','iat':1,'exp':2,'ttl':0,'status_list':{'bits':2,'lst':'L'}}",
                "STATUS-3|{'sub':'U','iat':1,'exp':2,'status_list':{'bits':2,'lst':'AAAA'}}",
                "STATUS-30|{'sub':'x','iat':1,'exp':2,'status_list':{'bits':2,'lst':'L'}}",
                "STATUS-31|{'sub':'U','iat':2,'exp':2,'status_list':{'bits':2,'lst':'L'}}"
            })
    void eachFaultInThePayloadOfAJwtIsRefusedByItsRule(String rule, String payload) {
        String lst = Base64.getUrlEncoder().withoutPadding().encodeToString(BoundedInflate.deflate(new byte[4]));
        String json = payload.replace('\'', '"').replace("\"L", "\"" + lst).replace("\"U\"", "\"" + URI + "\"");
        refused(rule, () -> StatusListJwt.read(jwt("{\"alg\":\"ES256\",\"typ\":\"statuslist+jwt\"}", json), URI));
    }

    private static boolean verifies(byte[] token) {
        try {
            return StatusListCwt.read(token, URI).verifies(KEY);
        } catch (FormatException e) {
            return false;
        }
    }

    private interface Reading {
        SignedStatusList read() throws FormatException;
    }

    private static void refused(String rule, Reading reading) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(reading::read)
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FormatException.Kind.WRONG_FORMAT));
    }

    private static void refusedCwt(String rule, CBORObject header, CBORObject payload) {
        refused(rule, () -> StatusListCwt.read(cwt(header, payload), URI));
    }

    private static byte[] cwt(CBORObject header, CBORObject payload) {
        return CoseSign1.write(header.EncodeToBytes(), payload.EncodeToBytes(), new byte[64]);
    }

    private static String jwt(String header, String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(new byte[64]);
    }

    private static CBORObject header(Object... pairs) {
        Object[] entries = pairs.length == 0 ? new Object[] {1, -7, 16, StatusListCwt.TYPE} : pairs;
        CBORObject map = CBORObject.NewOrderedMap();
        for (int i = 0; i < entries.length; i += 2) {
            map.Set(entries[i], entries[i + 1]);
        }
        return map;
    }

    private static CBORObject payload() {
        return payload(map -> {});
    }

    private static CBORObject payload(Consumer<CBORObject> fault) {
        CBORObject list = CBORObject.NewMap().Set("bits", 2).Set("lst", BoundedInflate.deflate(new byte[4]));
        CBORObject map = CBORObject.NewMap();
        Map.of(2, URI, 6, 1_700_000_000, 4, 1_800_000_000).forEach(map::Set);
        map.Set(65533, list);
        fault.accept(map);
        return map;
    }

    private static byte[] hex(String digits) {
        try {
            return Hex.decode(digits.replace(" ", ""), "X-1");
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }
}
