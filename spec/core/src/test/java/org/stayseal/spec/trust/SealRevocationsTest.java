package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;

class SealRevocationsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ONE = "0d5a3c1f9be7264490c2b1a7de03f5a8";
    private static final String TWO = "1d5a3c1f9be7264490c2b1a7de03f5a8";

    private final Signer key = TestKeys.p256();

    @Test
    void aListIsReadBackAndAnswersByIdentity() throws FormatException {
        SealRevocations list = read(UnaryOperator.identity());

        assertThat(list).isEqualTo(list());
        assertThat(list.of(HexFormat.of().parseHex(TWO)).orElseThrow().status()).isEqualTo(2);
        assertThat(list.of(new byte[16])).isEmpty();
    }

    @Test
    void onlyAKeyNamedForItIsAccepted() throws FormatException {
        SignedDocument document = signed(list().payload());

        assertThat(SealRevocations.isAcceptedByAny(document, List.of(TestKeys.key(TestKeys.p256()), TestKeys.key(key))))
                .isTrue();
        assertThat(SealRevocations.isAcceptedByAny(document, List.of(TestKeys.key(TestKeys.p256()))))
                .isFalse();
        assertThat(SealRevocations.isAcceptedByAny(document, List.of())).isFalse();
    }

    @Test
    void entriesOutOfOrderOrTwiceAreRefused() {
        refused(json -> json.replace(ONE, "2d5a3c1f9be7264490c2b1a7de03f5a8"));
        refused(json -> json.replace(ONE, TWO));
    }

    @Test
    void anotherStatusFormOrTimeIsRefused() {
        refused(json -> json.replace("\"status\":1", "\"status\":0"));
        refused(json -> json.replace("\"status\":1", "\"status\":4"));
        refused(json -> json.replace(ONE, ONE.toUpperCase(java.util.Locale.ROOT)));
        refused(json -> json.replace(ONE, ONE.substring(2)));
        refused(json -> json.replace("\"since\":\"2026-11-22T12:00:00Z\"", "\"since\":\"2026-11-22T12:00:01Z\""));
    }

    private void refused(UnaryOperator<String> change) {
        assertThatThrownBy(() -> read(change))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.rule()).as(e.getMessage()).isEqualTo("STATUS-51"));
    }

    private SealRevocations read(UnaryOperator<String> change) throws FormatException {
        String payload = new String(list().payload(), StandardCharsets.UTF_8);
        return SealRevocations.read(signed(change.apply(payload).getBytes(StandardCharsets.UTF_8)));
    }

    private SignedDocument signed(byte[] payload) throws FormatException {
        return SignedDocument.read(
                SignedDocument.write(DocumentKind.SEAL_REVOCATIONS, payload, List.of(key)),
                DocumentKind.SEAL_REVOCATIONS);
    }

    private static SealRevocations list() {
        return new SealRevocations(
                new Head("UTO", Environment.DEMO, 3, NOON, Instant.parse("2026-11-25T12:00:00Z")),
                Map.of(TWO, new SealRevocations.Entry(2, NOON), ONE, new SealRevocations.Entry(1, NOON)));
    }
}
