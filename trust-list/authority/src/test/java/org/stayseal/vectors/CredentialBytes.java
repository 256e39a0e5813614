package org.stayseal.vectors;

import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CredentialDecoder;

/** The COSE bytes in a code. */
final class CredentialBytes {

    private CredentialBytes() {}

    static byte[] of(String text) {
        try {
            return CredentialDecoder.bytesOf(text);
        } catch (FormatException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
