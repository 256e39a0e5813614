package org.stayseal.barcode;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Finds the size and quality at which a portrait of few bytes is most legible. */
final class PortraitSearch {
    /** Widths tried, in pixels; the heights are five fourths. */
    private static final int[] WIDTHS = {96, 88, 80, 72, 64, 56, 48};

    private PortraitSearch() {}

    /**
     * One compressed form.
     *
     * @param webp the file
     * @param width pixels
     * @param height pixels
     * @param likeness to the original, at most 1
     */
    record Candidate(byte[] webp, int width, int height, double likeness) {}

    /** The most legible form of a photo that takes at most {@code mostBytes}. */
    static Candidate best(BufferedImage photo, int mostBytes) {
        BufferedImage portrait = cutToShape(onWhite(photo));
        BufferedImage shown = scaled(portrait, FaceLikeness.WIDTH, FaceLikeness.HEIGHT);
        Optional<Candidate> best = Optional.empty();
        int quality = 0;
        for (int width : WIDTHS) {
            int height = width * 5 / 4;
            BufferedImage small = FaceFocus.on(scaled(portrait, width, height));
            Optional<Fitting> fitting = finest(small, quality, mostBytes);
            if (fitting.isPresent()) {
                byte[] webp = fitting.get().webp();
                quality = fitting.get().quality();
                BufferedImage again = scaled(decoded(webp), FaceLikeness.WIDTH, FaceLikeness.HEIGHT);
                double likeness = FaceLikeness.of(shown, again);
                if (best.isEmpty() || likeness > best.get().likeness()) {
                    best = Optional.of(new Candidate(webp, width, height, likeness));
                }
            }
        }
        return best.orElseThrow(() -> new IllegalStateException("no size fits into " + mostBytes + " bytes"));
    }

    /** The same pixels without transparency, colour profile or anything else. */
    static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    /** Cut to shape, and never enlarged. */
    static BufferedImage printed(BufferedImage photo, int mostWidth, int mostHeight) {
        BufferedImage shaped = onWhite(cutToShape(photo));
        return shaped.getWidth() <= mostWidth ? shaped : scaled(shaped, mostWidth, mostHeight);
    }

    private static BufferedImage cutToShape(BufferedImage photo) {
        int width = Math.min(photo.getWidth(), photo.getHeight() * 4 / 5);
        int height = Math.min(photo.getHeight(), photo.getWidth() * 5 / 4);
        return photo.getSubimage((photo.getWidth() - width) / 2, (photo.getHeight() - height) / 2, width, height);
    }

    /** Halved as often as possible first, so that every pixel of the original counts. */
    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage current = picture;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = resized(
                    current,
                    current.getWidth() / 2,
                    current.getHeight() / 2,
                    RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return resized(current, width, height, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height, Object interpolation) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return out;
    }

    /**
     * The best quality that fits, by halving the interval; empty when not even the worst does.
     *
     * @param atLeast a quality at which a larger picture of the same fitted
     */
    private static Optional<Fitting> finest(BufferedImage picture, int atLeast, int mostBytes) {
        Optional<Fitting> finest = Optional.empty();
        int low = atLeast;
        int high = 100;
        while (low <= high) {
            int quality = (low + high) / 2;
            byte[] webp = encoded(picture, quality);
            if (webp.length <= mostBytes) {
                finest = Optional.of(new Fitting(webp, quality));
                low = quality + 1;
            } else {
                high = quality - 1;
            }
        }
        return finest;
    }

    private record Fitting(byte[] webp, int quality) {}

    private static byte[] encoded(BufferedImage picture, int quality) {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            WebPWriteParam how = (WebPWriteParam) writer.getDefaultWriteParam();
            how.setCompressionType(CompressionType.Lossy);
            how.setCompressionQuality(quality / 100f);
            how.setMethod(6);
            how.setUseSharpYUV(true);
            // Bytes go where the picture differs most, not where an eye would look first: the face is where it is
            // sharp.
            how.setSnsStrength(0);
            how.setSegments(1);
            how.setFilterStrength(40);
            how.setAutoAdjustFilterStrength(true);
            how.setEntropyAnalysisPassCount(6);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(byte[] webp) {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(webp))) {
            reader.setInput(in, true, true);
            return onWhite(reader.read(0));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        } finally {
            reader.dispose();
        }
    }
}
