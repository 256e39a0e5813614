package org.stayseal.spec.vdsnc;

import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** A VDS-NC that decoded: its header, its content, and what its signature is checked over. That it decoded says nothing about its signature. */
public final class VdsNc {

    private static final int IDENTITY_LENGTH = 16;

    private final Header header;
    private final Optional<VdsNcType> type;
    private final Optional<PermitContent> permit;
    private final Map<String, String> features;
    private final byte[] signedBytes;
    private final Signed signed;

    /**
     * The member {@code hdr} (NC-6).
     *
     * @param type {@code t}
     * @param version {@code v}
     * @param country {@code is}
     */
    public record Header(String type, int version, String country) {}

    /** The member {@code sig}: nothing of it is signed. */
    record Signed(SignatureAlgorithm algorithm, byte[] certificate, byte[] signature) {}

    VdsNc(
            Header header,
            Optional<VdsNcType> type,
            Optional<PermitContent> permit,
            Map<String, String> features,
            byte[] signedBytes,
            Signed signed) {
        this.header = header;
        this.type = type;
        this.permit = permit;
        this.features = features;
        this.signedBytes = signedBytes;
        this.signed = signed;
    }

    public Header header() {
        return header;
    }

    /** The row of its type; empty where it is not listed (NC-17). */
    public Optional<VdsNcType> type() {
        return type;
    }

    /** What it says as a residence permit; empty for every other type. */
    public Optional<PermitContent> permit() {
        return permit;
    }

    /** The scalars of its content by path (NC-35), of a type that is only shown; empty for a residence permit. */
    public Map<String, String> features() {
        return new LinkedHashMap<>(features);
    }

    /** The bytes that are signed: the canonical form of {@code data} (NC-10). */
    public byte[] signedBytes() {
        return signedBytes.clone();
    }

    /** The algorithm that it names; the key must be one for it. */
    public SignatureAlgorithm algorithm() {
        return signed.algorithm();
    }

    /** What stands in {@code cer}: a certificate in DER, if the writer was honest. It proves nothing (NC-9). */
    public byte[] certificate() {
        return signed.certificate().clone();
    }

    /** Whether {@code cer} is this certificate, byte by byte. */
    public boolean names(X509Certificate certificate) {
        try {
            return Arrays.equals(certificate.getEncoded(), signed.certificate());
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    /** SHA-256 of what stands in {@code cer}. */
    public byte[] certificateDigest() {
        return Sha256.of(signed.certificate());
    }

    /** The signature as received, of whatever length. */
    public byte[] signature() {
        return signed.signature().clone();
    }

    /** Whether the signature fits the signed bytes under {@code key} (NC-11). */
    public boolean verifies(PublicKey key) {
        return signed.algorithm().verify(key, signedBytes, signed.signature());
    }

    /** Its identity, 16 bytes: SHA-256 over the signed bytes and r, cut (NC-12). */
    public byte[] identity() {
        return Arrays.copyOf(contentDigest(), IDENTITY_LENGTH);
    }

    /** What the issued log holds of it, 32 bytes: SHA-256 over the signed bytes and r (TRUST-181). */
    public byte[] contentDigest() {
        byte[] r = Arrays.copyOf(signed.signature(), signed.signature().length / 2);
        return Sha256.of(signedBytes, r);
    }

    /** Type and country only: the content is about a person. */
    @Override
    public String toString() {
        return "VDS-NC " + header.type() + " of " + header.country();
    }
}
