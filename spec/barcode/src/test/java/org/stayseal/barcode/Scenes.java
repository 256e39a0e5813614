package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Contents, pictures and pages for the tests. */
final class Scenes {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Scenes() {}

    /** A code drawn on a page: its left and top edge and its width, quiet zone included, in millimetres. */
    record Placed(CodeMatrix code, double left, double top, double width) {}

    static byte[] everyByteValue() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    static byte[] randomBytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Text of the length and alphabet of a credential. */
    static String credentialLikeText(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("RP1:");
        while (text.length() < length) {
            text.append(BASE45.charAt(random.nextInt(BASE45.length())));
        }
        return text.toString();
    }

    static BufferedImage canvas(int width, int height, Color ground) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return canvas;
    }

    static void draw(BufferedImage canvas, CodeMatrix code, int left, int top, int pixelsPerModule) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(code.toPicture(pixelsPerModule, code.symbology().quietZone()), left, top, null);
        graphics.dispose();
    }

    static BufferedImage turned(BufferedImage picture, double degrees) {
        int side = (int) Math.ceil(Math.hypot(picture.getWidth(), picture.getHeight())) + 20;
        BufferedImage out = canvas(side, side, Color.WHITE);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        graphics.drawImage(picture, (side - picture.getWidth()) / 2, (side - picture.getHeight()) / 2, null);
        graphics.dispose();
        return out;
    }

    static byte[] file(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(ImageIO.write(picture, format, out)).isTrue();
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A PDF of A4 pages with codes painted as rectangles, as a carrier paints them. */
    static byte[] pdf(List<List<Placed>> pages) {
        try (PDDocument document = new PDDocument()) {
            for (List<Placed> codes : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    for (Placed placed : codes) {
                        paint(content, placed);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void paint(PDPageContentStream content, Placed placed) throws IOException {
        CodeMatrix code = placed.code();
        float module = (float) placed.width() * POINTS_PER_MM / code.sizeWithQuietZone();
        float left = (float) placed.left() * POINTS_PER_MM + code.symbology().quietZone() * module;
        float top = PDRectangle.A4.getHeight()
                - (float) placed.top() * POINTS_PER_MM
                - code.symbology().quietZone() * module;
        for (CodeMatrix.Run run : code.runs()) {
            content.addRect(left + run.x() * module, top - (run.y() + 1) * module, run.length() * module, module);
        }
        content.fill();
    }

    /** A reader whose limits of time count processor time, so that a busy machine does not change an outcome. */
    static CodeReader patientReader() {
        return CodeReader.countingOwnWork();
    }

    static List<FoundCode> codesIn(byte[] file) {
        ReadResult result = patientReader().read(file);
        assertThat(result).isInstanceOf(ReadResult.Found.class);
        return ((ReadResult.Found) result).codes();
    }

    static ReadResult.Unreadable refusalOf(byte[] file) {
        ReadResult result = new CodeReader().read(file);
        assertThat(result).isInstanceOf(ReadResult.Unreadable.class);
        return (ReadResult.Unreadable) result;
    }
}
