package org.stayseal.spec.claim169;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.Hex;

/**
 * One sample of a finger, iris, face, palm or voice (C169-9).
 *
 * @param data the sample itself
 * @param format 0 image, 1 template, 2 sound, 3 hash
 * @param subFormat of an image: 0 PNG, 1 JPEG, 2 JPEG 2000, 3 AVIF, 4 WebP, 5 TIFF, 6 WSQ
 * @param issuer who took it
 */
public record Biometric(byte[] data, Optional<Integer> format, Optional<Integer> subFormat, Optional<String> issuer) {

    public Biometric {
        data = data.clone();
        if (data.length == 0 || format.orElse(0) < 0 || subFormat.orElse(0) < 0) {
            throw new IllegalArgumentException("a sample without data, or of a format below zero");
        }
    }

    /** A face as an image of this sub-format. */
    public static Biometric image(byte[] data, int subFormat) {
        return new Biometric(data, Optional.of(0), Optional.of(subFormat), Optional.empty());
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Biometric that
                && Arrays.equals(data, that.data)
                && format.equals(that.format)
                && subFormat.equals(that.subFormat)
                && issuer.equals(that.issuer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(data), format, subFormat, issuer);
    }

    /** Its size and kind; the data is somebody's body. */
    @Override
    public String toString() {
        return data.length + " bytes, format " + format.map(String::valueOf).orElse("unsaid") + ", sub-format "
                + subFormat.map(String::valueOf).orElse("unsaid")
                + issuer.map(name -> ", by " + name).orElse("");
    }

    /** The beginning of the data in hex, by which its kind can be told. */
    public String beginning() {
        return Hex.encode(Arrays.copyOf(data, Math.min(8, data.length)));
    }
}
