package org.stayseal.issuer.carrier;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.FoundCode;
import org.stayseal.barcode.ReadResult;
import org.stayseal.barcode.Symbology;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;

/**
 * Reads every code of a finished carrier again, with the reader that verifiers use, and compares it with the exact content. A permit whose
 * code a scanner cannot read is worth no more than one without it, and the holder would learn that at a border.
 */
final class ReadBack {
    private final CodeReader reader;

    ReadBack(CodeReader reader) {
        this.reader = reader;
    }

    /**
     * Checks that a carrier shows these codes, each exactly, and no other.
     *
     * @param name the carrier's file name, for the message
     * @param file the finished file; a PDF is rendered at 150 dpi
     * @throws ReadBackRefused naming the first code that is missing or different
     */
    void check(String name, byte[] file, PermitCodes codes, Set<CarrierCode> expected) throws ReadBackRefused {
        List<FoundCode> found = reader.read(file) instanceof ReadResult.Found result ? result.codes() : List.of();
        for (CarrierCode code : expected) {
            if (found.stream().noneMatch(candidate -> is(code, codes.content(code), candidate))) {
                throw new ReadBackRefused("The code '" + code.key() + "' on " + name
                        + " does not read back as what was signed; nothing of this permit is released.");
            }
        }
        if (found.size() != expected.size()) {
            throw new ReadBackRefused("There are " + found.size() + " codes on " + name + " and not " + expected.size()
                    + "; nothing of this permit is released.");
        }
    }

    private static boolean is(CarrierCode code, byte[] content, FoundCode candidate) {
        Symbology symbology = code == CarrierCode.SEAL ? Symbology.DATA_MATRIX : Symbology.QR_CODE;
        return candidate.symbology() == symbology && Arrays.equals(candidate.bytes(), content);
    }
}
