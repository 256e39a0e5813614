package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;

/** TRUST-4: base64 in its only form. */
class Base64FormTest {

    private static final String CHARACTERS = "ABQRwxyz0189-_+/= \nä";

    @Test
    void takenIsExactlyWhatDecodedAndEncodedGivesTheSameCharacters() {
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int alphabet = i % 2 == 0 ? CHARACTERS.length() : 12;
            for (int length = random.nextInt(10); length > 0; length--) {
                text.append(CHARACTERS.charAt(random.nextInt(alphabet)));
            }
            if (i % 3 == 0) {
                text.append("=".repeat(random.nextInt(3)));
            }
            holds(text.toString());
        }
    }

    private static void holds(String text) {
        assertThat(url(text))
                .as(text)
                .isEqualTo(same(
                        text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding()));
        assertThat(padded(text)).as(text).isEqualTo(same(text, Base64.getDecoder(), Base64.getEncoder()));
    }

    private static boolean same(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        try {
            return encoder.encodeToString(decoder.decode(text)).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean url(String text) {
        try {
            return Base64Form.url(text, "text").length == text.length() * 3 / 4;
        } catch (FormatException e) {
            return false;
        }
    }

    private static boolean padded(String text) {
        try {
            return Base64Form.padded(text, "text").length <= text.length();
        } catch (FormatException e) {
            return false;
        }
    }
}
