package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.continuation.UnsignedContinuation;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.Envelope;
import org.stayseal.spec.signing.TestKeys;

class ContinuationFuzzTest {

    private static final X509Certificate STRANGER =
            TestKeys.signer("secp256r1", 9).certificate();

    static Stream<byte[]> messages() {
        List<byte[]> all = new ArrayList<>();
        for (byte[] code : Seeds.codes(Continuation.PREFIX)) {
            try {
                all.add(Envelope.bytesIn(new String(code, StandardCharsets.ISO_8859_1), Continuation.PREFIX));
            } catch (FormatException e) {
                // Broken around its bytes: a seed of the texts.
                continue;
            }
        }
        return Seeds.start(all);
    }

    static Stream<byte[]> texts() {
        return Seeds.start(Seeds.codes(Continuation.PREFIX));
    }

    @MethodSource("messages")
    @FuzzTest
    void whatIsReadIsWrittenAgainToTheSameBytesAndNoStrangerSignedIt(byte[] bytes) {
        Continuation continuation;
        try {
            continuation = Continuation.decode(bytes);
        } catch (FormatException e) {
            assertThat(e.rule()).containsPattern("^(CONT|CRED)-");
            return;
        }
        byte[] header = CBORObject.DecodeFromBytes(bytes).get(0).GetByteString();
        assertThat(CoseSign1.write(header, continuation.payload(), continuation.signature()))
                .isEqualTo(bytes);
        assertThat(UnsignedContinuation.of(continuation.claims(), STRANGER).payload())
                .isEqualTo(continuation.payload());
        assertThat(continuation.verifies(STRANGER.getPublicKey())).isFalse();
        assertThat(continuation.view(ZoneOffset.UTC)).isNotEmpty();
    }

    @MethodSource("texts")
    @FuzzTest
    void aTextIsReadOrRefused(byte[] utf8) {
        try {
            Continuation.decode(new String(utf8, StandardCharsets.ISO_8859_1));
        } catch (FormatException e) {
            assertThat(e.rule()).containsPattern("^(CONT|CRED)-");
        }
    }
}
