package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** What an encoder must not write (VDS-3, 5, 15, 19, 26, 29), each refused before a key is asked. */
class EncoderRefusalsTest {

    private static final Map<String, String> STICKER =
            Map.of("documentNumber", "T22000129", "municipalityCode", "05314000", "address", "53123MUSTERMANNSTR");
    private static final Map<String, String> ARRIVAL =
            Map.of("mrz", String.join("\n", SealSamples.mrz("AX").lines()), "azrNumber", "160113000085");
    private static final Map<String, String> CARD =
            Map.of("insuranceNumber", "65170839J003", "surname", "Weiß", "givenNames", "Oscar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de-permanent-residence",
                "de-provisional-residence",
                "de-aliens-law-document",
                "de-administrative-document-0.8",
                "de-administrative-document-0.9",
                "uto-general-purpose"
            })
    void aTypeThatIsForReadingOnly(String id) {
        assertThat(profile(id).writable()).isFalse();
        refused(request(id, Map.of()), "VDS-19", "for reading only");
    }

    @Test
    void aMissingFeature() {
        refused(request("de-social-insurance-card", without(CARD, "surname")), "VDS-19", "surname is missing");
    }

    @Test
    void aFeatureThatTheTypeDoesNotHave() {
        refused(request("de-social-insurance-card", with(CARD, "nickname", "Ossi")), "VDS-19", "nickname");
    }

    @ParameterizedTest
    @CsvSource({
        "insuranceNumber, 65170839J00, characters",
        "insuranceNumber, 65170839J0033, bytes",
        "insuranceNumber, 65170839j003, upper-case",
        "insuranceNumber, 65170839-003, upper-case",
        "insuranceNumber, ' 5170839J003', upper-case",
        "surname, '', bytes",
        "surname, 'We\u0007i', control character"
    })
    void aValueOfAnotherLengthOrCharacterSet(String name, String value, String message) {
        refused(request("de-social-insurance-card", with(CARD, name, value)), name, message);
    }

    @Test
    void aTextOfMoreBytesThanItsFeatureHolds() {
        refused(request("de-social-insurance-card", with(CARD, "surname", "ß".repeat(46))), "surname", "92 bytes");
    }

    @Test
    void aTextThatIsNotWellFormed() {
        refused(request("de-social-insurance-card", with(CARD, "surname", "A\uD800")), "surname", "read back");
    }

    @Test
    void aZoneWithAWrongCheckDigit() {
        String good = ARRIVAL.get("mrz");
        refused(
                request("uto-arrival-attestation", with(ARRIVAL, "mrz", good.replace("RP1234567", "RP1234568"))),
                "mrz",
                "wrong check digits");
    }

    @Test
    void aDocumentCodeThatIsNotTheTypes() {
        String zone = String.join("\n", SealSamples.mrz("AR").lines());
        refused(request("icao-emergency-travel-document", Map.of("mrz", zone)), "VDS-19", "[PU]");
        String laissezPasser = String.join("\n", SealSamples.mrz("PU").lines());
        assertThat(SealEncoder.prepare(
                                request("icao-emergency-travel-document", Map.of("mrz", laissezPasser)),
                                SealSamples.SIGNER.certificate())
                        .toBeSigned())
                .isNotEmpty();
    }

    @Test
    void twoOfAGroupAndNoneOfIt() throws Exception {
        Profiles own = Profiles.standard().with("""
                        { "version": 1, "country": "UTO", "profiles": [ { "id": "uto-x", "country": "UTO", "reference": "A0", "category": "02", "name": "X",
                          "source": "none", "versions": [4], "closed": true, "grants": "none", "oneOf": [["01", "02"]], "features": [
                          { "tag": "01", "name": "day", "coding": "day", "bytes": [8, 8], "mandatory": false },
                          { "tag": "02", "name": "number", "coding": "uint", "bytes": [1, 1], "mandatory": false } ] } ] }
                        """.getBytes(StandardCharsets.UTF_8), "x.json");
        Profile profile = own.byId("uto-x").orElseThrow();
        refused(request(profile, Map.of()), "VDS-19", "exactly one");
        refused(request(profile, Map.of("day", "2026-01-01", "number", "1")), "VDS-19", "exactly one");
        refused(request(profile, Map.of("number", "256")), "number", "does not fit");
        refused(request(profile, Map.of("number", "01")), "number", "whole number");
        refused(request(profile, Map.of("day", "2026-02-29")), "day", "is a day");
        refused(request(profile, Map.of("day", "1899-12-31")), "day", "1900");
        assertThat(SealEncoder.prepare(request(profile, Map.of("number", "255")), SealSamples.SIGNER.certificate()))
                .isNotNull();
    }

    @Test
    void anAdministrativeDocumentOfAnotherUuidThanItsProfiles() {
        Map<String, String> values = new HashMap<>(Map.of(
                "profileUuid",
                "9a422340-6d37-4ef9-9e2c-f95e31a23846",
                "surname",
                "Mustermann",
                "givenNames",
                "Erika",
                "street",
                "Hafen",
                "houseNumber",
                "1",
                "postalCode",
                "10969",
                "city",
                "Berlin",
                "movingDate",
                "2025-04-14",
                "housingStatus",
                "0",
                "notificationDate",
                "2025-05-04"));
        SoftwareSigner german = german("secp256r1");
        assertThat(SealEncoder.prepare(request("de-registration-certificate", values), german.certificate()))
                .isNotNull();
        values.put("profileUuid", "9a422340-6d37-4ef9-9e2c-f95e31a23847");
        refused(request("de-registration-certificate", values), german, "VDS-29", "uuid");
    }

    @Test
    void aSealThatItsDocumentHasNoRoomFor() {
        SealRequest sticker = request("de-address-sticker-identity-card", STICKER);
        refused(sticker, german("secp256r1"), "VDS-26", "114 bytes", "room for 112");
        SealRequest shorter = request("de-address-sticker-identity-card", with(STICKER, "address", "53123MUSTERMANN"));
        assertThat(SealEncoder.prepare(shorter, german("secp256r1").certificate())
                        .toBeSigned())
                .hasSize(112 - 66);
        refused(shorter, german("brainpoolP384r1"), "VDS-26", "144 bytes");
    }

    @Test
    void aSealThatNoDataMatrixHolds() throws Exception {
        Profiles own = Profiles.standard().with("""
                        { "version": 1, "country": "UTO", "profiles": [ { "id": "uto-x", "country": "UTO", "reference": "A0", "category": "02", "name": "X",
                          "source": "none", "versions": [4], "closed": true, "grants": "none", "features": [
                          { "tag": "01", "name": "note", "coding": "utf8", "bytes": [0, 65535], "mandatory": true } ] } ] }
                        """.getBytes(StandardCharsets.UTF_8), "x.json");
        Profile profile = own.byId("uto-x").orElseThrow();
        int room = 1555 - 18 - 4 - 66;
        SealRequest fits = request(profile, Map.of("note", "a".repeat(room)));
        Seal seal = SealEncoder.prepare(fits, SealSamples.SIGNER.certificate()).sign(SealSamples.SIGNER);
        assertThat(seal.received()).hasSize(1555);
        refused(request(profile, Map.of("note", "a".repeat(room + 1))), "VDS-26", "1556 bytes", "room for 1555");
    }

    @Test
    void aVersionThatTheTypeDoesNotComeIn() {
        refused(SealSamples.request().inVersion(3), "VDS-3", "version 3");
        refused(SealSamples.request().inVersion(5), "VDS-3", "version 5");
    }

    @Test
    void aSerialNumberThatVersion3HasNoRoomFor() {
        SoftwareSigner five = TestKeys.signer("secp256r1", 0xABCDEL);
        SealRequest arrival = request("uto-arrival-attestation", ARRIVAL).inVersion(3);
        Seal seal = SealEncoder.prepare(arrival, five.certificate()).sign(five);
        assertThat(seal.header().reference()).isEqualTo("ABCDE");
        refused(arrival, TestKeys.signer("secp256r1", 0xABCDEFL), "VDS-5", "five digits");
    }

    @Test
    void aReferenceOfVersion3IsFilledWithZerosAndNamesTheSameCertificate() throws Exception {
        Seal seal = SealEncoder.prepare(
                        request("uto-arrival-attestation", ARRIVAL).inVersion(3), SealSamples.SIGNER.certificate())
                .sign(SealSamples.SIGNER);
        assertThat(seal.header().version()).isEqualTo(3);
        assertThat(seal.header().reference()).isEqualTo("0002C");
        assertThat(SealDecoder.decode(seal.received()).names(SealSamples.SIGNER.certificate()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp224r1", "brainpoolP224r1"})
    void aCurveOf224BitsWhichIsForReadingOnly(String curve) {
        var keys = TestKeys.of(curve, BigInteger.valueOf(20_261_124));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealEncoder.prepare(SealSamples.request(), TestKeys.certificate(keys, 0x2C)))
                .withMessageContaining("VDS-15");
    }

    private static SoftwareSigner german(String curve) {
        var keys = TestKeys.of(curve, BigInteger.valueOf(20_261_123));
        return SoftwareSigner.deterministic(keys.getPrivate(), TestKeys.certificate(keys, 0x27, "C=DE,CN=TS"));
    }

    private static Profile profile(String id) {
        return Profiles.standard().byId(id).orElseThrow();
    }

    private static SealRequest request(String id, Map<String, String> values) {
        return request(profile(id), values);
    }

    private static SealRequest request(Profile profile, Map<String, String> values) {
        return new SealRequest(
                profile,
                profile.country().equals(Profile.ANY) ? "UTO" : profile.country(),
                SealSamples.ISSUED,
                SealSamples.SIGNED,
                values);
    }

    private static void refused(SealRequest request, String... words) {
        boolean german = request.country().equals("D");
        refused(request, german ? german("secp256r1") : SealSamples.SIGNER, words);
    }

    private static void refused(SealRequest request, SoftwareSigner signer, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealEncoder.prepare(request, signer.certificate()))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> values, String name) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove(name);
        return changed;
    }
}
