package org.stayseal.barcode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stayseal.barcode.Projection.Point;

/**
 * The rings in the middle of an Aztec code (ISO/IEC 24778 section 7.2), found along rows and columns and then measured along rays: where they are and how they lie.
 *
 * @param isCompact nine modules wide, else thirteen
 * @param projection of {@link #size()} modules: the rings and the mode message around them
 * @param likeness the correlation of its modules with rings, up to 1
 */
record AztecCore(boolean isCompact, Projection projection, double likeness) {
    private static final int RAYS = 96;

    /** Light and dark runs through the rings that every core has: three on each side of the dark middle. */
    private static final int RUNS = 7;

    private static final int MOST_CANDIDATES = 400;
    private static final int MOST_CORES = 4;
    private static final double LEAST_LIKENESS = 0.5;

    /** Modules on each side of the rings with the mode message. */
    int size() {
        return isCompact ? 11 : 15;
    }

    /** What looks like one, the likeliest first. */
    static List<AztecCore> in(GrayPicture picture, Regions.DarkPixels isDark) {
        List<AztecCore> cores = new ArrayList<>();
        for (Middle middle : middles(picture, isDark)) {
            around(picture, isDark, middle.at(), middle.module()).ifPresent(cores::add);
        }
        cores.removeIf(core -> core.likeness() < LEAST_LIKENESS);
        cores.sort(Comparator.comparingDouble(core -> -core.likeness()));
        List<AztecCore> apart = new ArrayList<>();
        for (AztecCore core : cores) {
            if (apart.size() < MOST_CORES
                    && apart.stream().noneMatch(other -> other.middle().distance(core.middle()) < 3)) {
                apart.add(core);
            }
        }
        return List.copyOf(apart);
    }

    private Point middle() {
        return projection.at(size() / 2.0, size() / 2.0);
    }

    private static double likeness(GrayPicture picture, Projection projection, int size) {
        Correlation correlation = new Correlation();
        for (int y = 1; y < size - 1; y++) {
            for (int x = 1; x < size - 1; x++) {
                int ring = Math.max(Math.abs(x - size / 2), Math.abs(y - size / 2));
                correlation.add(ring % 2 == 0, picture, projection.at(x + 0.5, y + 0.5));
            }
        }
        return correlation.value();
    }

    /** @param module pixels of a module across a row or column, whichever is wider */
    private record Middle(Point at, double module) {}

    private static List<Middle> middles(GrayPicture picture, Regions.DarkPixels isDark) {
        List<Middle> middles = new ArrayList<>();
        for (int y = 0; y < picture.height() && middles.size() < MOST_CANDIDATES; y++) {
            int row = y;
            List<Integer> changes = changes(picture.width(), x -> isDark.at(x, row));
            for (int i = 0; i + RUNS < changes.size(); i++) {
                double module = (changes.get(i + RUNS) - changes.get(i)) / (double) RUNS;
                double x = (changes.get(i + 3) + changes.get(i + 4) - 1) / 2.0;
                boolean isNew = middles.stream().noneMatch(m -> m.at().distance(new Point(x, row)) < module / 2);
                if (isNew && !isDark.at(changes.get(i), y) && isEven(changes, i, module)) {
                    middle(picture, isDark, (int) Math.round(x), y, module).ifPresent(middles::add);
                }
            }
        }
        return middles;
    }

    private static boolean isEven(List<Integer> changes, int from, double module) {
        for (int i = from; i < from + RUNS; i++) {
            int run = changes.get(i + 1) - changes.get(i);
            if (Math.abs(run - module) > 0.5 * module + 0.6) {
                return false;
            }
        }
        return true;
    }

    /** The same runs must be there in the column. */
    private static Optional<Middle> middle(
            GrayPicture picture, Regions.DarkPixels isDark, int x, int y, double module) {
        List<Integer> changes = changes(picture.height(), row -> isDark.at(x, row));
        for (int i = 0; i + RUNS < changes.size(); i++) {
            boolean holdsMiddle = changes.get(i + 3) <= y && y < changes.get(i + 4);
            double other = (changes.get(i + RUNS) - changes.get(i)) / (double) RUNS;
            if (holdsMiddle && other < 2.5 * module && module < 2.5 * other && isEven(changes, i, other)) {
                Point at = new Point(x, (changes.get(i + 3) + changes.get(i + 4) - 1) / 2.0);
                return Optional.of(new Middle(at, Math.max(module, other)));
            }
        }
        return Optional.empty();
    }

    private interface Line {
        boolean isDark(int at);
    }

    /** Places at which a line changes between dark and light; the first pixel after the change. */
    private static List<Integer> changes(int length, Line line) {
        List<Integer> changes = new ArrayList<>();
        for (int i = 1; i < length; i++) {
            if (line.isDark(i) != line.isDark(i - 1)) {
                changes.add(i);
            }
        }
        return changes;
    }

    private static Optional<AztecCore> around(
            GrayPicture picture, Regions.DarkPixels isDark, Point middle, double module) {
        Optional<Projection> small = squareAt(picture, isDark, middle, module, 4, 3.5, 11);
        if (small.isEmpty()) {
            return Optional.empty();
        }
        // Around the nine modules that both kinds share, the larger one has a light ring.
        Projection around = small.get();
        int dark = 0;
        for (int i = 0; i < 11; i++) {
            for (Point p : List.of(
                    around.at(i + 0.5, 0.5),
                    around.at(i + 0.5, 10.5),
                    around.at(0.5, i + 0.5),
                    around.at(10.5, i + 0.5))) {
                dark += isDark(picture, isDark, p) ? 1 : 0;
            }
        }
        if (dark > 10) {
            return Optional.of(new AztecCore(true, around, likeness(picture, around, 11)));
        }
        return squareAt(picture, isDark, middle, module, 6, 5.5, 15)
                .map(wide -> new AztecCore(false, wide, likeness(picture, wide, 15)));
    }

    private static boolean isDark(GrayPicture picture, Regions.DarkPixels isDark, Point p) {
        int x = (int) Math.round(p.x());
        int y = (int) Math.round(p.y());
        return x >= 0 && y >= 0 && x < picture.width() && y < picture.height() && isDark.at(x, y);
    }

    /**
     * The square at whose edge rays from the middle change for the {@code change}th time.
     *
     * @param reach modules from the middle to that edge
     * @param size modules of the projection that is made of it, around the same middle
     */
    private static Optional<Projection> squareAt(
            GrayPicture picture,
            Regions.DarkPixels isDark,
            Point middle,
            double module,
            int change,
            double reach,
            int size) {
        List<Point> edge = new ArrayList<>();
        for (int ray = 0; ray < RAYS; ray++) {
            double dx = Math.cos(2 * Math.PI * ray / RAYS) / 4;
            double dy = Math.sin(2 * Math.PI * ray / RAYS) / 4;
            int changes = 0;
            boolean before = true;
            Point at = middle;
            int steps = (int) (4 * 3 * (reach + 1) * module);
            for (int step = 0; step < steps && changes < change; step++) {
                at = middle.plus(new Point(dx, dy).times(step));
                if (at.x() < 0 || at.y() < 0 || at.x() >= picture.width() - 1 || at.y() >= picture.height() - 1) {
                    break;
                }
                boolean here = isDark.at((int) Math.round(at.x()), (int) Math.round(at.y()));
                changes += here != before ? 1 : 0;
                before = here;
            }
            if (changes == change) {
                edge.add(at);
            }
        }
        if (edge.size() < RAYS * 3 / 4) {
            return Optional.empty();
        }
        // A ray that slipped through a fault of the ring would spoil the corners.
        List<Double> lengths =
                new ArrayList<>(edge.stream().map(middle::distance).toList());
        lengths.sort(null);
        double usual = lengths.get(lengths.size() / 2);
        edge.removeIf(p -> middle.distance(p) > 1.9 * usual);
        return Outline.around(edge).map(corners -> parallelogram(corners, reach, size));
    }

    /** Perspective measured on a few modules would lead astray at the far end of the symbol: it is left to the {@link Lattice}. */
    private static Projection parallelogram(List<Point> corners, double reach, int size) {
        Point middle = corners.get(0)
                .plus(corners.get(1))
                .plus(corners.get(2))
                .plus(corners.get(3))
                .times(0.25);
        Point right = corners.get(1)
                .plus(corners.get(2))
                .minus(corners.get(0))
                .minus(corners.get(3))
                .times(0.25 / reach);
        Point down = corners.get(2)
                .plus(corners.get(3))
                .minus(corners.get(0))
                .minus(corners.get(1))
                .times(0.25 / reach);
        return affine(middle, right, down, size);
    }

    /** This core's lie, carried on to a symbol of {@code modules} on each side. */
    Projection carriedOnTo(int modules) {
        double half = size() / 2.0;
        Point middle = projection.at(half, half);
        return affine(
                middle,
                projection.at(half + 1, half).minus(middle),
                projection.at(half, half + 1).minus(middle),
                modules);
    }

    private static Projection affine(Point middle, Point right, Point down, int size) {
        Point origin = middle.minus(right.times(size / 2.0)).minus(down.times(size / 2.0));
        return new Projection(right.x(), down.x(), origin.x(), right.y(), down.y(), origin.y(), 0, 0);
    }

    /**
     * The mode message as it stands when the core is laid down so that its marks are right, with the turn ({@link Turn}) that does so; empty when no turn fits the marks.
     *
     * @param bits {@code size * size} modules of the core
     */
    static Optional<Mode> mode(BitSet bits, int size) {
        Optional<Mode> best = Optional.empty();
        int fewestWrong = 3;
        for (int turn = 0; turn < Turn.COUNT; turn++) {
            BitSet turned = Turn.of(bits, size, turn);
            int wrong = wrongMarks(turned, size);
            if (wrong < fewestWrong) {
                fewestWrong = wrong;
                best = Optional.of(new Mode(turn, message(turned, size)));
            }
        }
        return best;
    }

    /** @param message 28 bits of a compact core, 40 of a full one, first bit first */
    record Mode(int turn, List<Boolean> message) {}

    private static int wrongMarks(BitSet bits, int size) {
        int last = size - 1;
        int[][] dark = {{0, 0}, {1, 0}, {0, 1}, {last, 0}, {last, 1}, {last, last - 1}};
        int[][] light = {{last - 1, 0}, {last, last}, {last - 1, last}, {0, last}, {1, last}, {0, last - 1}};
        int wrong = 0;
        for (int i = 0; i < dark.length; i++) {
            wrong += bits.get(dark[i][1] * size + dark[i][0]) ? 0 : 1;
            wrong += bits.get(light[i][1] * size + light[i][0]) ? 1 : 0;
        }
        return wrong;
    }

    private static List<Boolean> message(BitSet bits, int size) {
        List<Boolean> message = new ArrayList<>();
        int last = size - 1;
        for (int side = 0; side < 4; side++) {
            for (int i = 2; i < last - 1; i++) {
                // In the middle of a full core's side stands the reference grid.
                if (size == 15 && i == 7) {
                    continue;
                }
                int at = switch (side) {
                    case 0 -> i;
                    case 1 -> i * size + last;
                    case 2 -> last * size + last - i;
                    default -> (last - i) * size;
                };
                message.add(bits.get(at));
            }
        }
        return List.copyOf(message);
    }
}
