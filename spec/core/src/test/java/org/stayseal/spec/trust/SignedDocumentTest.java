package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;

class SignedDocumentTest {

    private static final byte[] PAYLOAD = "{\"type\":\"root\"}".getBytes(StandardCharsets.UTF_8);

    private final Signer first = TestKeys.p256();
    private final Signer second = TestKeys.p384();
    private final Signer outsider = TestKeys.p256();
    private final RoleKeys twoOfTwo = new RoleKeys(2, List.of(TestKeys.key(first), TestKeys.key(second)));

    @Test
    void aDocumentSignedByEnoughKeysIsAccepted() throws FormatException {
        SignedDocument document = read(write(first, second));

        document.requireAcceptedBy(twoOfTwo);

        assertThat(document.payload()).isEqualTo(PAYLOAD);
    }

    @Test
    void anIndependentLibraryVerifiesWhatWeWrite() throws Exception {
        JWSObjectJSON jws = JWSObjectJSON.parse(new String(write(first, second), StandardCharsets.UTF_8));

        assertThat(jws.getSignatures()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            ECPublicKey key =
                    (ECPublicKey) List.of(first, second).get(i).certificate().getPublicKey();
            assertThat(jws.getSignatures().get(i).verify(new ECDSAVerifier(key)))
                    .isTrue();
        }
    }

    @Test
    void signaturesBelowTheThresholdAreNotEnough() throws FormatException {
        SignedDocument document = read(write(first));

        refused("TRUST-14", () -> document.requireAcceptedBy(twoOfTwo));
    }

    @Test
    void aKeyOutsideTheRoleDoesNotCount() throws FormatException {
        SignedDocument document = read(write(first, outsider));

        refused("TRUST-14", () -> document.requireAcceptedBy(twoOfTwo));
    }

    @Test
    void aKeyThatSignsTwiceIsRefusedAndSoNeverCountsTwice() {
        String one = text(write(first));
        String entry = one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'));

        refused("TRUST-12", () -> read(one.replace("[" + entry + "]", "[" + entry + "," + entry + "]")));
    }

    @Test
    void aSignatureOfTheRoleThatDoesNotFitRefusesTheDocumentAlsoBesideEnoughGoodOnes() throws FormatException {
        Signer third = TestKeys.p256();
        RoleKeys twoOfThree = new RoleKeys(2, List.of(TestKeys.key(first), TestKeys.key(second), TestKeys.key(third)));
        String good = text(write(first, second, third));
        String foreign =
                text(SignedDocument.write(DocumentKind.ROOT, "{}".getBytes(StandardCharsets.UTF_8), List.of(third)));
        String changed = good.replace(lastSignature(good), lastSignature(foreign));

        refused("TRUST-14", () -> read(changed).requireAcceptedBy(twoOfThree));
    }

    @Test
    void aChangedPayloadIsRefused() {
        String document = text(write(first, second));
        String other = Base64Form.url("{\"type\":\"toor\"}".getBytes(StandardCharsets.UTF_8));
        String changed = document.replace(Base64Form.url(PAYLOAD), other);

        refused("TRUST-14", () -> read(changed).requireAcceptedBy(twoOfTwo));
    }

    @Test
    void anUnknownCritIsRefused() {
        refused(
                "TRUST-11",
                () -> read(withHeader("{\"alg\":\"ES256\",\"kid\":\"x\",\"typ\":\"rp-root+jws\",\"crit\":[\"exp\"]}")));
    }

    @Test
    void theTypeOfAnotherDocumentIsRefused() {
        byte[] list = SignedDocument.write(DocumentKind.TRUST_LIST, PAYLOAD, List.of(first));

        refused("TRUST-11", () -> SignedDocument.read(list, DocumentKind.ROOT));
    }

    @Test
    void anUnprotectedHeaderIsRefused() {
        refused("TRUST-10", () -> read(text(write(first)).replace("{\"protected\"", "{\"header\":{},\"protected\"")));
    }

    @Test
    void theFlattenedFormIsRefused() {
        refused("TRUST-10", () -> read("{\"payload\":\"e30\",\"protected\":\"e30\",\"signature\":\"AA\"}"));
    }

    @Test
    void aMemberNamedTwiceIsRefusedWhereverItIs() {
        refused("TRUST-1", () -> read(text(write(first)).replace("{\"payload\"", "{\"payload\":\"e30\",\"payload\"")));
        refused(
                "TRUST-1",
                () -> read(withHeader("{\"alg\":\"none\",\"alg\":\"ES256\",\"kid\":\"x\",\"typ\":\"rp-root+jws\"}")));
        refused(
                "TRUST-1",
                () -> read(withHeader(
                        "{\"alg\":\"none\",\"\\u0061lg\":\"ES256\",\"kid\":\"x\",\"typ\":\"rp-root+jws\"}")));
    }

    @Test
    void base64InAnotherFormIsRefused() {
        String good = text(write(first));
        String payload = Base64Form.url(PAYLOAD);
        refused("TRUST-4", () -> read(good.replace(payload, payload + "=")));
        refused("TRUST-4", () -> read(good.replace(payload, "e31")));
        refused("TRUST-4", () -> read(good.replace(lastSignature(good), "e31")));
        refused(
                "TRUST-4",
                () -> read("{\"payload\":\"e30\",\"signatures\":[{\"protected\":\"e31\",\"signature\":\"\"}]}"));
    }

    @Test
    void anythingAfterTheDocumentIsRefused() {
        refused("TRUST-1", () -> read(text(write(first)) + "{}"));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] bytes = write(first);
        bytes[bytes.length - 2] = (byte) 0xFF;

        refused("TRUST-1", () -> SignedDocument.read(bytes, DocumentKind.ROOT));
    }

    @Test
    void aDocumentBeyondItsBoundIsRefused() {
        refused("TRUST-1", () -> read(" ".repeat(DocumentKind.ROOT.maxBytes()) + text(write(first))));
    }

    @Test
    void nestingBeyondTheBoundIsRefused() {
        refused("TRUST-1", () -> read("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"));
    }

    @Test
    void anAlgorithmThatIsNotTheKeysOwnDoesNotFit() throws FormatException {
        String kid = TestKeys.key(first).kid();
        String header = "{\"alg\":\"ES384\",\"kid\":\"" + kid + "\",\"typ\":\"rp-root+jws\"}";

        SignedDocument document = read(withHeader(header));

        refused("TRUST-14", () -> document.requireAcceptedBy(RoleKeys.single(TestKeys.key(first))));
    }

    private String withHeader(String header) {
        String document = text(write(first));
        String old =
                document.substring(document.indexOf("\"protected\":\"") + 13, document.indexOf("\",\"signature\""));
        return document.replace(old, Base64Form.url(header.getBytes(StandardCharsets.UTF_8)));
    }

    private static String lastSignature(String document) {
        int start = document.lastIndexOf("\"signature\":\"") + 13;
        return document.substring(start, document.indexOf('"', start));
    }

    private static byte[] write(Signer... signers) {
        return SignedDocument.write(DocumentKind.ROOT, PAYLOAD, List.of(signers));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static SignedDocument read(String text) throws FormatException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SignedDocument read(byte[] utf8) throws FormatException {
        return SignedDocument.read(utf8, DocumentKind.ROOT);
    }

    private static void refused(String rule, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule));
    }
}
