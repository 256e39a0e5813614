package org.stayseal.barcode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.stayseal.barcode.PortraitRefusedException.Reason;

/**
 * The face that a code carries, whatever its format, as a picture that anything can show; and the JPEG 2000 form of it that an IDB carries (IDB-19).
 *
 * <p>Ask this only for bytes whose signature was verified: decoders of pictures have had holes. Whatever the bytes are, the answer is a picture within the bounds, or the one checked exception.
 */
public final class FacePicture {
    /** Media type of a JPEG 2000 picture, file or bare codestream. */
    public static final String JPEG_2000 = "image/jp2";

    /** Bytes that a face in an IDB has: at least, at most (IDB-19). */
    public static final int SMALLEST_JPEG_2000 = 900;

    public static final int LARGEST_JPEG_2000 = 1000;

    private static final int WIDTH = 104;
    private static final int HEIGHT = 130;

    private FacePicture() {}

    /**
     * The face as PNG, for display or for a file.
     *
     * @param image as the code carries it, at most 64 KiB
     * @param format its media type as a verdict's {@code photoType} says it: {@code image/webp}, {@code image/jpeg}, {@code image/jp2}
     * @throws PortraitRefusedException when it is no such picture, damaged, too large, or of a format that is not shown here ({@code image/avif})
     */
    public static byte[] asPng(byte[] image, String format) throws PortraitRefusedException {
        return switch (format) {
            case JPEG_2000 -> png(Jpeg2000Picture.open(image));
            case "image/webp", "image/jpeg" -> Portrait.toPng(image);
            default ->
                throw new PortraitRefusedException(
                        Reason.NOT_A_PICTURE, "The face is of a format that is not shown here.");
        };
    }

    /**
     * A photo as an IDB carries it: cut to four by five, gray, a JPEG 2000 file of 900 to 1000 bytes without metadata.
     *
     * @param photo as {@link Portrait#compress} takes it
     * @throws PortraitRefusedException when it is not, with the reason; or when no rate gives so many bytes, as for a picture of one colour
     */
    public static byte[] toJpeg2000(byte[] photo) throws PortraitRefusedException {
        BufferedImage shaped = PortraitSearch.printed(Portrait.checked(photo), WIDTH, HEIGHT);
        BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = gray.createGraphics();
        graphics.drawImage(shaped, 0, 0, WIDTH, HEIGHT, Color.WHITE, null);
        graphics.dispose();
        return Jpeg2000Picture.write(gray, SMALLEST_JPEG_2000, LARGEST_JPEG_2000);
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(PortraitSearch.onWhite(picture), "png", out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return bytes.toByteArray();
    }
}
