package org.stayseal.operator;

import java.util.Locale;

/** Shapes and words of a picture, written one after the other; nothing that is written can be anything but text. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    void raw(String markup) {
        out.append(markup).append('\n');
    }

    void text(int x, int y, String text, String attributes) {
        raw("<text x=\"" + x + "\" y=\"" + y + "\" xml:space=\"preserve\" " + attributes + ">" + escaped(text)
                + "</text>");
    }

    /** Words that can be read on stripes and lines. */
    void haloed(int x, int y, String text, String attributes) {
        text(
                x,
                y,
                text,
                "stroke=\"#ffffff\" stroke-width=\"5\" stroke-linejoin=\"round\" paint-order=\"stroke\" " + attributes);
    }

    void line(int x1, int y1, int x2, int y2, String attributes) {
        raw("<line x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\" " + attributes + "/>");
    }

    void bar(int x, int y, int width, int height, String fill) {
        raw(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"%s\" stroke=\"#333333\"/>",
                x,
                y,
                width,
                height,
                fill));
    }

    /** A number in a circle; a full one is due. */
    void number(int x, int y, int number, boolean full) {
        raw("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"10\" fill=\"" + (full ? "#000000" : "#ffffff")
                + "\" stroke=\"#000000\"/>");
        text(
                x,
                y + 4,
                String.valueOf(number),
                "text-anchor=\"middle\" font-size=\"11\" fill=\"" + (full ? "#ffffff" : "#000000") + "\"");
    }

    /** A cross: here something stopped. */
    void cross(int x, int y, int half) {
        String stroke = "stroke=\"#a63f00\" stroke-width=\"3.5\" stroke-linecap=\"round\"";
        line(x - half, y - half, x + half, y + half, stroke);
        line(x - half, y + half, x + half, y - half, stroke);
    }

    static String escaped(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
