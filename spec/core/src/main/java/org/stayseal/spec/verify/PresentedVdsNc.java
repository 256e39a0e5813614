package org.stayseal.spec.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.vdsnc.PermitContent;
import org.stayseal.spec.vdsnc.VdsNc;
import org.stayseal.spec.vdsnc.VdsNcSigner;
import org.stayseal.spec.vdsnc.VdsNcType;

/** A VDS-NC (docs 22 section 7) as the steps see it. */
final class PresentedVdsNc implements PaperCode {

    private static final int SHOWN_DIGEST = 8;

    private final VdsNc vdsNc;
    private final ZoneId zone;

    PresentedVdsNc(VdsNc vdsNc) {
        this.vdsNc = vdsNc;
        this.zone = Countries.timeZone(vdsNc.header().country());
    }

    @Override
    public String format() {
        return Recognition.VDS_NC;
    }

    @Override
    public String country() {
        return vdsNc.header().country();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public String documentType() {
        return vdsNc.header().type();
    }

    @Override
    public Optional<String> mrzDocumentCode() {
        return Optional.of(vdsNc.type().flatMap(VdsNcType::documentCode).orElse(NO_DOCUMENT_CODE));
    }

    @Override
    public Optional<String> category() {
        return vdsNc.permit().map(permit -> permit.category().key());
    }

    @Override
    public Optional<LocalDate> signedOn() {
        return vdsNc.permit().map(PermitContent::signedOn);
    }

    @Override
    public String signerName() {
        return "certificate " + Hex.encode(Arrays.copyOf(vdsNc.certificateDigest(), SHOWN_DIGEST));
    }

    @Override
    public boolean signerSpeaksForCountry() {
        try {
            return VdsNcSigner.country(Crypto.listed(vdsNc.certificate()))
                    .filter(letters -> Countries.signsFor(letters, country()))
                    .isPresent();
        } catch (FormatException e) {
            return false;
        }
    }

    @Override
    public List<SignerCandidate> candidates(TrustSource trust) {
        // NC-9: whatever the source answers, only this very certificate counts.
        return trust.signersByCertificate(vdsNc.certificate()).stream()
                .filter(candidate -> names(candidate.certificate()))
                .toList();
    }

    @Override
    public boolean names(X509Certificate certificate) {
        return vdsNc.names(certificate);
    }

    @Override
    public Optional<String> brokenProfileRule(X509Certificate certificate) {
        return CertificateProfile.brokenVdsNcSignerRule(certificate);
    }

    @Override
    public boolean isSignedBy(PublicKey key) {
        return vdsNc.verifies(key);
    }

    @Override
    public Grant grant() {
        if (vdsNc.permit().isPresent()) {
            Category category = vdsNc.permit().get().category();
            String words = "residence permit, category " + category.key();
            // NC-34: it is said to be a national type.
            boolean national = vdsNc.type().filter(VdsNcType::national).isPresent();
            return new Grant(
                    Grant.Kind.valueOf(category.effect().name()),
                    national ? words + "; a national type of " + country() + ", not one of ICAO's" : words);
        }
        return vdsNc.type()
                .map(type -> new Grant(Grant.Kind.NONE, type.name()))
                .orElseGet(() -> Grant.unknown(documentType()));
    }

    @Override
    public Term term() {
        PermitContent permit = vdsNc.permit()
                .orElseThrow(
                        () -> new IllegalStateException("only a document that grants something is asked for its term"));
        LocalDate begins = later(permit.issueDate(), permit.rightFrom());
        LocalDate lastDay = permit.rightUntil()
                .filter(right -> right.isBefore(permit.documentUntil()))
                .orElse(permit.documentUntil());
        return new Term(
                startOf(permit.signedOn()),
                Optional.of(startOf(begins)),
                Optional.of(startOf(lastDay.plusDays(1))),
                "good from " + begins + " until " + lastDay + ", that day included; the right "
                        + permit.rightUntil().map(last -> "until " + last).orElse("unlimited"));
    }

    @Override
    public Set<Purpose> answers() {
        return vdsNc.type().map(VdsNcType::answers).orElse(Set.of());
    }

    @Override
    public Optional<WorkStatement> work() {
        return vdsNc.permit().map(permit -> WorkStatement.of(permit.work()));
    }

    @Override
    public boolean hasUnknownFeature() {
        return false;
    }

    @Override
    public Optional<Identity> printedIdentity() {
        return vdsNc.permit().map(permit -> identity(permit, permit.number(), Optional.of(country())));
    }

    @Override
    public Optional<Identity> passportIdentity() {
        return vdsNc.permit().map(permit -> identity(permit, passportNumber(), permit.travelDocumentIssuer()));
    }

    private static Identity identity(PermitContent permit, Optional<String> number, Optional<String> issuer) {
        return new Identity(
                number,
                false,
                issuer,
                new Bearer(
                        permit.surname().flatMap(surname -> ComparableName.of(surname, permit.givenNames())),
                        permit.birthDate().map(Bearer::birthDate),
                        permit.nationality(),
                        permit.sex()));
    }

    @Override
    public boolean outlivesPassports() {
        return true;
    }

    @Override
    public byte[] identity() {
        return vdsNc.identity();
    }

    @Override
    public String kindName() {
        return "VDS-NC";
    }

    @Override
    public Optional<String> passportNumber() {
        return vdsNc.permit().flatMap(PermitContent::travelDocumentNumber);
    }

    @Override
    public Map<String, Object> document() {
        return VdsNcView.of(vdsNc);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
