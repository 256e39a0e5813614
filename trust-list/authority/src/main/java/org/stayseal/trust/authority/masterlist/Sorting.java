package org.stayseal.trust.authority.masterlist;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.Crypto;

/** Sorts the certificates of a master list by TRUST-102. A link certificate may stand before the one that signed it, so these come last. */
final class Sorting {

    private static final int KEY_CERT_SIGN = 5;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 224;

    private final Instant now;
    private final Map<Integer, X509Certificate> readable = new TreeMap<>();
    private final Map<Integer, X509Certificate> taken = new TreeMap<>();
    private final List<MasterList.Refused> refused = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int position;

    Sorting(Instant now) {
        this.now = now;
    }

    void add(byte[] der) {
        int at = position++;
        if (!seen.add(Hex.encode(der))) {
            refused.add(new MasterList.Refused(at, "a copy", "it is in the list twice"));
            return;
        }
        try {
            readable.put(at, Crypto.certificate(der));
        } catch (FormatException e) {
            refused.add(new MasterList.Refused(at, "unreadable", String.valueOf(e.getMessage())));
        }
    }

    void finish() {
        readable.forEach((at, certificate) -> fault(certificate)
                .ifPresentOrElse(
                        reason -> refused.add(new MasterList.Refused(
                                at, certificate.getSubjectX500Principal().getName(), reason)),
                        () -> taken.put(at, certificate)));
        refused.sort(Comparator.comparingInt(MasterList.Refused::position));
    }

    List<X509Certificate> readable() {
        return List.copyOf(readable.values());
    }

    List<X509Certificate> taken() {
        return List.copyOf(taken.values());
    }

    List<MasterList.Refused> refused() {
        return List.copyOf(refused);
    }

    private Optional<String> fault(X509Certificate certificate) {
        Optional<String> country = country(certificate);
        if (country.isEmpty()) {
            return Optional.of("its subject names no country of two letters");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() < 0 || usage == null || !usage[KEY_CERT_SIGN]) {
            return Optional.of(
                    "it is not an authority's: basicConstraints with cA and keyUsage with keyCertSign are missing");
        }
        if (!isStrong(certificate.getPublicKey())) {
            return Optional.of("its key is of a kind or a length that is not accepted");
        }
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return Optional.of("it ended on "
                    + certificate.getNotAfter().toInstant().toString().substring(0, 10));
        }
        if (isSignedBy(certificate, certificate)) {
            return Optional.empty();
        }
        boolean linked = readable.values().stream()
                .filter(other -> other != certificate && country(other).equals(country))
                .anyMatch(other -> isSignedBy(certificate, other));
        return linked
                ? Optional.empty()
                : Optional.of("neither its own key nor another of its country in the list signed it");
    }

    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), Crypto.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key of another kind than the signature throws as well: not signed by it, either way.
            return false;
        }
    }

    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
        }
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= LEAST_EC_BITS && isNamed(ec);
    }

    /** Explicit parameters are taken where they are those of a curve that has a name: a made-up generator proves anything. */
    private static boolean isNamed(ECPublicKey key) {
        return NamedCurves.has(key.getParams());
    }

    private static Optional<String> country(X509Certificate certificate) {
        RDN[] countries = X500Name.getInstance(
                        certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.C);
        return Arrays.stream(countries)
                .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()).toUpperCase(Locale.ROOT))
                .filter(text -> text.matches("[A-Z]{2}"))
                .findFirst();
    }
}
