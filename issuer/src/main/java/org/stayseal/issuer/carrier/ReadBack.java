package org.stayseal.issuer.carrier;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stayseal.barcode.CodeMatrix;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.FoundCode;
import org.stayseal.barcode.ReadResult;
import org.stayseal.barcode.Symbology;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;
import org.stayseal.spec.verify.Recognition;

/**
 * Reads every code of a finished carrier again, with the reader that verifiers use, and compares it with the exact content. A permit whose
 * code a scanner cannot read is worth no more than one without it, and the holder would learn that at a border.
 */
final class ReadBack {
    private static final Logger LOG = LoggerFactory.getLogger(ReadBack.class);

    private final CodeReader reader;

    ReadBack(CodeReader reader) {
        this.reader = reader;
    }

    /**
     * Checks that a picture shows these codes, each exactly, and no other that a verifier would judge. What else is read is logged: it is an accident of print that no verifier looks at beside a
     * permit's code (VER-12), and a good permit is not refused for it.
     *
     * @param name the carrier's file name, for the message
     * @throws ReadBackRefused naming the first code that is missing or different, or where one too many is
     */
    void check(String name, byte[] picture, PermitCodes codes, Set<CarrierCode> expected) throws ReadBackRefused {
        compare(name, found(picture), codes, expected);
    }

    /**
     * The same for a PDF. It is drawn here, at 150 dpi and no finer: the reader alone would try harder than a verifier's scanner may.
     */
    void checkPages(String name, byte[] pdf, PermitCodes codes, Set<CarrierCode> expected) throws ReadBackRefused {
        compare(name, drawn(name, pdf), codes, expected);
    }

    /** Checks that a picture shows this one QR code and no other that a verifier would judge. */
    void checkOne(String name, byte[] picture, byte[] content) throws ReadBackRefused {
        requireOne(name, found(picture), content);
    }

    /** Checks that each page of a PDF shows its one QR code, and no other that a verifier would judge. */
    void checkEachPage(String name, byte[] pdf, List<byte[]> contents) throws ReadBackRefused {
        List<FoundCode> found = drawn(name, pdf);
        for (int page = 1; page <= contents.size(); page++) {
            int number = page;
            requireOne(
                    name + ", page " + page,
                    found.stream().filter(code -> code.page() == number).toList(),
                    contents.get(page - 1));
        }
        if (found.stream().anyMatch(code -> code.page() > contents.size())) {
            throw new ReadBackRefused("There is a code on a page of " + name + " that should not be there.");
        }
    }

    private static void requireOne(String name, List<FoundCode> found, byte[] content) throws ReadBackRefused {
        if (found.stream().noneMatch(code -> isQr(content, code))) {
            throw new ReadBackRefused("The code on " + name + " does not read back as what was signed.");
        }
        for (FoundCode other : found) {
            if (!isQr(content, other) && Recognition.isPermits(other.bytes())) {
                throw new ReadBackRefused("There is a code on " + name + " that was not put there (" + describe(other)
                        + ") and begins like a permit's.");
            }
        }
    }

    private static boolean isQr(byte[] content, FoundCode candidate) {
        return candidate.symbology() == Symbology.QR_CODE && Arrays.equals(candidate.bytes(), content);
    }

    private List<FoundCode> drawn(String name, byte[] pdf) throws ReadBackRefused {
        List<FoundCode> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage drawn = renderer.renderImageWithDPI(page, CodeMatrix.RENDERING_DPI, ImageType.GRAY);
                ByteArrayOutputStream picture = new ByteArrayOutputStream();
                ImageIO.write(drawn, "png", picture);
                for (FoundCode code : found(picture.toByteArray())) {
                    found.add(new FoundCode(code.symbology(), code.text(), page + 1, code.position()));
                }
            }
        } catch (IOException e) {
            throw new ReadBackRefused(name + " cannot be drawn; nothing of this permit is released.", e);
        }
        return found;
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
        for (FoundCode other : found) {
            if (expected.stream().noneMatch(code -> is(code, codes.content(code), other))) {
                String where = describe(other);
                LOG.warn("{} shows a code that was not put there: {}", name, where);
                if (Recognition.isPermits(other.bytes())) {
                    throw new ReadBackRefused("There is a code on " + name + " that was not put there (" + where
                            + ") and begins like a permit's; nothing of this permit is released.");
                }
            }
        }
    }

    /** What helps to find it, and nothing of what it says. */
    private static String describe(FoundCode code) {
        FoundCode.Position box = code.position();
        return String.format(
                Locale.ROOT,
                "%s of %d bytes on page %d, from %.3f %.3f to %.3f %.3f of the page",
                code.symbology().title(),
                code.text().length(),
                code.page(),
                box.left(),
                box.top(),
                box.right(),
                box.bottom());
    }

    private static boolean is(CarrierCode code, byte[] content, FoundCode candidate) {
        Symbology symbology = code == CarrierCode.SEAL ? Symbology.DATA_MATRIX : Symbology.QR_CODE;
        return candidate.symbology() == symbology && Arrays.equals(candidate.bytes(), content);
    }
}
