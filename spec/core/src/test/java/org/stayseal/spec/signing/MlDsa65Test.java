package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MlDsa65Test {

    private static final byte[] MESSAGE = "a list of whom to believe".getBytes(StandardCharsets.UTF_8);

    private final MlDsa65Signer signer = MlDsa65Signer.fresh(new SecureRandom());

    @Test
    void aSignatureFitsItsMessageAndKeyAlone() {
        byte[] signature = signer.sign(MESSAGE);

        assertThat(signature).hasSize(MlDsa65.SIGNATURE_LENGTH);
        assertThat(MlDsa65.verify(signer.publicKey(), MESSAGE, signature)).isTrue();
        assertThat(MlDsa65.verify(signer.publicKey(), Arrays.copyOf(MESSAGE, MESSAGE.length - 1), signature))
                .isFalse();
        byte[] other = MlDsa65Signer.fresh(new SecureRandom()).publicKey();
        assertThat(MlDsa65.verify(other, MESSAGE, signature)).isFalse();
    }

    @Test
    void aSignatureWithAnyBitFlippedDoesNotFit() {
        byte[] signature = signer.sign(MESSAGE);
        for (int bit = 0; bit < signature.length * 8; bit += 97) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(MlDsa65.verify(signer.publicKey(), MESSAGE, flipped))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void aKeyOrSignatureOfAnotherLengthDoesNotFit() {
        byte[] signature = signer.sign(MESSAGE);
        for (int more : new int[] {-1, 1}) {
            byte[] key = Arrays.copyOf(signer.publicKey(), MlDsa65.PUBLIC_KEY_LENGTH + more);

            assertThat(MlDsa65.verify(key, MESSAGE, signature)).isFalse();
            assertThat(MlDsa65.verify(signer.publicKey(), MESSAGE, Arrays.copyOf(signature, signature.length + more)))
                    .isFalse();
        }
    }

    @Test
    void aKeyThatWasKeptIsTheSameKey() {
        MlDsa65Signer kept = MlDsa65Signer.of(signer.pkcs8());

        assertThat(kept.publicKey()).isEqualTo(signer.publicKey());
        assertThat(kept.pkcs8()).isEqualTo(signer.pkcs8());
        assertThat(kept.sign(MESSAGE)).isNotEqualTo(kept.sign(MESSAGE));
        MlDsa65Signer repeatable = MlDsa65Signer.deterministic(signer.pkcs8());
        assertThat(repeatable.sign(MESSAGE)).isEqualTo(repeatable.sign(MESSAGE));
        assertThat(MlDsa65.verify(signer.publicKey(), MESSAGE, repeatable.sign(MESSAGE)))
                .isTrue();
    }

    @Test
    void aPrivateKeyOfAnotherKindIsRefused() throws Exception {
        byte[] ec = java.security.KeyPairGenerator.getInstance("EC", Crypto.provider())
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThatIllegalArgumentException().isThrownBy(() -> MlDsa65Signer.of(ec));
        assertThatIllegalArgumentException().isThrownBy(() -> MlDsa65Signer.of(new byte[] {0x30, 0}));
    }

    /** The same algorithm whatever the envelope: these signatures were made for COSE. */
    @Test
    void whatAnotherImplementationSignedIsVerified() throws IOException {
        JsonNode example = example(65);
        byte[] message = bytes(example, "raw_to_be_signed");

        assertThat(MlDsa65.verify(bytes(example, "raw_public_key"), message, bytes(example, "raw_signature")))
                .isTrue();
        message[message.length - 1] ^= 1;
        assertThat(MlDsa65.verify(bytes(example, "raw_public_key"), message, bytes(example, "raw_signature")))
                .isFalse();
    }

    @Test
    void theOtherTwoSizesAreNotTaken() throws IOException {
        for (int size : new int[] {44, 87}) {
            JsonNode example = example(size);

            assertThat(MlDsa65.verify(
                            bytes(example, "raw_public_key"),
                            bytes(example, "raw_to_be_signed"),
                            bytes(example, "raw_signature")))
                    .as("ML-DSA-%d", size)
                    .isFalse();
        }
    }

    private static JsonNode example(int size) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Conformance.path("ml-dsa/ML_DSA_" + size + ".cose.json")));
    }

    private static byte[] bytes(JsonNode example, String name) {
        return HexFormat.of().parseHex(example.get(name).asString());
    }
}
