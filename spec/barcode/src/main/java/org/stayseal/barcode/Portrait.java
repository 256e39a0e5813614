package org.stayseal.barcode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.stayseal.barcode.PortraitRefusedException.Reason;

/**
 * The photo that a credential carries: a colour WebP of at most {@value #MAXIMUM_BYTES} bytes, four wide to five high. Immutable.
 *
 * <p>The photo is cut to that shape around its middle, and compressed at several sizes; kept is the one in which, shown at one common size, the
 * face is best told ({@link FaceLikeness}). All that is not picture
 * (colour profile, EXIF with its places and times, texts) is left behind, as only pixels are carried over.
 */
public final class Portrait {
    /** Bytes that a portrait may take in a credential (wire decisions, section 1). */
    public static final int MAXIMUM_BYTES = 700;

    /** Smallest width and height, in pixels, of a photo that a recognisable face can be made from. */
    public static final int SMALLEST_WIDTH = 120;

    public static final int SMALLEST_HEIGHT = 150;

    private static final int MOST_BYTES_OF_PHOTO = 20 * 1024 * 1024;
    private static final long MOST_PIXELS_OF_PHOTO = 20_000_000;
    private static final double MOST_OBLONG = 2.0;
    private static final int PRINTED_WIDTH = 480;
    private static final int PRINTED_HEIGHT = 600;
    private static final int MOST_BYTES_SHOWN = 64 * 1024;
    private static final long MOST_PIXELS_SHOWN = 1_000_000;

    private final byte[] webp;
    private final int width;
    private final int height;

    private Portrait(PortraitSearch.Candidate chosen) {
        this.webp = chosen.webp();
        this.width = chosen.width();
        this.height = chosen.height();
    }

    /**
     * A photo as it is printed and kept: cut to shape, at most 480 by 600 pixels, a JPEG of at most 64 KiB without metadata. Whatever {@link #compress} takes can be printed, and {@link #toPng}
     * shows it.
     *
     * @param photo as {@link #compress} takes it
     * @throws PortraitRefusedException when it is not, with the reason
     */
    public static byte[] forPrint(byte[] photo) throws PortraitRefusedException {
        BufferedImage picture = PortraitSearch.printed(checked(photo), PRINTED_WIDTH, PRINTED_HEIGHT);
        for (int percent = 92; ; percent -= 8) {
            byte[] jpeg = jpeg(picture, percent / 100f);
            if (jpeg.length <= MOST_BYTES_SHOWN) {
                return jpeg;
            }
            if (percent <= 20) {
                throw new PortraitRefusedException(Reason.TOO_LARGE, "The photo cannot be compressed for print.");
            }
        }
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        } finally {
            writer.dispose();
        }
    }

    /**
     * Compresses a photo.
     *
     * @param photo a JPEG, PNG or WebP file of at least {@value #SMALLEST_WIDTH} by {@value #SMALLEST_HEIGHT} pixels, at most 20 MiB and 20 megapixels, at most twice as high as wide or the reverse
     * @throws PortraitRefusedException when it is not, with the reason
     */
    public static Portrait compress(byte[] photo) throws PortraitRefusedException {
        return new Portrait(PortraitSearch.best(checked(photo), MAXIMUM_BYTES));
    }

    static BufferedImage checked(byte[] photo) throws PortraitRefusedException {
        if (photo.length > MOST_BYTES_OF_PHOTO) {
            throw new PortraitRefusedException(
                    Reason.TOO_LARGE,
                    "The photo has " + photo.length + " bytes; at most " + MOST_BYTES_OF_PHOTO + " are taken.");
        }
        JpegHeader header = JpegHeader.of(photo);
        if (header.components() == 4) {
            throw new PortraitRefusedException(
                    Reason.NOT_A_PICTURE,
                    "The photo is in the inks of a printer (CMYK). Save it in the colours of a screen (RGB).");
        }
        BufferedImage picture = ExifOrientation.upright(header.orientation(), open(photo, MOST_PIXELS_OF_PHOTO));
        int width = picture.getWidth();
        int height = picture.getHeight();
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT) {
            throw new PortraitRefusedException(
                    Reason.TOO_SMALL,
                    "The photo is " + width + " by " + height + " pixels; at least " + SMALLEST_WIDTH + " by "
                            + SMALLEST_HEIGHT + " are needed.");
        }
        if (Math.max(width, height) > MOST_OBLONG * Math.min(width, height)) {
            throw new PortraitRefusedException(
                    Reason.WRONG_SHAPE,
                    "The photo is " + width + " by " + height + " pixels, which is not the shape of a portrait.");
        }
        return picture;
    }

    /** The WebP file, at most {@value #MAXIMUM_BYTES} bytes, without metadata. */
    public byte[] webp() {
        return webp.clone();
    }

    /** Its width in pixels. */
    public int width() {
        return width;
    }

    /** Its height in pixels. */
    public int height() {
        return height;
    }

    /**
     * A portrait out of a credential as PNG, for display. Ask this only for bytes whose signature was verified: decoders of pictures have had holes.
     *
     * @param image WebP, JPEG or PNG of at most 64 KiB and one megapixel
     * @throws PortraitRefusedException when it is not, with the reason
     */
    public static byte[] toPng(byte[] image) throws PortraitRefusedException {
        if (image.length > MOST_BYTES_SHOWN) {
            throw new PortraitRefusedException(
                    Reason.TOO_LARGE,
                    "The portrait has " + image.length + " bytes; at most " + MOST_BYTES_SHOWN + " are shown.");
        }
        BufferedImage picture = PortraitSearch.onWhite(open(image, MOST_PIXELS_SHOWN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage open(byte[] file, long mostPixels) throws PortraitRefusedException {
        Optional<FileKind> kind = FileKind.of(file);
        if (kind.isEmpty() || kind.get() == FileKind.PDF || kind.get() == FileKind.GIF) {
            throw new PortraitRefusedException(Reason.NOT_A_PICTURE, "This is not a JPEG, PNG or WebP picture.");
        }
        try {
            return PictureFile.open(file, kind.get(), mostPixels);
        } catch (UnreadableException e) {
            Reason reason = e.kind() == ReadResult.Kind.TOO_LARGE ? Reason.TOO_LARGE : Reason.DAMAGED;
            throw new PortraitRefusedException(reason, String.valueOf(e.getMessage()));
        }
    }
}
