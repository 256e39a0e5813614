package org.stayseal.barcode.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The hair, or the scarf over it, of a drawn person: what hangs behind the head, and what lies on the forehead. */
final class DrawnHair {
    private final FaceTraits traits;

    DrawnHair(FaceTraits traits) {
        this.traits = traits;
    }

    void drawBehind(Graphics2D g) {
        g.setColor(DrawnFace.darker(traits.hair(), 0.12));
        switch (traits.style()) {
            case LONG -> g.fill(curtain(84, 440));
            case BOB -> g.fill(curtain(88, 330));
            case BUN -> {
                g.fill(new Ellipse2D.Double(154, 58, 92, 80));
                g.fill(new Ellipse2D.Double(104, 96, 192, 180));
            }
            case CURLY -> curls(g);
            case HEADSCARF -> {
                g.setColor(DrawnFace.darker(scarf(), 0.14));
                g.fill(curtain(84, 400));
            }
            case SHORT, SIDE_PARTING -> g.fill(new Ellipse2D.Double(108, 92, 184, 170));
        }
    }

    void drawInFront(Graphics2D g, Shape head) {
        g.setColor(traits.hair());
        switch (traits.style()) {
            case SHORT -> g.fill(cap(150, 168, 150, 8));
            case SIDE_PARTING -> g.fill(parted(162));
            case CURLY -> fringe(g);
            case BUN -> g.fill(cap(118, 176, 132, 6));
            case BOB -> g.fill(cap(176, 240, 178, 14));
            case LONG -> {
                g.fill(parted(200));
                g.fill(strand(1));
                g.fill(strand(-1));
            }
            case HEADSCARF -> scarfAround(g, head);
        }
    }

    /** Everything that falls behind the head, from above it down to {@code end}. */
    private static Path2D curtain(int left, int end) {
        int right = DrawnFace.WIDTH - left;
        Path2D hair = new Path2D.Double();
        hair.moveTo(left, end - 26);
        hair.curveTo(left - 14, 60, right + 14, 60, right, end - 26);
        hair.quadTo(right - 4, end, right - 34, end);
        hair.lineTo(left + 34, end);
        hair.quadTo(left + 4, end, left, end - 26);
        hair.closePath();
        return hair;
    }

    /** Hair over the top of the head with a hairline across the forehead. */
    private static Area cap(int hairline, int temple, int middle, int wide) {
        Path2D outside = new Path2D.Double();
        outside.moveTo(116 - wide, temple + 34);
        outside.curveTo(100 - wide, 70, 300 + wide, 70, 284 + wide, temple + 34);
        outside.lineTo(284 - 6, temple + 34);
        outside.curveTo(280, temple, 268, hairline + 6, 246, hairline);
        outside.curveTo(226, middle, 174, middle, 154, hairline);
        outside.curveTo(132, hairline + 6, 120, temple, 122, temple + 34);
        outside.closePath();
        return new Area(outside);
    }

    /** Hair combed to both sides from a parting. */
    private static Path2D parted(int parting) {
        Path2D hair = new Path2D.Double();
        hair.moveTo(108, 224);
        hair.curveTo(92, 66, 308, 66, 292, 224);
        hair.lineTo(279, 222);
        hair.curveTo(278, 182, 258, 160, parting + 6, 136);
        hair.curveTo(parting - 20, 160, 124, 178, 121, 222);
        hair.closePath();
        return hair;
    }

    private static Path2D strand(int side) {
        Path2D strand = new Path2D.Double();
        strand.moveTo(106, 190);
        strand.curveTo(88, 300, 96, 380, 108, 438);
        strand.curveTo(128, 446, 142, 440, 150, 428);
        strand.curveTo(118, 370, 118, 290, 126, 196);
        strand.closePath();
        if (side < 0) {
            strand.transform(new AffineTransform(-1, 0, 0, 1, DrawnFace.WIDTH, 0));
        }
        return strand;
    }

    private void curls(Graphics2D g) {
        for (int i = 0; i < 15; i++) {
            double angle = Math.toRadians(160 + i * 220.0 / 14);
            double x = 200 + 88 * Math.cos(angle);
            double y = 188 + 92 * Math.sin(angle);
            g.fill(new Ellipse2D.Double(x - 31, y - 31, 62, 62));
        }
        g.fill(new Ellipse2D.Double(112, 92, 176, 150));
    }

    private static void fringe(Graphics2D g) {
        int[][] curls = {{118, 150}, {140, 124}, {168, 110}, {200, 106}, {232, 110}, {260, 124}, {282, 150}};
        for (int[] curl : curls) {
            g.fill(new Ellipse2D.Double(curl[0] - 25, curl[1] - 25, 50, 50));
        }
    }

    private Color scarf() {
        return DrawnFace.lighter(traits.clothes(), 0.35);
    }

    /** The scarf leaves the face free, and falls in two folds over the chest. */
    private void scarfAround(Graphics2D g, Shape head) {
        Path2D outside = new Path2D.Double();
        outside.moveTo(92, 400);
        outside.curveTo(70, 300, 82, 70, 200, 70);
        outside.curveTo(318, 70, 330, 300, 308, 400);
        outside.curveTo(270, 452, 130, 452, 92, 400);
        outside.closePath();
        Area cloth = new Area(outside);
        Area face = new Area(head);
        face.intersect(new Area(new Ellipse2D.Double(124, 132, 152, 208)));
        cloth.subtract(face);
        g.setColor(scarf());
        g.fill(cloth);
        Path2D fold = new Path2D.Double();
        fold.moveTo(126, 330);
        fold.curveTo(160, 380, 232, 392, 296, 352);
        fold.curveTo(288, 396, 236, 430, 176, 418);
        fold.curveTo(146, 400, 130, 366, 126, 330);
        fold.closePath();
        g.setColor(DrawnFace.darker(scarf(), 0.1));
        g.fill(fold);
    }
}
