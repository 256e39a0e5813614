package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** The verdict on IDBs (docs 21, part 6). */
class IdbVerdictTest {

    private static final String ZONE = "ARUTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<0";
    private static final Map<String, String> PERMANENT =
            Map.of("documentReference", "UTR000042", "documentNumber", "PR1234567", "nationalDocumentType", "10");
    private static final Map<String, String> PROVISIONAL = Map.of(
            "mrzTd2",
            ZONE,
            "documentReference",
            "UTR000042",
            "azrNumber",
            "260113000085",
            "nationalDocumentType",
            "0E");

    private final Utopia utopia = new Utopia();

    @BeforeEach
    void scope() {
        utopia.scope = new SignerCandidate.Scope(
                Set.of("UTO"), Set.of("IDB-86-10", "IDB-86-0E", "IDB-86-12", "IDB-01"), Set.of());
    }

    private Idb idb(Map<String, String> values) {
        return idb(IdbRequest.of("UTO", values), LocalDate.of(2026, 11, 20));
    }

    private Idb idb(IdbRequest request, LocalDate signed) {
        return IdbEncoder.prepare(request, signed, utopia.sealCertificate)
                .sign(SoftwareSigner.of(utopia.sealKeys.getPrivate(), utopia.sealCertificate));
    }

    private Verdict verify(Idb idb) {
        return utopia.verify(Verifier.typed(idb.text()));
    }

    @Test
    void aPermanentResidentsCertificateIsValidWithoutAnEnd() {
        Verdict verdict = verify(idb(PERMANENT));
        assertThat(verdict.format()).isEqualTo("idb");
        assertThat(verdict.outcome()).isEqualTo(Outcome.VALID);
        assertThat(verdict.holder()).isEqualTo(Result.COMPARE);
        assertThat(verdict.document())
                .containsEntry("type", "IDB-86-10")
                .containsEntry("profile", "certificate-of-permanent-residence")
                .doesNotContainKey("documentUntil");
        assertThat(verdict.icao().orElseThrow().status()).contains("VALID");
    }

    @Test
    void aProvisionalDocumentEndsWithItsZone() {
        Verdict verdict = verify(idb(PROVISIONAL));
        assertThat(verdict.outcome()).isEqualTo(Outcome.VALID);
        assertThat(verdict.document())
                .containsEntry("surname", "STERN")
                .containsEntry("birthDate", "1985-03-12")
                .containsEntry("documentUntil", "2028-11-20");
        Verdict later = utopia.verify(
                Verifier.typed(idb(PROVISIONAL).text()), Asked.residence().at(Instant.parse("2028-11-21T00:00:00Z")));
        assertThat(reasons(later)).contains(Reason.EXPIRED);
    }

    @Test
    void aCertificateThatNamesDocumentTypesSignsOnlyThoseAndNothingWithoutAZone() {
        utopia.sealCertificate =
                utopia.signer(utopia.sealKeys, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING, Set.of("V"));
        assertThat(reasons(verify(idb(PERMANENT)))).contains(Reason.OUT_OF_SCOPE);
        assertThat(reasons(verify(idb(PROVISIONAL)))).contains(Reason.OUT_OF_SCOPE);
        utopia.sealCertificate =
                utopia.signer(utopia.sealKeys, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING, Set.of("A", "V"));
        assertThat(verify(idb(PROVISIONAL)).outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void aMaskedDateEndsTheDocumentOnTheFirstDayThatFits() {
        Map<String, String> values = with(PERMANENT, "expiryDate", "2026-11-xx");
        Verdict verdict = verify(idb(values));
        assertThat(verdict.document()).containsEntry("documentUntil", "2026-11-01");
        assertThat(verdict.reason()).contains(Reason.EXPIRED);
        assertThat(verify(idb(with(PERMANENT, "expiryDate", "2026-12-xx"))).outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void theEarlierOfTwoEndsCounts() {
        Verdict verdict = verify(idb(with(PROVISIONAL, "expiryDate", "2027-01-31")));
        assertThat(verdict.document()).containsEntry("documentUntil", "2027-01-31");
    }

    @Test
    void aCodeWithoutASignatureIsShownAndNeverAuthentic() {
        Verdict verdict = utopia.verify(Verifier.typed(
                IdbEncoder.unsigned(IdbRequest.of("UTO", PROVISIONAL)).text()));
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.reason()).contains(Reason.INVALID_SIGNATURE);
        assertThat(check(verdict, "signer").result()).isEqualTo(Result.NOT_ASKED);
        assertThat(check(verdict, "signature").detail()).isEqualTo("carries no signature");
        assertThat(verdict.document())
                .containsEntry("surname", "STERN")
                .doesNotContainKeys("birthDate", "documentUntil");
        assertThat(utopia.verify(
                                Verifier.typed(IdbEncoder.unsigned(IdbRequest.of("UTO", PERMANENT))
                                        .text()),
                                Asked.residence().signer(utopia.sealCertificate))
                        .outcome())
                .isEqualTo(Outcome.INVALID);
    }

    @Test
    void aCertificateInsideCountsOnlyIfItIsTheListedOne() {
        Idb inside = idb(new IdbRequest("UTO", PERMANENT, true, true), LocalDate.of(2026, 11, 20));
        assertThat(verify(inside).outcome()).isEqualTo(Outcome.VALID);
        var strangers = TestKeys.generate("secp256r1");
        var stranger = utopia.signer(strangers, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING);
        Idb forged = IdbEncoder.prepare(
                        new IdbRequest("UTO", PERMANENT, false, true), LocalDate.of(2026, 11, 20), stranger)
                .sign(SoftwareSigner.of(strangers.getPrivate(), stranger));
        assertThat(verify(forged).reason()).contains(Reason.UNKNOWN_CERTIFICATE);
    }

    @Test
    void theSignersScopeNamesTheDocument() {
        utopia.scope = new SignerCandidate.Scope(Set.of("UTO"), Set.of("IDB-86-0E", "FB06"), Set.of());
        assertThat(verify(idb(PERMANENT)).reason()).contains(Reason.OUT_OF_SCOPE);
        assertThat(verify(idb(PROVISIONAL)).outcome()).isEqualTo(Outcome.VALID);
        assertThat(verify(idb(IdbRequest.of("UTO", PROVISIONAL), LocalDate.of(2026, 10, 1)))
                        .reason())
                .contains(Reason.OUT_OF_SCOPE);
    }

    @Test
    void aSignatureOfTheFutureIsNotYetValid() {
        assertThat(verify(idb(IdbRequest.of("UTO", PERMANENT), LocalDate.of(2026, 11, 23)))
                        .reason())
                .contains(Reason.NOT_YET_VALID);
    }

    @Test
    void theStatusIsKeyedByTheIdentityThatCompressionDoesNotChange() {
        Idb plain = idb(PERMANENT);
        utopia.seals.put(Hex.encode(plain.identity()), 1);
        assertThat(verify(plain).reason()).contains(Reason.REVOKED);
    }

    @Test
    void aSupplementarySheetGrantsNothingAndAVisaIsSilentOnWork() {
        String td1 = "ARUTOUTP0000426<<<<<<<<<<<<<<<\n8503127F2811202UTO<<<<<<<<<<<0\nSTERN<<MAYA<<<<<<<<<<<<<<<<<<<";
        Verdict sheet = verify(idb(with(with(PERMANENT, "nationalDocumentType", "12"), "mrzTd1", td1)));
        assertThat(sheet.reason()).contains(Reason.NOT_A_RESIDENCE_DOCUMENT);
        assertThat(sheet.outcome()).isEqualTo(Outcome.INDETERMINATE);
        Idb visa = idb(Map.of(
                "visa.mrz",
                "V<UTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<<",
                "visa.durationOfStay",
                "P90D",
                "visa.passportNumber",
                "XP1234567"));
        assertThat(verify(visa).outcome()).isEqualTo(Outcome.VALID);
        assertThat(utopia.verify(Verifier.typed(visa.text()), Asked.residence().purpose(Purpose.WORK))
                        .reason())
                .contains(Reason.PURPOSE_NOT_STATED);
        assertThat(verify(visa).document())
                .extracting("features")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("visa.durationOfStay", "P90D");
    }

    @Test
    void theFaceIsOfferedWithItsFormatAndNotAmongTheFeatures() {
        String face = "0000000c6a5020200d0a870a" + "00".repeat(888);
        Verdict verdict = verify(idb(with(PERMANENT, "faceImage", face)));
        assertThat(verdict.document()).containsEntry("photoType", "image/jp2").containsKey("photo");
        assertThat(verdict.document())
                .extracting("features")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .doesNotContainKey("faceImage");
    }

    private static List<Reason> reasons(Verdict verdict) {
        return verdict.checks().stream().flatMap(c -> c.reason().stream()).toList();
    }

    private static Check check(Verdict verdict, String name) {
        return verdict.checks().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }
}
