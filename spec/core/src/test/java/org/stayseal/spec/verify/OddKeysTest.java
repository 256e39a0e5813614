package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.spec.verify.AuthenticTest.assertVerdict;
import static org.stayseal.spec.verify.AuthenticTest.check;

import java.security.KeyPair;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.EncodedKeys;

/** TRUST-95: a listed certificate whose key is none to trust is untrusted, whatever a provider makes of it. */
class OddKeysTest {

    private static final String CURVE = "secp256r1";
    private final Utopia utopia = new Utopia();

    @Test
    void aCompressedPointIsUntrustedAndNothingVerifiesWithIt() {
        Verdict verdict = withKey(utopia.credentialKeys, EncodedKeys.compressed(utopia.credentialKeys.getPublic()));
        assertVerdict(verdict, Outcome.INVALID, Reason.INVALID_SIGNATURE);
        assertThat(check(verdict, "chain").reason()).contains(Reason.UNTRUSTED_CERTIFICATE);
    }

    @Test
    void aCurveThatIsSpelledOutIsTrusted() {
        Verdict verdict =
                withKey(utopia.credentialKeys, EncodedKeys.spelledOut(utopia.credentialKeys.getPublic(), CURVE, false));
        assertThat(verdict.outcome()).as("%s", verdict.checks()).isEqualTo(Outcome.VALID);
    }

    @Test
    void theKeyOfTheAuthorityItselfIsUntrustedInEitherForm() {
        for (PublicKey form : new PublicKey[] {
            utopia.cscaKeys.getPublic(), EncodedKeys.spelledOut(utopia.cscaKeys.getPublic(), CURVE, false)
        }) {
            Verdict verdict = withKey(utopia.cscaKeys, form);
            assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
            assertThat(check(verdict, "chain").detail()).contains("its key is that of its CSCA");
            assertThat(check(verdict, "signature").result()).isEqualTo(Result.PASSED);
        }
    }

    @Test
    void anAuthorityWithACompressedKeySignsNothing() {
        utopia.cscaKeys =
                new KeyPair(EncodedKeys.compressed(utopia.cscaKeys.getPublic()), utopia.cscaKeys.getPrivate());
        utopia.csca = utopia.authority("Utopia CSCA");
        Verdict verdict = withKey(utopia.credentialKeys, utopia.credentialKeys.getPublic());
        assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
        assertThat(check(verdict, "chain").detail()).contains("no listed CSCA");
    }

    @Test
    void aKeyOfAnUnknownKindIsUntrustedAndNothingVerifiesWithIt() {
        byte[] seal = utopia.seal(TestPermits.ordinary()).received();
        KeyPair unread = new KeyPair(EncodedKeys.ofUnknownKind(), utopia.sealKeys.getPrivate());
        utopia.sealCertificate = utopia.signer(unread, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING);
        Verdict verdict = utopia.verify(seal);
        assertVerdict(verdict, Outcome.INVALID, Reason.INVALID_SIGNATURE);
        assertThat(check(verdict, "signer").result()).isEqualTo(Result.PASSED);
        assertThat(check(verdict, "chain").detail()).contains("TRUST-95");
    }

    @Test
    void anAuthorityWithAKeyOfAnUnknownKindSignsNothing() {
        KeyPair unread = new KeyPair(EncodedKeys.ofUnknownKind(), utopia.cscaKeys.getPrivate());
        KeyPair good = utopia.cscaKeys;
        utopia.cscaKeys = unread;
        utopia.csca = utopia.authority("Utopia CSCA");
        utopia.cscaKeys = good;
        Verdict verdict = withKey(utopia.credentialKeys, utopia.credentialKeys.getPublic());
        assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
        assertThat(check(verdict, "chain").detail()).contains("no listed CSCA");
    }

    /** TRUST-90: what a provider verifies is more than what the rule names. */
    @ParameterizedTest
    @ValueSource(strings = {"SHA1withECDSA", "SHA3-256withECDSA", "SHA256withPLAIN-ECDSA"})
    void aCertificateSignedWithAnotherHashIsUntrusted(String algorithm) {
        utopia.certificateAlgorithm = algorithm;
        Verdict verdict = withKey(utopia.credentialKeys, utopia.credentialKeys.getPublic());
        assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
        assertThat(check(verdict, "chain").detail()).contains("no listed CSCA");
        assertThat(check(verdict, "signature").result()).isEqualTo(Result.PASSED);
    }

    private Verdict withKey(KeyPair keys, PublicKey form) {
        utopia.credentialKeys = new KeyPair(form, keys.getPrivate());
        utopia.credentialCertificate = utopia.signer(
                utopia.credentialKeys, "C=UT,CN=Credential signer 1", 2, CertificateProfile.CREDENTIAL_SIGNING);
        return utopia.verify(utopia.credential(TestPermits.ordinary(), Purpose.FULL));
    }
}
