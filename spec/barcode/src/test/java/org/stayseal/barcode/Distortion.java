package org.stayseal.barcode;

import java.awt.Graphics2D;
import java.util.Random;

/** The ways in which a picture of a code is bad. Each comes in five levels: the first is mild, the last is more than most readers bear. */
enum Distortion {
    PLAIN("clean, 2 to 6 pixels a module", (d, level, r) -> d.module = 7 - level),
    TURNED("turned by any angle", (d, level, r) -> d.camera.turn = r.nextDouble() * 360),
    BLURRED(
            "out of focus, sigma 0.3 to 0.9 modules",
            (d, level, r) -> d.camera.blur = d.module * (0.15 + 0.15 * level)),
    SHAKEN("moved while exposed, 0.4 to 2 modules", (d, level, r) -> {
        d.camera.shake = d.module * 0.4 * level;
        d.camera.shakeDirection = r.nextDouble() * 180;
    }),
    PALE("low contrast, 50 to 5 percent, some noise", (d, level, r) -> {
        d.camera.contrast = new double[] {0.5, 0.3, 0.18, 0.1, 0.05}[level - 1];
        d.camera.noise = 1.5;
    }),
    UNEVEN_LIGHT("light falling off and a hard shadow", (d, level, r) -> {
        d.camera.falloff = 0.3 + 0.12 * level;
        d.camera.falloffDirection = r.nextDouble() * 360;
        d.camera.shadow = 0.15 * level;
        d.camera.noise = 2;
    }),
    GLARE("a reflection that hides 0.5 to 8 percent", (d, level, r) -> {
        double part = new double[] {0.005, 0.015, 0.03, 0.05, 0.08}[level - 1];
        d.camera.glare = d.side() * Math.sqrt(part / Math.PI);
        d.camera.glareX = 0.35 + 0.3 * r.nextDouble();
        d.camera.glareY = 0.35 + 0.3 * r.nextDouble();
    }),
    PERSPECTIVE("seen from the side, 12 to 60 degrees", (d, level, r) -> {
        double direction = r.nextDouble() * 2 * Math.PI;
        d.camera.tiltX = 12 * level * Math.cos(direction);
        d.camera.tiltY = 12 * level * Math.sin(direction);
        d.camera.turn = r.nextDouble() * 360;
        d.module = 6;
    }),
    BENT("paper bent around a cylinder", (d, level, r) -> {
        d.camera.bend = d.side() * (3.2 - 0.5 * level);
        d.camera.turn = 10 * r.nextDouble() - 5;
    }),
    NOISY("noise of sigma 16 to 80", (d, level, r) -> d.camera.noise = 16 * level),
    COMPRESSED(
            "JPEG of quality 30 to 3",
            (d, level, r) -> d.camera.jpegQuality = new float[] {0.3f, 0.2f, 0.12f, 0.07f, 0.03f}[level - 1]),
    FEW_PIXELS("2.4 to 1.4 pixels a module", (d, level, r) -> {
        d.module = 4;
        d.camera.scale = (2.65 - 0.25 * level) / 4;
        d.camera.turn = 4 * r.nextDouble() - 2;
    }),
    SMALL_ON_PAGE("small on an A4 page with text, 150 to 300 dpi", (d, level, r) -> {
        d.module = 3;
        d.page = true;
        d.camera.scale = 0.85 + 0.15 * level;
        d.camera.turn = level < 2 ? 0 : 4 * r.nextDouble() - 2;
    }),
    SEVERAL("with two other codes", (d, level, r) -> {
        d.several = true;
        d.camera.turn = 5 * level * (r.nextDouble() - 0.5);
    }),
    INVERTED("light on dark", (d, level, r) -> {
        d.inverted = true;
        d.camera.turn = (level - 1) * 10 * r.nextDouble();
    }),
    MIRRORED("seen from behind", (d, level, r) -> {
        d.mirrored = true;
        d.camera.turn = (level - 1) * 10 * r.nextDouble();
    }),
    WORN("folds, scratches and stains", (d, level, r) -> d.wear = level),
    INK_SPREAD(
            "ink that runs or is weak, up to 0.35 modules",
            (d, level, r) -> d.gain = (level % 2 == 0 ? -0.07 : 0.07) * level),
    CROWDED("print up to its quiet zone, inside a frame", (d, level, r) -> {
        d.crowded = true;
        d.camera.turn = (level - 1) * 4 * (r.nextDouble() - 0.5);
    }),
    PHONE("all of it a little, as a phone's picture", (d, level, r) -> {
        d.module = 5;
        d.camera.turn = r.nextDouble() * 360;
        d.camera.tiltX = 5 * level * (r.nextDouble() - 0.5);
        d.camera.tiltY = 5 * level * (r.nextDouble() - 0.5);
        d.camera.falloff = 0.08 * level;
        d.camera.falloffDirection = r.nextDouble() * 360;
        d.camera.blur = 0.5 + 0.25 * level;
        d.camera.noise = 2.5 * level;
        d.camera.contrast = 1 - 0.1 * level;
        d.camera.jpegQuality = 0.85f - 0.12f * level;
    }),
    PDF("on a page of a PDF, 4 to 2 pixels a module at 150 dpi", (d, level, r) -> d.pdfPixels = 4.5 - 0.5 * level);

    static final int LEVELS = 5;

    private final String title;
    private final Setting setting;

    Distortion(String title, Setting setting) {
        this.title = title;
        this.setting = setting;
    }

    String title() {
        return title;
    }

    Draft draft(int modules, int level, Random random) {
        Draft draft = new Draft(modules);
        setting.on(draft, level, random);
        return draft;
    }

    private interface Setting {
        void on(Draft draft, int level, Random random);
    }

    /** What a distortion asks of the sheet and the camera. */
    static final class Draft {
        final Camera camera = new Camera();
        private final int modules;
        double module = 4;
        boolean page;
        boolean several;
        boolean inverted;
        boolean mirrored;
        boolean crowded;
        int wear;
        double gain;
        double pdfPixels;

        Draft(int modules) {
            this.modules = modules;
        }

        double side() {
            return modules * module;
        }

        Sheet sheet(CodeMatrix code, java.util.List<CodeMatrix> others, Random random) {
            double quiet = (code.symbology().quietZone() + 2) * module;
            if (page) {
                int width = 1240;
                int height = 1754;
                double left = 100 + random.nextInt((int) (width - side() - 200));
                double top = 100 + random.nextInt((int) (height - side() - 200));
                return new Sheet(width, height)
                        .with(new Sheet.Print(code, left, top, module, mirrored))
                        .withClutter(g ->
                                Clutter.text(g, width, height, left - quiet, top - quiet, side() + 2 * quiet, random));
            }
            double border = Math.max(quiet, 8 * module);
            if (several) {
                double left = border;
                double tallest = side();
                Sheet.Print first = new Sheet.Print(code, left, border, module, mirrored);
                left += first.side() + border;
                java.util.List<Sheet.Print> more = new java.util.ArrayList<>();
                for (CodeMatrix other : others) {
                    Sheet.Print next = new Sheet.Print(other, left, border, module, mirrored);
                    more.add(next);
                    left += next.side() + border;
                    tallest = Math.max(tallest, next.side());
                }
                Sheet sheet = new Sheet((int) left, (int) (tallest + 2 * border)).with(first);
                more.forEach(sheet::with);
                return sheet;
            }
            int width = (int) (side() + 2 * border);
            Sheet sheet = new Sheet(width, width)
                    .with(new Sheet.Print(code, border, border, module, mirrored))
                    .withGain(gain);
            if (inverted) {
                sheet.inverted();
            }
            if (crowded) {
                double quietOnly = Math.max(1, code.symbology().quietZone()) * module;
                sheet.withClutter(
                        g -> Clutter.frame(g, width, border - quietOnly, side() + 2 * quietOnly, module, random));
            }
            return sheet;
        }

        /** Damage is done to the finished picture: it does not care for modules. */
        void wear(Graphics2D graphics, int width, int height, Random random) {
            Clutter.wear(graphics, width, height, wear, random);
        }
    }
}
