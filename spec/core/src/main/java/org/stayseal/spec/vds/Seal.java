package org.stayseal.spec.vds;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.signing.SignatureAlgorithm;

/**
 * A seal as it was received: header, features, signature, and the very bytes that were signed.
 *
 * <p>Security guarantees: {@link #signedBytes()} are the received ones, never encoded anew (VDS-14); {@link #identity()} does not change when someone turns (r, s) into
 * (r, n-s) (VDS-17). What is not guaranteed: that any of it is true. Nothing here was checked against a key until {@link #verifies} was asked.
 */
public final class Seal {

    private static final int IDENTITY_LENGTH = 16;

    private final SealHeader header;
    private final List<SealFeature> features;
    private final byte[] received;
    private final int signedLength;
    private final byte[] signature;
    private final Set<Deviation> deviations;

    Seal(
            SealHeader header,
            List<SealFeature> features,
            byte[] received,
            int signedLength,
            byte[] signature,
            Set<Deviation> deviations) {
        this.header = header;
        this.features = List.copyOf(features);
        this.received = received.clone();
        this.signedLength = signedLength;
        this.signature = signature.clone();
        this.deviations = deviations.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(deviations));
    }

    public SealHeader header() {
        return header;
    }

    /** All features in the order in which they came; no tag comes twice. */
    public List<SealFeature> features() {
        return features;
    }

    /** The feature with this tag. */
    public Optional<SealFeature> feature(int tag) {
        return features.stream().filter(f -> f.tag() == tag).findFirst();
    }

    /** The whole seal as it was received. */
    public byte[] received() {
        return received.clone();
    }

    /** Header and message zone as they were received: what the signer signed (VDS-14). */
    public byte[] signedBytes() {
        return Arrays.copyOf(received, signedLength);
    }

    /** The signature as received, r and s side by side; empty only in a fragment from the tolerant decoder. */
    public byte[] signature() {
        return signature.clone();
    }

    /** How the seal deviates from the rules; empty from the strict decoder. */
    public Set<Deviation> deviations() {
        return deviations;
    }

    /** The seal's identity, 16 bytes: SHA-256 over the signed bytes and r, cut (VDS-17). */
    public byte[] identity() {
        return Arrays.copyOf(contentDigest(), IDENTITY_LENGTH);
    }

    /** What the issued log holds of it, 32 bytes: SHA-256 over the signed bytes and r (TRUST-181). */
    public byte[] contentDigest() {
        byte[] r = Arrays.copyOf(signature, signature.length / 2);
        return Sha256.of(signedBytes(), r);
    }

    /**
     * Whether the signature fits the received bytes under {@code key}; the hash follows from the key's curve (VDS-15). False, too, for a signature of another length or form, and
     * for a key that seals may not be signed with.
     */
    public boolean verifies(PublicKey key) {
        return SignatureAlgorithm.ofSealKey(key)
                .map(algorithm -> algorithm.verify(key, signedBytes(), signature))
                .orElse(false);
    }

    /** Whether the header names this certificate: C and CN of its subject are the signer identifier, its serial number is the reference (VDS-16). */
    public boolean names(X509Certificate certificate) {
        return certificate.getSerialNumber().equals(header.serialNumber())
                && signerIdentifier(certificate).equals(Optional.of(header.signer()));
    }

    /** C and CN of a certificate's subject side by side, as a header writes them; empty where there is not one of each. */
    static Optional<String> signerIdentifier(X509Certificate certificate) {
        DistinguishedName subject = DistinguishedName.subject(certificate);
        return subject.only(DistinguishedName.COUNTRY)
                .flatMap(country -> subject.only(DistinguishedName.COMMON_NAME).map(name -> country + name));
    }

    /** Two seals are the same when they were received as the same bytes. For statuses use {@link #identity()}. */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Seal that && Arrays.equals(received, that.received);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(received);
    }

    /** Type and size only: the content is about a person. */
    @Override
    public String toString() {
        return "seal " + header.type() + " of " + header.country() + ", " + received.length + " bytes";
    }

    static boolean hasDuplicateTags(List<SealFeature> features) {
        Set<Integer> seen = new HashSet<>();
        return features.stream().anyMatch(f -> !seen.add(f.tag()));
    }
}
