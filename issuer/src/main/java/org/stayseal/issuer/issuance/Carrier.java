package org.stayseal.issuer.issuance;

import java.util.Objects;

/**
 * One thing to hand over: the PDF, a code as picture or text, the seal as picture.
 *
 * @param name {@code permit.pdf}, {@code full.png}, {@code full.txt} (likewise work, bank, stay), {@code seal.png}
 * @param mediaType such as {@code application/pdf}
 * @param bytes the file
 */
public record Carrier(String name, String mediaType, byte[] bytes) {

    /** Copies the bytes and refuses a name that is no file name. */
    public Carrier {
        if (!name.matches("[a-z]{1,20}\\.[a-z]{3}")) {
            throw new IllegalArgumentException("A carrier's name is lower case letters, a dot and three letters.");
        }
        Objects.requireNonNull(mediaType);
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
