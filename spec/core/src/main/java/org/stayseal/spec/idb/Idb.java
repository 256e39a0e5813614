package org.stayseal.spec.idb;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;

/**
 * A code as it was received: header, messages, perhaps a certificate and a signature, and the very bytes that were signed.
 *
 * <p>Security guarantees: {@link #signedBytes()} are the received ones, never encoded anew (IDB-15); {@link #identity()} does not change when someone turns (r, s) into (r, n-s), compresses the
 * content or writes another identifier before it (IDB-16). What is not guaranteed: that any of it is true. Nothing here was checked against a key until {@link #verifies} was asked.
 */
public final class Idb {

    private static final int IDENTITY_LENGTH = 16;
    private static final int REFERENCE_LENGTH = 5;

    private final String text;
    private final byte[] content;
    private final Parts parts;
    private final Set<IdbDeviation> deviations;

    /**
     * What the content is made of.
     *
     * @param groupStart where the message group begins: after the header
     * @param signedLength where it ends
     */
    record Parts(
            IdbHeader header,
            List<IdbMessage> messages,
            int groupStart,
            int signedLength,
            Optional<byte[]> certificate,
            byte[] signature) {

        Parts {
            messages = List.copyOf(messages);
        }
    }

    Idb(String text, byte[] content, Parts parts, Set<IdbDeviation> deviations) {
        this.text = text;
        this.content = content.clone();
        this.parts = parts;
        this.deviations = deviations.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(deviations));
    }

    /** The whole code as it is printed: {@code RDB1B…}. */
    public String text() {
        return text;
    }

    /** Whether its content was compressed (IDB-4). */
    public boolean compressed() {
        return text.charAt(IdbText.IDENTIFIER_LENGTH) >= 'C';
    }

    public IdbHeader header() {
        return parts.header();
    }

    /** Whether its flag says that it is signed (IDB-2). */
    public boolean signed() {
        return parts.header().signing().isPresent();
    }

    /** All messages in the order in which they came; no tag comes twice. */
    public List<IdbMessage> messages() {
        return parts.messages();
    }

    /** The message with this tag. */
    public Optional<IdbMessage> message(int tag) {
        return parts.messages().stream().filter(m -> m.tag() == tag).findFirst();
    }

    /** The content: what Base32, and zlib, held. */
    public byte[] content() {
        return content.clone();
    }

    /** Where in the content the message group begins. */
    public int groupStart() {
        return parts.groupStart();
    }

    /** Header and message group as they were received: what the signer signed (IDB-15). */
    public byte[] signedBytes() {
        return Arrays.copyOf(content, parts.signedLength());
    }

    /** The certificate inside, in DER, unparsed and unproved (IDB-13). */
    public Optional<byte[]> certificate() {
        return parts.certificate().map(byte[]::clone);
    }

    /** The signature as received, r and s side by side; empty for an unsigned code. */
    public byte[] signature() {
        return parts.signature().clone();
    }

    /** How the code deviates from the rules; empty from the strict decoder. */
    public Set<IdbDeviation> deviations() {
        return deviations;
    }

    /** The code's identity, 16 bytes: SHA-256 over the signed bytes and r, cut (IDB-16). */
    public byte[] identity() {
        return Arrays.copyOf(contentDigest(), IDENTITY_LENGTH);
    }

    /** What the issued log holds of it, 32 bytes: SHA-256 over the signed bytes and r (TRUST-181). */
    public byte[] contentDigest() {
        byte[] r = Arrays.copyOf(parts.signature(), parts.signature().length / 2);
        return Sha256.of(signedBytes(), r);
    }

    /** Whether the signature fits the received bytes under {@code key} with the named hash (IDB-15). False, too, for an unsigned code, and for a signature of another length or form. */
    public boolean verifies(PublicKey key) {
        return parts.header()
                .signing()
                .map(signing -> signing.algorithm().verify(key, signedBytes(), parts.signature()))
                .orElse(false);
    }

    /** Whether the code names this certificate: by its reference, and by the certificate inside if there is one (IDB-9, IDB-13). */
    public boolean names(X509Certificate listed) {
        try {
            byte[] der = listed.getEncoded();
            return parts.header()
                            .signing()
                            .filter(signing -> signing.reference().equals(reference(der)))
                            .isPresent()
                    && parts.certificate()
                            .map(inside -> Arrays.equals(inside, der))
                            .orElse(true);
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    /** The reference of a certificate, as a header gives it: the last five bytes of its SHA-1, ten lower-case hexadecimal digits. It finds candidates and proves nothing (IDB-9). */
    public static String referenceOf(X509Certificate certificate) {
        try {
            return reference(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** The reference of a certificate in DER. */
    static String reference(byte[] der) {
        byte[] sha = digest("SHA-1").digest(der);
        return Hex.encode(Arrays.copyOfRange(sha, sha.length - REFERENCE_LENGTH, sha.length));
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    /** Two codes are the same when they were received as the same text. For statuses use {@link #identity()}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Idb that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Country and size only: the content is about a person. */
    @Override
    public String toString() {
        return "IDB of " + parts.header().country() + ", " + parts.messages().size() + " messages, " + content.length
                + " bytes";
    }
}
