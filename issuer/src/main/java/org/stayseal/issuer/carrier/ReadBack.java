package org.stayseal.issuer.carrier;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.stayseal.barcode.CodeMatrix;
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
     * Checks that a picture shows these codes, each exactly, and no other.
     *
     * @param name the carrier's file name, for the message
     * @throws ReadBackRefused naming the first code that is missing or different
     */
    void check(String name, byte[] picture, PermitCodes codes, Set<CarrierCode> expected) throws ReadBackRefused {
        compare(name, found(picture), codes, expected);
    }

    /**
     * The same for a PDF. It is drawn here, at 150 dpi and no finer: the reader alone would try harder than a verifier's scanner may.
     */
    void checkPages(String name, byte[] pdf, PermitCodes codes, Set<CarrierCode> expected) throws ReadBackRefused {
        List<FoundCode> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage drawn = renderer.renderImageWithDPI(page, CodeMatrix.RENDERING_DPI, ImageType.GRAY);
                ByteArrayOutputStream picture = new ByteArrayOutputStream();
                ImageIO.write(drawn, "png", picture);
                found.addAll(found(picture.toByteArray()));
            }
        } catch (IOException e) {
            throw new ReadBackRefused(name + " cannot be drawn; nothing of this permit is released.", e);
        }
        compare(name, found, codes, expected);
    }

    private List<FoundCode> found(byte[] picture) {
        return reader.read(picture) instanceof ReadResult.Found result ? result.codes() : List.of();
    }

    private static void compare(String name, List<FoundCode> found, PermitCodes codes, Set<CarrierCode> expected)
            throws ReadBackRefused {
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
