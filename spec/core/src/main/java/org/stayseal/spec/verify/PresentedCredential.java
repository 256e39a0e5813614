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
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.Claims;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.PersonClaims;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.registry.Purposes;

/** A residence credential (docs 30) as the steps see it. */
final class PresentedCredential implements Presented {

    static final String DOCUMENT_TYPE = "RP1";

    private final Credential credential;
    private final Claims claims;
    private final ZoneId zone;
    private final Optional<LiveCode> live;

    PresentedCredential(Credential credential) {
        this(credential, Optional.empty());
    }

    PresentedCredential(LiveCode live) {
        this(live.credential(), Optional.of(live));
    }

    private PresentedCredential(Credential credential, Optional<LiveCode> live) {
        this.live = live;
        this.credential = credential;
        this.claims = credential.claims();
        this.zone = Countries.timeZone(claims.issuer());
    }

    @Override
    public String format() {
        return Recognition.CREDENTIAL;
    }

    @Override
    public String country() {
        return claims.issuer();
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
        return Optional.of(claims.permit().purpose());
    }

    @Override
    public Optional<String> category() {
        return Optional.of(claims.permit().category().key());
    }

    @Override
    public Optional<LocalDate> signedOn() {
        return Optional.of(credential.signedOn());
    }

    @Override
    public String signerName() {
        return "key " + Hex.encode(credential.keyId());
    }

    @Override
    public boolean signerSpeaksForCountry() {
        return true;
    }

    @Override
    public List<SignerCandidate> candidates(TrustSource trust) {
        return trust.credentialSigners(credential.keyId());
    }

    @Override
    public boolean names(X509Certificate certificate) {
        return credential.mayBeSignedBy(certificate);
    }

    @Override
    public Optional<String> brokenProfileRule(X509Certificate certificate) {
        return CertificateProfile.brokenCredentialSignerRule(certificate);
    }

    @Override
    public boolean isSignedBy(PublicKey key) {
        return credential.verifies(key);
    }

    @Override
    public Grant grant() {
        Category category = claims.permit().category();
        return new Grant(Grant.Kind.valueOf(category.effect().name()), "residence permit, category " + category.key());
    }

    @Override
    public Term term() {
        Instant begins = later(
                Instant.ofEpochSecond(claims.notBefore()),
                claims.permit().rightFrom().atStartOfDay(zone).toInstant());
        Instant documentEnds = Instant.ofEpochSecond(claims.expires());
        Optional<LocalDate> rightUntil = claims.permit().rightUntil();
        Instant ends = rightUntil
                .map(last -> last.plusDays(1).atStartOfDay(zone).toInstant())
                .filter(documentEnds::isAfter)
                .orElse(documentEnds);
        String words = "good from " + LocalDate.ofInstant(begins, zone) + " until "
                + LocalDate.ofInstant(ends.minusSeconds(1), zone) + ", that day included; the right "
                + rightUntil.map(last -> "until " + last).orElse("unlimited");
        return new Term(Instant.ofEpochSecond(claims.issuedAt()), Optional.of(begins), Optional.of(ends), words);
    }

    @Override
    public Set<Purpose> answers() {
        return Purposes.answeredBy(claims.permit().purpose());
    }

    @Override
    public Optional<WorkStatement> work() {
        return claims.permit().work().map(WorkStatement::of);
    }

    @Override
    public Optional<StatusSource.StatusEntry> status(StatusSource source) {
        return source.credential(claims.status().uri(), claims.status().index());
    }

    @Override
    public byte[] identity() {
        return credential.id().bytes();
    }

    @Override
    public byte[] logIdentity() {
        return Arrays.copyOf(credential.contentDigest(), LogLeaf.IDENTITY_LENGTH);
    }

    @Override
    public String statusName() {
        return "entry " + claims.status().index() + " of " + claims.status().uri();
    }

    @Override
    public boolean hasUnknownFeature() {
        return false;
    }

    @Override
    public boolean liveOnly() {
        return claims.permit().liveOnly().orElse(false);
    }

    @Override
    public Optional<LiveCode> live() {
        return live;
    }

    @Override
    public Optional<Identity> printedIdentity() {
        return Optional.of(identity(claims.permit().number(), Optional.of(claims.issuer())));
    }

    @Override
    public Optional<Identity> passportIdentity() {
        Optional<TravelDocument> passport = claims.permit().travelDocument();
        return Optional.of(identity(passport.map(TravelDocument::number), passport.map(TravelDocument::issuer)));
    }

    private Identity identity(Optional<String> number, Optional<String> issuer) {
        PersonClaims person = claims.person();
        Optional<ComparableName> name = person.surname()
                .or(person::fullName)
                .flatMap(surname -> ComparableName.of(surname, person.givenNames()));
        Bearer bearer = new Bearer(
                name,
                Optional.of(Bearer.birthDate(person.birthDate())),
                person.nationality().map(Nationality::code),
                person.sex());
        return new Identity(number, false, issuer, bearer);
    }

    @Override
    public boolean outlivesPassports() {
        return true;
    }

    @Override
    public Map<String, Object> document() {
        return credential.toPermitView(zone);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
