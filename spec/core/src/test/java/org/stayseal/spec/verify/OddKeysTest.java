package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.spec.verify.AuthenticTest.assertVerdict;
import static org.stayseal.spec.verify.AuthenticTest.check;

import java.security.KeyPair;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
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

    private Verdict withKey(KeyPair keys, PublicKey form) {
        utopia.credentialKeys = new KeyPair(form, keys.getPrivate());
        utopia.credentialCertificate = utopia.signer(
                utopia.credentialKeys, "C=UT,CN=Credential signer 1", 2, CertificateProfile.CREDENTIAL_SIGNING);
        return utopia.verify(utopia.credential(TestPermits.ordinary(), Purpose.FULL));
    }
}
