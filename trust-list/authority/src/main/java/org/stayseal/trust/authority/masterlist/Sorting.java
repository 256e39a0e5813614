package org.stayseal.trust.authority.masterlist;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.util.BigIntegers;
import org.bouncycastle.util.Properties;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.DistinguishedName;

/** Sorts the certificates of a master list by TRUST-102. A link certificate may stand before the one that signed it, so these come last. */
final class Sorting {

    private static final int KEY_CERT_SIGN = 5;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(3);
    private static final int MOST_EXPONENT_BITS = 64;
    /** Signatures that are computed for one certificate: a name and a key identifier fit few. */
    static final int MOST_TRIES = 16;

    private static final int LEAST_EC_BITS = 224;
    private static final String ANY_MODULUS = "org.bouncycastle.rsa.allow_unsafe_mod";

    private final Instant now;
    private final Map<Integer, byte[]> given = new TreeMap<>();
    private final Map<Integer, Candidate> readable = new ConcurrentSkipListMap<>();
    private final Map<Integer, X509Certificate> taken = new ConcurrentSkipListMap<>();
    private final Map<Integer, MasterList.Refused> refused = new ConcurrentSkipListMap<>();
    private final Set<String> seen = new HashSet<>();
    private int position;

    /** What is asked of each certificate for each other one, found out once: names are read from the bytes every time that somebody asks for them. */
    private record Candidate(
            X509Certificate certificate,
            DistinguishedName subject,
            DistinguishedName issuer,
            Optional<String> country,
            Optional<String> ownFault) {

        static Candidate of(X509Certificate certificate) {
            DistinguishedName subject = DistinguishedName.subject(certificate);
            Optional<String> country = Sorting.country(subject);
            return new Candidate(
                    certificate,
                    subject,
                    DistinguishedName.issuer(certificate),
                    country,
                    Sorting.ownFault(certificate, country));
        }

        boolean isSelfIssued() {
            return subject.equalsExactly(issuer);
        }

        boolean mayBeIssuedBy(Candidate other) {
            return other != this
                    && other.country.equals(country)
                    && (issuer.equalsExactly(other.subject) || agreeAsTexts(certificate, other.certificate))
                    && namesKey(certificate, other.certificate);
        }
    }

    Sorting(Instant now) {
        this.now = now;
    }

    void add(byte[] der) {
        int at = position++;
        if (seen.add(Hex.encode(der))) {
            given.put(at, der);
        } else {
            refuse(at, "a copy", "it is in the list twice");
        }
    }

    private void refuse(int at, String subject, String reason) {
        refused.put(at, new MasterList.Refused(at, subject, reason));
    }

    private void read(int at, byte[] der) {
        try {
            readable.put(at, Candidate.of(certificate(der)));
        } catch (FormatException e) {
            refuse(at, "unreadable", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Without the provider's test that an RSA modulus is no prime: a modular power for each certificate, and most of what an import of hundreds costs. Whoever reads
     * a trust list in which it is listed reads it with that test. The provider then leaves out two cheap ones as well, of size and of small factors; {@link #isStrong}
     * makes them.
     */
    private static X509Certificate certificate(byte[] der) throws FormatException {
        Properties.setThreadOverride(ANY_MODULUS, true);
        try {
            return Crypto.certificate(der);
        } finally {
            Properties.removeThreadOverride(ANY_MODULUS);
        }
    }

    /** All processors share the work, most of which are signatures: no two certificates have to do with each other until all are read, nor after it. */
    void finish() {
        // Lists, not the maps: these split into equal halves.
        List.copyOf(given.entrySet()).parallelStream().forEach(entry -> read(entry.getKey(), entry.getValue()));
        List<Candidate> issuers =
                readable.values().stream().filter(one -> one.ownFault.isEmpty()).toList();
        List.copyOf(readable.entrySet()).parallelStream()
                .forEach(entry -> judge(entry.getKey(), entry.getValue(), issuers));
    }

    private void judge(int at, Candidate one, List<Candidate> issuers) {
        fault(one, issuers)
                .ifPresentOrElse(
                        reason -> refuse(at, one.subject.toString(), reason), () -> taken.put(at, one.certificate));
    }

    List<X509Certificate> taken() {
        return List.copyOf(taken.values());
    }

    List<MasterList.Refused> refused() {
        return List.copyOf(refused.values());
    }

    /** Those that may have issued others: they keep every rule but the one of time, and who signed them does not matter here. */
    List<X509Certificate> issuers() {
        return readable.values().stream()
                .filter(one -> one.ownFault.isEmpty())
                .map(Candidate::certificate)
                .toList();
    }

    private static Optional<String> ownFault(X509Certificate certificate, Optional<String> country) {
        if (country.isEmpty()) {
            return Optional.of("its subject names no country of two letters");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() < 0 || usage == null || !usage[KEY_CERT_SIGN]) {
            return Optional.of(
                    "it is not an authority's: basicConstraints with cA and keyUsage with keyCertSign are missing");
        }
        if (!isStrong(certificate.getPublicKey())) {
            return Optional.of(
                    "its key is of a kind or a length that is not accepted, or its modulus has a small factor");
        }
        return Optional.empty();
    }

    private Optional<String> fault(Candidate one, List<Candidate> issuers) {
        if (one.ownFault.isPresent()) {
            return one.ownFault;
        }
        if (one.certificate.getNotAfter().toInstant().isBefore(now)) {
            return Optional.of("it ended on "
                    + one.certificate.getNotAfter().toInstant().toString().substring(0, 10));
        }
        // The likelier of the two first: a signature costs more than all that was asked before.
        boolean signed = one.isSelfIssued()
                ? isSignedBy(one.certificate, one.certificate) || isLinked(one, issuers)
                : isLinked(one, issuers) || isSignedBy(one.certificate, one.certificate);
        return signed
                ? Optional.empty()
                : Optional.of("neither its own key nor another of its country in the list signed it");
    }

    private static boolean isLinked(Candidate one, List<Candidate> issuers) {
        // An authority renews its certificate and keeps the key: that one is not asked again.
        Set<PublicKey> asked = new HashSet<>();
        return issuers.stream()
                .filter(one::mayBeIssuedBy)
                .limit(MOST_TRIES)
                .anyMatch(other ->
                        asked.add(other.certificate.getPublicKey()) && isSignedBy(one.certificate, other.certificate));
    }

    /** Whether the name and the key identifier, where both have one, say that this is the issuer: asked before any signature is computed. */
    static boolean names(X509Certificate certificate, X509Certificate issuer) {
        return agree(certificate, issuer) && namesKey(certificate, issuer);
    }

    private static boolean namesKey(X509Certificate certificate, X509Certificate issuer) {
        byte[] named = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        byte[] own = issuer.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (named == null || own == null) {
            return true;
        }
        try {
            byte[] id = AuthorityKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(named))
                    .getKeyIdentifierOctets();
            return id == null
                    || Arrays.equals(
                            id,
                            SubjectKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(own))
                                    .getKeyIdentifier());
        } catch (IOException | IllegalArgumentException e) {
            // An identifier that cannot be read names nobody.
            return false;
        }
    }

    /** The same bytes, or the same but for the form of the texts (RFC 5280 7.1), as link certificates in the field have it. */
    private static boolean agree(X509Certificate certificate, X509Certificate issuer) {
        if (DistinguishedName.issuer(certificate).equalsExactly(DistinguishedName.subject(issuer))) {
            return true;
        }
        return agreeAsTexts(certificate, issuer);
    }

    private static boolean agreeAsTexts(X509Certificate certificate, X509Certificate issuer) {
        try {
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (IllegalArgumentException e) {
            // A name that the platform cannot read is equal to none but itself.
            return false;
        }
    }

    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(NamedCurves.named(issuer.getPublicKey()), Crypto.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key of another kind than the signature throws as well: not signed by it, either way.
            return false;
        }
    }

    /** Small factors: 2 and the primes to 743. */
    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            BigInteger exponent = rsa.getPublicExponent();
            return bits >= LEAST_RSA_BITS
                    && bits <= MOST_RSA_BITS
                    && !BigIntegers.hasAnySmallFactors(rsa.getModulus())
                    && exponent.testBit(0)
                    && exponent.compareTo(LEAST_EXPONENT) >= 0
                    && exponent.bitLength() <= MOST_EXPONENT_BITS;
        }
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= LEAST_EC_BITS && isNamed(ec);
    }

    /** Explicit parameters are taken where they are those of a curve that has a name: a made-up generator proves anything. */
    private static boolean isNamed(ECPublicKey key) {
        return NamedCurves.has(key.getParams());
    }

    private static Optional<String> country(DistinguishedName subject) {
        return subject.parts().stream()
                .filter(part -> part.type().equals(DistinguishedName.COUNTRY))
                .map(part -> part.text().toUpperCase(Locale.ROOT))
                .filter(text -> text.matches("[A-Z]{2}"))
                .findFirst();
    }
}
