package org.stayseal.trust.authority.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.stayseal.spec.FormatException;

/** Certificates as text (RFC 7468), with words around the blocks, but never a private key among them (TRUST-110). */
final class PemBlocks {

    private static final String RULE = CertificateFile.RULE;
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String CLOSE = "-----";
    private static final int WIDTH = 64;

    private PemBlocks() {}

    static List<byte[]> certificates(byte[] file) throws FormatException {
        for (byte octet : file) {
            if (octet < 0) {
                throw FormatException.wrongFormat(RULE, "neither DER nor a text in ASCII");
            }
        }
        List<byte[]> certificates = new ArrayList<>();
        String label = "";
        StringBuilder body = new StringBuilder();
        for (String line : new String(file, StandardCharsets.US_ASCII).split("\\r?\\n", -1)) {
            if (line.startsWith(BEGIN)) {
                if (!label.isEmpty() || !line.endsWith(CLOSE)) {
                    throw FormatException.wrongFormat(RULE, "a block begins inside another one");
                }
                label = line.substring(BEGIN.length(), line.length() - CLOSE.length());
                body.setLength(0);
            } else if (line.startsWith(END)) {
                if (label.isEmpty() || !line.equals(END + label + CLOSE)) {
                    throw FormatException.wrongFormat(RULE, "a block ends that has not begun");
                }
                add(certificates, label, base64(body.toString()));
                label = "";
            } else if (!label.isEmpty()) {
                body.append(line);
            }
        }
        if (!label.isEmpty()) {
            throw FormatException.wrongFormat(RULE, "a block without an end");
        }
        return certificates;
    }

    private static void add(List<byte[]> certificates, String label, byte[] content) throws FormatException {
        switch (label) {
            case "CERTIFICATE" -> certificates.add(content);
            case "PKCS7", "CMS" -> {
                try {
                    certificates.addAll(CertificateFile.message(ContentInfo.getInstance(content)));
                } catch (IOException | RuntimeException e) {
                    throw FormatException.wrongFormat(RULE, "a block that is no message of certificates");
                }
            }
            default ->
                throw FormatException.wrongFormat(
                        RULE,
                        label.endsWith("PRIVATE KEY")
                                ? "a private key: it does not belong into this file"
                                : "a block that is no certificate");
        }
    }

    private static byte[] base64(String text) throws FormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length > 0 && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through: both faults are the same to a reader
        }
        throw FormatException.wrongFormat(RULE, "a block that is not base64 in its only form");
    }

    static byte[] write(Collection<X509Certificate> certificates) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64.Encoder lines = Base64.getMimeEncoder(WIDTH, new byte[] {'\n'});
        for (X509Certificate certificate : certificates) {
            try {
                out.writeBytes((BEGIN + "CERTIFICATE" + CLOSE + "\n"
                                + lines.encodeToString(certificate.getEncoded()) + "\n"
                                + END + "CERTIFICATE" + CLOSE + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
        return out.toByteArray();
    }
}
