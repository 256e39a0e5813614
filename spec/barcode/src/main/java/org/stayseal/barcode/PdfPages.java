package org.stayseal.barcode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.stayseal.barcode.ReadResult.Kind;

/** A PDF whose pages are rendered within limits of pixels and time. */
final class PdfPages implements AutoCloseable {
    private static final int POINTS_PER_INCH = 72;

    /** PDFBox quotes from damaged files in its log, and those are people's documents. Kept here, as the JDK forgets a logger that nobody holds. */
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        ImagePlugIns.takeOut();
        SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final PDDocument document;
    private final BoundedRenderer renderer;
    private final long mostPixels;

    private PdfPages(PDDocument document, long mostPixels) {
        this.document = document;
        this.mostPixels = mostPixels;
        this.renderer = new BoundedRenderer(document, mostPixels);
    }

    /**
     * Opens a PDF.
     *
     * @param mostPixels of a rendered page, and of a picture on one
     * @throws UnreadableException damaged, without pages, or asking for a password
     */
    static PdfPages open(byte[] file, long mostPixels) throws UnreadableException {
        try {
            PDDocument document = Loader.loadPDF(file);
            if (document.getNumberOfPages() < 1) {
                document.close();
                throw new UnreadableException(Kind.DAMAGED, "The PDF has no pages.");
            }
            return new PdfPages(document, mostPixels);
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(
                    Kind.ENCRYPTED,
                    "The PDF asks for a password. Open it with the password and save a copy without one.");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Kind.DAMAGED, "The PDF is damaged or cut short.");
        }
    }

    int count() {
        return document.getNumberOfPages();
    }

    /**
     * One page, at fewer dots per inch than asked where it would have too many pixels; empty when it cannot be rendered.
     *
     * @param page from 0
     */
    Optional<GrayPicture> render(int page, int dpi, Deadline deadline) {
        try {
            PDRectangle paper = document.getPage(page).getCropBox();
            double inches = Math.abs((double) paper.getWidth() * paper.getHeight()) / POINTS_PER_INCH / POINTS_PER_INCH;
            if (!(inches > 0)) {
                return Optional.empty();
            }
            float bounded = (float) Math.min(dpi, Math.sqrt(mostPixels / inches));
            renderer.deadline = deadline;
            BufferedImage picture = renderer.renderImageWithDPI(page, bounded, ImageType.RGB);
            return Optional.of(GrayPicture.of(picture));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
        }
    }

    private static final class BoundedRenderer extends PDFRenderer {
        private final long mostPixels;
        private Deadline deadline = new Deadline(() -> 0, 1);

        BoundedRenderer(PDDocument document, long mostPixels) {
            super(document);
            this.mostPixels = mostPixels;
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new BoundedDrawer(parameters, mostPixels, deadline);
        }
    }

    /** Draws until the time is over, and leaves out pictures that would take too much memory. */
    private static final class BoundedDrawer extends PageDrawer {
        private final long mostPixels;
        private final Deadline deadline;

        BoundedDrawer(PageDrawerParameters parameters, long mostPixels, Deadline deadline) throws IOException {
            super(parameters);
            this.mostPixels = mostPixels;
            this.deadline = deadline;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (deadline.isOver()) {
                // Unchecked, as PDFBox takes a checked one for a single failed operator and goes on.
                throw new IllegalStateException("the page takes too long to draw");
            }
            super.processOperator(operator, operands);
        }

        /** One bad operator leaves the rest of a page readable. Not logged, as PDFBox does: its operands may be a person's data. */
        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {}

        @Override
        public void drawImage(PDImage image) throws IOException {
            if (isBounded(image)) {
                super.drawImage(image);
            }
        }

        private boolean isBounded(PDImage image) throws IOException {
            boolean masksBounded = true;
            if (image instanceof PDImageXObject) {
                PDImageXObject whole = (PDImageXObject) image;
                PDImageXObject soft = whole.getSoftMask();
                PDImageXObject hard = whole.getMask();
                masksBounded = (soft == null || fits(soft)) && (hard == null || fits(hard));
            }
            return masksBounded && fits(image);
        }

        private boolean fits(PDImage image) {
            return image.getWidth() > 0
                    && image.getHeight() > 0
                    && (long) image.getWidth() * image.getHeight() <= 2 * mostPixels;
        }
    }
}
