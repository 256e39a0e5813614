package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.Crypto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seals made by others: every row of {@code vds/seals.json} as its {@code expect} says. */
class SealConformanceTest {

    /** Deviations that the rows' notes tell of; all others follow the rules. */
    private static final Map<String, Set<Deviation>> DEVIATIONS = Map.of(
            "vdst_ankunftsnwPapier2", Set.of(Deviation.SHORT_COUNTRY, Deviation.FIXED_REFERENCE),
            "vdst_meldebescheinigung", Set.of(Deviation.DECIMAL_LENGTH),
            "vdst_administrativeDocumentV9Basic", Set.of(Deviation.DECIMAL_LENGTH, Deviation.NO_SIGNATURE),
            "kurz_visa_icao", Set.of(Deviation.FIXED_REFERENCE),
            "kurz_general_purpose", Set.of(Deviation.VENDOR_VERSION));

    private static final Map<String, String> PROFILES = Map.ofEntries(
            Map.entry("bsiC_arrival", "de-arrival-attestation"),
            Map.entry("bsiD_sic", "de-social-insurance-card"),
            Map.entry("bsiE_residencepermit", "de-residence-permit"),
            Map.entry("bsiF_visa", "icao-visa"),
            Map.entry("bsiG_addrid", "de-address-sticker-identity-card"),
            Map.entry("bsiH_residencesticker", "de-residence-sticker-passport"),
            Map.entry("icao9303_8_etd", "icao-emergency-travel-document"),
            Map.entry("vdst_residentPermit", "uto-residence-permit"),
            Map.entry("vdst_supplementSheet", "uto-supplementary-sheet"),
            Map.entry("vdst_permanentResidencePermit", "de-permanent-residence"),
            Map.entry("vdst_arrivalAttestationV02", "uto-arrival-attestation"),
            Map.entry("vdst_ankunftsnwPapier2", "de-arrival-attestation"),
            Map.entry("vdst_meldebescheinigung", "de-registration-certificate"),
            Map.entry("vdst_administrativeDocumentV9Basic", "de-administrative-document-0.9"),
            Map.entry("kurz_visa_icao", "icao-visa"),
            Map.entry("kurz_general_purpose", "uto-general-purpose"));

    /** Fields of a TR-03171 profile that no table here names; everything else has a name. */
    private static final Map<String, List<String>> UNNAMED =
            Map.of("vdst_administrativeDocumentV9Basic", List.of("0A"));

    /** The row names dets32, but its seal's header names UTTS 5B, whose certificate verifies it; dets32 is not even of the signature's length. */
    private static final Map<String, String> SIGNERS = Map.of("vdst_permanentResidencePermit", "../certs/utts5b.der");

    @TestFactory
    Stream<DynamicTest> everyRowIsAsItSays() throws Exception {
        Path file = Conformance.path("vds/seals.json");
        return rows(file).map(row -> DynamicTest.dynamicTest(row.get("name").asString(), () -> check(file, row)));
    }

    private static void check(Path file, JsonNode row) throws Exception {
        String name = row.get("name").asString();
        byte[] bytes = Hex.decode(row.get("hex").asString(), "X-1");
        Set<Deviation> expected = DEVIATIONS.getOrDefault(name, Set.of());
        Seal seal = SealDecoder.decodeTolerant(bytes);
        assertThat(seal.deviations()).isEqualTo(expected);
        assertThat(seal.received()).isEqualTo(bytes);
        if (expected.isEmpty()) {
            assertThat(SealDecoder.decode(bytes)).isEqualTo(seal);
        }
        assertThat(Profiles.standard().read(seal).map(c -> c.profile().id())).contains(PROFILES.get(name));
        switch (row.get("expect").asString()) {
            case "signature-valid" ->
                assertThat(seal.verifies(certificate(file, row).getPublicKey())).isTrue();
            case "parses", "parses-with-deviation" ->
                assertThat(seal.deviations()).isNotEmpty();
            case "unknown-certificate" ->
                assertThat(seal.header().signer() + seal.header().reference()).isEqualTo("DETS0004F");
            default -> fail("an expectation that this test does not know");
        }
    }

    @Test
    void onlyFieldsOfAnUnlistedAdministrativeProfileHaveNoName() throws Exception {
        for (JsonNode row : rows(Conformance.path("vds/seals.json")).toList()) {
            String name = row.get("name").asString();
            Seal seal = SealDecoder.decodeTolerant(Hex.decode(row.get("hex").asString(), "X-1"));
            assertThat(Profiles.standard().read(seal).orElseThrow().unknown())
                    .extracting(SealFeature::tagHex)
                    .as(name)
                    .isEqualTo(UNNAMED.getOrDefault(name, List.of()));
        }
    }

    @Test
    void anAdministrativeDocumentIsReadByTheProfileThatItsUuidNames() throws Exception {
        assertThat(tolerant("vdst_meldebescheinigung").values())
                .containsEntry("profileUuid", "9a422340-6d37-4ef9-9e2c-f95e31a23846")
                .containsEntry("surname", "Mustermann")
                .containsEntry("academicDegree", "Dr.")
                .containsEntry("commonGivenName", "")
                .containsEntry("city", "Berlin")
                .containsEntry("movingDate", "2025-04-14")
                .containsEntry("housingStatus", "0")
                .containsEntry("notificationDate", "2025-05-04");
        assertThat(tolerant("vdst_administrativeDocumentV9Basic").values())
                .containsEntry("profileUuid", "aabbccdd-1122-3344-aabb-ccdd11223344")
                .containsEntry("profileUri", "example.com/profiles")
                .containsEntry("certificateUri", "example.com/certs");
        assertThat(tolerant("vdst_permanentResidencePermit").values().keySet())
                .containsExactly("documentNumber", "passportNumber");
        assertThat(tolerant("kurz_general_purpose").values())
                .containsEntry("heading1", "Header One")
                .containsEntry("value1", "Value One");
    }

    private static SealContent tolerant(String name) throws Exception {
        JsonNode row = rows(Conformance.path("vds/seals.json"))
                .filter(r -> r.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
        return Profiles.standard()
                .read(SealDecoder.decodeTolerant(Hex.decode(row.get("hex").asString(), "X-1")))
                .orElseThrow();
    }

    @Test
    void theSignersOfTheAnnexesAreTheOnesTheHeadersName() throws Exception {
        Path file = Conformance.path("vds/seals.json");
        for (JsonNode row : rows(file)
                .filter(r -> r.get("name").asString().startsWith("bsi"))
                .toList()) {
            assertThat(seal(row).names(certificate(file, row))).isTrue();
        }
    }

    @Test
    void theContentOfTheAnnexesIsTheOnePrintedInThem() throws Exception {
        SealContent arrival = content("bsiC_arrival");
        assertThat(arrival.value("azrNumber")).contains("160113000085");
        assertThat(arrival.lastDay().orElseThrow()).isEqualTo("2016-04-12");
        assertThat(content("bsiD_sic").values())
                .isEqualTo(Map.of(
                        "insuranceNumber",
                        "65170839J003",
                        "surname",
                        "Perschweiß",
                        "givenNames",
                        "Oscar",
                        "birthName",
                        "Jâcobénidicturius"));
        SealContent permit = content("bsiE_residencepermit");
        assertThat(permit.value("mrz"))
                .contains("ATD<<RESIDORCE<<ROLAND<<<<<<<<<<<<<<\n6525845096USA7008038M2201018<<<<<<06");
        assertThat(permit.value("passportNumber")).contains("UFO001979");
        assertThat(permit.lastDay().orElseThrow()).isEqualTo("2022-01-01");
        assertThat(permit.mrz().orElseThrow().surname()).isEqualTo("RESIDORCE");
        SealContent visa = content("bsiF_visa");
        assertThat(visa.value("durationOfStay")).contains("P160D");
        assertThat(visa.lastDay().orElseThrow()).isEqualTo("2020-05-25");
        assertThat(content("bsiG_addrid").value("address")).contains("53123MUSTERMANNSTRASSE21");
        assertThat(content("bsiG_addrid").value("municipalityCode")).contains("05314000");
        assertThat(content("bsiH_residencesticker").value("postalCode")).contains("21614");
        assertThat(content("vdst_residentPermit").profile().id()).isEqualTo("uto-residence-permit");
        assertThat(content("icao9303_8_etd").mrz().orElseThrow().faults()).isEmpty();
    }

    @Test
    void noAnnexSealWithAFlippedBitEverVerifies() throws Exception {
        Path file = Conformance.path("vds/seals.json");
        for (JsonNode row : rows(file)
                .filter(r -> r.get("name").asString().startsWith("bsi"))
                .toList()) {
            X509Certificate certificate = certificate(file, row);
            byte[] whole = Hex.decode(row.get("hex").asString(), "X-1");
            // Every bit of one seal, every seventh of the others: brainpool takes its time.
            int step = row.get("name").asString().equals("bsiE_residencepermit") ? 1 : 7;
            for (int bit = 0; bit < whole.length * 8; bit += step) {
                byte[] flipped = whole.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                try {
                    assertThat(SealDecoder.decode(flipped).verifies(certificate.getPublicKey()))
                            .as(row.get("name").asString() + " bit " + bit)
                            .isFalse();
                } catch (FormatException refused) {
                    assertThat(refused.rule()).startsWith("VDS-");
                }
            }
        }
    }

    private static SealContent content(String name) throws Exception {
        JsonNode row = rows(Conformance.path("vds/seals.json"))
                .filter(r -> r.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
        return Profiles.standard().read(seal(row)).orElseThrow();
    }

    private static Seal seal(JsonNode row) throws FormatException {
        return SealDecoder.decode(Hex.decode(row.get("hex").asString(), "X-1"));
    }

    private static X509Certificate certificate(Path file, JsonNode row) throws Exception {
        String signer = SIGNERS.getOrDefault(
                row.get("name").asString(), row.get("signerCertificate").asString());
        return Crypto.certificate(Files.readAllBytes(file.resolveSibling(signer)));
    }

    private static Stream<JsonNode> rows(Path file) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(file)).valueStream();
    }
}
