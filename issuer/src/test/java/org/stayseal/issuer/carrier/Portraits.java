package org.stayseal.issuer.carrier;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A drawn face: nobody's portrait. */
public final class Portraits {
    private Portraits() {}

    /** PNG, 350 by 450. */
    public static byte[] drawn() throws IOException {
        BufferedImage picture = new BufferedImage(350, 450, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xDFE6EA));
        g.fillRect(0, 0, 350, 450);
        g.setColor(new Color(0x35506B));
        g.fillOval(20, 330, 310, 260);
        g.setColor(new Color(0x4A2F1D));
        g.fillOval(85, 60, 180, 240);
        g.setColor(new Color(0xE6B899));
        g.fillRect(145, 270, 60, 90);
        g.fillOval(105, 100, 140, 190);
        g.setColor(new Color(0x2A1C14));
        g.fillOval(138, 180, 18, 11);
        g.fillOval(194, 180, 18, 11);
        g.setColor(new Color(0xA4524A));
        g.fillOval(150, 240, 50, 12);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
