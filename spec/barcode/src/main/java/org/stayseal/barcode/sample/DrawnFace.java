package org.stayseal.barcode.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A flat, front-facing portrait of an invented person, drawn from {@link FaceTraits}; four wide to five high, like the photo of a credential. */
public final class DrawnFace {
    /** The drawing's own units; everything below is placed in them. */
    static final int WIDTH = 400;

    static final int HEIGHT = 500;
    private static final int PIXELS_PER_UNIT = 2;
    private static final double ZOOM = 1.22;
    private static final Color GROUND_TOP = new Color(0xE9EFF4);
    private static final Color GROUND_BOTTOM = new Color(0xCFDAE4);

    private final FaceTraits traits;

    private DrawnFace(FaceTraits traits) {
        this.traits = traits;
    }

    /** The portrait of the person that a seed stands for, 800 by 1,000 pixels, as PNG. */
    public static byte[] png(long seed) {
        return png(FaceTraits.of(seed));
    }

    /** The portrait of a person with these traits, 800 by 1,000 pixels, as PNG. */
    public static byte[] png(FaceTraits traits) {
        BufferedImage picture =
                new BufferedImage(WIDTH * PIXELS_PER_UNIT, HEIGHT * PIXELS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
        new DrawnFace(traits).draw(g);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return bytes.toByteArray();
    }

    /** From the back to the front. */
    private void draw(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, GROUND_TOP, 0, HEIGHT, GROUND_BOTTOM));
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        // The face fills the frame as a passport photo asks.
        g.translate(WIDTH / 2.0, 255);
        g.scale(ZOOM, ZOOM);
        g.translate(-WIDTH / 2.0, -255);
        DrawnHair hair = new DrawnHair(traits);
        hair.drawBehind(g);
        neckAndShoulders(g);
        ears(g);
        head(g);
        if (traits.beard()) {
            beard(g);
        }
        eye(g, 163);
        eye(g, 237);
        nose(g);
        mouth(g);
        hair.drawInFront(g, headShape());
        if (traits.glasses()) {
            glasses(g);
        }
    }

    static Color darker(Color colour, double by) {
        return new Color((int) (colour.getRed() * (1 - by)), (int) (colour.getGreen() * (1 - by)), (int)
                (colour.getBlue() * (1 - by)));
    }

    static Color lighter(Color colour, double by) {
        return new Color(
                (int) (colour.getRed() + (255 - colour.getRed()) * by),
                (int) (colour.getGreen() + (255 - colour.getGreen()) * by),
                (int) (colour.getBlue() + (255 - colour.getBlue()) * by));
    }

    static Path2D headShape() {
        Path2D head = new Path2D.Double();
        head.moveTo(116, 205);
        head.curveTo(114, 95, 286, 95, 284, 205);
        head.curveTo(283, 262, 262, 312, 228, 333);
        head.curveTo(212, 343, 188, 343, 172, 333);
        head.curveTo(138, 312, 117, 262, 116, 205);
        head.closePath();
        return head;
    }

    private void neckAndShoulders(Graphics2D g) {
        Path2D clothes = new Path2D.Double();
        clothes.moveTo(12, 500);
        clothes.curveTo(18, 425, 70, 408, 150, 384);
        clothes.lineTo(250, 384);
        clothes.curveTo(330, 408, 382, 425, 388, 500);
        clothes.closePath();
        g.setColor(traits.clothes());
        g.fill(clothes);
        Path2D neck = new Path2D.Double();
        neck.moveTo(160, 290);
        neck.lineTo(158, 376);
        neck.curveTo(165, 425, 235, 425, 242, 376);
        neck.lineTo(240, 290);
        neck.closePath();
        g.setColor(traits.skin());
        g.fill(neck);
        Area shadow = new Area(neck);
        shadow.intersect(new Area(new Ellipse2D.Double(130, 250, 140, 112)));
        g.setColor(darker(traits.skin(), 0.16));
        g.fill(shadow);
        g.setColor(lighter(traits.clothes(), 0.16));
        g.fill(collar(1));
        g.fill(collar(-1));
    }

    /** One side of the collar: 1 the left one in the picture, -1 its mirror image. */
    private static Path2D collar(int side) {
        Path2D collar = new Path2D.Double();
        collar.moveTo(200 - side * 44, 368);
        collar.curveTo(200 - side * 42, 395, 200 - side * 22, 412, 200, 420);
        collar.lineTo(200 - side * 24, 448);
        collar.curveTo(200 - side * 48, 428, 200 - side * 60, 405, 200 - side * 58, 380);
        collar.closePath();
        return collar;
    }

    private void ears(Graphics2D g) {
        for (int x : new int[] {102, 274}) {
            g.setColor(darker(traits.skin(), 0.05));
            g.fill(new Ellipse2D.Double(x, 204, 24, 46));
            g.setColor(darker(traits.skin(), 0.2));
            g.fill(new Ellipse2D.Double(x + 7, 215, 10, 24));
        }
    }

    private void head(Graphics2D g) {
        g.setColor(traits.skin());
        g.fill(headShape());
        Area side = new Area(headShape());
        side.subtract(new Area(new Ellipse2D.Double(60, 70, 205, 275)));
        g.setColor(darker(traits.skin(), 0.07));
        g.fill(side);
        Color cheek = new Color(214, 92, 84, 38);
        g.setColor(cheek);
        g.fill(new Ellipse2D.Double(126, 248, 44, 30));
        g.fill(new Ellipse2D.Double(230, 248, 44, 30));
    }

    private void beard(Graphics2D g) {
        Area beard = new Area(headShape());
        Path2D open = new Path2D.Double();
        open.moveTo(90, 80);
        open.lineTo(310, 80);
        open.lineTo(310, 215);
        open.lineTo(276, 226);
        open.curveTo(268, 262, 262, 272, 240, 274);
        open.curveTo(222, 266, 208, 268, 200, 272);
        open.curveTo(192, 268, 178, 266, 160, 274);
        open.curveTo(138, 272, 132, 262, 124, 226);
        open.lineTo(90, 215);
        open.closePath();
        beard.subtract(new Area(open));
        g.setColor(traits.hair());
        g.fill(beard);
    }

    private void eye(Graphics2D g, int middle) {
        Path2D white = new Path2D.Double();
        white.moveTo(middle - 20, 222);
        white.quadTo(middle, 203, middle + 20, 222);
        white.quadTo(middle, 235, middle - 20, 222);
        g.setColor(new Color(0xFBFAF7));
        g.fill(white);
        Shape before = g.getClip();
        g.clip(white);
        g.setColor(traits.eyes());
        g.fill(new Ellipse2D.Double(middle - 9.5, 210, 19, 19));
        g.setColor(new Color(0x17120F));
        g.fill(new Ellipse2D.Double(middle - 4.5, 215, 9, 9));
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(middle + 1.5, 213, 4, 4));
        g.setClip(before);
        Path2D lid = new Path2D.Double();
        lid.moveTo(middle - 22, 223);
        lid.quadTo(middle, 201, middle + 22, 222);
        g.setStroke(new BasicStroke(3.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(darker(traits.skin(), 0.72));
        g.draw(lid);
        int outward = middle < 200 ? -1 : 1;
        Path2D brow = new Path2D.Double();
        brow.moveTo(middle - outward * 20, 193);
        brow.quadTo(middle + outward * 4, 178, middle + outward * 26, 194);
        g.setStroke(new BasicStroke(7.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(darker(traits.hair(), 0.1));
        g.draw(brow);
    }

    private void nose(Graphics2D g) {
        Path2D nose = new Path2D.Double();
        nose.moveTo(204, 216);
        nose.quadTo(212, 246, 215, 258);
        nose.quadTo(206, 270, 188, 262);
        g.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(darker(traits.skin(), 0.24));
        g.draw(nose);
    }

    private void mouth(Graphics2D g) {
        Color lips = new Color(
                (traits.skin().getRed() + 2 * 172) / 3,
                (traits.skin().getGreen() + 2 * 72) / 3,
                (traits.skin().getBlue() + 2 * 70) / 3);
        Path2D shape = new Path2D.Double();
        shape.moveTo(168, 294);
        shape.curveTo(180, 286, 192, 284, 200, 289);
        shape.curveTo(208, 284, 220, 286, 232, 294);
        shape.curveTo(220, 312, 180, 312, 168, 294);
        g.setColor(lips);
        g.fill(shape);
        Path2D line = new Path2D.Double();
        line.moveTo(168, 294);
        line.quadTo(200, 301, 232, 294);
        g.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(darker(lips, 0.45));
        g.draw(line);
    }

    private static void glasses(Graphics2D g) {
        g.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int left : new int[] {130, 206}) {
            Shape lens = new RoundRectangle2D.Double(left, 200, 64, 46, 30, 30);
            g.setColor(new Color(255, 255, 255, 46));
            g.fill(lens);
            g.setColor(new Color(0x2A2A2E));
            g.draw(lens);
        }
        Path2D bridge = new Path2D.Double();
        bridge.moveTo(194, 218);
        bridge.quadTo(200, 212, 206, 218);
        bridge.moveTo(130, 216);
        bridge.lineTo(117, 213);
        bridge.moveTo(270, 216);
        bridge.lineTo(283, 213);
        g.draw(bridge);
    }
}
