package org.stayseal.barcode;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.stayseal.barcode.ReadResult.Kind;

/** Opens a PNG, JPEG, GIF or WebP picture within limits: its size is read from its header and judged before a pixel is decoded. */
final class PictureFile {
    /** Pictures with more are read at half their width and height, which the modules of a symbol that fills a good part of them bear well. */
    private static final long PIXELS_READ_WHOLE = 16_000_000;

    private PictureFile() {}

    /**
     * The first picture of the file.
     *
     * @param kind any but PDF
     * @param mostPixels pictures with more are refused
     * @throws UnreadableException damaged, or larger than that
     */
    static BufferedImage open(byte[] file, FileKind kind, long mostPixels) throws UnreadableException {
        ImageReader reader = reader(kind);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Metadata is left out: it is of no use here, and its compressed texts have no bound.
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long pixels = (long) width * height;
            if (width < 1 || height < 1) {
                throw new UnreadableException(Kind.DAMAGED, "The " + kind.title() + " says that it has no pixels.");
            }
            if (pixels > mostPixels) {
                throw new UnreadableException(
                        Kind.TOO_LARGE,
                        "The " + kind.title() + " is " + width + " by " + height + " pixels; at most "
                                + mostPixels / 1_000_000 + " megapixels are read.");
            }
            if (!kind.canHold(pixels, file.length)) {
                throw new UnreadableException(
                        Kind.DAMAGED,
                        "The " + kind.title() + " says that it is " + width + " by " + height
                                + " pixels, and is too short to hold them.");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            if (pixels > PIXELS_READ_WHOLE) {
                how.setSourceSubsampling(2, 2, 0, 0);
            }
            AtomicBoolean cutShort = new AtomicBoolean();
            // The JPEG decoder paints what is missing grey and only warns; the code may have been there.
            reader.addIIOReadWarningListener((source, warning) -> cutShort.compareAndSet(false, isEndMissing(warning)));
            BufferedImage picture = reader.read(0, how);
            if (cutShort.get()) {
                throw new IOException("cut short");
            }
            return picture;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Kind.DAMAGED, "The " + kind.title() + " is damaged or cut short.");
        } finally {
            reader.dispose();
        }
    }

    private static boolean isEndMissing(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    private static ImageReader reader(FileKind kind) throws UnreadableException {
        if (kind == FileKind.WEBP) {
            // Named directly: a lookup of plug-ins depends on which class loader asked first.
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        if (!readers.hasNext()) {
            throw new UnreadableException(Kind.NOT_A_PICTURE, "This Java opens no " + kind.title() + ".");
        }
        return readers.next();
    }
}
