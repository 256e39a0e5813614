package org.stayseal.spec.continuation;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.Envelope;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.permit.Purpose;

/** A continuation that decoded: its content, and the bytes as received. That it decoded says nothing about its signature, nor about any permit. */
public final class Continuation {
    /** The typ of a continuation (CONT-3). */
    public static final String TYPE = "application/residence-permit-continuation+cwt";
    /** What the text of a continuation begins with (CONT-1). */
    public static final String PREFIX = "RPC1:";

    private final Envelope envelope;
    private final ContinuationClaims claims;

    private Continuation(Envelope envelope, ContinuationClaims claims) {
        this.envelope = envelope;
        this.claims = claims;
    }

    /** The continuation in a code's text, {@code RPC1:…}, exactly as scanned. */
    public static Continuation decode(String text) throws FormatException {
        if (!text.startsWith(PREFIX)) {
            throw FormatException.notAPermit("CONT-1", "the text does not begin with " + PREFIX);
        }
        return decode(Envelope.bytesIn(text, PREFIX));
    }

    /** The continuation in these bytes, as inflated. */
    public static Continuation decode(byte[] bytes) throws FormatException {
        Envelope envelope = Envelope.read(bytes, TYPE, "CONT-3", "a continuation");
        return new Continuation(envelope, ContinuationReader.read(envelope.payload()));
    }

    /** The text of its code. Another zlib may make another text of the same bytes (CRED-5). */
    public String text() {
        return envelope.text(PREFIX);
    }

    /** The whole message as received. */
    public byte[] bytes() {
        return envelope.bytes();
    }

    /** The payload as received. */
    public byte[] payload() {
        return envelope.payload();
    }

    /** The bytes that are signed. */
    public byte[] toBeSigned() {
        return envelope.toBeSigned();
    }

    /** The signature as received, of whatever length. */
    public byte[] signature() {
        return envelope.signature();
    }

    /** What the issued log holds of it, 32 bytes (TRUST-181). */
    public byte[] contentDigest() {
        return envelope.contentDigest();
    }

    /** Selects candidates among certificates, and proves nothing. */
    public byte[] keyId() {
        return envelope.keyId();
    }

    /** Whether this certificate is one that the key identifier may mean. */
    public boolean mayBeSignedBy(X509Certificate certificate) {
        return envelope.mayBeSignedBy(certificate);
    }

    /** Whether the signature is one by this key over the bytes as received. */
    public boolean verifies(PublicKey key) {
        return envelope.verifies(key);
    }

    /** Whether writers of this release use its algorithm. */
    public boolean mayBeWritten() {
        return envelope.algorithm().mayWrite();
    }

    public ContinuationClaims claims() {
        return claims;
    }

    /** Its own identity, which is no permit's. */
    public CredentialId id() {
        return claims.common().id();
    }

    /** The issuing country's code in the machine readable zone. */
    public String country() {
        return claims.common().issuer();
    }

    /** Its own entry, which is no permit's. */
    public StatusReference status() {
        return claims.common().status();
    }

    /** The first second at which it counts. */
    public Instant notBefore() {
        return Instant.ofEpochSecond(claims.common().notBefore());
    }

    /** The first second at which it counts no more. */
    public Instant expires() {
        return Instant.ofEpochSecond(claims.common().expires());
    }

    /** 00:00 UTC of the day of signing. */
    public Instant issuedAt() {
        return Instant.ofEpochSecond(claims.common().issuedAt());
    }

    /** The day of signing. */
    public LocalDate signedOn() {
        return LocalDate.ofInstant(issuedAt(), ZoneOffset.UTC);
    }

    /** The first day on which it counts. */
    public LocalDate from(ZoneId issuingCountry) {
        return LocalDate.ofInstant(notBefore(), issuingCountry);
    }

    /** The last day on which it counts: the day that holds the second before it is over. */
    public LocalDate until(ZoneId issuingCountry) {
        return LocalDate.ofInstant(expires().minusSeconds(1), issuingCountry);
    }

    /** The content by stable names (CONT-15). */
    public Map<String, Object> view(ZoneId issuingCountry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("country", country());
        view.put("named", claims.named().toString());
        claims.permitNumber().ifPresent(number -> view.put("permitNumber", number));
        claims.purpose().map(Purpose::key).ifPresent(purpose -> view.put("purpose", purpose));
        claims.legalGround().ifPresent(ground -> view.put("legalGround", ground));
        view.put("continuesFrom", from(issuingCountry).toString());
        view.put("continuesUntil", until(issuingCountry).toString());
        view.put("signedOn", signedOn().toString());
        view.put("continuationId", id().toString());
        view.put("keyId", Hex.encode(keyId()));
        view.put("algorithm", envelope.algorithm().joseName());
        view.put("statusUri", status().uri());
        view.put("statusIndex", status().index());
        return view;
    }

    @Override
    public String toString() {
        return "Continuation[" + id() + "]";
    }
}
