package org.stayseal.trust.authority.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.signing.MlDsa65;
import org.stayseal.spec.signing.Signer;

class KeyFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Secrets PASSWORD = place -> "correct horse".toCharArray();

    @TempDir
    private Path folder;

    private KeyPlace place(String name) throws KeyFault {
        return KeyPlace.of(folder.resolve(name).toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyKind.class,
            names = {"P_256", "P_384"})
    void aKeyInAFileIsTheSameWhenItIsOpenedAgain(KeyKind kind) throws Exception {
        String kid = HeldKey.make(place("a.p12"), kind, PASSWORD, NOW).kid();
        HeldKey key = HeldKey.open(place("a.p12"), PASSWORD);
        assertThat(key.kid()).isEqualTo(kid);
        assertThat(key.kind()).isEqualTo(kind);
        Signer signer = key.signer().orElseThrow();
        byte[] message = {1, 2, 3};
        assertThat(signer.algorithm().verify(signer.certificate().getPublicKey(), message, signer.sign(message)))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondKeyIsEncryptedInItsFileAndSigns() throws Exception {
        String kid =
                HeldKey.make(place("a.pem"), KeyKind.ML_DSA_65, PASSWORD, NOW).kid();
        assertThat(Files.readString(folder.resolve("a.pem"))).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        HeldKey key = HeldKey.open(place("a.pem"), PASSWORD);
        assertThat(key.kid()).isEqualTo(kid);
        byte[] message = {1, 2, 3};
        assertThat(MlDsa65.verify(
                        key.second().orElseThrow().publicKey(),
                        message,
                        key.second().orElseThrow().sign(message)))
                .isTrue();
        assertThat(key.jwk()).startsWith("{\"alg\":\"ML-DSA-65\",\"kty\":\"AKP\",\"pub\":\"");
        assertThat(key.pem()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.p12", "a.pem"})
    void aWrongPasswordIsSaidAndNotShown(String name) throws Exception {
        HeldKey.make(place(name), name.endsWith("m") ? KeyKind.ML_DSA_65 : KeyKind.P_256, PASSWORD, NOW);
        assertThatThrownBy(() -> HeldKey.open(place(name), anyone -> "wrong one".toCharArray()))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("the password does not open")
                .hasMessageNotContaining("wrong one");
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        String kid = HeldKey.make(place("a.p12"), KeyKind.P_256, PASSWORD, NOW).kid();
        assertThatThrownBy(() -> HeldKey.make(place("a.p12"), KeyKind.P_256, PASSWORD, NOW))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("there already");
        assertThat(HeldKey.open(place("a.p12"), PASSWORD).kid()).isEqualTo(kid);
        assertThat(folder.toFile().list()).containsExactly("a.p12");
    }

    @Test
    void aFileThatIsNoKeyIsSaidToBeNone() throws Exception {
        Files.write(folder.resolve("a.p12"), new byte[] {0x30, 1, 2});
        Files.writeString(folder.resolve("b.pem"), "-----BEGIN NOTHING-----\n");
        for (String name : new String[] {"a.p12", "b.pem", "missing.p12"}) {
            assertThatThrownBy(() -> HeldKey.open(place(name), PASSWORD))
                    .isInstanceOf(KeyFault.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aPasswordFileThatOthersCanReadIsRefused() throws Exception {
        Path file = Tokens.secret(folder, "secret");
        assertThat(new String(Secrets.in(file).secret(place("a.p12")))).isEqualTo("secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> Secrets.in(file).secret(place("a.p12")))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("others can read");
    }

    @Test
    void theThumbprintIsThatOfTheKeyThatIsShown() throws Exception {
        HeldKey key = HeldKey.make(place("a.p12"), KeyKind.P_256, PASSWORD, NOW);
        byte[] canonical = key.jwk().getBytes(StandardCharsets.US_ASCII);
        assertThat(new String(canonical, StandardCharsets.US_ASCII)).contains("\"kty\":\"EC\"", "\"crv\":\"P-256\"");
        assertThat(com.nimbusds
                        .jose
                        .jwk
                        .JWK
                        .parse(key.jwk())
                        .computeThumbprint()
                        .toString())
                .isEqualTo(key.kid());
    }
}
