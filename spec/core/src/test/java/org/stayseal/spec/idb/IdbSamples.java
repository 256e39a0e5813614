package org.stayseal.spec.idb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** Codes of Utopia for the tests of this package. */
final class IdbSamples {

    static final String TD2 = "ARUTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<0";
    static final String TD1 =
            "ARUTOUTP0000426<<<<<<<<<<<<<<<\n8503127F2811202UTO<<<<<<<<<<<0\nSTERN<<MAYA<<<<<<<<<<<<<<<<<<<";
    static final String TD3 =
            "P<UTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<<<<<<<<<0";
    static final String MRV_A =
            "V<UTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<<<<<<<<<<";
    static final String MRV_B = "V<UTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<<";
    static final LocalDate SIGNED = LocalDate.of(2026, 11, 20);

    private static final Map<String, SoftwareSigner> SIGNERS = new HashMap<>();

    private IdbSamples() {}

    /** 900 bytes that begin as a JP2 file; no picture. */
    static String face() {
        return "0000000c6a5020200d0a870a" + "00".repeat(888);
    }

    static Map<String, String> permanent() {
        return Map.of("documentReference", "UTR000042", "documentNumber", "PR1234567", "nationalDocumentType", "10");
    }

    static Map<String, String> provisional() {
        return Map.of(
                "mrzTd2", TD2,
                "documentReference", "UTR000042",
                "azrNumber", "260113000085",
                "nationalDocumentType", "0E");
    }

    static Map<String, String> visa() {
        return Map.of(
                "visa.mrz",
                MRV_B,
                "visa.entries",
                "2",
                "visa.durationOfStay",
                "P90D",
                "visa.passportNumber",
                "XP1234567");
    }

    static SoftwareSigner signer(String curve) {
        return SIGNERS.computeIfAbsent(curve, name -> {
            KeyPair keys = TestKeys.generate(name);
            return SoftwareSigner.of(keys.getPrivate(), TestKeys.certificate(keys, 0x5B));
        });
    }

    static Idb signed(Map<String, String> values) {
        SoftwareSigner signer = signer("secp256r1");
        return IdbEncoder.prepare(IdbRequest.of("UTO", values), SIGNED, signer.certificate())
                .sign(signer);
    }

    static byte[] code(String hexContent, char flag) {
        byte[] content = HexFormat.of().parseHex(hexContent.replace(" ", ""));
        return ("RDB1" + flag + org.stayseal.spec.bytes.Base32.encode(content)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An unsigned code of Utopia with these messages. */
    static byte[] group(String hexMessages) {
        byte[] messages = HexFormat.of().parseHex(hexMessages.replace(" ", ""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("d9c5"));
        IdbEncoder.tlv(out, IdbDecoder.GROUP, messages);
        return code(HexFormat.of().formatHex(out.toByteArray()), 'A');
    }

    static X509Certificate certificate() {
        return signer("secp256r1").certificate();
    }
}
