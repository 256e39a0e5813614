package org.stayseal.barcode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.stayseal.barcode.Projection.Point;

/**
 * The largest group of dark pixels that lie closer to each other than a gap: the modules of a symbol without what is printed beside it. A group that reaches the edge of the picture, such as a
 * table under the paper, is taken only if there is no other.
 */
final class DarkGroups {
    private DarkGroups() {}

    /**
     * The outer corners of its pixels, the first and last of each row only.
     *
     * @param gap pixels, at least 1
     */
    static List<Point> largest(int width, int height, Regions.DarkPixels isDark, int gap) {
        int columns = (width + gap - 1) / gap;
        int rows = (height + gap - 1) / gap;
        BitSet open = new BitSet(columns * rows);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isDark.at(x, y)) {
                    open.set(y / gap * columns + x / gap);
                }
            }
        }
        BitSet largest = new BitSet();
        BitSet edge = edge(columns, rows);
        boolean largestIsInside = false;
        for (int start = open.nextSetBit(0); start >= 0; start = open.nextSetBit(start)) {
            BitSet group = group(open, start, columns, rows);
            boolean isInside = !group.intersects(edge);
            if (isInside == largestIsInside ? group.cardinality() > largest.cardinality() : isInside) {
                largest = group;
                largestIsInside = isInside;
            }
        }
        List<Point> outer = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            int first = -1;
            int last = -1;
            for (int x = 0; x < width; x++) {
                if (isDark.at(x, y) && largest.get(y / gap * columns + x / gap)) {
                    first = first < 0 ? x : first;
                    last = x;
                }
            }
            if (first >= 0) {
                outer.add(new Point(first - 0.5, y - 0.5));
                outer.add(new Point(first - 0.5, y + 0.5));
                outer.add(new Point(last + 0.5, y - 0.5));
                outer.add(new Point(last + 0.5, y + 0.5));
            }
        }
        return outer;
    }

    private static BitSet edge(int columns, int rows) {
        BitSet edge = new BitSet(columns * rows);
        edge.set(0, columns);
        edge.set((rows - 1) * columns, rows * columns);
        for (int row = 0; row < rows; row++) {
            edge.set(row * columns);
            edge.set(row * columns + columns - 1);
        }
        return edge;
    }

    private static BitSet group(BitSet open, int start, int columns, int rows) {
        BitSet group = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        open.clear(start);
        while (!queue.isEmpty()) {
            int cell = queue.remove();
            group.set(cell);
            for (int y = Math.max(0, cell / columns - 1); y <= Math.min(rows - 1, cell / columns + 1); y++) {
                for (int x = Math.max(0, cell % columns - 1); x <= Math.min(columns - 1, cell % columns + 1); x++) {
                    if (open.get(y * columns + x)) {
                        open.clear(y * columns + x);
                        queue.add(y * columns + x);
                    }
                }
            }
        }
        return group;
    }
}
