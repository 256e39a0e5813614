package org.stayseal.spec.cwt;

import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.SignatureAlgorithm;

/**
 * A residence credential that decoded: its content, the bytes as received, and what a signature is checked over. That it decoded says
 * nothing about its signature.
 */
public final class Credential {
    /** The typ of a residence credential (CRED-17). */
    public static final String TYPE = "application/residence-permit+cwt";
    /** Bytes of a key identifier (CRED-19). */
    public static final int KEY_ID_LENGTH = 8;

    private final Envelope envelope;
    private final Claims claims;

    Credential(Envelope envelope, Claims claims) {
        this.envelope = envelope;
        this.claims = claims;
    }

    /** The key identifier of a certificate: the first 8 bytes of SHA-256 over its DER. */
    public static byte[] keyIdOf(X509Certificate certificate) {
        try {
            return Arrays.copyOf(Sha256.of(certificate.getEncoded()), KEY_ID_LENGTH);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    /** The whole credential as received: tag 18 and what it is around. */
    public byte[] bytes() {
        return envelope.bytes();
    }

    /** The text of a code for these bytes (CRED-1). Another zlib may make another text of them (CRED-5). */
    public String text() {
        return envelope.text(CredentialDecoder.PREFIX);
    }

    /** The payload as received. */
    public byte[] payload() {
        return envelope.payload();
    }

    /** What the issued log holds of it, 32 bytes: SHA-256 over the payload as received, in which the random {@code cti} is (TRUST-181). */
    public byte[] contentDigest() {
        return envelope.contentDigest();
    }

    /** The bytes that are signed (CRED-20). */
    public byte[] toBeSigned() {
        return envelope.toBeSigned();
    }

    /** The signature as received, of whatever length. */
    public byte[] signature() {
        return envelope.signature();
    }

    public SignatureAlgorithm algorithm() {
        return envelope.algorithm();
    }

    /** Selects candidates among certificates, and proves nothing. */
    public byte[] keyId() {
        return envelope.keyId();
    }

    /** Whether this certificate is one that the key identifier may mean. */
    public boolean mayBeSignedBy(X509Certificate certificate) {
        return envelope.mayBeSignedBy(certificate);
    }

    /** Whether the signature is one by this key over the bytes as received. False, too, for a key of another algorithm than the header's. */
    public boolean verifies(PublicKey key) {
        return envelope.verifies(key);
    }

    public Claims claims() {
        return claims;
    }

    public CredentialId id() {
        return claims.id();
    }

    /** The issuing country's code in the machine readable zone. */
    public String country() {
        return claims.issuer();
    }

    public Purpose purpose() {
        return claims.permit().purpose();
    }

    public StatusReference status() {
        return claims.status();
    }

    /** The first second at which the document is good (CRED-28). */
    public Instant notBefore() {
        return Instant.ofEpochSecond(claims.notBefore());
    }

    /** The first second at which the document is over (CRED-28). */
    public Instant expires() {
        return Instant.ofEpochSecond(claims.expires());
    }

    /** The day of signing. */
    public LocalDate signedOn() {
        return Instant.ofEpochSecond(claims.issuedAt()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The document's first day, which is its day of issue. */
    public LocalDate firstDay(ZoneId issuingCountry) {
        return notBefore().atZone(issuingCountry).toLocalDate();
    }

    /** The document's last day: the day that holds the last second before it is over. */
    public LocalDate lastDay(ZoneId issuingCountry) {
        return expires().minusSeconds(1).atZone(issuingCountry).toLocalDate();
    }

    /** The content by stable names, as JSON shows it: see {@link PermitView}. */
    public Map<String, Object> toPermitView(ZoneId issuingCountry) {
        return PermitView.of(this, issuingCountry);
    }

    @Override
    public String toString() {
        return "Credential[" + claims.id() + ", " + purpose().key() + ", " + envelope.bytes().length + " bytes]";
    }
}
