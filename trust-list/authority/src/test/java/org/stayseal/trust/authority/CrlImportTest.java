package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.trust.authority.crl.CrlImport;

/** TRUST-120. */
class CrlImportTest {

    private final Hierarchy hierarchy = Utopia.authority().hierarchy();
    private final Hierarchy.Entry csca = hierarchy.entry(KeyName.CSCA);
    private final byte[] crl = RevocationList.make(csca, 7, Utopia.NOW, Map.of(BigInteger.TEN, Utopia.NOW));

    @Test
    void aListIsTakenWithTheAuthorityWhoseKeySignedIt() {
        CscaRenewal renewal = hierarchy.renewal(
                Utopia.PROFILE,
                KeySupply.fresh().key(KeyName.CSCA),
                Optional.empty(),
                BigInteger.valueOf(0x20),
                Utopia.NOW);

        CrlImport.Result result = new CrlImport(List.of(renewal.renewed(), csca.certificate()), Utopia.NOW)
                .take(crl, key -> Optional.of(BigInteger.valueOf(7)));

        assertThat(result).isInstanceOfSatisfying(CrlImport.Result.Taken.class, taken -> {
            assertThat(taken.authority()).isEqualTo(csca.certificate());
            assertThat(taken.number()).isEqualTo(7);
            assertThat(taken.crl().getRevokedCertificate(BigInteger.TEN)).isNotNull();
        });
    }

    @Test
    void anotherAuthorityDoesNotVouchForIt() {
        refused(
                new CrlImport(
                        List.of(Utopia.stranger()
                                .hierarchy()
                                .entry(KeyName.CSCA)
                                .certificate()),
                        Utopia.NOW),
                crl,
                Optional.empty(),
                "no CSCA of that name signed it");
        refused(new CrlImport(List.of(), Utopia.NOW), crl, Optional.empty(), "has the name of its issuer");
    }

    @Test
    void aListThatIsOverFromTheFutureOrOlderThanOneTakenIsRefused() {
        refused(at(Utopia.NOW.plus(Duration.ofDays(91))), crl, Optional.empty(), "it ended on");
        refused(at(Utopia.NOW.minusSeconds(1)), crl, Optional.empty(), "from the future");
        refused(at(Utopia.NOW), crl, Optional.of(BigInteger.valueOf(8)), "older than one");
    }

    @Test
    void aChangedListABytBehindItAndNoListAreRefused() {
        byte[] changed = crl.clone();
        changed[changed.length - 1] ^= 1;
        refused(at(Utopia.NOW), changed, Optional.empty(), "signed it");
        refused(at(Utopia.NOW), java.util.Arrays.copyOf(crl, crl.length + 1), Optional.empty(), "TRUST-49");
        refused(at(Utopia.NOW), new byte[0], Optional.empty(), "TRUST-49");
    }

    @Test
    void aListSignedOverAShorterDigestIsRefused() throws Exception {
        refused(at(Utopia.NOW), signed("SHA1withECDSA"), Optional.empty(), "and SHA-2");
        refused(at(Utopia.NOW), signed("SHA3-256withECDSA"), Optional.empty(), "and SHA-2");
        assertThat(at(Utopia.NOW).take(signed("SHA256withECDSA"), key -> Optional.empty()))
                .isInstanceOf(CrlImport.Result.Taken.class);
    }

    @Test
    void aListThatNamesACertificateTwiceIsRefused() throws Exception {
        X509v2CRLBuilder twice = new X509v2CRLBuilder(new X509CRLHolder(crl));
        twice.addCRLEntry(BigInteger.TEN, java.util.Date.from(Utopia.NOW), 0);
        refused(at(Utopia.NOW), signed(twice, "SHA384withECDSA"), Optional.empty(), "an entry twice");
    }

    private byte[] signed(String algorithm) throws Exception {
        return signed(new X509v2CRLBuilder(new X509CRLHolder(crl)), algorithm);
    }

    private byte[] signed(X509v2CRLBuilder builder, String algorithm) throws Exception {
        return builder.build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(Crypto.provider())
                        .build(csca.key().pair().getPrivate()))
                .getEncoded();
    }

    private CrlImport at(Instant now) {
        return new CrlImport(List.of(csca.certificate()), now);
    }

    private static void refused(CrlImport reader, byte[] der, Optional<BigInteger> newest, String words) {
        assertThat(reader.take(der, key -> newest))
                .isInstanceOfSatisfying(
                        CrlImport.Result.Refused.class,
                        no -> assertThat(no.reason()).contains(words));
    }
}
