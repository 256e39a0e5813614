package org.stayseal.mutants;

import java.nio.charset.StandardCharsets;

/** Changes of a code that is text, by characters that its alphabet has, nearly has, or has not. */
final class TextEdits {

    private static final String CHARACTERS = "09AFKRZ27 $%*+-./:=az\"{}[],\\\n\t\u0000\u007F\u00DC\u00E9_";

    private TextEdits() {}

    static byte[] changed(byte[] code, Dice dice) {
        String text = new String(code, StandardCharsets.ISO_8859_1);
        int at = dice.below(text.length());
        String one = String.valueOf(CHARACTERS.charAt(dice.below(CHARACTERS.length())));
        String changed = switch (dice.below(8)) {
            case 0, 1 -> text.substring(0, at) + one + text.substring(Math.min(text.length(), at + 1));
            case 2 -> text.substring(0, at) + one + text.substring(at);
            case 3 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
            case 4 -> swapped(text, at);
            case 5 -> text.substring(0, at) + text.substring(at).toLowerCase(java.util.Locale.ROOT);
            case 6 -> text + one;
            default -> one + text;
        };
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String swapped(String text, int at) {
        return at + 2 > text.length()
                ? text
                : text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
