package org.stayseal.spec.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbContent;
import org.stayseal.spec.idb.IdbHeader;
import org.stayseal.spec.idb.IdbTable;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.registry.Countries;

/** A code of ICAO's datastructure for barcodes (docs 21) as the steps see it (IDB-40). */
final class PresentedIdb implements PaperCode {

    private static final String VISA_PASSPORT = "visa.passportNumber";

    private final Idb idb;
    private final IdbContent content;
    private final ZoneId zone;

    private PresentedIdb(Idb idb, IdbContent content) {
        this.idb = idb;
        this.content = content;
        this.zone = Countries.timeZone(idb.header().country());
    }

    /** @throws FormatException if the code breaks a rule of its messages or of its document (IDB-17 to IDB-26) */
    static PresentedIdb of(Idb idb) throws FormatException {
        return new PresentedIdb(idb, IdbTable.standard().read(idb));
    }

    @Override
    public String format() {
        return Recognition.IDB;
    }

    @Override
    public String country() {
        return idb.header().country();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public String documentType() {
        return content.type();
    }

    @Override
    public Optional<LocalDate> signedOn() {
        return idb.header().signed();
    }

    @Override
    public boolean isSigned() {
        return idb.signed();
    }

    @Override
    public String signerName() {
        return "certificate "
                + reference().map(hex -> hex.toUpperCase(Locale.ROOT)).orElse("that is not named");
    }

    private Optional<String> reference() {
        return idb.header().signing().map(IdbHeader.Signing::reference);
    }

    @Override
    public boolean signerSpeaksForCountry() {
        return true;
    }

    @Override
    public List<SignerCandidate> candidates(TrustSource trust) {
        return reference().map(trust::signersByReference).orElse(List.of()).stream()
                .filter(candidate -> idb.names(candidate.certificate()))
                .toList();
    }

    @Override
    public boolean names(X509Certificate certificate) {
        return idb.names(certificate);
    }

    @Override
    public boolean isSignedBy(PublicKey key) {
        return idb.verifies(key);
    }

    @Override
    public Grant grant() {
        return content.document()
                .map(known -> new Grant(Grant.Kind.valueOf(known.grants().name()), known.name()))
                .orElseGet(() -> Grant.unknown(documentType()));
    }

    @Override
    public Term term() {
        Optional<Instant> begins = signedOn().map(day -> day.atStartOfDay(zone).toInstant());
        return new Term(
                begins.orElse(Instant.MIN),
                begins,
                content.lastDay()
                        .map(last -> last.plusDays(1).atStartOfDay(zone).toInstant()),
                signedOn().map(day -> "from " + day).orElse("without a signature date")
                        + content.lastDay()
                                .map(last -> " until " + last + ", that day included")
                                .orElse(", it names no last day"));
    }

    @Override
    public boolean hasUnknownFeature() {
        return !content.unknown().isEmpty();
    }

    @Override
    public Optional<Mrz> mrz() {
        return content.mrz();
    }

    @Override
    public List<Mrz> zones() {
        return content.zones();
    }

    @Override
    public byte[] identity() {
        return idb.identity();
    }

    @Override
    public String kindName() {
        return "IDB";
    }

    @Override
    public Optional<String> passportNumber() {
        return content.value(VISA_PASSPORT);
    }

    @Override
    public Map<String, Object> document() {
        return IdbView.of(idb, content);
    }
}
