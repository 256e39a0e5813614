package org.stayseal.barcode;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (Exif 2.32 4.6.4, tag 274): phones store a portrait lying on its side, with a note of that in the JPEG. Nothing else of the Exif data
 * is read. What is not to be understood says nothing: the picture stays as it is stored.
 */
final class ExifOrientation {
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int MOST_ENTRIES = 256;
    static final int UPRIGHT = 1;

    private ExifOrientation() {}

    /** The picture as it was seen. */
    static BufferedImage upright(int orientation, BufferedImage stored) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        AffineTransform turn = turn(orientation, width, height);
        BufferedImage out = orientation >= 5
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(PortraitSearch.onWhite(stored), out);
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /**
     * 1 to 8; 1 where nothing is said that can be understood.
     *
     * @param tiff the Exif data from its byte order on
     */
    static int of(ByteBuffer tiff) {
        try {
            return inTiff(tiff);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = Math.min(MOST_ENTRIES, tiff.getShort() & 0xFFFF);
        for (int i = 0; i < entries; i++) {
            int at = tiff.position();
            if ((tiff.getShort(at) & 0xFFFF) == TAG && tiff.getShort(at + 2) == SHORT) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
            tiff.position(at + 12);
        }
        return UPRIGHT;
    }
}
