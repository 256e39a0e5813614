package org.stayseal.trust.authority.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stayseal.spec.signing.Signer;

/** Keys in tokens of SoftHSM2: real ones, through the library that a hardware token comes with as well. */
class TokenKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Secrets PIN = place -> Tokens.PIN.toCharArray();

    @BeforeEach
    void needsSoftHsm() throws Exception {
        Tokens.require();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyKind.class,
            names = {"P_256", "P_384"})
    void aKeyThatIsMadeInATokenSignsThereAndIsFoundAgainByItsLabel(KeyKind kind) throws Exception {
        String token = Tokens.fresh();
        HeldKey made = HeldKey.make(Tokens.place(token, "root-1"), kind, PIN, NOW);
        HeldKey found = HeldKey.open(Tokens.place(token, "root-1"), PIN);
        assertThat(found.kid()).isEqualTo(made.kid());
        assertThat(found.kind()).isEqualTo(kind);
        Signer signer = found.signer().orElseThrow();
        byte[] message = "a root".getBytes(StandardCharsets.UTF_8);
        byte[] signature = signer.sign(message);
        assertThat(signature).hasSize(signer.algorithm().signatureLength());
        assertThat(signer.algorithm().verify(signer.certificate().getPublicKey(), message, signature))
                .isTrue();
    }

    @Test
    void whatATokenSignedAsX509VerifiesWithItsKey() throws Exception {
        HeldKey key = HeldKey.make(Tokens.place(Tokens.fresh(), "csca"), KeyKind.P_384, PIN, NOW);
        var certificate = key.signer().orElseThrow().certificate();
        certificate.verify(certificate.getPublicKey(), org.stayseal.spec.signing.Crypto.provider());
    }

    @Test
    void twoKeysOfOneTokenAndTwoTokensOfOneLibraryAreKeptApart() throws Exception {
        String one = Tokens.fresh();
        String other = Tokens.fresh();
        String first =
                HeldKey.make(Tokens.place(one, "a"), KeyKind.P_256, PIN, NOW).kid();
        String second =
                HeldKey.make(Tokens.place(one, "b"), KeyKind.P_256, PIN, NOW).kid();
        String third =
                HeldKey.make(Tokens.place(other, "a"), KeyKind.P_256, PIN, NOW).kid();
        assertThat(HeldKey.open(Tokens.place(one, "a"), PIN).kid()).isEqualTo(first);
        assertThat(HeldKey.open(Tokens.place(one, "b"), PIN).kid()).isEqualTo(second);
        assertThat(HeldKey.open(Tokens.place(other, "a"), PIN).kid()).isEqualTo(third);
    }

    @Test
    void aKeyThatIsThereIsNotReplaced() throws Exception {
        KeyPlace place = Tokens.place(Tokens.fresh(), "root-1");
        String kid = HeldKey.make(place, KeyKind.P_256, PIN, NOW).kid();
        assertThatThrownBy(() -> HeldKey.make(place, KeyKind.P_256, PIN, NOW)).hasMessageContaining("already");
        assertThat(HeldKey.open(place, PIN).kid()).isEqualTo(kid);
    }

    @Test
    void aTokenOrAKeyThatIsNotThereIsSaidByName() throws Exception {
        String token = Tokens.fresh();
        assertThatThrownBy(() -> HeldKey.open(Tokens.place("nobody", "a"), PIN))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("no token nobody");
        assertThatThrownBy(() -> HeldKey.open(Tokens.place(token, "a"), PIN))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("shows no key a");
    }

    @Test
    void aWrongPinIsTriedOnThisTokenAloneAndStandsInNoMessage() throws Exception {
        KeyPlace place = Tokens.place(Tokens.fresh(), "a");
        assertThatThrownBy(() -> HeldKey.open(place, anyone -> "999999".toCharArray()))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("does not take this PIN")
                .hasMessageNotContaining("999999");
        assertThat(HeldKey.make(place, KeyKind.P_256, PIN, NOW).kid()).hasSize(43);
    }

    @Test
    void aSecondKeyDoesNotGoIntoAToken() throws Exception {
        KeyPlace place = Tokens.place(Tokens.fresh(), "a");
        assertThatThrownBy(() -> HeldKey.make(place, KeyKind.ML_DSA_65, PIN, NOW))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("ML-DSA-65");
    }
}
