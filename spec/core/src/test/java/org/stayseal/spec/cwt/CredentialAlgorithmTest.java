package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.upokecenter.cbor.CBORObject;
import java.security.KeyPair;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** Every algorithm of CRED-18 once, and what CRED-20 refuses about its signatures. */
class CredentialAlgorithmTest {
    private static final Map<String, SoftwareSigner> SIGNERS = Map.of(
            "P-256", TestKeys.signer("secp256r1", 1),
            "P-384", TestKeys.signer("secp384r1", 2),
            "Ed25519", TestKeys.signer("Ed25519", 3),
            "RSA", TestKeys.signer("RSA", 4));

    @ParameterizedTest
    @CsvSource({
        "-7, P-256, 64, ES256",
        "-9, P-256, 64, ES256",
        "-35, P-384, 96, ES384",
        "-51, P-384, 96, ES384",
        "-19, Ed25519, 64, Ed25519",
        "-37, RSA, 256, PS256"
    })
    void eachAlgorithmVerifiesWithItsKeyAloneAndAtItsLengthAlone(int alg, String kind, int length, String name)
            throws FormatException {
        SoftwareSigner signer = SIGNERS.get(kind);
        Credential made = CredentialDecoder.decode(signed(alg, signer));
        assertThat(made.verifies(signer.certificate().getPublicKey())).isTrue();
        assertThat(made.signature()).hasSize(length);
        assertThat(made.toPermitView(ZoneOffset.UTC)).containsEntry("algorithm", name);
        for (SoftwareSigner other : SIGNERS.values()) {
            boolean same = other.algorithm() == signer.algorithm();
            assertThat(made.verifies(other.certificate().getPublicKey())).isEqualTo(same);
            // Signed by another kind of key under this header's algorithm: the header does not choose.
            assertThat(CredentialDecoder.decode(signed(alg, other))
                            .verifies(other.certificate().getPublicKey()))
                    .isEqualTo(same);
        }
        byte[] signature = made.signature();
        List<byte[]> wrong = List.of(
                new byte[0],
                new byte[length],
                Arrays.copyOf(signature, length - 1),
                Arrays.copyOf(signature, length + 1),
                Arrays.copyOf(signature, 8 * length),
                zeroBefore(signature),
                flipped(signature));
        for (byte[] faulty : wrong) {
            assertThat(withSignature(made, faulty).verifies(signer.certificate().getPublicKey()))
                    .as(faulty.length + " bytes")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"secp256r1, -7", "secp384r1, -35", "Ed25519, -19"})
    void writersNameTheFirstNumberOfTheirKey(String kind, int alg) {
        KeyPair keys = TestKeys.generate(kind);
        SoftwareSigner signer = SoftwareSigner.deterministic(keys.getPrivate(), TestKeys.certificate(keys, 1));
        Credential made = UnsignedCredential.of(
                        TestCredentials.claims(SamplePermits.full(), Purpose.WORK), signer.certificate())
                .sign(signer);
        assertThat(made.bytes()).isEqualTo(signed(alg, signer, Purpose.WORK));
    }

    @Test
    void writersLeaveAloneWhatIsOnlyRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnsignedCredential.of(
                        TestCredentials.claims(SamplePermits.full(), Purpose.WORK),
                        SIGNERS.get("RSA").certificate()));
    }

    @Test
    void theHighestAlgorithmsOfCoseThatNoCredentialBearsStayUnknown() {
        for (int alg : new int[] {-8, -36, -38, -39, -47, -48, -52, -53, -257, -265, 1, 5}) {
            assertThat(SignatureAlgorithm.ofCredential(alg)).as("alg " + alg).isEmpty();
        }
    }

    private static byte[] signed(int alg, SoftwareSigner signer) {
        return signed(alg, signer, Purpose.FULL);
    }

    private static byte[] signed(int alg, SoftwareSigner signer, Purpose purpose) {
        byte[] header = CBORObject.NewOrderedMap()
                .Add(1, alg)
                .Add(4, Credential.keyIdOf(signer.certificate()))
                .Add(16, Credential.TYPE)
                .EncodeToBytes();
        byte[] payload = ClaimsWriter.write(TestCredentials.claims(SamplePermits.full(), purpose));
        return CoseSign1.write(header, payload, signer.sign(CoseSign1.toBeSigned(header, payload)));
    }

    private static Credential withSignature(Credential good, byte[] signature) throws FormatException {
        byte[] header = CBORObject.DecodeFromBytes(good.bytes()).Untag().get(0).GetByteString();
        return CredentialDecoder.decode(CoseSign1.write(header, good.payload(), signature));
    }

    private static byte[] zeroBefore(byte[] signature) {
        byte[] longer = new byte[signature.length + 1];
        System.arraycopy(signature, 0, longer, 1, signature.length);
        return longer;
    }

    private static byte[] flipped(byte[] signature) {
        byte[] flipped = signature.clone();
        flipped[signature.length - 1] ^= 1;
        return flipped;
    }
}
