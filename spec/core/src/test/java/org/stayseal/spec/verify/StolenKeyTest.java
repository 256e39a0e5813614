package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.vds.Seal;

/** VER-80: a signer is revoked, and some of what it signed is in the log kept for its key. */
class StolenKeyTest {

    private final Utopia utopia = new Utopia();
    private final Seal seal = utopia.seal(TestPermits.ordinary());
    private final byte[] code = seal.received();

    @Test
    void whatIsKeptStaysGoodAlsoWhenTheCrlNamesTheSigner() throws Exception {
        revoke(Utopia.NOW, seal.identity());
        utopia.crls = List.of(crl());
        Verdict verdict = utopia.verify(code);
        assertThat(verdict.outcome()).as("%s", verdict.checks()).isEqualTo(Outcome.VALID);
        assertThat(revocation(verdict).detail())
                .isEqualTo(
                        "signed before the key was stolen on 2026-11-22; listed in the authority's log of 2026-11-22");
    }

    @Test
    void whatIsNotKeptIsRefused() {
        revoke(Utopia.NOW, new byte[16]);
        assertRevoked();
    }

    @Test
    void aKeptLogOfASignerThatIsNotRevokedSaysNothingAgainstItsCrl() throws Exception {
        revoke(Utopia.NOW, seal.identity());
        utopia.state = SignerCandidate.State.RETIRED;
        assertThat(utopia.verify(code).outcome()).isEqualTo(Outcome.VALID);
        utopia.crls = List.of(crl());
        assertRevoked();
    }

    @Test
    void underARevokedAuthorityNothingIsKept() {
        revoke(Utopia.NOW, seal.identity());
        utopia.cscaRevoked = true;
        assertRevoked();
    }

    @Test
    void theDayOfTheTheftItselfCountsAndTheNextOneDoesNot() {
        LocalDate signed = seal.header().signed();
        revoke(Instant.parse(signed + "T00:00:00Z"), seal.identity());
        assertThat(utopia.verify(code).outcome()).isEqualTo(Outcome.VALID);
        revoke(Instant.parse(signed.minusDays(1) + "T23:59:59Z"), seal.identity());
        assertRevoked();
    }

    @Test
    void everythingElseIsJudgedAsEver() {
        revoke(Utopia.NOW, seal.identity());
        utopia.seals.put(Hex.encode(seal.identity()), 1);
        assertThat(utopia.verify(code).reason()).contains(Reason.REVOKED);
        byte[] changed = code.clone();
        changed[changed.length - 1] ^= 1;
        assertThat(utopia.verify(changed).reason()).contains(Reason.INVALID_SIGNATURE);
        utopia.signsUntil = Optional.of(Instant.parse("2026-11-10T00:00:00Z"));
        assertThat(revocation(utopia.verify(code)).result()).isEqualTo(Result.PASSED);
        assertThat(utopia.verify(code).reason()).contains(Reason.OUT_OF_SCOPE);
    }

    /** The same person, the same content, the same day: only what is random differs, and with it the whole identity. */
    @Test
    void anIdentityCannotBeFoundFromAPersonsData() {
        Set<String> identities = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Seal again = utopia.seal(TestPermits.ordinary());
            assertThat(again.signedBytes()).isEqualTo(seal.signedBytes());
            identities.add(Hex.encode(again.identity()));
        }
        assertThat(identities).hasSize(20);
    }

    /** Of a credential the random part is the cti: all other claims may be known, and its 128 bits still have to be guessed. */
    @Test
    void theIdentityOfACredentialChangesWithItsRandomPartAndBindsEverythingElse() {
        byte[] cti = new byte[16];
        Credential one = utopia.credential(TestPermits.ordinary(), Purpose.FULL, cti);
        Credential signedAgain = utopia.credential(TestPermits.ordinary(), Purpose.FULL, cti);
        assertThat(signedAgain.contentDigest()).isEqualTo(one.contentDigest());
        for (int bit = 0; bit < 128; bit++) {
            byte[] other = cti.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(utopia.credential(TestPermits.ordinary(), Purpose.FULL, other)
                            .contentDigest())
                    .isNotEqualTo(one.contentDigest());
        }
        assertThat(utopia.credential(TestPermits.work(WorkRight.none()), Purpose.FULL, cti)
                        .contentDigest())
                .isNotEqualTo(one.contentDigest());
        assertThat(utopia.credential(TestPermits.ordinary(), Purpose.WORK, cti).contentDigest())
                .isNotEqualTo(one.contentDigest());
    }

    private void revoke(Instant before, byte[] identity) {
        utopia.state = SignerCandidate.State.REVOKED;
        utopia.kept = Optional.of(new SignerCandidate.Kept(
                before, Instant.parse("2026-11-22T06:00:00Z"), KeptIdentities.of(List.of(identity))));
    }

    private void assertRevoked() {
        Verdict verdict = utopia.verify(code);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.reason()).contains(Reason.REVOKED_CERTIFICATE);
    }

    private static Check revocation(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.name().equals("revocation"))
                .findFirst()
                .orElseThrow();
    }

    private X509CRL crl() throws Exception {
        var builder = new JcaX509v2CRLBuilder(utopia.csca, Date.from(Utopia.NOW));
        builder.setNextUpdate(Date.from(Utopia.NOW.plusSeconds(86400)));
        builder.addCRLEntry(BigInteger.valueOf(0x5B), Date.from(Utopia.NOW), CRLReason.keyCompromise);
        var signature = new JcaContentSignerBuilder("SHA256withECDSA").setProvider(Crypto.provider());
        return new JcaX509CRLConverter().getCRL(builder.build(signature.build(utopia.cscaKeys.getPrivate())));
    }
}
