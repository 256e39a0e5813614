package org.stayseal.mutants;

import java.util.List;
import java.util.SplittableRandom;

/** The choices of one mutant: the same seed and number always fall the same way, on every Java. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, int number) {
        // Mixed, because neighbouring seeds of a splittable generator begin alike.
        this.random = new SplittableRandom(new SplittableRandom(seed * 1_000_003L + number).nextLong());
    }

    /** 0 to {@code below} − 1; 0 where there is nothing to choose. */
    int below(int below) {
        return below <= 1 ? 0 : random.nextInt(below);
    }

    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    boolean oneIn(int n) {
        return below(n) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) below(256);
        }
        return bytes;
    }
}
