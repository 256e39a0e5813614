package org.stayseal.samples;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.CredentialDecoder;

/** A genuine credential with another name written into it. */
final class Forgery {

    private Forgery() {}

    /**
     * @param credential {@code RP1:…}
     * @param name as it stands in it
     * @param other of as many bytes
     */
    static String of(String credential, String name, String other) throws FormatException {
        byte[] bytes = CredentialDecoder.bytesOf(credential);
        byte[] from = name.getBytes(StandardCharsets.UTF_8);
        byte[] to = other.getBytes(StandardCharsets.UTF_8);
        if (from.length != to.length) {
            throw new IllegalArgumentException("a longer name would break the format as well");
        }
        for (int at = 0; at + from.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, bytes, at, to.length);
                return "RP1:" + Base45.encode(BoundedInflate.deflate(bytes));
            }
        }
        throw new IllegalArgumentException("that name is not in it");
    }
}
