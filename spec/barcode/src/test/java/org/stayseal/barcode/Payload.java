package org.stayseal.barcode;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What the codes of a permit carry, in the sizes that they really have; the bytes themselves are random, as a reader of codes knows no permit. */
enum Payload {
    /** The seal of a residence permit: 142 bytes, which fill 44 by 44 modules. */
    SEAL(Symbology.DATA_MATRIX),
    /** A credential without a photo. */
    CREDENTIAL(Symbology.QR_CODE),
    /** A credential with a photo: 129 by 129 modules and few spare codewords. */
    CREDENTIAL_WITH_PHOTO(Symbology.QR_CODE),
    /** An ICAO datastructure for barcode without a photo. */
    IDB(Symbology.QR_CODE),
    /** The same bytes as a seal's, printed the other way. */
    AZTEC_SEAL(Symbology.AZTEC),
    /** A credential without a photo, as tickets carry theirs. */
    AZTEC_CREDENTIAL(Symbology.AZTEC);

    private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Symbology symbology;

    Payload(Symbology symbology) {
        this.symbology = symbology;
    }

    Symbology symbology() {
        return symbology;
    }

    byte[] content(long seed) {
        Random random = new Random(seed * 31 + ordinal());
        switch (this) {
            case SEAL, AZTEC_SEAL -> {
                byte[] bytes = new byte[142];
                random.nextBytes(bytes);
                bytes[0] = (byte) 0xDC;
                bytes[1] = 3;
                return bytes;
            }
            case CREDENTIAL, AZTEC_CREDENTIAL -> {
                return text("RP1:", BASE45, 555, random);
            }
            case CREDENTIAL_WITH_PHOTO -> {
                return text("RP1:", BASE45, 1680, random);
            }
            case IDB -> {
                return text("RDB1B", BASE32, 310, random);
            }
        }
        throw new IllegalStateException(name());
    }

    CodeMatrix code(byte[] content) {
        return switch (this) {
            case SEAL -> DataMatrix.of(content).matrix();
            case CREDENTIAL -> QrCode.ofBytes(content, QrCode.Level.Q).matrix();
            case CREDENTIAL_WITH_PHOTO, IDB ->
                QrCode.ofBytes(content, QrCode.Level.M).matrix();
            case AZTEC_SEAL, AZTEC_CREDENTIAL -> Aztec.of(content).matrix();
        };
    }

    private static byte[] text(String start, String alphabet, int length, Random random) {
        StringBuilder text = new StringBuilder(start);
        while (text.length() < length) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
