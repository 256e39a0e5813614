package org.stayseal.spec.permit;

/** The check digit of the machine readable zone (Doc 9303-3 4.9; VDS-31): weights 7, 3, 1, letters from A as 10, filler as 0, modulo 10. */
final class CheckDigit {

    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    /** @param text characters {@code A-Z 0-9 <} only */
    static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += WEIGHTS[i % 3] * value(text.charAt(i));
        }
        return (char) ('0' + sum % 10);
    }

    private static int value(char c) {
        if (c == '<') {
            return 0;
        }
        return c <= '9' ? c - '0' : c - 'A' + 10;
    }
}
