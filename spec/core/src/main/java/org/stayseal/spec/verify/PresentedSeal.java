package org.stayseal.spec.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealContent;

/** A visible digital seal (docs 20) as the steps see it. */
final class PresentedSeal implements PaperCode {

    private final Seal seal;
    private final Optional<SealContent> content;
    private final ZoneId zone;

    private PresentedSeal(Seal seal, Optional<SealContent> content) {
        this.seal = seal;
        this.content = content;
        this.zone = Countries.timeZone(seal.header().country());
    }

    /** @throws FormatException if the seal is of a known type and breaks its rules (VDS-19 to VDS-21) */
    static PresentedSeal of(Seal seal, Profiles profiles) throws FormatException {
        return new PresentedSeal(seal, profiles.read(seal));
    }

    @Override
    public String format() {
        return Recognition.VDS;
    }

    @Override
    public String country() {
        return seal.header().country();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public String documentType() {
        return seal.header().type();
    }

    @Override
    public Optional<LocalDate> signedOn() {
        return Optional.of(seal.header().signed());
    }

    @Override
    public String signerName() {
        return "signer " + seal.header().signer() + " " + seal.header().reference();
    }

    @Override
    public boolean signerSpeaksForCountry() {
        return Countries.signsFor(seal.header().signerCountry(), country());
    }

    @Override
    public List<SignerCandidate> candidates(TrustSource trust) {
        return trust.sealSigners(
                seal.header().signer(),
                seal.header().serialNumber().toString(16).toUpperCase(java.util.Locale.ROOT));
    }

    @Override
    public boolean names(X509Certificate certificate) {
        return seal.names(certificate);
    }

    @Override
    public boolean isSignedBy(PublicKey key) {
        return seal.verifies(key);
    }

    @Override
    public Grant grant() {
        return content.map(known -> new Grant(
                        Grant.Kind.valueOf(known.profile().grants().name()),
                        known.profile().name()))
                .orElseGet(() -> Grant.unknown(documentType()));
    }

    @Override
    public Term term() {
        LocalDate first = seal.header().issued();
        Optional<LocalDate> lastDay = content.flatMap(SealContent::lastDay);
        return new Term(
                seal.header().signed().atStartOfDay(zone).toInstant(),
                Optional.of(first.atStartOfDay(zone).toInstant()),
                lastDay.map(last -> last.plusDays(1).atStartOfDay(zone).toInstant()),
                "from " + first
                        + lastDay.map(last -> " until " + last + ", that day included")
                                .orElse(""));
    }

    @Override
    public boolean hasUnknownFeature() {
        return content.map(known -> !known.unknown().isEmpty())
                .orElse(!seal.features().isEmpty());
    }

    @Override
    public Optional<Mrz> mrz() {
        return content.flatMap(SealContent::mrz);
    }

    @Override
    public byte[] identity() {
        return seal.identity();
    }

    @Override
    public String kindName() {
        return "seal";
    }

    @Override
    public Optional<String> passportNumber() {
        return content.flatMap(known -> known.value("passportNumber"));
    }

    @Override
    public Map<String, Object> document() {
        return SealView.of(seal, content);
    }
}
