package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.TestKeys;

/** The first question: did an authority that we trust sign this, unchanged? (docs 60, steps 1 to 9) */
class AuthenticTest {

    private final Utopia utopia = new Utopia();
    private final byte[] seal = utopia.seal(TestPermits.ordinary()).received();
    private final byte[] credential = utopia.credential(TestPermits.ordinary(), Purpose.FULL);

    @Test
    void aGoodSealAndAGoodCredentialAreAuthentic() {
        for (byte[] code : List.of(seal, credential)) {
            Verdict verdict = utopia.verify(code);
            assertThat(verdict.outcome()).as("%s", verdict.checks()).isEqualTo(Outcome.VALID);
            assertThat(verdict.reason()).isEmpty();
            assertThat(verdict.authentic()).isEqualTo(Result.PASSED);
            assertThat(verdict.right()).isEqualTo(Result.PASSED);
            assertThat(verdict.holder()).isEqualTo(Result.COMPARE);
            assertThat(verdict.checks()).hasSize(15);
        }
    }

    @Test
    void whatIsOfNoKnownKindIsNotAPermit() {
        for (String text : List.of("https://example.org/", "HC1:6BFOXN", "rp1:6BF", "", "RP1", "{\"data\":1}")) {
            Verdict verdict = utopia.verify(text.getBytes(StandardCharsets.UTF_8));
            assertVerdict(verdict, Outcome.INVALID, Reason.NOT_A_PERMIT);
            assertThat(verdict.right()).isEqualTo(Result.INDETERMINATE);
            assertThat(verdict.format()).isEqualTo("unknown");
        }
    }

    @Test
    void formatsThatALaterVersionMayReadAreUnsupported() {
        for (String text : List.of("RPL2:ABC", "RP2:ABC")) {
            assertVerdict(
                    utopia.verify(text.getBytes(StandardCharsets.UTF_8)), Outcome.INDETERMINATE, Reason.UNSUPPORTED);
        }
    }

    @Test
    void aTruncatedCodeIsOfWrongFormat() {
        assertVerdict(
                utopia.verify(java.util.Arrays.copyOf(seal, seal.length - 1)), Outcome.INVALID, Reason.WRONG_FORMAT);
        assertVerdict(
                utopia.verify(java.util.Arrays.copyOf(credential, credential.length - 3)),
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
    }

    @Test
    void aCodeLongerThanAnyBarcodeHoldsIsOfWrongFormat() {
        byte[] code = java.util.Arrays.copyOf(credential, 5000);
        assertVerdict(utopia.verify(code), Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    @Test
    void anotherVersionOfTheSealIsUnsupported() {
        byte[] newer = seal.clone();
        newer[1] = 0x04;
        assertVerdict(utopia.verify(newer), Outcome.INDETERMINATE, Reason.UNSUPPORTED);
    }

    @Test
    void withoutAListNothingCanBeSaid() {
        utopia.knowledge = TrustKnowledge.none("nothing there");
        Verdict verdict = utopia.verify(credential);
        assertVerdict(verdict, Outcome.INDETERMINATE, Reason.NO_TRUST_LIST);
        assertThat(check(verdict, "signer").reason()).contains(Reason.NO_TRUST_LIST);
    }

    @Test
    void aForeignListIsNotBelievedEvenIfItNamesTheSigner() {
        utopia.knowledge = TrustKnowledge.unknownRoot(Optional.of(Utopia.list(false)), "another root");
        Verdict verdict = utopia.verify(credential);
        assertVerdict(verdict, Outcome.INDETERMINATE, Reason.UNKNOWN_ROOT);
        assertThat(check(verdict, "signature").result()).isEqualTo(Result.NOT_ASKED);
        assertThat(check(verdict, "status").reason()).contains(Reason.STATUS_UNKNOWN);
    }

    @Test
    void aStaleListIsNeverGreen() {
        Asked later = Asked.residence().at(Utopia.NOW.plusSeconds(2 * 86400));
        utopia.statusExpires = Utopia.NOW.plusSeconds(30 * 86400);
        assertVerdict(utopia.verify(credential, later), Outcome.INDETERMINATE, Reason.TRUST_LIST_STALE);
    }

    @Test
    void aForgeryUnderAStaleListIsStillAForgery() {
        Asked later = Asked.residence().at(Utopia.NOW.plusSeconds(2 * 86400));
        byte[] forged = seal.clone();
        forged[forged.length - 1] ^= 1;
        assertVerdict(utopia.verify(forged, later), Outcome.INVALID, Reason.INVALID_SIGNATURE);
    }

    @Test
    void anUnknownSignerUnderAFreshListIsUnknownAndUnderAStaleOneStale() {
        Utopia other = new Utopia();
        other.sealCertificate = other.signer(other.sealKeys, "C=UT,CN=TT", 0x5C, CertificateProfile.SEAL_SIGNING);
        byte[] foreign = other.seal(TestPermits.ordinary()).received();
        assertVerdict(utopia.verify(foreign), Outcome.INVALID, Reason.UNKNOWN_CERTIFICATE);
        Asked later = Asked.residence().at(Utopia.NOW.plusSeconds(2 * 86400));
        assertVerdict(utopia.verify(foreign, later), Outcome.INDETERMINATE, Reason.TRUST_LIST_STALE);
    }

    @Test
    void aSignerWhoseCertificateAnotherAuthoritySignedIsUntrusted() {
        utopia.csca = new Utopia().csca;
        assertVerdict(utopia.verify(credential), Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
    }

    @Test
    void aSignerWhoseCertificateBreaksItsProfileIsUntrusted() {
        utopia.credentialCertificate =
                utopia.signer(utopia.credentialKeys, "C=UT,CN=C", 2, CertificateProfile.SEAL_SIGNING);
        Verdict verdict = utopia.verify(utopia.credential(TestPermits.ordinary(), Purpose.FULL));
        assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
        assertThat(check(verdict, "chain").detail()).contains("TRUST-9");
    }

    @Test
    void aDemoAuthorityUnderAListThatIsNoDemoIsATestKey() {
        utopia.csca = utopia.authority("Utopia CSCA (demo)");
        utopia.sealCertificate = utopia.signer(utopia.sealKeys, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING);
        byte[] code = utopia.seal(TestPermits.ordinary()).received();
        assertVerdict(utopia.verify(code), Outcome.INVALID, Reason.TEST_KEY);
        utopia.knowledge = TrustKnowledge.pinned(Utopia.list(true));
        assertThat(utopia.verify(code).outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void aRevokedSignerIsRefusedWhateverDateItWrites() {
        utopia.state = SignerCandidate.State.REVOKED;
        assertVerdict(utopia.verify(seal), Outcome.INVALID, Reason.REVOKED_CERTIFICATE);
    }

    @Test
    void aSignerUnderARevokedAuthorityIsRefused() {
        utopia.cscaRevoked = true;
        Verdict verdict = utopia.verify(seal);
        assertVerdict(verdict, Outcome.INVALID, Reason.REVOKED_CERTIFICATE);
        assertThat(check(verdict, "chain").result()).isEqualTo(Result.PASSED);
    }

    @Test
    void aSignerInTheRevocationListOfItsAuthorityIsRefused() throws Exception {
        var builder = new JcaX509v2CRLBuilder(utopia.csca, Date.from(Utopia.NOW));
        builder.setNextUpdate(Date.from(Utopia.NOW.plusSeconds(86400)));
        builder.addCRLEntry(BigInteger.valueOf(0x5B), Date.from(Utopia.NOW), CRLReason.keyCompromise);
        var signature = new JcaContentSignerBuilder("SHA256withECDSA").setProvider(Crypto.provider());
        var crl = builder.build(signature.build(utopia.cscaKeys.getPrivate()));
        utopia.crls = List.of(new JcaX509CRLConverter().getCRL(crl));
        assertVerdict(utopia.verify(seal), Outcome.INVALID, Reason.REVOKED_CERTIFICATE);
        assertThat(utopia.verify(credential).outcome()).isEqualTo(Outcome.VALID);
        // Signed by somebody else, the same list says nothing.
        crl = builder.build(signature.build(TestKeys.generate("secp256r1").getPrivate()));
        utopia.crls = List.of(new JcaX509CRLConverter().getCRL(crl));
        assertThat(utopia.verify(seal).outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void anExpiredCertificateIsToldBesideAForgedSignatureAndDoesNotHideIt() {
        Asked after = Asked.residence().at(Instant.parse("2039-01-01T00:00:00Z"));
        byte[] forged = seal.clone();
        forged[forged.length - 1] ^= 1;
        Verdict verdict = utopia.verify(forged, after);
        assertVerdict(verdict, Outcome.INVALID, Reason.INVALID_SIGNATURE);
        assertThat(check(verdict, "certificate-dates").reason()).contains(Reason.EXPIRED_CERTIFICATE);
    }

    @Test
    void aSignerOutOfItsScopeIsRefused() {
        Set<String> all = Set.of("full", "work", "bank", "stay");
        for (SignerCandidate.Scope scope : List.of(
                new SignerCandidate.Scope(Set.of("UTA"), Set.of("FB06", "RP1"), all),
                new SignerCandidate.Scope(Set.of("UTO"), Set.of("FA06"), all),
                new SignerCandidate.Scope(Set.of("UTO"), Set.of("RP1"), Set.of("bank")))) {
            utopia.scope = scope;
            assertVerdict(utopia.verify(seal), Outcome.INVALID, Reason.OUT_OF_SCOPE);
            assertVerdict(utopia.verify(credential), Outcome.INVALID, Reason.OUT_OF_SCOPE);
        }
    }

    @Test
    void aKeyThatIsOnlyAnnouncedVerifiesFromItsPlannedDayOn() {
        utopia.state = SignerCandidate.State.ANNOUNCED;
        utopia.signsFrom = Optional.of(Utopia.NOW.plusSeconds(3600));
        assertThat(utopia.verify(seal).outcome()).isEqualTo(Outcome.VALID);
        utopia.signsFrom = Optional.of(Utopia.NOW.plusSeconds(86400));
        assertVerdict(utopia.verify(seal), Outcome.INVALID, Reason.OUT_OF_SCOPE);
    }

    @Test
    void aRetiredKeyVerifiesWhatItSignedInItsTime() {
        utopia.state = SignerCandidate.State.RETIRED;
        utopia.signsUntil = Optional.of(Utopia.NOW.minusSeconds(3600));
        assertThat(utopia.verify(credential).outcome()).isEqualTo(Outcome.VALID);
        utopia.signsUntil = Optional.of(Utopia.NOW.minusSeconds(86400));
        assertVerdict(utopia.verify(credential), Outcome.INVALID, Reason.OUT_OF_SCOPE);
    }

    @Tag("thousands")
    @Test
    void everySingleBitFlippedIsNeverValid() {
        for (byte[] code : List.of(seal, credential)) {
            for (int bit = 0; bit < code.length * 8; bit++) {
                byte[] changed = code.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                Verdict verdict = utopia.verify(changed);
                assertThat(verdict.outcome()).as("bit %d", bit).isNotEqualTo(Outcome.VALID);
                assertThat(verdict.outcome() == Outcome.INVALID
                                || verdict.reason().equals(Optional.of(Reason.UNSUPPORTED)))
                        .as("bit %d: %s", bit, verdict.reason())
                        .isTrue();
            }
        }
    }

    @Test
    void withACertificateGivenByHandOnlyAuthenticityAndDatesAreAsked() {
        utopia.knowledge = TrustKnowledge.none("nothing there");
        utopia.hasStatusLists = false;
        Verdict verdict = utopia.verify(seal, Asked.residence().signer(utopia.sealCertificate));
        assertThat(verdict.outcome()).isEqualTo(Outcome.VALID);
        assertThat(verdict.checks().stream()
                        .filter(check -> check.result() == Result.NOT_ASKED)
                        .map(Check::name))
                .containsExactly("trust-list", "chain", "environment", "revocation", "scope", "clock", "status");
        Verdict other = utopia.verify(seal, Asked.residence().signer(utopia.credentialCertificate));
        assertVerdict(other, Outcome.INVALID, Reason.UNKNOWN_CERTIFICATE);
    }

    @Test
    void aSealCarriesIcaosWords() {
        assertThat(utopia.verify(seal).icao())
                .contains(new Verdict.Icao(Optional.of("VALID"), List.of(), Optional.of("trustworthy"), false));
        utopia.state = SignerCandidate.State.REVOKED;
        assertThat(utopia.verify(seal).icao())
                .contains(new Verdict.Icao(
                        Optional.of("INVALID"),
                        List.of("REVOKED_CERTIFICATE"),
                        Optional.of("high fraud potential"),
                        false));
        utopia.knowledge = TrustKnowledge.none("nothing there");
        assertThat(utopia.verify(seal).icao())
                .contains(new Verdict.Icao(Optional.empty(), List.of(), Optional.empty(), false));
        assertThat(utopia.verify(credential).icao()).isEmpty();
    }

    static void assertVerdict(Verdict verdict, Outcome outcome, Reason reason) {
        assertThat(verdict.reason()).as("%s", verdict.checks()).contains(reason);
        assertThat(verdict.outcome()).isEqualTo(outcome);
    }

    static Check check(Verdict verdict, String name) {
        return verdict.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
