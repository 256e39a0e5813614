package org.stayseal.issuer.device;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.stayseal.spec.bytes.Sha256;

/** What links and devices are recognised by: random, and kept only as a digest. */
final class Secrets {

    private static final int TOKEN_BYTES = 16;
    private static final int LETTER_NUMBERS = 100_000_000;

    private final SecureRandom random = new SecureRandom();

    /** 128 random bits as 22 characters that stand in an address as they are. */
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Eight digits. */
    String letterNumber() {
        return String.format(Locale.ROOT, "%08d", random.nextInt(LETTER_NUMBERS));
    }

    byte[] identity(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What the record has of a token. */
    static byte[] digest(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
