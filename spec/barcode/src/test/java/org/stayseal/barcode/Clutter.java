package org.stayseal.barcode;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Random;

/** What surrounds and damages a code on paper. */
final class Clutter {
    private Clutter() {}

    /** Lines of print and a photo all over a page, but for a square. */
    static void text(
            Graphics2D g, int width, int height, double freeLeft, double freeTop, double freeSide, Random random) {
        for (int y = 80; y < height - 80; y += 26) {
            for (int x = 90; x < width - 90; x += 6 + random.nextInt(9)) {
                boolean free =
                        x > freeLeft - 10 && x < freeLeft + freeSide && y > freeTop - 20 && y < freeTop + freeSide;
                if (!free) {
                    g.fillRect(x, y + random.nextInt(5), 2 + random.nextInt(4), 4 + random.nextInt(10));
                }
            }
        }
    }

    /** A frame around a square, and print around that. */
    static void frame(Graphics2D g, int width, double left, double side, double module, Random random) {
        int thick = (int) Math.max(2, module);
        for (int y = 0; y < width; y += 14) {
            for (int x = 0; x < width; x += 5 + random.nextInt(6)) {
                g.fillRect(x, y, 3, 4 + random.nextInt(7));
            }
        }
        g.setColor(Color.WHITE);
        g.fillRect((int) left - 3 * thick, (int) left - 3 * thick, (int) side + 6 * thick, (int) side + 6 * thick);
        g.setColor(Color.BLACK);
        g.fillRect((int) left - thick, (int) left - thick, (int) side + 2 * thick, (int) side + 2 * thick);
        g.setColor(Color.WHITE);
        g.fillRect((int) left, (int) left, (int) side, (int) side);
    }

    /** Folds, scratches and stains. */
    static void wear(Graphics2D g, int width, int height, int level, Random random) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < level; i++) {
            g.setColor(new Color(255, 255, 255, 200));
            g.setStroke(new BasicStroke(1 + 0.6f * level));
            g.drawLine(random.nextInt(width), 0, random.nextInt(width), height);
            g.setColor(new Color(30, 30, 30, 220));
            g.setStroke(new BasicStroke(1.5f));
            g.drawLine(0, random.nextInt(height), width, random.nextInt(height));
            int stain = (int) (width * (0.02 + 0.014 * level));
            int grey = random.nextBoolean() ? 90 : 225;
            g.setColor(new Color(grey, grey, grey, 235));
            g.fillOval(random.nextInt(width), random.nextInt(height), stain, stain);
        }
    }
}
