package org.stayseal.barcode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Parts of a black and white picture that may be a symbol: a decoder that looks for one symbol at the middle of its picture is then shown each of them alone.
 *
 * <p>The picture is laid out in square cells. A cell is busy where dark and light change often both along and across it, as they do in a symbol and in small print, but not along an edge or in
 * an even area. Busy cells that touch make a region; those with the shape of a symbol are kept. As the size of modules is unknown, this is done with cells of several sizes.
 */
final class Regions {
    private static final int[] CELL_SIDES = {6, 12, 24, 48};
    private static final int SMALLEST_SIDE = 20;
    private static final int MOST_OF_ONE_CELL_SIDE = 16;
    private static final double MOST_OBLONG = 2.2;
    private static final double LEAST_FILLED = 0.35;

    /** Less is the noise of a camera in an even area. */
    private static final int LEAST_CONTRAST = 48;

    private Regions() {}

    /** A picture in black and white. */
    interface DarkPixels {
        boolean at(int x, int y);
    }

    /**
     * Boxes worth a look, each wide enough to hold the whole symbol, without near repetitions; large ones first within one cell size.
     *
     * @param picture its brightness
     * @param isDark whether the pixel in column x, row y of it counts as dark
     */
    static List<Box> of(GrayPicture picture, DarkPixels isDark) {
        int width = picture.width();
        int height = picture.height();
        List<Box> found = new ArrayList<>();
        for (int side : CELL_SIDES) {
            if (Math.min(width, height) < 4 * side) {
                break;
            }
            BitSet busy = busyCells(picture, side, isDark);
            List<Box> ofThisSize = connected(busy, width / side, height / side);
            ofThisSize.removeIf(box -> !hasShapeOfSymbol(box, busy, width / side, side));
            ofThisSize.sort(Comparator.comparingLong(Box::area).reversed());
            for (Box cells : ofThisSize.subList(0, Math.min(MOST_OF_ONE_CELL_SIDE, ofThisSize.size()))) {
                Box box = new Box(cells.left() * side, cells.top() * side, cells.width() * side, cells.height() * side)
                        .grown(side + side / 2, width, height);
                if (found.stream().noneMatch(other -> isNearlySame(box, other))) {
                    found.add(box);
                }
            }
        }
        return found;
    }

    private static BitSet busyCells(GrayPicture picture, int side, DarkPixels isDark) {
        int columns = picture.width() / side;
        int rows = picture.height() / side;
        BitSet busy = new BitSet(columns * rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                busy.set(row * columns + column, isBusy(picture, column * side, row * side, side, isDark));
            }
        }
        return busy;
    }

    private static boolean isBusy(GrayPicture picture, int left, int top, int side, DarkPixels isDark) {
        int along = 0;
        int across = 0;
        int darkest = 255;
        int lightest = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int brightness = picture.brightness()[y * picture.width() + x] & 0xFF;
                darkest = Math.min(darkest, brightness);
                lightest = Math.max(lightest, brightness);
                boolean here = isDark.at(x, y);
                along += x + 1 < picture.width() && isDark.at(x + 1, y) != here ? 1 : 0;
                across += y + 1 < picture.height() && isDark.at(x, y + 1) != here ? 1 : 0;
            }
        }
        int enough = Math.max(2, side / 3);
        return along >= enough && across >= enough && lightest - darkest >= LEAST_CONTRAST;
    }

    /** The boxes, in cells, of groups of busy cells that touch at a side or corner. */
    private static List<Box> connected(BitSet busy, int columns, int rows) {
        List<Box> boxes = new ArrayList<>();
        BitSet open = (BitSet) busy.clone();
        Deque<Integer> queue = new ArrayDeque<>();
        for (int start = open.nextSetBit(0); start >= 0; start = open.nextSetBit(start)) {
            int left = columns;
            int right = -1;
            int top = rows;
            int bottom = -1;
            queue.add(start);
            open.clear(start);
            while (!queue.isEmpty()) {
                int cell = queue.remove();
                int x = cell % columns;
                int y = cell / columns;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                for (int ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
                        int neighbour = ny * columns + nx;
                        if (open.get(neighbour)) {
                            open.clear(neighbour);
                            queue.add(neighbour);
                        }
                    }
                }
            }
            boxes.add(new Box(left, top, right - left + 1, bottom - top + 1));
        }
        return boxes;
    }

    private static boolean hasShapeOfSymbol(Box cells, BitSet busy, int columns, int side) {
        int longer = Math.max(cells.width(), cells.height());
        int shorter = Math.min(cells.width(), cells.height());
        if (shorter * side < SMALLEST_SIDE || shorter < 3 || longer > MOST_OBLONG * shorter) {
            return false;
        }
        int filled = 0;
        for (int y = cells.top(); y < cells.top() + cells.height(); y++) {
            filled += busy.get(y * columns + cells.left(), y * columns + cells.left() + cells.width())
                    .cardinality();
        }
        return filled >= LEAST_FILLED * cells.area();
    }

    private static boolean isNearlySame(Box a, Box b) {
        long shared = a.shared(b);
        return shared > 0.85 * (a.area() + b.area() - shared);
    }
}
