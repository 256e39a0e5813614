package org.stayseal.trust.authority.keys;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a key is, in one text: a path, or an RFC 7512 URI. */
public sealed interface KeyPlace {

    /**
     * In a file: PKCS#12 ({@code .p12}, {@code .pfx}) for a key on P-256 or P-384, encrypted PKCS #8 in PEM ({@code .pem}) for a second key.
     *
     * @param path the file
     */
    record InFile(Path path) implements KeyPlace {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * In a token.
     *
     * @param uri which token, which object
     */
    record InToken(TokenUri uri) implements KeyPlace {
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /**
     * @param text as a person or a ceremony writes it
     * @throws KeyFault for a URI that is none, or that carries a PIN
     */
    static KeyPlace of(String text) throws KeyFault {
        if (text.toLowerCase(Locale.ROOT).startsWith(TokenUri.SCHEME)) {
            return new InToken(TokenUri.read(text));
        }
        try {
            if (!text.isBlank()) {
                return new InFile(Path.of(text));
            }
        } catch (InvalidPathException e) {
            // falls through: not the name of a file
        }
        throw new KeyFault(
                "that names no place of a key",
                "give a file (root-1.p12) or a token (pkcs11:token=root-1;object=root-1?module-path=/usr/lib/softhsm/libsofthsm2.so)");
    }
}
