package org.stayseal.vectors;

import java.util.Arrays;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** IDBs that break one rule of docs 21, signed where they can be. */
final class IdbFormatVectors extends Cases {

    private static final String MRV_B = "V<UTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<UTP0000426XXB8503<<2F2811202";

    private final IdbForge forge;
    private final byte[] content;
    private final String text;

    IdbFormatVectors(UtopianVectors utopia) {
        super(utopia);
        forge = new IdbForge(utopia.authority.signer("idb-signer"));
        content = forge.idb(IdbVectors.PERMANENT).content();
        text = IdbForge.text('B', content);
    }

    @Override
    void add() {
        text();
        compression();
        header();
        group();
        zones();
        values();
        documents();
    }

    private void text() {
        judged(
                "identifier-lower-case",
                "letters are capitals (IDB-1)",
                "rdb1" + text.substring(4),
                Outcome.INVALID,
                Reason.NOT_A_PERMIT);
        judged(
                "flag-unknown",
                "flag E, of a later version (IDB-2)",
                "RDB1E" + text.substring(5),
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
        wrong("flag-digit", "no flag but a digit (IDB-2)", "RDB12" + text.substring(5));
        wrong("flag-missing", "nothing after the identifier (IDB-2)", "RDB1");
        wrong("base32-lower-case", "a lower-case letter (IDB-3)", text.substring(0, 6) + "a" + text.substring(7));
        wrong("base32-padded", "padding (IDB-3)", text + "=");
        wrong("base32-length", "a last character that holds nothing (IDB-3)", text + "AA");
        // 99 bytes leave three bits over in 159 characters: the lowest one set.
        wrong("base32-bits-left", "bits left over that are not zero (IDB-3)", lastBitSet(text));
        wrong("cut", "broken off (IDB-5)", raw('B', Arrays.copyOf(content, content.length - 1)));
    }

    private void compression() {
        byte[] stream = BoundedInflate.deflate(content);
        wrong("zlib-cut", "the zlib stream is cut short (IDB-4)", raw('D', Arrays.copyOf(stream, stream.length - 1)));
        wrong("zlib-trailing", "a byte after the zlib stream (IDB-4)", raw('D', IdbForge.joined(stream, new byte[1])));
        wrong("zlib-missing", "flag D on bytes that are no zlib stream (IDB-4)", raw('D', content));
        wrong("zlib-too-long", "more than maxIdbBytes of content (IDB-4)", IdbForge.text('D', digits(4097)));
        wrong(
                "zlib-ratio",
                "more than maxInflateRatio bytes for each byte (IDB-4)",
                IdbForge.text('D', new byte[4000]));
        wrong("compressed-under-plain-flag", "flag B on a zlib stream", raw('B', stream));
    }

    private void header() {
        byte[] group = permanentGroup();
        String reference = IdbForge.reference(forge.signer.certificate());
        wrong(
                "country-digits",
                "a country with a digit (IDB-6)",
                forge.signed(IdbForge.joined(IdbForge.header("UT1", "01", reference, IdbForge.DATE), group)));
        wrong(
                "country-one-letter",
                "a country of one letter without fillers (IDB-6)",
                forge.signed(IdbForge.joined(IdbForge.header("D", "01", reference, IdbForge.DATE), group)));
        wrong("signed-under-unsigned-flag", "flag A on a signed content (IDB-7)", raw('A', content));
        judged(
                "unsigned-under-signed-flag",
                "flag B on an unsigned content: its tag 61 stands where an algorithm is named (IDB-7, IDB-8)",
                raw('B', IdbForge.joined(C40.encode("UTO"), group)),
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
        judged(
                "algorithm-unknown",
                "algorithm 04 (IDB-8)",
                forge.signed(IdbForge.joined(IdbForge.header("UTO", "04", reference, IdbForge.DATE), group)),
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
        wrong(
                "date-masked",
                "a signature date with a mask (IDB-10)",
                forge.signed(IdbForge.joined(forge.header("30a7e0aa"), group)));
        wrong(
                "date-impossible",
                "30 February (IDB-10)",
                forge.signed(IdbForge.joined(forge.header("0023204a"), group)));
    }

    private void group() {
        byte[] header = forge.header(IdbForge.DATE);
        wrong(
                "group-missing",
                "another tag than 61 (IDB-11)",
                forge.signed(IdbForge.joined(header, IdbForge.tlv(0x62, IdbForge.type(0x10)))));
        wrong("group-empty", "no message (IDB-11)", forge.messages());
        wrong(
                "group-long-length",
                "a length not in its shortest form (IDB-11)",
                forge.signed(
                        IdbForge.joined(header, IdbForge.hex("618113"), Arrays.copyOfRange(permanentGroup(), 2, 21))));
        wrong(
                "message-twice",
                "a tag that comes twice (IDB-12)",
                forge.messages(
                        IdbForge.documentReference(),
                        IdbForge.documentReference(),
                        IdbForge.documentNumber(),
                        IdbForge.type(0x10)));
        wrong(
                "message-over-the-end",
                "a message longer than the group (IDB-12)",
                forge.signed(IdbForge.joined(header, IdbForge.hex("6103 8602 10"))));
        wrong(
                "message-long-length",
                "a length not in its shortest form (IDB-12)",
                forge.signed(IdbForge.joined(header, IdbForge.hex("6104 868101 10"))));
        wrong(
                "unsigned-trailing-byte",
                "a byte after an unsigned group (IDB-11)",
                raw('A', IdbForge.joined(C40.encode("UTO"), permanentGroup(), new byte[1])));
    }

    private void zones() {
        byte[] header = forge.header(IdbForge.DATE);
        byte[] signed = IdbForge.joined(header, permanentGroup());
        byte[] signature = IdbForge.tlv(0x7F, forge.signer.sign(signed));
        wrong(
                "certificate-of-another",
                "the certificate inside has another reference (IDB-13)",
                raw(
                        'B',
                        IdbForge.joined(
                                signed,
                                IdbForge.tlv(
                                        0x7E, der(utopia.authority.sealSigner().certificate())),
                                signature)));
        wrong(
                "certificate-empty",
                "an empty certificate (IDB-13)",
                raw('B', IdbForge.joined(signed, IdbForge.tlv(0x7E), signature)));
        wrong(
                "certificate-after-signature",
                "the certificate after the signature (IDB-14)",
                raw('B', IdbForge.joined(signed, signature, IdbForge.tlv(0x7E, der(forge.signer.certificate())))));
        wrong("signature-missing", "no signature (IDB-14)", raw('B', signed));
        wrong("signature-empty", "an empty signature (IDB-14)", raw('B', IdbForge.joined(signed, IdbForge.tlv(0x7F))));
        wrong("trailing-byte", "a byte after the signature (IDB-14)", raw('B', IdbForge.joined(content, new byte[1])));
    }

    private void values() {
        wrong(
                "value-short",
                "a document number of five bytes (IDB-17)",
                permanent(IdbForge.tlv(0x85, IdbForge.hex("ba1e26a139"))));
        wrong(
                "value-not-c40",
                "a document number that is not C40 (IDB-17)",
                permanent(IdbForge.tlv(0x85, IdbForge.hex("ffffffffffff"))));
        wrong(
                "can-characters",
                "a card access number of five characters (IDB-17)",
                forge.messages(
                        IdbForge.tlv(0x09, C40.encode("12345")),
                        IdbForge.documentReference(),
                        IdbForge.documentNumber(),
                        IdbForge.type(0x10)));
        wrong("masked-digit-not-zero", "an unknown digit that is not written as 0 (IDB-18)", dated("f0aaedea"));
        wrong("masked-date-impossible", "an unknown day of month 13 (IDB-18)", dated("30c6652c"));
        wrong("masked-year", "an end date of an unknown year (IDB-25)", dated("0fbbd5f0"));
        wrong("face-short", "a face of 899 bytes (IDB-17)", faced(Arrays.copyOf(IdbForge.hex(IdbForge.face()), 899)));
        byte[] jpeg = IdbForge.hex(IdbForge.face());
        jpeg[4] = 'J';
        wrong("face-of-another-kind", "a face that begins as no JPEG 2000 (IDB-19)", faced(jpeg));
        byte[] zone = IdbForge.tlv(0x02, C40.encode(MRV_B));
        byte[] stay = IdbForge.tlv(0x04, IdbForge.hex("5a0000"));
        byte[] passport = IdbForge.tlv(0x05, C40.encode("P4711001<"));
        wrong("visa-without-stay", "a visa without its duration of stay (IDB-20)", visa(zone, passport));
        wrong("visa-without-zone", "a visa without a zone (IDB-20)", visa(stay, passport));
        wrong("visa-feature-twice", "a feature that comes twice (IDB-20)", visa(zone, stay, stay, passport));
        wrong("visa-cut", "a feature longer than its message (IDB-20)", visa(zone, stay, IdbForge.hex("0506d9")));
        wrong(
                "emergency-document-bare",
                "the zone without the feature around it (IDB-20)",
                forge.messages(IdbForge.tlv(0x02, C40.encode(IdbForge.TD2.replace("\n", "")))));
    }

    private void documents() {
        wrong(
                "message-missing",
                "a certificate of permanent residence without its number (IDB-23)",
                forge.messages(IdbForge.documentReference(), IdbForge.type(0x10)));
        wrong("zone-missing", "an asylum permission without a zone (IDB-23)", forge.messages(IdbForge.type(0x0B)));
        String zone = IdbForge.TD2.replace("\n", "").replace("281120", "281131");
        wrong(
                "end-date-impossible",
                "31 November in the zone (IDB-24)",
                forge.messages(IdbForge.tlv(0x81, C40.encode(zone)), IdbForge.type(0x0B)));
    }

    private String permanent(byte[] number) {
        return forge.messages(IdbForge.documentReference(), number, IdbForge.type(0x10));
    }

    private String dated(String maskedDateHex) {
        return forge.messages(
                IdbForge.documentReference(),
                IdbForge.tlv(0x84, IdbForge.hex(maskedDateHex)),
                IdbForge.documentNumber(),
                IdbForge.type(0x10));
    }

    private String faced(byte[] face) {
        return forge.messages(
                IdbForge.tlv(0x80, face), IdbForge.documentReference(), IdbForge.documentNumber(), IdbForge.type(0x10));
    }

    private String visa(byte[]... features) {
        return forge.messages(IdbForge.tlv(0x01, IdbForge.joined(features)));
    }

    private static byte[] permanentGroup() {
        return IdbForge.group(IdbForge.documentReference(), IdbForge.documentNumber(), IdbForge.type(0x10));
    }

    private static byte[] der(java.security.cert.X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes as they are under a flag, which may not fit them. */
    private static String raw(char flag, byte[] bytes) {
        return "RDB1" + flag + org.stayseal.spec.bytes.Base32.encode(bytes);
    }

    private static String lastBitSet(String text) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        int last = alphabet.indexOf(text.charAt(text.length() - 1));
        return text.substring(0, text.length() - 1) + alphabet.charAt(last | 1);
    }

    /** So many bytes that do not compress to less than half. */
    static byte[] digits(int length) {
        StringBuilder all = new StringBuilder();
        byte[] last = new byte[32];
        while (all.length() < length) {
            last = sha256(last);
            all.append(java.util.HexFormat.of().formatHex(last));
        }
        return bytes(all.substring(0, length));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wrong(String name, String why, String code) {
        judged(name, why, code, Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    private void judged(String name, String why, String code, Outcome outcome, Reason reason) {
        add("idb-format/" + name, why, bytes(code), NOW, lists, outcome, reason);
    }
}
