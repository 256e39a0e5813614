package org.stayseal.spec.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;

/**
 * The name of a subject or an issuer, as it was received (TRUST-49; RFC 5280 4.1.2.4). Any name of any certificate can be asked and shown: a text of a form that cannot be read has one that fits nothing.
 * Names are compared byte by byte (TRUST-50); nothing is folded or normalised.
 */
public final class DistinguishedName {

    /** {@code countryName}. */
    public static final String COUNTRY = "2.5.4.6";
    /** {@code commonName}. */
    public static final String COMMON_NAME = "2.5.4.3";

    private static final Map<String, String> SHORT =
            Map.of(COUNTRY, "C", COMMON_NAME, "CN", "2.5.4.10", "O", "2.5.4.11", "OU");
    /** Where the subject stands among the fields after the version: serial number, algorithm, issuer, validity, subject. */
    private static final int SUBJECT = 4;

    private static final int ISSUER = 2;

    /**
     * One part of a name.
     *
     * @param type object identifier in dots; empty for a part with several values
     * @param text what it says
     */
    public record Part(String type, String text) {

        private static final Part SEVERAL = new Part("", "several values");
    }

    private final byte[] encoded;
    private final List<Part> parts;

    private DistinguishedName(byte[] encoded, List<Part> parts) {
        this.encoded = encoded;
        this.parts = List.copyOf(parts);
    }

    /** The subject of a certificate. */
    public static DistinguishedName subject(X509Certificate certificate) {
        return field(certificate, SUBJECT);
    }

    /** The issuer of a certificate. */
    public static DistinguishedName issuer(X509Certificate certificate) {
        return field(certificate, ISSUER);
    }

    /** The issuer of a revocation list. */
    public static DistinguishedName issuer(X509CRL crl) {
        try {
            // Version, algorithm, issuer.
            return of(Der.only(crl.getTBSCertList()).parts().get(2));
        } catch (CRLException | FormatException | RuntimeException e) {
            return unreadable();
        }
    }

    private static DistinguishedName field(X509Certificate certificate, int index) {
        try {
            List<Der> fields = Der.only(certificate.getTBSCertificate()).parts();
            return of(fields.get(fields.get(0).tag() == 0xA0 ? index + 1 : index));
        } catch (CertificateEncodingException | FormatException | RuntimeException e) {
            return unreadable();
        }
    }

    /** No certificate that we read has such a name (TRUST-49); one that somebody else made may. */
    private static DistinguishedName unreadable() {
        return new DistinguishedName(new byte[0], List.of());
    }

    private static DistinguishedName of(Der name) throws FormatException {
        List<Part> parts = new ArrayList<>();
        for (Der rdn : name.of(Der.SEQUENCE).parts()) {
            List<Der> values = rdn.of(Der.SET).parts();
            List<Der> first = values.get(0).parts(2);
            parts.add(values.size() > 1 ? Part.SEVERAL : new Part(oid(first.get(0)), text(first.get(1))));
        }
        return new DistinguishedName(name.whole(), parts);
    }

    /** @throws FormatException if it is not a sequence of sets, none empty, of a type and one value each */
    static void requireName(Der name) throws FormatException {
        for (Der rdn : name.of(Der.SEQUENCE).parts()) {
            List<Der> values = rdn.of(Der.SET).parts();
            if (values.isEmpty()) {
                throw Der.malformed("a part of a name without a value");
            }
            for (Der value : values) {
                value.of(Der.SEQUENCE).parts(2).get(0).of(Der.OID);
            }
        }
    }

    /** Its bytes; empty for one that no certificate of ours can have. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Its parts in the order of the bytes. */
    public List<Part> parts() {
        return parts;
    }

    /** The text of the one part of this type; empty where there is none, or more than one. */
    public Optional<String> only(String type) {
        List<String> texts = parts.stream()
                .filter(part -> part.type().equals(type))
                .map(Part::text)
                .toList();
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    /** Whether both are the same bytes; false for names that cannot be read. */
    public boolean equalsExactly(DistinguishedName other) {
        return encoded.length > 0 && Arrays.equals(encoded, other.encoded);
    }

    private static String oid(Der type) {
        return ASN1ObjectIdentifier.fromContents(type.value()).getId();
    }

    private static String text(Der value) {
        byte[] content = value.value();
        return switch (value.tag()) {
            case 0x0C -> decoded(content, StandardCharsets.UTF_8);
            case 0x13, 0x14, 0x16 -> new String(content, StandardCharsets.ISO_8859_1);
            case 0x1E -> decoded(content, StandardCharsets.UTF_16BE);
            default -> asHex(content);
        };
    }

    private static String decoded(byte[] content, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return asHex(content);
        }
    }

    private static String asHex(byte[] content) {
        return "#" + Hex.encode(content);
    }

    /** For people: the last part first, as RFC 4514 has it, without its escapes. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        for (Part part : parts) {
            words.add(0, SHORT.getOrDefault(part.type(), part.type()) + "=" + part.text());
        }
        return String.join(",", words);
    }
}
