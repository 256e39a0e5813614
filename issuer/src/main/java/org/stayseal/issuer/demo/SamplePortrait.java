package org.stayseal.issuer.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a face that nobody has: samples show no real person. */
final class SamplePortrait {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 600;
    private static final Color[] SKIN = {new Color(0xE8B893), new Color(0xC68642), new Color(0x8D5524)};

    private SamplePortrait() {}

    /** A PNG of 480 by 600. */
    static byte[] draw(int number, int hair) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xDCE6EE), 0, HEIGHT, new Color(0xB4C6D3)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(hair));
        pen.fill(new Ellipse2D.Double(110, 70, 260, 320));
        pen.setColor(new Color(0x2F4858 + number * 0x101820));
        pen.fill(new RoundRectangle2D.Double(60, 450, 360, 260, 180, 180));
        Color skin = SKIN[number % SKIN.length];
        pen.setColor(skin.darker());
        pen.fill(new RoundRectangle2D.Double(200, 360, 80, 130, 50, 50));
        pen.setColor(skin);
        pen.fill(new Ellipse2D.Double(135, 120, 210, 280));
        pen.setColor(new Color(hair));
        pen.fill(new Arc2D.Double(125, 95, 230, 190, 0, 180, Arc2D.CHORD));
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(172, 235, 46, 26));
        pen.fill(new Ellipse2D.Double(262, 235, 46, 26));
        pen.setColor(new Color(0x3A2A1A));
        pen.fill(new Ellipse2D.Double(185, 237, 22, 22));
        pen.fill(new Ellipse2D.Double(275, 237, 22, 22));
        pen.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(new Color(hair));
        pen.drawLine(168, 218, 220, 212);
        pen.drawLine(260, 212, 312, 218);
        pen.setColor(skin.darker());
        pen.drawLine(240, 255, 232, 300);
        pen.drawLine(232, 300, 248, 304);
        pen.setColor(new Color(0xA0483C));
        pen.draw(new Arc2D.Double(200, 310, 80, 40, 200, 140, Arc2D.OPEN));
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
