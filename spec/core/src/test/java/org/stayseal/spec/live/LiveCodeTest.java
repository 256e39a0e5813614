package org.stayseal.spec.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.cwt.TestCredentials;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.CurvePoint;

/** Live codes are read and written to the letter of docs 33 (LIVE-1 to LIVE-11). */
class LiveCodeTest {

    private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    void theExampleOfTheDocumentIsWhatItSays() throws Exception {
        String document = Files.readString(Conformance.root().resolve("spec/docs/33-live-code.md"));
        byte[] bytes = Hex.decode(find(document, "(?m)^(d284[0-9a-f\\n]+)$").replace("\n", ""), "X-1");
        LiveCode read = LiveCode.decode(find(document, "(?m)^(RPL1:[^`\\n]{100,})$"));
        assertThat(read.bytes()).isEqualTo(bytes);
        assertThat(read).isEqualTo(LiveCode.decode(bytes)).hasSameHashCodeAs(LiveCode.decode(bytes));
        assertThat(read.credential().claims())
                .isEqualTo(TestLiveCodes.example().credential().claims());
        assertThat(read.credential()
                        .verifies(TestCredentials.signer().certificate().getPublicKey()))
                .isTrue();
        assertThat(read.madeAt()).isEqualTo(TestLiveCodes.SHOWN);
        assertThat(read.proves()).isTrue();
        assertThat(find(document, "(?m)^x = ([0-9a-f]{64})$"))
                .isEqualTo(Hex.encode(TestLiveCodes.deviceKey().x()));
        assertThat(find(document, "(?m)^y = ([0-9a-f]{64})$"))
                .isEqualTo(Hex.encode(TestLiveCodes.deviceKey().y()));
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Credential credential = TestLiveCodes.bound(SamplePermits.full(), Purpose.FULL);
        LiveCode made = TestLiveCodes.shown(credential, TestLiveCodes.SHOWN.plusMillis(999), Optional.of(NONCE));
        LiveCode read = LiveCode.decode(made.text());
        assertThat(read.bytes()).isEqualTo(made.bytes());
        assertThat(read.credential().bytes()).isEqualTo(credential.bytes());
        assertThat(read.madeAt()).isEqualTo(TestLiveCodes.SHOWN);
        assertThat(read.nonce()).hasValueSatisfying(nonce -> assertThat(nonce).isEqualTo(NONCE));
        assertThat(read.proves()).isTrue();
        assertThat(read.toString()).contains("nonce 0102030405060708");
    }

    @Test
    void noDeviceMakesOneForACredentialThatIsBoundToAnotherOrToNone() {
        Credential unbound = TestCredentials.signed(SamplePermits.full(), Purpose.FULL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestLiveCodes.shown(unbound, TestLiveCodes.SHOWN, Optional.empty()))
                .withMessageContaining("not one by the device");
        Credential bound = TestLiveCodes.bound(SamplePermits.full(), Purpose.FULL);
        UnsignedLiveCode code = UnsignedLiveCode.of(bound, TestLiveCodes.SHOWN, Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> code.withSignature(TestCredentials.signer().sign(code.toBeSigned())));
    }

    @Test
    void aNonceOfAnotherLengthIsNotWritten() {
        Credential bound = TestLiveCodes.bound(SamplePermits.full(), Purpose.FULL);
        for (int length : new int[] {0, 7, 65}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestLiveCodes.shown(bound, TestLiveCodes.SHOWN, Optional.of(new byte[length])))
                    .withMessageContaining("LIVE-7");
        }
    }

    @Test
    void aTextOfAnotherKindOrTooLongIsRefused() {
        refused("LIVE-1", "RP1:ABC");
        refused("LIVE-1", "rpl1:ABC");
        refused("CRED-2", "RPL1:" + "0".repeat(4292));
        refused("CRED-15a", "RPL1:");
    }

    @Test
    void aKeyThatIsNoPointOfItsCurveProvesNothing() {
        DeviceKey key = TestLiveCodes.deviceKey();
        assertThat(key.publicKey()).isPresent();
        assertThat(CurvePoint.onP256(key.x(), key.x())).isEmpty();
        byte[] most = new byte[DeviceKey.LENGTH];
        java.util.Arrays.fill(most, (byte) 0xFF);
        assertThat(CurvePoint.onP256(most, key.y())).isEmpty();
        assertThat(CurvePoint.onP256(new byte[DeviceKey.LENGTH], new byte[DeviceKey.LENGTH]))
                .isEmpty();
    }

    private static void refused(String rule, String text) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> LiveCode.decode(text))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private static String find(String document, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(document);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
