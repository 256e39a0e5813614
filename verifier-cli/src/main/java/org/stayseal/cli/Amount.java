package org.stayseal.cli;

/** How many of something, as a person says it. */
final class Amount {

    private Amount() {}

    /** {@code 1 minute}, {@code 2 minutes}. */
    static String of(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
