package org.stayseal.trust.reader;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.verify.SignerCandidate;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.TrustSource;

/** The trust list of a snapshot as the verification asks for it: data, no judgement. */
final class SnapshotTrust implements TrustSource {

    private final Snapshot snapshot;
    private final RevokedKeys revokedKeys;

    SnapshotTrust(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.revokedKeys = RevokedKeys.of(snapshot.trustList());
    }

    @Override
    public TrustKnowledge knowledge() {
        return TrustKnowledge.pinned(new TrustKnowledge.ListAtHand(
                snapshot.pin().fingerprint().hex(),
                snapshot.trustList().head().country(),
                snapshot.trustList().head().environment() == Environment.DEMO,
                snapshot.trustList().head().sequence(),
                snapshot.trustList().issued(),
                snapshot.trustedUntil()));
    }

    @Override
    public List<Notice> notices() {
        return snapshot.trustList().notices();
    }

    @Override
    public Optional<TrustKnowledge.NeighbourAtHand> neighbour(String issuingCountry) {
        return snapshot.trustList()
                .neighbourFor(issuingCountry)
                .map(neighbour -> new TrustKnowledge.NeighbourAtHand(
                        neighbour.country(),
                        neighbour.listSequence(),
                        neighbour.issued(),
                        snapshot.trustedUntil(neighbour),
                        !neighbour.trusted()));
    }

    @Override
    public List<Bulletin> bulletins() {
        return snapshot.trustList().bulletins();
    }

    @Override
    public List<SignerCandidate> sealSigners(String signerIdentifier, String certificateReference) {
        return signers(
                Service.SignerKind.SEAL,
                certificate -> serialNumber(certificate).equals(certificateReference)
                        && identifier(certificate).equals(Optional.of(signerIdentifier)));
    }

    @Override
    public List<SignerCandidate> credentialSigners(byte[] kid) {
        return signers(
                Service.SignerKind.CREDENTIAL, certificate -> Arrays.equals(Credential.keyIdOf(certificate), kid));
    }

    @Override
    public List<SignerCandidate> signersByReference(String reference) {
        return signers(
                Service.SignerKind.SEAL,
                certificate -> Idb.referenceOf(certificate).equals(reference));
    }

    @Override
    public List<SignerCandidate> signersByCertificate(byte[] der) {
        return signers(
                Service.SignerKind.VDS_NC, certificate -> Arrays.equals(CertificateDigest.der(certificate), der));
    }

    private List<SignerCandidate> signers(Service.SignerKind kind, Predicate<X509Certificate> meant) {
        return snapshot.trustList()
                .services(Service.PermitSigner.class)
                .filter(signer -> signer.kind() == kind && meant.test(signer.certificate()))
                .map(this::candidate)
                .toList();
    }

    private SignerCandidate candidate(Service.PermitSigner signer) {
        List<X509Certificate> authorities = new ArrayList<>();
        List<X509Certificate> revoked = new ArrayList<>();
        snapshot.trustList()
                .services(Service.Csca.class)
                .filter(csca ->
                        csca.scope().countries().containsAll(signer.scope().countries()))
                .filter(csca -> csca.states().now() != KeyState.ANNOUNCED)
                .forEach(csca -> (revokedKeys.holds(csca) ? revoked : authorities).add(csca.certificate()));
        List<X509CRL> crls = snapshot.crls();
        return new SignerCandidate(
                signer.certificate(),
                authorities,
                revoked,
                crls,
                revokedKeys.holds(signer)
                        ? SignerCandidate.State.REVOKED
                        : SignerCandidate.State.valueOf(signer.states().now().name()),
                new SignerCandidate.Scope(
                        signer.scope().countries(),
                        signer.scope().documentTypes(),
                        signer.scope().purposes()),
                Optional.of(signer.term().signsFrom()),
                Optional.of(signer.term().signsUntil()),
                signer.legalEffect(),
                Optional.ofNullable(snapshot.keptLogs().get(KeptLog.signerOf(signer.certificate())))
                        .map(file -> new SignerCandidate.Kept(
                                file.log().before(), file.log().treeHead().issued(), file.identities())));
    }

    /** The serial number as a seal writes it (Doc 9303-13 2.2). */
    private static String serialNumber(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    /** Subject C and CN, one after the other; empty when the subject has not one of each (VDS-16). */
    private static Optional<String> identifier(X509Certificate certificate) {
        DistinguishedName subject = DistinguishedName.subject(certificate);
        return subject.only(DistinguishedName.COUNTRY)
                .flatMap(country -> subject.only(DistinguishedName.COMMON_NAME).map(name -> country + name));
    }
}
