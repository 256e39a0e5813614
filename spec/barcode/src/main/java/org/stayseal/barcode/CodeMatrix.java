package org.stayseal.barcode;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A finished symbol as dark and light modules, without its quiet zone, ready to be drawn. Immutable.
 *
 * <p>Drawings come in three forms: PNG for pages, SVG for pages that scale, and {@link #runs()} for a PDF that paints its own rectangles.
 */
public final class CodeMatrix {
    /** Pixels that a module needs, at least, to be read back from a rendering at {@link #RENDERING_DPI}. */
    public static final int PIXELS_PER_MODULE = 3;

    /** The coarsest rendering of a page from which its codes must be read back. */
    public static final int RENDERING_DPI = 150;

    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final int LARGEST_PNG_SIDE = 10_000;

    private final Symbology symbology;
    private final int size;
    private final BitSet dark;

    /**
     * @param size modules on each side, without the quiet zone
     * @param isDark answers for column x and row y, counted from the top left
     */
    CodeMatrix(Symbology symbology, int size, BiPredicate<Integer, Integer> isDark) {
        this.symbology = symbology;
        this.size = size;
        this.dark = new BitSet(size * size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                dark.set(y * size + x, isDark.test(x, y));
            }
        }
    }

    public Symbology symbology() {
        return symbology;
    }

    /** Modules on each side, without the quiet zone. */
    public int size() {
        return size;
    }

    /** Modules on each side with the quiet zone that the standard demands. */
    public int sizeWithQuietZone() {
        return size + 2 * symbology.quietZone();
    }

    /**
     * Whether the module in column {@code x} and row {@code y}, counted from the top left, is dark.
     *
     * @throws IndexOutOfBoundsException outside of the symbol
     */
    public boolean isDark(int x, int y) {
        if (x < 0 || y < 0 || x >= size || y >= size) {
            throw new IndexOutOfBoundsException("module " + x + "," + y + " of a symbol of " + size);
        }
        return dark.get(y * size + x);
    }

    /**
     * The smallest width, in millimetres and with the quiet zone, at which a printed page rendered at {@value #RENDERING_DPI} dpi still has {@value #PIXELS_PER_MODULE} pixels a module.
     */
    public double minimumWidthMm() {
        return sizeWithQuietZone() * PIXELS_PER_MODULE * MILLIMETRES_PER_INCH / RENDERING_DPI;
    }

    /** A horizontal run of dark modules: first column, row, and length; one module is one unit. */
    public record Run(int x, int y, int length) {}

    /** All dark modules as horizontal runs, top to bottom and left to right, in modules from the symbol's top left corner (no quiet zone). */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int y = 0; y < size; y++) {
            int end = (y + 1) * size;
            int from = dark.nextSetBit(y * size);
            while (from >= 0 && from < end) {
                int to = Math.min(dark.nextClearBit(from), end);
                runs.add(new Run(from - y * size, y, to - from));
                from = dark.nextSetBit(to);
            }
        }
        return List.copyOf(runs);
    }

    /**
     * A black and white PNG with the standard's quiet zone.
     *
     * @param pixelsPerModule at least 1; the picture may not be wider than 10,000 pixels
     */
    public byte[] toPng(int pixelsPerModule) {
        return toPng(pixelsPerModule, symbology.quietZone());
    }

    /**
     * A black and white PNG.
     *
     * @param pixelsPerModule at least 1; the picture may not be wider than 10,000 pixels
     * @param quietZone modules of light border on each side, at least what {@link Symbology#quietZone()} says
     */
    public byte[] toPng(int pixelsPerModule, int quietZone) {
        BufferedImage picture = toPicture(pixelsPerModule, quietZone);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalStateException("this Java has no PNG writer");
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return bytes.toByteArray();
    }

    /** The picture that {@link #toPng(int, int)} writes; for a page that embeds it in its own way. */
    BufferedImage toPicture(int pixelsPerModule, int quietZone) {
        if (quietZone < symbology.quietZone()) {
            throw new IllegalArgumentException("a " + symbology.title() + " needs a quiet zone of "
                    + symbology.quietZone() + " modules, not " + quietZone);
        }
        if (pixelsPerModule < 1 || (long) (size + 2L * quietZone) * pixelsPerModule > LARGEST_PNG_SIDE) {
            throw new IllegalArgumentException(pixelsPerModule
                    + " pixels a module make a picture without pixels or wider than " + LARGEST_PNG_SIDE);
        }
        int side = (size + 2 * quietZone) * pixelsPerModule;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        WritableRaster raster = picture.getRaster();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / pixelsPerModule - quietZone;
                int row = y / pixelsPerModule - quietZone;
                boolean inside = column >= 0 && row >= 0 && column < size && row < size;
                raster.setSample(x, y, 0, inside && isDark(column, row) ? 0 : 1);
            }
        }
        return picture;
    }

    /**
     * An SVG document with the standard's quiet zone on a white ground; one module is one unit of its view box.
     *
     * @param widthMm printed width and height in millimetres, quiet zone included
     */
    public String toSvg(double widthMm) {
        if (!(widthMm > 0) || widthMm > 1000) {
            throw new IllegalArgumentException("a width of " + widthMm + " mm");
        }
        int border = symbology.quietZone();
        StringBuilder path = new StringBuilder();
        for (Run run : runs()) {
            path.append('M')
                    .append(run.x() + border)
                    .append(' ')
                    .append(run.y() + border)
                    .append('h')
                    .append(run.length())
                    .append("v1h-")
                    .append(run.length())
                    .append('z');
        }
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%2$.3fmm\" height=\"%2$.3fmm\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                        + "<rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/><path d=\"%3$s\" fill=\"#000\"/></svg>",
                sizeWithQuietZone(),
                widthMm,
                path);
    }
}
