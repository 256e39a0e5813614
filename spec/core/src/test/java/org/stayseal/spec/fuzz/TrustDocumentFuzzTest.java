package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of trust: their envelope, and what is inside of it. */
class TrustDocumentFuzzTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final List<String> FILES =
            List.of("trust-list.json", "root/1.json", "root/2.json", "manifest.json", "seal-revocations.json");

    static Stream<byte[]> envelopes() {
        return Seeds.start(documents());
    }

    static Stream<byte[]> payloads() {
        List<byte[]> payloads = new ArrayList<>();
        for (byte[] document : documents()) {
            JsonNode payload = JsonMapper.shared()
                    .readTree(new String(document, StandardCharsets.ISO_8859_1))
                    .path("payload");
            payloads.add(Base64.getUrlDecoder().decode(payload.stringValue()));
        }
        return Seeds.start(payloads);
    }

    private static List<byte[]> documents() {
        List<byte[]> documents = new ArrayList<>();
        FILES.forEach(name -> documents.addAll(Seeds.published(name)));
        return documents.stream()
                .filter(document -> document.length > 0 && document[0] == '{')
                .toList();
    }

    @MethodSource("envelopes")
    @FuzzTest
    void anEnvelopeIsReadAsOneKindAtMost(byte[] utf8) {
        int taken = 0;
        for (DocumentKind kind : DocumentKind.values()) {
            try {
                SignedDocument document = SignedDocument.read(utf8, kind);
                assertThat(document.kind()).isEqualTo(kind);
                taken++;
            } catch (FormatException e) {
                assertThat(e.rule()).startsWith("TRUST-");
            }
        }
        assertThat(taken).isLessThanOrEqualTo(1);
    }

    @MethodSource("payloads")
    @FuzzTest
    void aPayloadThatIsReadSaysTheSameWhenWrittenAgain(byte[] payload) {
        for (Kind kind : Kind.values()) {
            byte[] once;
            try {
                once = kind.rewritten(payload);
            } catch (FormatException e) {
                // VDS-22 is the rule of every certificate, STATUS-51 that of the revocation list's entries.
                assertThat(e.rule()).matches("TRUST-[0-9]+|VDS-22|STATUS-[0-9]+");
                continue;
            }
            try {
                assertThat(kind.rewritten(once)).as("%s", kind).isEqualTo(once);
            } catch (FormatException e) {
                throw new AssertionError(kind + " written, and not read: " + e.rule(), e);
            }
        }
    }

    private enum Kind {
        ROOT(DocumentKind.ROOT),
        TRUST_LIST(DocumentKind.TRUST_LIST),
        MANIFEST(DocumentKind.SNAPSHOT),
        SEAL_REVOCATIONS(DocumentKind.SEAL_REVOCATIONS);

        private final DocumentKind kind;

        Kind(DocumentKind kind) {
            this.kind = kind;
        }

        byte[] rewritten(byte[] payload) throws FormatException {
            SignedDocument document = SignedDocument.read(envelope(kind, payload), kind);
            assertThat(Arrays.equals(document.payload(), payload)).isTrue();
            return switch (this) {
                case ROOT -> Root.read(document).payload();
                case TRUST_LIST -> writtenUnlessCut(TrustList.read(document), payload);
                case MANIFEST -> Manifest.read(document).payload();
                case SEAL_REVOCATIONS -> SealRevocations.read(document).payload();
            };
        }
    }

    /** A list with services left aside cannot be written: they would be lost. */
    private static byte[] writtenUnlessCut(TrustList list, byte[] payload) {
        return list.notUsed() > 0 ? payload : list.payload();
    }

    /** An envelope with a signature that fits nothing: reading does not verify. */
    private static byte[] envelope(DocumentKind kind, byte[] payload) {
        String header = "{\"alg\":\"ES256\",\"kid\":\"" + "0".repeat(16) + "\",\"typ\":\"" + kind.typ() + "\"}";
        String json = "{\"payload\":\"" + BASE64.encodeToString(payload) + "\",\"signatures\":[{\"protected\":\""
                + BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "\",\"signature\":\""
                + BASE64.encodeToString(new byte[64]) + "\"}]}";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
