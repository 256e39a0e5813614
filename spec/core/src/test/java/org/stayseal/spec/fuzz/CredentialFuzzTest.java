package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.signing.TestKeys;

class CredentialFuzzTest {

    private static final X509Certificate STRANGER =
            TestKeys.signer("secp256r1", 9).certificate();

    static Stream<byte[]> bytesOfCredentials() {
        return Seeds.start(Seeds.credentials());
    }

    static Stream<byte[]> texts() {
        return Seeds.start(Seeds.codes(CredentialDecoder.PREFIX));
    }

    @MethodSource("bytesOfCredentials")
    @FuzzTest
    void whatIsReadIsWrittenAgainToTheSameBytesAndNoStrangerSignedIt(byte[] bytes) {
        Credential credential;
        try {
            credential = CredentialDecoder.decode(bytes);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("CRED-");
            return;
        }
        CBORObject message = CBORObject.DecodeFromBytes(bytes);
        byte[] header = message.get(0).GetByteString();
        assertThat(CoseSign1.write(header, credential.payload(), credential.signature()))
                .isEqualTo(bytes);
        assertThat(UnsignedCredential.of(credential.claims(), STRANGER).payload())
                .isEqualTo(credential.payload());
        assertThat(credential.verifies(STRANGER.getPublicKey())).isFalse();
        assertThat(credential.toPermitView(ZoneOffset.UTC)).isNotEmpty();
    }

    @MethodSource("texts")
    @FuzzTest
    void aTextIsReadAsTheBytesInItOrRefused(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.ISO_8859_1);
        byte[] inside;
        try {
            inside = CredentialDecoder.bytesOf(text);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("CRED-");
            return;
        }
        assertThat(inside.length).isLessThanOrEqualTo(CredentialDecoder.MAX_BYTES);
        try {
            assertThat(CredentialDecoder.decode(text).bytes()).isEqualTo(inside);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("CRED-");
        }
    }
}
