package org.stayseal.spec.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.continuation.NamedPermit;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Countries;

/** A continuation (docs 32) as the steps see it: authentic like a credential, and by itself worth nothing (CONT-16). */
final class PresentedContinuation implements Presented {

    static final String DOCUMENT_TYPE = org.stayseal.spec.trust.Scope.CONTINUATION;

    private final Continuation continuation;
    private final ZoneId zone;

    PresentedContinuation(Continuation continuation) {
        this.continuation = continuation;
        this.zone = Countries.timeZone(continuation.country());
    }

    Continuation continuation() {
        return continuation;
    }

    /** Whether it is for this very code (VER-92). */
    boolean names(Presented permit) {
        return continuation.country().equals(permit.country())
                && continuation.claims().named().equals(NamedPermit.of(permit.identity()))
                && continuation.claims().purpose().equals(permit.purpose())
                && continuation
                        .claims()
                        .permitNumber()
                        .filter(number -> !permit.documentNumber().equals(Optional.of(number)))
                        .isEmpty();
    }

    @Override
    public String format() {
        return Recognition.CONTINUATION;
    }

    @Override
    public String country() {
        return continuation.country();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public String documentType() {
        return DOCUMENT_TYPE;
    }

    @Override
    public Optional<String> mrzDocumentCode() {
        return Optional.empty();
    }

    @Override
    public Optional<Purpose> purpose() {
        return continuation.claims().purpose();
    }

    @Override
    public Optional<LocalDate> signedOn() {
        return Optional.of(continuation.signedOn());
    }

    @Override
    public String signerName() {
        return "key " + Hex.encode(continuation.keyId());
    }

    @Override
    public boolean signerSpeaksForCountry() {
        return true;
    }

    @Override
    public List<SignerCandidate> candidates(TrustSource trust) {
        return trust.credentialSigners(continuation.keyId());
    }

    @Override
    public boolean names(X509Certificate certificate) {
        return continuation.mayBeSignedBy(certificate);
    }

    @Override
    public Optional<String> brokenProfileRule(X509Certificate certificate) {
        return CertificateProfile.brokenCredentialSignerRule(certificate);
    }

    @Override
    public boolean isSignedBy(PublicKey key) {
        return continuation.verifies(key);
    }

    @Override
    public Grant grant() {
        return new Grant(
                Grant.Kind.CONTINUATION, "a continuation, which counts only together with the permit it names");
    }

    @Override
    public Term term() {
        return new Term(
                continuation.issuedAt(),
                Optional.of(continuation.notBefore()),
                Optional.of(continuation.expires()),
                "counts from " + continuation.from(zone) + " until " + continuation.until(zone)
                        + ", that day included");
    }

    @Override
    public Set<Purpose> answers() {
        return Set.of();
    }

    @Override
    public Optional<WorkStatement> work() {
        return Optional.empty();
    }

    @Override
    public Optional<StatusSource.StatusEntry> status(StatusSource source) {
        return source.credential(
                continuation.status().uri(), continuation.status().index());
    }

    @Override
    public byte[] identity() {
        return continuation.id().bytes();
    }

    @Override
    public byte[] logIdentity() {
        return Arrays.copyOf(continuation.contentDigest(), LogLeaf.IDENTITY_LENGTH);
    }

    @Override
    public String statusName() {
        return "entry " + continuation.status().index() + " of "
                + continuation.status().uri();
    }

    @Override
    public boolean hasUnknownFeature() {
        return false;
    }

    @Override
    public boolean liveOnly() {
        return false;
    }

    @Override
    public Map<String, Object> document() {
        return continuation.view(zone);
    }
}
