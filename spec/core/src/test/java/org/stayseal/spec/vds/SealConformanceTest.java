package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
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
        Profiles.standard().read(seal);
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
