package org.stayseal.barcode;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What the segments before the scan of a JPEG say (ITU-T T.81 annex B) that the decoder does not: how the camera was held, and of how many colours it is.
 *
 * @param orientation of {@link ExifOrientation}
 * @param components 1 gray, 3 colour, 4 the inks of a printer; 0 where nothing was found
 */
record JpegHeader(int orientation, int components) {
    private static final int START_OF_SCAN = 0xDA;
    private static final int APPLICATION_1 = 0xE1;
    private static final int EXIF = 0x45786966;

    /** Of any file: one that is no JPEG, or a damaged one, says nothing. */
    static JpegHeader of(byte[] file) {
        int orientation = ExifOrientation.UPRIGHT;
        int components = 0;
        try {
            ByteBuffer jpeg = ByteBuffer.wrap(file);
            boolean more = jpeg.getShort() == (short) 0xFFD8;
            while (more && (jpeg.get() & 0xFF) == 0xFF) {
                int marker = jpeg.get() & 0xFF;
                int length = (jpeg.getShort() & 0xFFFF) - 2;
                ByteBuffer segment = jpeg.slice(jpeg.position(), length);
                if (isFrame(marker)) {
                    components = segment.get(5) & 0xFF;
                } else if (marker == APPLICATION_1
                        && length > 14
                        && segment.getInt() == EXIF
                        && segment.getShort() == 0) {
                    orientation = ExifOrientation.of(segment.slice());
                }
                more = marker != START_OF_SCAN;
                jpeg.position(jpeg.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Cut short or no JPEG at all: the decoder will say so.
            return new JpegHeader(orientation, components);
        }
        return new JpegHeader(orientation, components);
    }

    /** SOF0 to SOF15, but for the tables and reserved codes among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
