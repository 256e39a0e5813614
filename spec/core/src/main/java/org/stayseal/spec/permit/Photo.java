package org.stayseal.spec.permit;

import java.util.Arrays;
import java.util.Optional;

/**
 * The portrait as it is signed into a code: small enough for one, and of the format that it says (CRED-46, CRED-47).
 *
 * @param bytes the picture's file, 1 to 700 bytes
 */
public record Photo(byte[] bytes, Format format) {
    /** Most bytes of a photo in a code. */
    public static final int MAX_BYTES = 700;

    /** The formats of claim 169; permits are written with WebP or JPEG, which browsers show. */
    public enum Format {
        JPEG(1, "image/jpeg"),
        JPEG_2000(2, "image/jp2"),
        AVIF(3, "image/avif"),
        WEBP(4, "image/webp");

        private final int code;
        private final String mediaType;

        Format(int code, String mediaType) {
            this.code = code;
            this.mediaType = mediaType;
        }

        public int code() {
            return code;
        }

        public String mediaType() {
            return mediaType;
        }

        public static Optional<Format> ofCode(long code) {
            return Arrays.stream(values()).filter(format -> format.code == code).findFirst();
        }

        /** Whether these bytes begin as a file of this format does. */
        public boolean matches(byte[] file) {
            return switch (this) {
                case JPEG -> has(file, 0, 0xFF, 0xD8, 0xFF);
                case JPEG_2000 -> has(file, 4, 'j', 'P', ' ', ' ') || has(file, 0, 0xFF, 0x4F, 0xFF, 0x51);
                case AVIF -> has(file, 4, 'f', 't', 'y', 'p', 'a', 'v', 'i', 'f');
                case WEBP -> has(file, 0, 'R', 'I', 'F', 'F') && has(file, 8, 'W', 'E', 'B', 'P');
            };
        }

        private static boolean has(byte[] file, int offset, int... expected) {
            if (file.length < offset + expected.length) {
                return false;
            }
            for (int i = 0; i < expected.length; i++) {
                if ((file[offset + i] & 0xFF) != expected[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    public Photo {
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new InvalidPermitException(
                    Field.PHOTO,
                    Rules.PHOTO_SIZE,
                    "photo has " + bytes.length + " bytes; a code takes 1 to " + MAX_BYTES + ".");
        }
        if (!format.matches(bytes)) {
            throw new InvalidPermitException(
                    Field.PHOTO, Rules.PHOTO_FORMAT, "photo is no file of the format " + format.mediaType() + ".");
        }
        bytes = bytes.clone();
    }

    /** A photo whose format its first bytes tell. */
    public static Photo of(byte[] bytes) {
        for (Format format : Format.values()) {
            if (format.matches(bytes)) {
                return new Photo(bytes, format);
            }
        }
        throw new InvalidPermitException(Field.PHOTO, Rules.PHOTO_FORMAT, "photo is neither WebP nor JPEG.");
    }

    /** A copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Photo photo && format == photo.format && Arrays.equals(bytes, photo.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + format.hashCode();
    }

    @Override
    public String toString() {
        return "Photo[" + bytes.length + " bytes, " + format + "]";
    }
}
