package org.stayseal.issuer.issuance;

import java.security.SecureRandom;

/**
 * Makes permit numbers (PERMIT-9): nine random characters out of 29, 1.4 · 10^13 in all, so that a number says nothing about when or how many. No
 * vowels, so that none spells a word; no 0, 1, I or O, so that none is misread from paper.
 */
final class PermitNumbers {

    private static final String ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXYZ";
    private static final int LENGTH = 9;

    private final SecureRandom random;

    PermitNumbers(SecureRandom random) {
        this.random = random;
    }

    /** A number that was hardly given before; the table refuses one that was. */
    String next() {
        StringBuilder number = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }
}
