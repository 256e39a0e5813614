package org.stayseal.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.signing.Signer;

/** IDBs of Utopia, and the parts that faulty ones are put together from. */
final class IdbForge {

    static final String TD2 = "ARUTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<\nUTP0000426XXB8503<<2F2811202<<<<<<<0";
    static final LocalDate SIGNED = LocalDate.of(2026, 11, 20);
    /** The signature date in four bytes. */
    static final String DATE = "00aaedea";

    final Signer signer;

    IdbForge(Signer signer) {
        this.signer = signer;
    }

    Idb idb(Map<String, String> values) {
        return idb(IdbRequest.of("UTO", values), SIGNED);
    }

    Idb idb(IdbRequest request, LocalDate signed) {
        return IdbEncoder.prepare(request, signed, signer.certificate()).sign(signer);
    }

    /** Header of a signed code: country, algorithm 01, reference, date. */
    byte[] header(String dateHex) {
        return header("UTO", "01", reference(signer.certificate()), dateHex);
    }

    static byte[] header(String country, String algorithmHex, String referenceHex, String dateHex) {
        return joined(C40.encode(country), hex(algorithmHex + referenceHex + dateHex));
    }

    static String reference(X509Certificate certificate) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(sha, 15, 20);
        } catch (java.security.NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] group(byte[]... messages) {
        return tlv(0x61, joined(messages));
    }

    /** A signed code around these bytes, whatever they are. */
    String signed(byte[] headerAndGroup) {
        return text('B', content(headerAndGroup));
    }

    /** The signed bytes and the signature zone. */
    byte[] content(byte[] headerAndGroup) {
        return joined(headerAndGroup, tlv(0x7F, signer.sign(headerAndGroup)));
    }

    /** A signed code with these messages. */
    String messages(byte[]... messages) {
        return signed(joined(header(DATE), group(messages)));
    }

    static String text(char flag, byte[] content) {
        boolean compressed = flag == 'C' || flag == 'D';
        return "RDB1" + flag + Base32.encode(compressed ? BoundedInflate.deflate(content) : content);
    }

    /** The messages of a certificate of permanent residence, one by one. */
    static byte[] documentReference() {
        return tlv(0x82, C40.encode("UTR000042"));
    }

    static byte[] documentNumber() {
        return tlv(0x85, C40.encode("PR1234567"));
    }

    static byte[] type(int type) {
        return tlv(0x86, (byte) type);
    }

    static byte[] tlv(int tag, byte... value) {
        return joined(new byte[] {(byte) tag}, DerLength.encode(value.length), value);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The same content with s turned into n - s, which anybody can do. */
    byte[] twin(byte[] content) {
        BigInteger order =
                ((ECPublicKey) signer.certificate().getPublicKey()).getParams().getOrder();
        byte[] turned = content.clone();
        byte[] s = order.subtract(new BigInteger(1, Arrays.copyOfRange(content, content.length - 32, content.length)))
                .toByteArray();
        Arrays.fill(turned, turned.length - 32, turned.length, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, turned, turned.length - length, length);
        return turned;
    }

    /** A face that was drawn: JPEG 2000, in hexadecimal. */
    static String face() {
        try (InputStream in = IdbForge.class.getResourceAsStream("drawn-face.jp2")) {
            return HexFormat.of().formatHex(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
