package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stayseal.spec.vds.SealSamples.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stayseal.spec.registry.RegistryFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An authority's own file of profiles (VDS-27, VDS-28). The page's tests read the same cases. */
class ProfileFilesTest {

    private static final JsonNode CASES = cases();

    @Test
    void aFileAddsItsTypesAndChangesNone() throws Exception {
        Profiles more = withBoth();
        assertThat(more.all()).hasSize(Profiles.standard().all().size() + 2);
        assertThat(more.all()).containsAll(Profiles.standard().all());
        assertThat(Profiles.standard().byId("uto-frontier-worker-card")).isEmpty();
        assertThat(more.find("UTO", 0xA0, 0x02).map(Profile::grants)).contains(Grants.RESIDENCE);
    }

    @TestFactory
    Stream<DynamicTest> whatAFileMustNotHaveIsRefusedAndNamed() {
        return CASES.required("bad")
                .valueStream()
                .map(row -> DynamicTest.dynamicTest(
                        row.required("fault").stringValue(),
                        () -> assertThatExceptionOfType(ProfileFileException.class)
                                .isThrownBy(() -> Profiles.standard().with(text(row.required("file")), "utopia.json"))
                                .withMessageStartingWith("utopia.json, line 1: ")
                                .withMessageContaining(row.required("says").stringValue())));
    }

    @Test
    void anAuthoritySaysWhatAnAdministrativeDocumentOfItsOwnProfileGrants() throws Exception {
        ObjectNode file = (ObjectNode) CASES.required("beside").deepCopy();
        ((ObjectNode) file.required("profiles").get(0)).put("grants", "residence");
        Profiles own = Profiles.standard().with(text(file), "germany.json");
        assertThat(own.byId("de-example-notice").orElseThrow().grants()).isEqualTo(Grants.RESIDENCE);
        assertThat(own.find("D", 0x01, 0xC9).map(Profile::grants)).contains(Grants.NONE);
    }

    @Test
    void aFaultIsSaidWithItsLine() {
        String file = """
                {
                  "version": 1, "country": "UTO",
                  "profiles": [
                    {
                      "id": "uto-x", "country": "UTO", "reference": "A0", "category": "02", "name": "X", "source": "none",
                      "versions": [4], "closed": true, "grants": "stay",
                      "features": [
                        { "tag": "01", "name": "number", "coding": "c40", "characters": [1, 9], "bytes": [2, 6], "mandatory": true },
                        { "tag": "02", "name": "note", "coding": "utf-8", "bytes": [1, 20], "mandatory": true }
                      ]
                    }
                  ]
                }
                """;
        refusedOnLine(file, 9, "profiles[0].features[1].coding is none of c40, mrz, utf8");
        refusedOnLine(file.replace("utf-8", "uint"), 9, "profiles[0].features[1] is impossible");
        refusedOnLine(
                file.replace("utf-8", "utf8")
                        .replace("A0", "FB")
                        .replace("\"02\", \"name\": \"X\"", "\"06\", \"name\": \"X\""),
                4,
                "uto-residence-permit");
        refusedOnLine(file.replace("\"stay\",", "\"stay\""), 7, "not well-formed JSON");
        refusedOnLine(file.replace("\"closed\": true", "\"id\": \"a\""), 6, "not well-formed JSON");
        refusedOnLine(file + "{}", 14, "something follows");
        refusedOnLine("", 1, "empty");
    }

    @Test
    void aSealOfAnOwnTypeIsDecodedByNameOnlyWithTheFile() throws Exception {
        Profiles more = withBoth();
        Seal seal = SealDecoder.decode(bytes(
                "DC03 6ABC 6D32C8A72739 0F7134 0F7134 01C9 0010 AABBCCDD11223344AABBCCDD11223344 0301 41 0401 42 0208"
                        + "3230323731323331 0A0A 4D75737465726D616E6E FF02 0102"));
        SealContent content = more.read(seal).orElseThrow();
        assertThat(content.profile().id()).isEqualTo("de-example-notice");
        assertThat(content.value("surname")).contains("Mustermann");
        assertThat(content.lastDay().orElseThrow()).isEqualTo("2027-12-31");
        assertThat(content.unknown()).isEmpty();
        SealContent without = Profiles.standard().read(seal).orElseThrow();
        assertThat(without.profile().id()).isEqualTo("de-administrative-document-0.9");
        assertThat(without.unknown()).extracting(SealFeature::tagHex).containsExactly("0A");
    }

    @Test
    void theEncoderWritesAnOwnTypeInVersions3And4() throws Exception {
        Profiles more = Profiles.standard().with(text(CASES.required("good")), "utopia.json");
        Map<String, String> values = Map.of(
                "mrz",
                String.join("\n", SealSamples.mrz("AF").lines()),
                "employer",
                "Hafen Süd",
                "cardNumber",
                "C1",
                "crossingPeriod",
                "2026-01-01/..");
        SealRequest request = new SealRequest(
                more.byId("uto-frontier-worker-card").orElseThrow(),
                "UTO",
                SealSamples.ISSUED,
                SealSamples.SIGNED,
                values);
        for (int version : new int[] {3, 4}) {
            Seal seal = SealEncoder.prepare(request.inVersion(version), SealSamples.SIGNER.certificate())
                    .sign(SealSamples.SIGNER);
            assertThat(seal.header().version()).isEqualTo(version);
            assertThat(more.read(SealDecoder.decode(seal.received()))
                            .orElseThrow()
                            .values())
                    .isEqualTo(values);
        }
    }

    @Test
    void theFilesBeforeAreKnownToTheNext() throws ProfileFileException {
        Profiles more = Profiles.standard().with(text(CASES.required("good")), "own.json");
        assertThatExceptionOfType(ProfileFileException.class)
                .isThrownBy(() -> more.with(text(CASES.required("good")), "twice.json"))
                .withMessageContaining("twice.json");
    }

    @Test
    void theRegistryIsOfTheFormThatFilesHave() throws LocatedJson.Fault {
        assertThat(ProfileFile.read(RegistryFile.bytes("profiles.json")))
                .extracting(ProfileFile.Row::profile)
                .isEqualTo(Profiles.standard().all());
    }

    private static void refusedOnLine(String file, int line, String message) {
        assertThatExceptionOfType(ProfileFileException.class)
                .isThrownBy(() -> Profiles.standard().with(file.getBytes(StandardCharsets.UTF_8), "x.json"))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.line()).as(e.getMessage()).isEqualTo(line));
    }

    private static Profiles withBoth() throws ProfileFileException {
        return Profiles.standard()
                .with(text(CASES.required("good")), "utopia.json")
                .with(text(CASES.required("beside")), "germany.json");
    }

    private static byte[] text(JsonNode file) {
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode cases() {
        try (InputStream in = ProfileFilesTest.class.getResourceAsStream("profile-files.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
