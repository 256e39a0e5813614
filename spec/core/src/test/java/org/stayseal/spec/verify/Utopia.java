package org.stayseal.spec.verify;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.spec.vdsnc.VdsNcEncoder;

/** A whole small country for tests: a CSCA, two signers that follow their profiles, lists that can be changed, and a clock. */
final class Utopia implements TrustSource, StatusSource {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final String STATUS_URI = "https://status.example/status/0";

    /** The first moment of the certificates that are made from now on. */
    Instant certificatesFrom = Instant.parse("2026-11-01T00:00:00Z");

    KeyPair cscaKeys = TestKeys.generate("secp256r1");
    String certificateAlgorithm = "SHA256withECDSA";
    X509Certificate csca = authority("Utopia CSCA");
    final KeyPair sealKeys = TestKeys.generate("secp256r1");
    X509Certificate sealCertificate = signer(sealKeys, "C=UT,CN=TS", 0x5B, CertificateProfile.SEAL_SIGNING);
    KeyPair credentialKeys = TestKeys.generate("secp256r1");
    X509Certificate credentialCertificate =
            signer(credentialKeys, "C=UT,CN=Credential signer 1", 2, CertificateProfile.CREDENTIAL_SIGNING);

    final KeyPair vdsNcKeys = TestKeys.generate("secp256r1");
    X509Certificate vdsNcCertificate = signer(vdsNcKeys, "C=UT,CN=NC", 0x21, CertificateProfile.VDS_NC_SIGNING);

    TrustKnowledge knowledge = TrustKnowledge.pinned(list(false));
    SignerCandidate.State state = SignerCandidate.State.ACTIVE;
    SignerCandidate.Scope scope = new SignerCandidate.Scope(
            Set.of("UTO"),
            Set.of("FB06", "RP1", "uto.residence-permit", "icao.vacc"),
            Set.of("full", "work", "bank", "stay"));
    Optional<Instant> signsFrom = Optional.of(Instant.parse("2026-11-01T00:00:00Z"));
    Optional<Instant> signsUntil = Optional.of(Instant.parse("2027-11-01T00:00:00Z"));
    boolean cscaRevoked;
    Optional<SignerCandidate.Kept> kept = Optional.empty();
    List<X509CRL> crls = List.of();
    List<Notice> notices = List.of();

    boolean hasStatusLists = true;
    String statusCountry = "UTO";
    Instant statusIssued = NOW.minusSeconds(3600);
    Instant statusExpires = NOW.plusSeconds(86400);
    final Map<Long, Integer> statuses = new HashMap<>();
    final Map<String, Integer> seals = new HashMap<>();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    static TrustKnowledge.ListAtHand list(boolean demo) {
        return new TrustKnowledge.ListAtHand(
                "ab".repeat(32), "UTO", demo, 7, NOW.minusSeconds(3600), NOW.plusSeconds(86400));
    }

    Verdict verify(byte[] code, Asked asked) {
        return new Verifier(this, this, clock).verify(code, asked);
    }

    Verdict verify(byte[] code) {
        return verify(code, Asked.residence());
    }

    Seal seal(Permit permit) {
        return SealEncoder.prepare(
                        SealRequest.of(permit, "AR", LocalDate.ofInstant(NOW, ZoneOffset.UTC)), sealCertificate)
                .sign(SoftwareSigner.of(sealKeys.getPrivate(), sealCertificate));
    }

    byte[] vdsNc(Permit permit) {
        return VdsNcEncoder.prepare(permit, LocalDate.ofInstant(NOW, ZoneOffset.UTC), vdsNcCertificate)
                .sign(SoftwareSigner.of(vdsNcKeys.getPrivate(), vdsNcCertificate));
    }

    /** A credential whose entry in the status list is its purpose's number. */
    byte[] credential(Permit permit, Purpose purpose) {
        byte[] id = new byte[CredentialId.LENGTH];
        Arrays.fill(id, (byte) purpose.code());
        return Verifier.typed(credential(permit, purpose, id).text());
    }

    Credential credential(Permit permit, Purpose purpose, byte[] id) {
        var claims = new CredentialEncoder(new Disclosure.Choices(EnumSet.allOf(Purpose.class), true), ZoneOffset.UTC)
                .claims(
                        permit,
                        purpose,
                        NOW,
                        new CredentialId(id),
                        new StatusReference(STATUS_URI, purpose.code()),
                        Optional.empty());
        return UnsignedCredential.of(claims, credentialCertificate)
                .sign(SoftwareSigner.of(credentialKeys.getPrivate(), credentialCertificate));
    }

    @Override
    public TrustKnowledge knowledge() {
        return knowledge;
    }

    @Override
    public List<Notice> notices() {
        return notices;
    }

    @Override
    public List<SignerCandidate> sealSigners(String signerIdentifier, String certificateReference) {
        return signerIdentifier.equals("UTTS") && certificateReference.equals("5B")
                ? List.of(candidate(sealCertificate))
                : List.of();
    }

    @Override
    public List<SignerCandidate> credentialSigners(byte[] kid) {
        return Arrays.equals(kid, Credential.keyIdOf(credentialCertificate))
                ? List.of(candidate(credentialCertificate))
                : List.of();
    }

    @Override
    public List<SignerCandidate> signersByReference(String reference) {
        return List.of(candidate(sealCertificate));
    }

    @Override
    public List<SignerCandidate> signersByCertificate(byte[] certificate) {
        try {
            return Arrays.equals(certificate, vdsNcCertificate.getEncoded())
                    ? List.of(candidate(vdsNcCertificate))
                    : List.of();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private SignerCandidate candidate(X509Certificate certificate) {
        return new SignerCandidate(
                certificate,
                cscaRevoked ? List.of() : List.of(csca),
                cscaRevoked ? List.of(csca) : List.of(),
                crls,
                state,
                scope,
                signsFrom,
                signsUntil,
                Optional.empty(),
                kept);
    }

    @Override
    public Optional<StatusEntry> credential(String uri, long index) {
        return hasStatusLists && uri.equals(STATUS_URI)
                ? Optional.of(entry(statuses.getOrDefault(index, 0)))
                : Optional.empty();
    }

    @Override
    public Optional<StatusEntry> seal(String country, byte[] identity) {
        return hasStatusLists && country.equals("UTO")
                ? Optional.of(entry(seals.getOrDefault(org.stayseal.spec.bytes.Hex.encode(identity), 0)))
                : Optional.empty();
    }

    private StatusEntry entry(int value) {
        return new StatusEntry(value, statusCountry, statusIssued, statusExpires, STATUS_URI);
    }

    X509Certificate authority(String name) {
        X500Name subject = new X500Name("C=UT,CN=" + name);
        return certificate(
                subject,
                cscaKeys,
                subject,
                1,
                extensions -> extensions
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                        .addExtension(
                                Extension.subjectKeyIdentifier,
                                false,
                                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(cscaKeys.getPublic())));
    }

    X509Certificate signer(KeyPair keys, String subject, long serial, String purpose) {
        return signer(keys, subject, serial, purpose, Set.of());
    }

    /** One whose certificate names document types, if any (TRUST-91). */
    X509Certificate signer(KeyPair keys, String subject, long serial, String purpose, Set<String> documentTypes) {
        return certificate(
                X500Name.getInstance(csca.getSubjectX500Principal().getEncoded()),
                keys,
                new X500Name(subject),
                serial,
                extensions -> {
                    if (!documentTypes.isEmpty()) {
                        DERPrintableString[] types = documentTypes.stream()
                                .map(DERPrintableString::new)
                                .toArray(DERPrintableString[]::new);
                        extensions.addExtension(
                                new ASN1ObjectIdentifier(CertificateProfile.DOCUMENT_TYPES),
                                false,
                                new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(types)}));
                    }
                    extensions
                            .addExtension(
                                    Extension.authorityKeyIdentifier,
                                    false,
                                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(cscaKeys.getPublic()))
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    true,
                                    new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose))));
                });
    }

    /** Adds extensions to a certificate. */
    interface Extensions {
        void addTo(JcaX509v3CertificateBuilder builder) throws Exception;
    }

    X509Certificate certificate(X500Name issuer, KeyPair keys, X500Name subject, long serial, Extensions extensions) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(serial),
                    Date.from(certificatesFrom),
                    Date.from(Instant.parse("2038-11-01T00:00:00Z")),
                    subject,
                    keys.getPublic());
            extensions.addTo(builder);
            var signature = new JcaContentSignerBuilder(certificateAlgorithm)
                    .setProvider(Crypto.provider())
                    .build(cscaKeys.getPrivate());
            return Crypto.listed(builder.build(signature).getEncoded());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
