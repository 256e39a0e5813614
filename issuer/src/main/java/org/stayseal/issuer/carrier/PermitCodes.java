package org.stayseal.issuer.carrier;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.stayseal.barcode.CodeMatrix;
import org.stayseal.barcode.DataMatrix;
import org.stayseal.barcode.QrCode;
import org.stayseal.spec.permit.Purpose;

/** The five codes of one permit: the exact content of each and the symbol that carries it. Immutable. */
public final class PermitCodes {
    private final Map<CarrierCode, byte[]> contents = new EnumMap<>(CarrierCode.class);
    private final Map<CarrierCode, CodeMatrix> matrices = new EnumMap<>(CarrierCode.class);

    private PermitCodes() {}

    /**
     * The codes of a permit.
     *
     * @param credentials the text of each purpose's credential, {@code RP1:} and Base45; all four
     * @param withPhoto the purposes whose credential carries the photo: these are printed at error correction level M, the others at Q, so
     *     that all stay readable at 75 mm
     * @param seal the bytes of the seal
     * @throws IllegalArgumentException when a purpose is missing or a content fits into no symbol
     */
    public static PermitCodes of(Map<Purpose, String> credentials, Set<Purpose> withPhoto, byte[] seal) {
        PermitCodes codes = new PermitCodes();
        for (Purpose purpose : Purpose.values()) {
            String text = credentials.get(purpose);
            if (text == null) {
                throw new IllegalArgumentException("no credential for the purpose " + purpose.key());
            }
            codes.put(
                    CarrierCode.of(purpose),
                    text.getBytes(StandardCharsets.US_ASCII),
                    QrCode.ofText(text, level(withPhoto, purpose)).matrix());
        }
        codes.put(CarrierCode.SEAL, seal.clone(), DataMatrix.of(seal).matrix());
        return codes;
    }

    /** Error correction of the code for this purpose. */
    static QrCode.Level level(Set<Purpose> withPhoto, Purpose purpose) {
        return withPhoto.contains(purpose) ? QrCode.Level.M : QrCode.Level.Q;
    }

    private void put(CarrierCode code, byte[] content, CodeMatrix matrix) {
        contents.put(code, content);
        matrices.put(code, matrix);
    }

    /** The exact bytes that reading this code must give. */
    public byte[] content(CarrierCode code) {
        return stored(contents, code).clone();
    }

    /** The symbol, ready to be drawn. */
    public CodeMatrix matrix(CarrierCode code) {
        return stored(matrices, code);
    }

    private static <T> T stored(Map<CarrierCode, T> map, CarrierCode code) {
        T value = map.get(code);
        if (value == null) {
            throw new IllegalStateException("codes are made all five at once");
        }
        return value;
    }
}
