package org.stayseal.operator;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which digits of a digest a person is asked for: three of its sixteen groups of four (TRUST-249).
 *
 * <p>Drawn anew each time: whoever draws a ceremony up can make two files that agree in a few digits known beforehand, and does not know which will be asked.
 *
 * @param groups in the order of the digest, from 0
 */
record AskedDigits(List<Integer> groups) {

    private static final int GROUP = 4;
    private static final int ALL = 16;
    private static final int ASKED = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    AskedDigits {
        groups = List.copyOf(groups);
    }

    static AskedDigits drawn() {
        return new AskedDigits(IntStream.generate(() -> RANDOM.nextInt(ALL))
                .distinct()
                .limit(ASKED)
                .sorted()
                .boxed()
                .toList());
    }

    /** Those of one digest, of 64 hex digits. */
    String of(String hex) {
        return groups.stream()
                .map(group -> hex.substring(group * GROUP, group * GROUP + GROUP))
                .collect(Collectors.joining());
    }

    /** As people are asked for them. */
    @Override
    public String toString() {
        return "groups "
                + groups.stream().map(group -> String.valueOf(group + 1)).collect(Collectors.joining(", "))
                + " of the sixteen groups of four digits of its digest";
    }
}
