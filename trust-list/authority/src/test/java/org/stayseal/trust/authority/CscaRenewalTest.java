package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.trust.authority.lint.Lints;
import org.stayseal.trust.authority.masterlist.SortedCertificates;

class CscaRenewalTest {

    private static final BigInteger SERIAL = BigInteger.valueOf(0x20);

    private final Hierarchy hierarchy = Utopia.authority().hierarchy();
    private final AuthorityKey next = KeySupply.fresh().key(KeyName.CSCA);
    private final X509Certificate old = hierarchy.entry(KeyName.CSCA).certificate();

    @Test
    void theFirstCertificateFollowsTheProfile() {
        assertThat(Lints.CSCA.faults(old, old)).isEmpty();
    }

    @Test
    void underTheSameNameTheOldKeySignsTheNewOneWithoutAWordOfAChange() throws Exception {
        CscaRenewal renewal = renewal(Optional.empty());

        assertThat(renewal.renewed().getSubjectX500Principal()).isEqualTo(old.getSubjectX500Principal());
        assertThat(renewal.link().getPublicKey()).isEqualTo(renewal.renewed().getPublicKey());
        assertThat(renewal.link().getExtensionValue("2.23.136.1.1.6.1")).isNull();
        renewal.renewed().verify(next.publicKey(), Crypto.provider());
        renewal.link().verify(old.getPublicKey(), Crypto.provider());
        assertThat(List.of(
                        old.getSerialNumber(),
                        renewal.renewed().getSerialNumber(),
                        renewal.link().getSerialNumber()))
                .doesNotHaveDuplicates();
    }

    @Test
    void underAnotherNameTheLinkSaysThatItChanged() throws Exception {
        CscaRenewal renewal = renewal(Optional.of("Utopia CSCA 2 (demo)"));

        assertThat(renewal.link().getIssuerX500Principal()).isEqualTo(old.getSubjectX500Principal());
        assertThat(renewal.link().getSubjectX500Principal())
                .isEqualTo(renewal.renewed().getSubjectX500Principal())
                .isNotEqualTo(old.getSubjectX500Principal());
        assertThat(renewal.link().getExtensionValue("2.23.136.1.1.6.1"))
                .as("NULL in an octet string")
                .containsExactly(4, 2, 5, 0);
        renewal.link().verify(old.getPublicKey(), Crypto.provider());
    }

    @Test
    void theLinkEndsWithTheOldCertificate() {
        assertThat(renewal(Optional.empty()).link().getNotAfter()).isEqualTo(old.getNotAfter());
    }

    @Test
    void aListTakesOldNewAndLinkAndTheLinkOnlyWhereTheOldOneIs() throws Exception {
        for (Optional<String> name : List.of(Optional.<String>empty(), Optional.of("Utopia CSCA 2 (demo)"))) {
            CscaRenewal renewal = renewal(name);
            byte[] link = renewal.link().getEncoded();
            byte[] renewed = renewal.renewed().getEncoded();

            assertThat(SortedCertificates.of(List.of(link, renewed, old.getEncoded()), Utopia.NOW)
                            .taken())
                    .containsExactly(renewal.link(), renewal.renewed(), old);
            assertThat(SortedCertificates.of(List.of(link, renewed), Utopia.NOW).taken())
                    .containsExactly(renewal.renewed());
        }
    }

    @Test
    void whatTheNewKeySignsIsBelievedUnderTheNewCertificateAndUnderTheLink() throws Exception {
        CscaRenewal renewal = renewal(Optional.of("Utopia CSCA 2 (demo)"));
        X509Certificate signer = new CertificateMaker(Utopia.PROFILE, Utopia.NOW)
                .credentialSigner(
                        KeySupply.fresh().key(KeyName.CREDENTIAL_SIGNER).publicKey(),
                        "Utopia credential signer 2",
                        BigInteger.valueOf(0x30),
                        next,
                        renewal.renewed());

        signer.verify(renewal.link().getPublicKey(), Crypto.provider());
        assertThat(signer.getIssuerX500Principal()).isEqualTo(renewal.link().getSubjectX500Principal());
    }

    @Test
    void theSameKeyAgainIsNoRenewal() {
        AuthorityKey same = hierarchy.entry(KeyName.CSCA).key();

        assertThatThrownBy(() -> hierarchy.renewal(Utopia.PROFILE, same, Optional.empty(), SERIAL, Utopia.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the same key");
    }

    @Test
    void theRenewalOfADemoSaysThatItIsOne() {
        assertThatThrownBy(() -> renewal(Optional.of("Utopia CSCA 2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one alone ends in (demo)");
    }

    @Test
    void aSerialNumberIsNotUsedTwice() {
        assertThatThrownBy(() -> hierarchy.renewal(Utopia.PROFILE, next, Optional.empty(), BigInteger.ONE, Utopia.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("used once");
    }

    private CscaRenewal renewal(Optional<String> name) {
        return hierarchy.renewal(Utopia.PROFILE, next, name, SERIAL, Utopia.NOW);
    }
}
