package org.stayseal.barcode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A printed sheet, in whose plane a {@link Camera} asks for brightness; its unit is a pixel of an undistorted picture. */
final class Sheet {
    static final double INK = 0.08;
    static final double PAPER = 0.95;
    private static final double TABLE = 0.25;

    private final int width;
    private final int height;
    private final List<Print> prints = new ArrayList<>();
    private BufferedImage clutter = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    private boolean inverted;
    private double gain;

    Sheet(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** A code and where its top left module begins; a module has {@code module} units. */
    record Print(CodeMatrix code, double left, double top, double module, boolean mirrored) {
        double side() {
            return code.size() * module;
        }
    }

    Sheet with(Print print) {
        prints.add(print);
        return this;
    }

    Sheet inverted() {
        inverted = true;
        return this;
    }

    /** Ink that runs (positive) or a weak print (negative), in parts of a module. */
    Sheet withGain(double ofModule) {
        gain = ofModule;
        return this;
    }

    /** What else is on the sheet, dark on white, drawn by {@code drawing}. */
    Sheet withClutter(java.util.function.Consumer<Graphics2D> drawing) {
        clutter = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = clutter.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        drawing.accept(graphics);
        graphics.dispose();
        return this;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    List<Print> prints() {
        return List.copyOf(prints);
    }

    /** Brightness from 0 to 1 at a point of the sheet's plane; beyond the sheet lies a table. */
    double at(double x, double y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return TABLE + 0.04 * Math.sin(x * 0.05) * Math.cos(y * 0.013 + x * 0.004);
        }
        for (Print print : prints) {
            double column = (x - print.left()) / print.module();
            double row = (y - print.top()) / print.module();
            if (column > -1
                    && row > -1
                    && column < print.code().size() + 1
                    && row < print.code().size() + 1) {
                boolean dark = isInked(print, print.mirrored() ? print.code().size() - column : column, row);
                return dark != inverted ? INK : PAPER;
            }
        }
        if (clutter.getWidth() > 1) {
            double brightness = (clutter.getRaster().getSample((int) x, (int) y, 0)) / 255.0;
            return INK + brightness * (PAPER - INK);
        }
        return inverted ? INK : PAPER;
    }

    private boolean isInked(Print print, double column, double row) {
        boolean here = isDark(print, column, row);
        double reach = Math.abs(gain);
        if (reach == 0 || here == gain > 0) {
            return here;
        }
        boolean touched = isDark(print, column - reach, row) == gain > 0
                || isDark(print, column + reach, row) == gain > 0
                || isDark(print, column, row - reach) == gain > 0
                || isDark(print, column, row + reach) == gain > 0;
        return touched != here;
    }

    private static boolean isDark(Print print, double column, double row) {
        int x = (int) Math.floor(column);
        int y = (int) Math.floor(row);
        int size = print.code().size();
        return x >= 0 && y >= 0 && x < size && y < size && print.code().isDark(x, y);
    }
}
