package org.stayseal.barcode;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.stayseal.barcode.Scenes.Placed;

/** Pictures of codes, each distorted in one way: every {@link Distortion} in five levels with every {@link Payload}. The same seed makes the same pictures. */
final class DistortedSet {
    private DistortedSet() {}

    /** Which picture of the set. */
    record Which(Distortion distortion, Payload payload, int level, long seed) {
        String name() {
            return (distortion + "-" + payload + "-" + level).toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A code that a reader should find. */
    record Expected(Symbology symbology, byte[] content) {}

    /**
     * One picture.
     *
     * @param expected the codes in it
     * @param picture its pixels; of a PDF, its page at 300 dpi
     * @param pdf the file that our reader is given instead of the picture
     */
    record Sample(Which which, List<Expected> expected, BufferedImage picture, Optional<byte[]> pdf) {
        byte[] file() {
            return pdf.orElseGet(() -> png(picture));
        }
    }

    /** All pictures for a seed, to be {@link #make made} one by one. */
    static List<Which> all(long seed) {
        List<Which> all = new ArrayList<>();
        for (Distortion distortion : Distortion.values()) {
            for (Payload payload : Payload.values()) {
                for (int level = 1; level <= Distortion.LEVELS; level++) {
                    all.add(new Which(distortion, payload, level, seed));
                }
            }
        }
        return List.copyOf(all);
    }

    static Sample make(Which which) {
        Random random = new Random(which.seed() * 1_000_003L + which.name().hashCode());
        byte[] content = which.payload().content(random.nextLong());
        CodeMatrix code = which.payload().code(content);
        Distortion.Draft draft = which.distortion().draft(code.size(), which.level(), random);
        List<Expected> expected = new ArrayList<>(List.of(new Expected(code.symbology(), content)));
        if (draft.pdfPixels > 0) {
            byte[] pdf = onPage(code, draft.pdfPixels, random);
            return new Sample(which, expected, rendered(pdf), Optional.of(pdf));
        }
        List<CodeMatrix> others = new ArrayList<>();
        for (Payload other : List.of(Payload.SEAL, Payload.IDB, Payload.AZTEC_SEAL)) {
            if (draft.several && other != which.payload() && others.size() < 2) {
                byte[] otherContent = other.content(random.nextLong());
                expected.add(new Expected(other.symbology(), otherContent));
                others.add(other.code(otherContent));
            }
        }
        Sheet sheet = draft.sheet(code, others, random);
        BufferedImage picture = draft.camera.shoot(sheet, random);
        if (draft.wear > 0) {
            Graphics2D graphics = picture.createGraphics();
            draft.wear(graphics, picture.getWidth(), picture.getHeight(), random);
            graphics.dispose();
        }
        return new Sample(which, expected, picture, Optional.empty());
    }

    static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] onPage(CodeMatrix code, double pixelsPerModule, Random random) {
        double width = code.sizeWithQuietZone() * pixelsPerModule * 25.4 / CodeMatrix.RENDERING_DPI;
        double left = 10 + random.nextDouble() * (190 - width);
        double top = 10 + random.nextDouble() * (277 - width);
        return Scenes.pdf(List.of(List.of(new Placed(code, left, top, width))));
    }

    private static BufferedImage rendered(byte[] pdf) {
        try (PdfPages pages = PdfPages.open(pdf, 16_000_000)) {
            GrayPicture page = pages.render(0, 300, new Deadline(() -> 0, 1)).orElseThrow();
            BufferedImage picture = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_BYTE_GRAY);
            picture.getRaster().setDataElements(0, 0, page.width(), page.height(), page.brightness());
            return picture;
        } catch (UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }
}
