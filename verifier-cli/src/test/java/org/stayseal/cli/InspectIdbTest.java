package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.barcode.FacePicture;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.idb.IdbTable;
import tools.jackson.databind.json.JsonMapper;

/** {@code inspect} on codes of ICAO's datastructure for barcodes (docs 21). */
class InspectIdbTest {

    private static final Pattern ROW = Pattern.compile(" {2,6}[0-9]+ {2}((?:[0-9a-f]{2})+)(?: .*)?");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid",
                "valid-compressed",
                "valid-short-date",
                "valid-certificate-inside",
                "valid-unknown-message",
                "unsigned",
                "visa",
                "arrival-attestation-with-face"
            })
    void everyByteOfTheContentIsListed(String name) throws Exception {
        String text = Vector.text("idb/" + name);
        Session session = Session.run("inspect", "--text", text);
        assertThat(session.exit()).as(session.out()).isZero();
        Idb idb = IdbDecoder.decode(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(listed(session.out())).isEqualTo(Hex.encode(idb.content()));
        assertThat(session.out()).doesNotContain("deviation:");
    }

    @Test
    void whatItSaysIsInWordsToo() throws Exception {
        assertThat(Session.run("inspect", "--text", Vector.text("idb/provisional-residence"))
                        .out())
                .contains(
                        "RDB1, flag B (signed)",
                        "issuing country UTO",
                        "ECDSA with SHA-256",
                        "signed 2026-11-20",
                        "message 81, mrzTd2, 48 bytes",
                        "type IDB-86-0E, Provisional residence document",
                        "azrNumber: 260113000085",
                        "last day: 2028-11-20",
                        "identity, by which it would be revoked: ");
        assertThat(Session.run("inspect", "--text", Vector.text("idb/unsigned")).out())
                .contains("not signed", "it can never be authentic");
    }

    @Test
    void aDeviationIsNamedOnALineOfItsOwn() throws Exception {
        Session padded = Session.run("inspect", "--text", Vector.text("idb/valid") + "=");
        assertThat(padded.exit()).as(padded.out()).isZero();
        assertThat(padded.out().lines()).contains("deviation: PADDED");
        Session bare = Session.run("inspect", "--text", Vector.text("idb-format/emergency-document-bare"));
        assertThat(bare.out().lines()).contains("deviation: BARE_MRZ");
        Session missing = Session.run("inspect", "--text", Vector.text("idb-format/message-missing"));
        assertThat(missing.out().lines()).contains("deviation: MISSING_MESSAGE");
        Session face = Session.run("inspect", "--text", Vector.text("idb-format/face-short"));
        assertThat(face.out().lines()).contains("deviation: FACE_SIZE");
        Session country = Session.run("inspect", "--text", Vector.text("idb-format/country-one-letter"));
        assertThat(country.out().lines()).contains("deviation: SHORT_COUNTRY");
    }

    @Test
    void everyPrefixIsAnAnswerAndNoFault() throws Exception {
        String text = Vector.text("idb/visa");
        for (int i = 0; i < text.length(); i += 3) {
            assertThat(Session.run("inspect", "--text", text.substring(0, i)).exit())
                    .isIn(0, 2);
        }
    }

    @Test
    void theFacesOfCodesMadeByOthersAreShown() throws Exception {
        int faces = 0;
        for (var row : JsonMapper.shared().readTree(Files.readAllBytes(Conformance.path("idb/barcodes.json")))) {
            String text = row.required("barcode").stringValue();
            assertThat(Session.run("inspect", "--text", text).exit()).isZero();
            var content = IdbTable.standard().readTolerant(IdbDecoder.decode(text.getBytes(StandardCharsets.US_ASCII)));
            if (content.face().isPresent()) {
                byte[] png = FacePicture.asPng(content.face().get(), FacePicture.JPEG_2000);
                var shown = ImageIO.read(new ByteArrayInputStream(png));
                assertThat(shown.getWidth()).isEqualTo(100);
                assertThat(shown.getHeight()).isEqualTo(129);
                faces++;
            }
        }
        assertThat(faces).isEqualTo(2);
    }

    /** The hexadecimal column, put together. */
    private static String listed(String out) {
        StringBuilder all = new StringBuilder();
        out.lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                all.append(row.group(1));
            }
        });
        return all.toString();
    }
}
