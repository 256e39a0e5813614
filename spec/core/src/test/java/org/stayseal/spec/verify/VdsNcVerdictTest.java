package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.vdsnc.VdsNcDecoder;

/** Docs 22 section 7: a VDS-NC under the same steps as every other code. */
class VdsNcVerdictTest {

    private final Utopia utopia = new Utopia();
    private final byte[] code = utopia.vdsNc(TestPermits.ordinary());

    @Test
    void aResidencePermitIsValidAndIsSaidToBeANationalType() {
        Verdict verdict = utopia.verify(code);
        assertThat(verdict.outcome()).isEqualTo(Outcome.VALID);
        assertThat(verdict.format()).isEqualTo("vds-nc");
        assertThat(verdict.icao()).isEmpty();
        assertThat(check(verdict, "document-type").detail()).contains("a national type of UTO");
        assertThat(verdict.document()).containsEntry("national", true).containsEntry("surname", "Muster");
    }

    @Test
    void itAnswersEveryPurposeAndSaysWhetherWorkIsAllowed() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(utopia.verify(code, Asked.residence().purpose(purpose)).outcome())
                    .as(purpose.key())
                    .isEqualTo(Outcome.VALID);
        }
        byte[] none = utopia.vdsNc(TestPermits.work(WorkRight.none()));
        assertThat(utopia.verify(none, Asked.residence().purpose(Purpose.WORK)).reason())
                .contains(Reason.PURPOSE_NOT_GRANTED);
    }

    @Test
    void theCertificateInsideCountsOnlyIfItIsListed() {
        Utopia other = new Utopia();
        assertThat(utopia.verify(other.vdsNc(TestPermits.ordinary())).reason()).contains(Reason.UNKNOWN_CERTIFICATE);
    }

    @Test
    void aCertificateMadeForSealsBreaksTheProfile() {
        utopia.vdsNcCertificate = utopia.signer(utopia.vdsNcKeys, "C=UT,CN=NC", 0x22, CertificateProfile.SEAL_SIGNING);
        Verdict verdict = utopia.verify(utopia.vdsNc(TestPermits.ordinary()));
        assertThat(verdict.reason()).contains(Reason.UNTRUSTED_CERTIFICATE);
        assertThat(check(verdict, "signature").result()).isEqualTo(Result.PASSED);
    }

    @Test
    void statusesAreKeyedByItsIdentity() throws Exception {
        utopia.seals.put(Hex.encode(VdsNcDecoder.decode(code).identity()), 1);
        assertThat(utopia.verify(code).reason()).contains(Reason.REVOKED);
    }

    @Test
    void icaosProofOfVaccinationIsAuthenticAndNoResidenceDocument() throws Exception {
        byte[] sample = sample();
        X509Certificate inside = Crypto.certificate(VdsNcDecoder.decode(sample).certificate());
        Asked asked = Asked.residence().signer(inside).at(Instant.parse("2022-01-01T00:00:00Z"));
        Verdict verdict = verifier().verify(sample, asked);
        assertThat(verdict.authentic()).isEqualTo(Result.PASSED);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(verdict.reason()).contains(Reason.NOT_A_RESIDENCE_DOCUMENT);
        assertThat(check(verdict, "document-type").detail()).isEqualTo("Proof of vaccination");
    }

    @Tag("thousands")
    @Test
    void icaosProofOfVaccinationWithAnyOneBitFlippedIsNotAuthentic() throws Exception {
        byte[] sample = sample();
        X509Certificate inside = Crypto.certificate(VdsNcDecoder.decode(sample).certificate());
        Asked asked = Asked.residence().signer(inside).at(Instant.parse("2022-01-01T00:00:00Z"));
        for (int bit = 0; bit < sample.length * 8; bit++) {
            byte[] changed = sample.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier().verify(changed, asked).authentic())
                    .as("bit %d", bit)
                    .isNotEqualTo(Result.PASSED);
        }
    }

    @Test
    void anotherCertificateGivenByHandIsNotTheOneThatItNames() throws Exception {
        Verdict verdict = verifier().verify(code, Asked.residence().signer(new Utopia().vdsNcCertificate));
        assertThat(verdict.reason()).isEqualTo(Optional.of(Reason.UNKNOWN_CERTIFICATE));
    }

    private static Verifier verifier() {
        return new Verifier(TrustSource.none("not asked"), StatusSource.none(), Clock.systemUTC());
    }

    private static byte[] sample() throws Exception {
        return Files.readString(Conformance.path("vdsnc/utopia-proof-of-vaccination.json"))
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Check check(Verdict verdict, String name) {
        return verdict.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
