package org.stayseal.barcode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Takes a picture of a {@link Sheet} as a bad camera would: geometry first, then light, blur, noise and compression. */
final class Camera {
    private static final int SAMPLES = 3;

    /** Degrees: in the picture's plane, and away from it about both axes. */
    double turn;

    double tiltX;
    double tiltY;

    /** Pixels for one unit of the sheet. */
    double scale = 1;

    /** Radius of the cylinder that the sheet is bent around, in units; 0 is flat. */
    double bend;

    /** Pixels: standard deviation of a blur, and length and direction (degrees) of a shake. */
    double blur;

    double shake;
    double shakeDirection;

    /** Parts of the full range that lie between ink and paper. */
    double contrast = 1;

    /** How much darker the darkest corner is than the lightest, 0 to 1, towards which direction (degrees), and whether a hard shadow falls in. */
    double falloff;

    double falloffDirection;
    double shadow;

    /** A reflection: its radius in pixels and where it lies, in parts of the picture. */
    double glare;

    double glareX = 0.5;
    double glareY = 0.5;

    /** Standard deviation, in steps of 255. */
    double noise;

    /** 0 to 1; above 1 the picture is not compressed. */
    float jpegQuality = 2;

    /** Border of the picture around the sheet, in parts of its side. */
    double margin = 0.05;

    BufferedImage shoot(Sheet sheet, Random random) {
        double turnCos = Math.abs(Math.cos(Math.toRadians(turn)));
        double turnSin = Math.abs(Math.sin(Math.toRadians(turn)));
        double wide = sheet.width() * turnCos + sheet.height() * turnSin;
        double high = sheet.width() * turnSin + sheet.height() * turnCos;
        double border = margin * Math.max(wide, high);
        int width = (int) Math.ceil((wide + 2 * border) * scale);
        int height = (int) Math.ceil((high + 2 * border) * scale);
        float[] light = project(sheet, width, height);
        lit(light, width, height);
        if (shake > 0) {
            light = shaken(light, width, height);
        }
        if (blur > 0) {
            light = blurred(light, width, height);
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            double value = (0.5 + (light[i] - 0.5) * contrast) * 255 + random.nextGaussian() * noise;
            pixels[i] = (byte) Math.round(Math.min(255, Math.max(0, value)));
        }
        return jpegQuality > 1 ? picture : compressed(picture);
    }

    private float[] project(Sheet sheet, int width, int height) {
        double ax = Math.toRadians(tiltX);
        double ay = Math.toRadians(tiltY);
        double far = 1.3 * Math.max(width, height);
        // The sheet's two axes in space and its normal: turned about y by ay, then about x by ax.
        double[] u = {Math.cos(ay), Math.sin(ax) * Math.sin(ay), -Math.cos(ax) * Math.sin(ay)};
        double[] v = {0, Math.cos(ax), Math.sin(ax)};
        double[] n = {Math.sin(ay), -Math.sin(ax) * Math.cos(ay), Math.cos(ax) * Math.cos(ay)};
        double cos = Math.cos(Math.toRadians(turn));
        double sin = Math.sin(Math.toRadians(turn));
        float[] out = new float[width * height];
        for (int py = 0; py < height; py++) {
            for (int px = 0; px < width; px++) {
                double sum = 0;
                for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                    double x = px + (s % SAMPLES + 0.5) / SAMPLES - width / 2.0;
                    double y = py + (s / SAMPLES + 0.5) / SAMPLES - height / 2.0;
                    double t = n[2] * far / (n[0] * x + n[1] * y + n[2] * far);
                    double dx = t * x;
                    double dy = t * y;
                    double dz = t * far - far;
                    double onX = dx * u[0] + dy * u[1] + dz * u[2];
                    double onY = dx * v[0] + dy * v[1] + dz * v[2];
                    double sheetX = (onX * cos + onY * sin) / scale;
                    double sheetY = (onY * cos - onX * sin) / scale;
                    if (bend > 0) {
                        double part = sheetX / bend;
                        sheetX = Math.abs(part) < 1 ? Math.asin(part) * bend : 10 * sheet.width();
                    }
                    sum += t > 0 ? sheet.at(sheetX + sheet.width() / 2.0, sheetY + sheet.height() / 2.0) : 0.2;
                }
                out[py * width + px] = (float) (sum / (SAMPLES * SAMPLES));
            }
        }
        return out;
    }

    private void lit(float[] light, int width, int height) {
        double dirX = Math.cos(Math.toRadians(falloffDirection));
        double dirY = Math.sin(Math.toRadians(falloffDirection));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double relX = (double) x / width - 0.5;
                double relY = (double) y / height - 0.5;
                double along = 0.5 + (relX * dirX + relY * dirY) / (Math.abs(dirX) + Math.abs(dirY));
                double value = light[y * width + x] * (1 - falloff * along);
                if (shadow > 0 && relX * dirY - relY * dirX > 0.07) {
                    value *= 1 - shadow;
                }
                if (glare > 0) {
                    double fromGlare = Math.hypot(x - glareX * width, y - glareY * height) / glare;
                    value += 1.2 / (1 + Math.pow(fromGlare, 6));
                }
                light[y * width + x] = (float) Math.min(1, value);
            }
        }
    }

    private float[] shaken(float[] in, int width, int height) {
        double dx = Math.cos(Math.toRadians(shakeDirection));
        double dy = Math.sin(Math.toRadians(shakeDirection));
        int steps = (int) Math.ceil(shake * 3);
        float[] out = new float[in.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int s = 0; s <= steps; s++) {
                    double way = (s / (double) steps - 0.5) * shake;
                    sum += between(in, width, height, x + way * dx, y + way * dy);
                }
                out[y * width + x] = (float) (sum / (steps + 1));
            }
        }
        return out;
    }

    private static double between(float[] in, int width, int height, double x, double y) {
        double inX = Math.min(width - 1.001, Math.max(0, x));
        double inY = Math.min(height - 1.001, Math.max(0, y));
        int at = (int) inY * width + (int) inX;
        double right = inX - (int) inX;
        double lower = inY - (int) inY;
        double above = in[at] * (1 - right) + in[at + 1] * right;
        double below = in[at + width] * (1 - right) + in[at + width + 1] * right;
        return above * (1 - lower) + below * lower;
    }

    private float[] blurred(float[] in, int width, int height) {
        int reach = (int) Math.ceil(3 * blur);
        double[] weights = new double[reach + 1];
        double all = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = Math.exp(-i * i / (2 * blur * blur));
            all += i == 0 ? weights[i] : 2 * weights[i];
        }
        float[] across = new float[in.length];
        float[] out = new float[in.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    sum += weights[Math.abs(i)] * in[y * width + Math.min(width - 1, Math.max(0, x + i))];
                }
                across[y * width + x] = (float) (sum / all);
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    sum += weights[Math.abs(i)] * across[Math.min(height - 1, Math.max(0, y + i)) * width + x];
                }
                out[y * width + x] = (float) (sum / all);
            }
        }
        return out;
    }

    private BufferedImage compressed(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(jpegQuality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
