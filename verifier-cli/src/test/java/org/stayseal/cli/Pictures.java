package org.stayseal.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.stayseal.barcode.DataMatrix;
import org.stayseal.barcode.QrCode;

/** Pictures of codes, made for a test. */
final class Pictures {

    private static final int PIXELS_PER_MODULE = 4;

    private Pictures() {}

    static Path qr(Path file, String text) throws IOException {
        return Files.write(file, qr(text));
    }

    static byte[] qr(String text) {
        return QrCode.ofText(text, QrCode.Level.M).matrix().toPng(PIXELS_PER_MODULE);
    }

    static byte[] dataMatrix(byte[] content) {
        return DataMatrix.of(content).matrix().toPng(PIXELS_PER_MODULE);
    }

    /** Several pictures side by side, on white. */
    static Path together(Path file, List<byte[]> pictures) throws IOException {
        int width = 40;
        int height = 0;
        for (byte[] picture : pictures) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            width += image.getWidth() + 40;
            height = Math.max(height, image.getHeight());
        }
        BufferedImage page = new BufferedImage(width, height + 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, page.getWidth(), page.getHeight());
        int x = 40;
        for (byte[] picture : pictures) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            g.drawImage(image, x, 40, null);
            x += image.getWidth() + 40;
        }
        g.dispose();
        ImageIO.write(page, "png", file.toFile());
        return file;
    }
}
