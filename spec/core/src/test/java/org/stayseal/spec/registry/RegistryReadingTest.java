package org.stayseal.spec.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;

/** What the code says out of the registry's files. */
class RegistryReadingTest {

    @Test
    void theTrustLevelIsTheWorstOfTheSubIndications() {
        // Doc 9303-13 Appendix D; VER-41.
        assertThat(IcaoTrustLevels.worst(List.of())).isEqualTo("trustworthy");
        assertThat(IcaoTrustLevels.worst(List.of("UNKNOWN_FEATURE"))).isEqualTo("trustworthy");
        assertThat(IcaoTrustLevels.worst(List.of("UNKNOWN_FEATURE", "EXPIRED_CERTIFICATE")))
                .isEqualTo("medium fraud potential");
        assertThat(IcaoTrustLevels.worst(List.of("EXPIRED_CERTIFICATE", "INVALID_SIGNATURE", "UNKNOWN_FEATURE")))
                .isEqualTo("high fraud potential");
    }

    @Test
    void aReasonHasIcaosWordsWhereIcaoHasSome() {
        assertThat(Reason.OUT_OF_SCOPE.icao()).contains(new Reason.Icao("INVALID", "INVALID_DOCUMENTTYPE"));
        assertThat(Reason.REVOKED.icao()).isEmpty();
    }

    @Test
    void aBoundIsTheFilesAndOneThatIsNotThereIsAMistakeOfTheProgram() {
        assertThat(Limits.value("maxCodeBytes")).isEqualTo(4296);
        assertThatThrownBy(() -> Limits.value("maxNothing")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void wordsAreReadOncePerLanguageAndALanguageWithoutAFileIsAMistakeOfTheProgram() {
        assertThat(Messages.of("en")).isSameAs(Messages.of("en"));
        assertThatThrownBy(() -> Messages.of("tlh")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNameThatHasNoWordsIsNotInvented() {
        assertThat(Messages.of("en").find("outcome", "VALID"))
                .contains(Messages.of("en").text("outcome", "VALID"));
        assertThat(Messages.of("en").find("outcome", "NOTHING")).isEmpty();
    }

    @Test
    void aPublishedKeyIsATestKeyAndAnotherIsNot() throws Exception {
        String pem = Files.readString(Conformance.root().resolve("spec/vectors/keys/utopia-seal-signer.pem"));
        PrivateKey published = KeyFactory.getInstance("EC")
                .generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.replaceAll("-+[A-Z ]+-+", ""))));
        BigInteger number = ((ECPrivateKey) published).getS();
        assertThat(isTestKey(number)).isTrue();
        assertThat(isTestKey(number.add(BigInteger.ONE))).isFalse();
    }

    private static boolean isTestKey(BigInteger number) {
        return TestKeys.contains(org.stayseal.spec.signing.TestKeys.of("secp256r1", number)
                .getPublic()
                .getEncoded());
    }
}
