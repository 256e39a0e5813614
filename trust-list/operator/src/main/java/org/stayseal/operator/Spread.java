package org.stayseal.operator;

import java.util.ArrayList;
import java.util.List;

/** Places on a line for marks that must not lie on each other, each as near to its own place as the others let it. */
final class Spread {

    private Spread() {}

    /** Marks that touch, and so move together. */
    private record Group(int first, int size, double centre) {

        double left(int gap) {
            return centre - (size - 1) * gap / 2.0;
        }

        double right(int gap) {
            return centre + (size - 1) * gap / 2.0;
        }
    }

    /**
     * @param wanted in ascending order
     * @param gap between two marks, at least
     * @param left no mark is left of it
     * @param right none is right of it, where all have room
     * @return as many, in the same order
     */
    static List<Integer> places(List<Integer> wanted, int gap, int left, int right) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            groups.add(within(new Group(i, 1, wanted.get(i)), gap, left, right));
            while (groups.size() > 1 && touch(groups, gap)) {
                Group second = groups.remove(groups.size() - 1);
                Group first = groups.remove(groups.size() - 1);
                int size = first.size() + second.size();
                double centre = wanted.subList(first.first(), first.first() + size).stream()
                        .mapToInt(one -> one)
                        .average()
                        .orElseThrow();
                groups.add(within(new Group(first.first(), size, centre), gap, left, right));
            }
        }
        List<Integer> places = new ArrayList<>();
        for (Group group : groups) {
            for (int i = 0; i < group.size(); i++) {
                places.add((int) Math.round(group.left(gap)) + i * gap);
            }
        }
        return places;
    }

    private static boolean touch(List<Group> groups, int gap) {
        Group last = groups.get(groups.size() - 1);
        Group before = groups.get(groups.size() - 2);
        return last.left(gap) - before.right(gap) < gap;
    }

    private static Group within(Group group, int gap, int left, int right) {
        double half = (group.size() - 1) * gap / 2.0;
        double centre = Math.max(left + half, Math.min(right - half, group.centre()));
        return new Group(group.first(), group.size(), centre);
    }
}
