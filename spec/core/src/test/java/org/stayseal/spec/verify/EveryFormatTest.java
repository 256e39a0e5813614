package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.spec.verify.AuthenticTest.assertVerdict;
import static org.stayseal.spec.verify.AuthenticTest.check;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** What holds of a code whatever its format: a forged signature, a certificate given by hand, a profile, a day, a name in the evidence. */
class EveryFormatTest {

    private final Utopia utopia = new Utopia();

    @BeforeEach
    void scope() {
        utopia.scope = new SignerCandidate.Scope(
                Set.of("UTO"),
                Set.of("FB06", "RP1", "uto.residence-permit", "IDB-86-10"),
                Set.of("full", "work", "bank", "stay"));
    }

    private Map<String, byte[]> codes() {
        Map<String, byte[]> codes = new LinkedHashMap<>();
        codes.put("vds", utopia.seal(TestPermits.ordinary()).received());
        codes.put("credential", utopia.credential(TestPermits.ordinary(), Purpose.FULL));
        codes.put("vds-nc", utopia.vdsNc(TestPermits.ordinary()));
        codes.put("idb", idb());
        return codes;
    }

    private byte[] idb() {
        Map<String, String> permanent =
                Map.of("documentReference", "UTR000042", "documentNumber", "PR1234567", "nationalDocumentType", "10");
        return Verifier.typed(
                IdbEncoder.prepare(IdbRequest.of("UTO", permanent), LocalDate.of(2026, 11, 22), utopia.sealCertificate)
                        .sign(SoftwareSigner.of(utopia.sealKeys.getPrivate(), utopia.sealCertificate))
                        .text());
    }

    private X509Certificate certificateOf(String format) {
        return switch (format) {
            case "credential" -> utopia.credentialCertificate;
            case "vds-nc" -> utopia.vdsNcCertificate;
            default -> utopia.sealCertificate;
        };
    }

    @Test
    void itIsValidAndSaysItsFormatAndItsSignerAndWhatItIs() {
        codes().forEach((format, code) -> {
            Verdict verdict = utopia.verify(code);
            assertThat(verdict.outcome()).as("%s", verdict.checks()).isEqualTo(Outcome.VALID);
            assertThat(verdict.format()).isEqualTo(format);
            assertThat(check(verdict, "signer").detail())
                    .matches("(signer UTTS 5B|key [0-9a-f]{16}|certificate [0-9A-Fa-f]{10,}) is listed");
            assertThat(check(verdict, "scope").detail()).startsWith("UTO ").endsWith(", signed 2026-11-22");
            assertThat(check(verdict, "dates").detail()).contains("2026-11-22");
            assertThat(verdict.document()).isNotEmpty();
            assertThat(verdict.icao().map(Verdict.Icao::subIndications).orElse(java.util.List.of()))
                    .isEmpty();
        });
    }

    @Test
    void aForgedSignatureIsFoundAndItsSignerStillNamed() throws Exception {
        Map<String, byte[]> forged = codes();
        byte[] seal = forged.get("vds").clone();
        seal[seal.length - 1] ^= 1;
        forged.put("vds", seal);
        byte[] cose = BoundedInflate.inflate(
                Base45.decode(text(forged.get("credential")).substring(4), "CRED-1"), 8192, 100, "CRED-1");
        cose[cose.length - 1] ^= 1;
        forged.put("credential", Verifier.typed("RP1:" + Base45.encode(BoundedInflate.deflate(cose))));
        forged.put(
                "vds-nc",
                changed(forged.get("vds-nc"), text(forged.get("vds-nc")).indexOf("sigvl\":\"") + 20));
        forged.put("idb", changed(forged.get("idb"), forged.get("idb").length - 20));
        forged.forEach((format, code) -> {
            Verdict verdict = utopia.verify(code);
            assertVerdict(verdict, Outcome.INVALID, Reason.INVALID_SIGNATURE);
            assertThat(verdict.format()).isEqualTo(format);
            assertThat(check(verdict, "signer").result()).isEqualTo(Result.PASSED);
        });
    }

    @Test
    void aCertificateGivenByHandIsTakenOnlyIfItIsTheOneThatTheCodeNames() {
        codes().forEach((format, code) -> {
            Verdict own = utopia.verify(code, Asked.residence().signer(certificateOf(format)));
            assertThat(own.outcome()).as("%s", own.checks()).isEqualTo(Outcome.VALID);
            assertThat(check(own, "signer").detail()).endsWith(" is the certificate given");
            X509Certificate other = certificateOf(format.equals("credential") ? "vds" : "credential");
            Verdict foreign = utopia.verify(code, Asked.residence().signer(other));
            assertVerdict(foreign, Outcome.INVALID, Reason.UNKNOWN_CERTIFICATE);
            assertThat(check(foreign, "signer").detail()).endsWith(" is not the certificate that was given");
        });
    }

    @Test
    void aCertificateMadeForAnotherKindOfCodeIsUntrusted() {
        utopia.sealCertificate = utopia.signer(utopia.sealKeys, "C=UT,CN=TS", 0x5B, CertificateProfile.VDS_NC_SIGNING);
        utopia.credentialCertificate =
                utopia.signer(utopia.credentialKeys, "C=UT,CN=C", 2, CertificateProfile.SEAL_SIGNING);
        utopia.vdsNcCertificate =
                utopia.signer(utopia.vdsNcKeys, "C=UT,CN=NC", 0x21, CertificateProfile.CREDENTIAL_SIGNING);
        codes().forEach((format, code) -> {
            Verdict verdict = utopia.verify(code);
            assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
            assertThat(check(verdict, "chain").detail()).contains("extended key usage");
        });
    }

    @Test
    void aCertificateThatNamesDocumentTypesSignsNoOther() {
        utopia.sealCertificate =
                utopia.signer(utopia.sealKeys, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING, Set.of("V"));
        utopia.vdsNcCertificate =
                utopia.signer(utopia.vdsNcKeys, "C=UT,CN=NC", 0x21, CertificateProfile.VDS_NC_SIGNING, Set.of("A"));
        Map<String, byte[]> codes = codes();
        assertVerdict(utopia.verify(codes.get("vds")), Outcome.INVALID, Reason.OUT_OF_SCOPE);
        // A residence permit in a VDS-NC and a certificate without a zone have no document code that could be named.
        assertVerdict(utopia.verify(codes.get("vds-nc")), Outcome.INVALID, Reason.OUT_OF_SCOPE);
        assertVerdict(utopia.verify(codes.get("idb")), Outcome.INVALID, Reason.OUT_OF_SCOPE);
        utopia.sealCertificate =
                utopia.signer(utopia.sealKeys, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING, Set.of("A"));
        assertThat(utopia.verify(utopia.seal(TestPermits.ordinary()).received()).outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void aCodeSignedBeforeItsKeySignsIsOutOfScope() {
        utopia.signsFrom = Optional.of(Instant.parse("2026-11-23T00:00:00Z"));
        codes().forEach((format, code) -> {
            Verdict verdict = utopia.verify(code);
            assertVerdict(verdict, Outcome.INVALID, Reason.OUT_OF_SCOPE);
            assertThat(check(verdict, "scope").detail())
                    .isEqualTo("signed 2026-11-22, the key signs from 2026-11-23T00:00:00Z");
        });
    }

    @Test
    void withoutAListTheStatusIsUnknownAndTheEntryIsNamed() {
        utopia.hasStatusLists = false;
        Map<String, String> names = Map.of(
                "vds",
                "seal [0-9a-f]{32}",
                "vds-nc",
                "VDS-NC [0-9a-f]{32}",
                "idb",
                "IDB [0-9a-f]{32}",
                "credential",
                ".*" + Utopia.STATUS_URI + ".*");
        codes().forEach((format, code) -> {
            Verdict verdict = utopia.verify(code);
            assertVerdict(verdict, Outcome.INDETERMINATE, Reason.STATUS_UNKNOWN);
            assertThat(check(verdict, "status").detail()).matches("no list at hand for " + names.get(format));
        });
    }

    @Test
    void aRightOfAVdsNcBeginsWithTheLaterAndEndsWithTheEarlierDay() {
        utopia.statusExpires = Instant.parse("2037-01-01T00:00:00Z");
        byte[] code =
                utopia.vdsNc(TestPermits.right(LocalDate.of(2026, 11, 25), Optional.of(LocalDate.of(2028, 2, 29))));
        assertDates(code, "2026-11-24T23:59:59Z", Optional.of(Reason.NOT_YET_VALID));
        assertDates(code, "2026-11-25T00:00:00Z", Optional.empty());
        assertDates(code, "2028-02-29T23:59:59Z", Optional.empty());
        assertDates(code, "2028-03-01T00:00:00Z", Optional.of(Reason.EXPIRED));
        byte[] unlimited = utopia.vdsNc(TestPermits.right(LocalDate.of(2020, 1, 1), Optional.empty()));
        assertDates(unlimited, "2026-11-21T23:59:59Z", Optional.of(Reason.NOT_YET_VALID));
        assertDates(unlimited, "2026-11-22T00:00:00Z", Optional.empty());
        assertDates(unlimited, "2030-11-21T23:59:59Z", Optional.empty());
        assertDates(unlimited, "2030-11-22T00:00:00Z", Optional.of(Reason.EXPIRED));
    }

    private void assertDates(byte[] code, String at, Optional<Reason> reason) {
        Check dates = check(utopia.verify(code, Asked.residence().at(Instant.parse(at))), "dates");
        assertThat(dates.reason()).as("%s: %s", at, dates.detail()).isEqualTo(reason);
    }

    @Test
    void aCertificateThatClaimsTheKeyOfTheAuthorityAndIsSignedByAnotherIsUntrusted() {
        KeyPair real = utopia.cscaKeys;
        utopia.cscaKeys = TestKeys.generate("secp256r1");
        utopia.sealCertificate = sealSigner(Optional.of(real));
        Verdict verdict = utopia.verify(utopia.seal(TestPermits.ordinary()).received());
        assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
        assertThat(check(verdict, "chain").detail()).isEqualTo("no listed CSCA of the country signed it");
    }

    @Test
    void aCertificateThatNamesAnotherKeyOrNoneThanTheOneThatSignedItIsUntrusted() {
        for (Optional<KeyPair> named :
                java.util.List.of(Optional.of(TestKeys.generate("secp256r1")), Optional.<KeyPair>empty())) {
            utopia.sealCertificate = sealSigner(named);
            Verdict verdict = utopia.verify(utopia.seal(TestPermits.ordinary()).received());
            assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
            assertThat(check(verdict, "chain").detail()).isEqualTo("no listed CSCA of the country signed it");
        }
    }

    @Test
    void whatGivesNothingIsNotAskedAboutPurposeDatesOrStatus() {
        byte[] sheet = Verifier.typed(IdbEncoder.prepare(
                        IdbRequest.of(
                                "UTO",
                                Map.of(
                                        "documentReference",
                                        "UTR000042",
                                        "documentNumber",
                                        "PR1234567",
                                        "nationalDocumentType",
                                        "12",
                                        "mrzTd1",
                                        "ARUTOUTP0000426<<<<<<<<<<<<<<<\n8503127F2811202UTO<<<<<<<<<<<0\nSTERN<<MAYA<<<<<<<<<<<<<<<<<<<")),
                        LocalDate.of(2026, 11, 20),
                        utopia.sealCertificate)
                .sign(SoftwareSigner.of(utopia.sealKeys.getPrivate(), utopia.sealCertificate))
                .text());
        Verdict verdict = utopia.verify(sheet, Asked.residence().purpose(Purpose.STAY));
        for (String name : java.util.List.of("purpose", "dates", "status")) {
            assertThat(check(verdict, name).result()).as(name).isEqualTo(Result.NOT_ASKED);
        }
    }

    /** A seal signer signed by the authority's present key, that names this one. */
    private X509Certificate sealSigner(Optional<KeyPair> named) {
        return utopia.certificate(
                new X500Name("C=UT,CN=Utopia CSCA"), utopia.sealKeys, new X500Name("C=UT,CN=TS"), 0x5B, extensions -> {
                    if (named.isPresent()) {
                        extensions.addExtension(
                                Extension.authorityKeyIdentifier,
                                false,
                                new JcaX509ExtensionUtils()
                                        .createAuthorityKeyIdentifier(
                                                named.get().getPublic()));
                    }
                    extensions.addExtension(
                            Extension.extendedKeyUsage,
                            true,
                            new ExtendedKeyUsage(KeyPurposeId.getInstance(
                                    new ASN1ObjectIdentifier(CertificateProfile.SEAL_SIGNING))));
                });
    }

    private static String text(byte[] code) {
        return new String(code, StandardCharsets.US_ASCII);
    }

    private static byte[] changed(byte[] code, int at) {
        byte[] changed = code.clone();
        changed[at] = (byte) (code[at] == 'A' ? 'B' : 'A');
        return changed;
    }
}
