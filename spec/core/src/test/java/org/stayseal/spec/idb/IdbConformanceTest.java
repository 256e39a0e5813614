package org.stayseal.spec.idb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes made by others: every row of {@code idb/barcodes.json} parses, those with a certificate verify. */
class IdbConformanceTest {

    @TestFactory
    Stream<DynamicTest> everyRowParsesAndThoseWithACertificateVerify() throws Exception {
        List<JsonNode> rows = rows();
        assertThat(rows).hasSize(7);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        "row " + i + ", " + rows.get(i).get("note").asString(), () -> check(rows.get(i))));
    }

    private static void check(JsonNode row) throws Exception {
        Idb idb = idb(row);
        assertThat(idb.deviations()).isEmpty();
        assertThat(idb.header().country()).isEqualTo("D");
        assertThat(IdbText.write(idb.content(), idb.signed(), false).substring(5))
                .as("each content has one text")
                .isEqualTo(
                        idb.compressed()
                                ? IdbText.write(idb.content(), false, false).substring(5)
                                : idb.text().substring(5));
        if (!row.get("signerCertificate").isNull()) {
            X509Certificate certificate = certificate(row);
            assertThat(idb.names(certificate)).isTrue();
            assertThat(idb.verifies(certificate.getPublicKey())).isTrue();
        }
    }

    @Test
    void theContentIsTheOneThatTheyWereMadeOf() throws Exception {
        assertThat(content(0).document().orElseThrow().id()).isEqualTo("proof-of-recovery");
        assertThat(content(1).values()).containsOnlyKeys("proofOfVaccination");
        assertThat(idb(rows().get(1)).header().signed().orElseThrow()).isEqualTo("2024-10-18");
        assertThat(idb(rows().get(6)).content()).isEqualTo(idb(rows().get(0)).content());

        IdbContent sheet = content(3);
        assertThat(sheet.type()).isEqualTo("IDB-86-12");
        assertThat(sheet.value("documentReference")).contains("5W1ETCGE2");
        assertThat(sheet.value("documentNumber")).contains("ABCDEFGHI");
        assertThat(sheet.mrz().orElseThrow().surname()).isEqualTo("BORIC");
        assertThat(sheet.mrz().orElseThrow().givenNames()).contains("BRYAN");
        assertThat(sheet.lastDay().orElseThrow()).isEqualTo("2029-08-25");

        IdbContent arrival = content(4);
        assertThat(arrival.document().orElseThrow().id()).isEqualTo("arrival-attestation");
        assertThat(arrival.value("azrNumber")).contains("ABC123456DEF");
        assertThat(arrival.mrz().orElseThrow().surname()).isEqualTo("MANNSENS");
        assertThat(arrival.face().orElseThrow()).hasSize(996);

        IdbContent worker = content(5);
        assertThat(worker.document().orElseThrow().id()).isEqualTo("frontier-worker-permit");
        assertThat(worker.mrz().orElseThrow().documentCode()).isEqualTo("AG");
        assertThat(worker.lastDay().orElseThrow()).isEqualTo("2022-01-01");
        assertThat(worker.face().orElseThrow()).isEqualTo(arrival.face().orElseThrow());
    }

    @Test
    void theCertificateOfPermanentResidenceWithoutItsNumberIsReadByTheTolerantReadingOnly() throws Exception {
        Idb idb = idb(rows().get(2));
        assertThatThrownBy(() -> IdbTable.standard().read(idb))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("IDB-23"));
        IdbContent content = IdbTable.standard().readTolerant(idb);
        assertThat(content.deviations()).isEqualTo(Set.of(IdbDeviation.MISSING_MESSAGE));
        assertThat(content.type()).isEqualTo("IDB-86-10");
        assertThat(content.value("documentReference")).contains("123456789");
        assertThat(content.value("azrNumber")).contains("ABC123456DEF");
    }

    @Test
    void noBitOfASignedContentCanBeTurned() throws Exception {
        JsonNode row = rows().get(3);
        Idb idb = idb(row);
        X509Certificate certificate = certificate(row);
        byte[] content = idb.content();
        for (int bit = 0; bit < content.length * 8; bit++) {
            byte[] turned = content.clone();
            turned[bit / 8] ^= (byte) (0x80 >> bit % 8);
            Optional<Idb> read = read(IdbText.write(turned, true, false));
            assertThat(read.filter(code -> code.names(certificate) && code.verifies(certificate.getPublicKey())))
                    .as("bit " + bit)
                    .isEmpty();
        }
    }

    private static Optional<Idb> read(String text) {
        try {
            return Optional.of(IdbDecoder.decode(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    private static IdbContent content(int row) throws Exception {
        return IdbTable.standard().read(idb(rows().get(row)));
    }

    private static Idb idb(JsonNode row) throws FormatException {
        return IdbDecoder.decode(row.get("barcode").asString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static X509Certificate certificate(JsonNode row) throws Exception {
        return Crypto.certificate(Files.readAllBytes(
                file().resolveSibling(row.get("signerCertificate").asString())));
    }

    private static List<JsonNode> rows() throws Exception {
        return JsonMapper.shared()
                .readTree(Files.readString(file()))
                .valueStream()
                .toList();
    }

    private static Path file() {
        return Conformance.path("idb/barcodes.json");
    }
}
