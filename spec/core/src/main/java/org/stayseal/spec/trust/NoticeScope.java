package org.stayseal.spec.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;

/**
 * Which permits a notice reaches (TRUST-142): those that every member which is there fits. An empty set is a member that is not there.
 *
 * @param countries MRZ codes of the issuing countries, at least one
 * @param documentTypes as TRUST-43 names them, at least one
 * @param categories names of categories; of residence credentials and residence permits in VDS-NCs
 * @param documentCodes what machine readable zones begin with, without fillers: {@code AR}, {@code V}
 * @param signers SHA-256 of signer certificates, 64 lower-case hex digits
 * @param endsFrom the first printed end that is meant
 * @param endsUntil the last one
 * @param signedUntil the last day of signing that is meant; extensions only (TRUST-192)
 */
public record NoticeScope(
        Set<String> countries,
        Set<String> documentTypes,
        Set<String> categories,
        Set<String> documentCodes,
        Set<String> signers,
        Optional<LocalDate> endsFrom,
        Optional<LocalDate> endsUntil,
        Optional<LocalDate> signedUntil) {

    static final int MAX_ENTRIES = 1_000;

    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern DOCUMENT_CODE = Pattern.compile("[A-Z][A-Z0-9]?");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what no list may say; keeps everything sorted. */
    public NoticeScope {
        endsFrom.ifPresent(Days::check);
        endsUntil.ifPresent(Days::check);
        signedUntil.ifPresent(Days::check);
        if (countries.isEmpty()
                || documentTypes.isEmpty()
                || !countries.stream().allMatch(NoticeScope::isCountry)
                || !documentTypes.stream().allMatch(NoticeScope::isDocumentType)
                || !categories.stream().allMatch(NoticeScope::isCategory)
                || !documentCodes.stream().allMatch(NoticeScope::isDocumentCode)
                || !signers.stream().allMatch(NoticeScope::isFingerprint)
                || isTurned(endsFrom, endsUntil)) {
            throw new IllegalArgumentException("not the scope of a notice");
        }
        countries = sorted(countries);
        documentTypes = sorted(documentTypes);
        categories = sorted(categories);
        documentCodes = sorted(documentCodes);
        signers = sorted(signers);
    }

    /** One that does not ask when a permit was signed. */
    public NoticeScope(
            Set<String> countries,
            Set<String> documentTypes,
            Set<String> categories,
            Set<String> documentCodes,
            Set<String> signers,
            Optional<LocalDate> endsFrom,
            Optional<LocalDate> endsUntil) {
        this(countries, documentTypes, categories, documentCodes, signers, endsFrom, endsUntil, Optional.empty());
    }

    /** The same for what was signed on that day or before. */
    public NoticeScope signedUntil(LocalDate last) {
        return new NoticeScope(
                countries, documentTypes, categories, documentCodes, signers, endsFrom, endsUntil, Optional.of(last));
    }

    /** All permits of these types that end in these days. */
    public static NoticeScope of(Set<String> countries, Set<String> documentTypes, LocalDate from, LocalDate until) {
        return new NoticeScope(
                countries, documentTypes, Set.of(), Set.of(), Set.of(), Optional.of(from), Optional.of(until));
    }

    /**
     * Whether a permit's last day is one that is meant; a permit without an end fits no scope that names ends.
     *
     * @param lastDay in the calendar of its country
     */
    public boolean fitsEnd(Optional<LocalDate> lastDay) {
        Predicate<LocalDate> early =
                day -> endsFrom.filter(first -> day.isBefore(first)).isPresent();
        Predicate<LocalDate> late =
                day -> endsUntil.filter(last -> day.isAfter(last)).isPresent();
        return endsFrom.isEmpty() && endsUntil.isEmpty()
                || lastDay.filter(early.or(late).negate()).isPresent();
    }

    /**
     * Whether a permit's day of signing is one that is meant (TRUST-192); a permit that states none fits no scope that asks for it.
     *
     * @param signedOn as it states it
     */
    public boolean fitsSigning(Optional<LocalDate> signedOn) {
        return signedUntil.isEmpty()
                || signedOn.filter(day -> !day.isAfter(signedUntil.get())).isPresent();
    }

    /** How {@code signers} names a certificate. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Hex.encode(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    static boolean isCountry(String text) {
        return Head.COUNTRY.matcher(text).matches();
    }

    static boolean isDocumentType(String text) {
        return Arrays.stream(Service.SignerKind.values()).anyMatch(kind -> kind.signs(text));
    }

    static boolean isCategory(String text) {
        return CATEGORY.matcher(text).matches();
    }

    static boolean isDocumentCode(String text) {
        return DOCUMENT_CODE.matcher(text).matches();
    }

    static boolean isFingerprint(String text) {
        return FINGERPRINT.matcher(text).matches();
    }

    static boolean isTurned(Optional<LocalDate> endsFrom, Optional<LocalDate> endsUntil) {
        return endsFrom.isPresent() && endsUntil.filter(endsFrom.get()::isAfter).isPresent();
    }

    private static SortedSet<String> sorted(Set<String> texts) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts));
    }
}
