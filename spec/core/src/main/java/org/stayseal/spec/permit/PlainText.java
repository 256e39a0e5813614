package org.stayseal.spec.permit;

/**
 * Which text may stand in a permit (CRED-31, PERMIT-4): nothing that changes how other text is shown or that cannot be seen. A remark with a
 * right-to-left override could otherwise make "no work" read as something else.
 */
public final class PlainText {
    private PlainText() {}

    /**
     * Whether this text is free of control, private-use, line-separator and direction characters, of unpaired surrogates, and of characters that Unicode 13.0 does not
     * have, so that every reader agrees about its normal form, and neither begins nor ends with a space.
     */
    public static boolean isWellFormed(String text) {
        if (text.startsWith(" ") || text.endsWith(" ")) {
            return false;
        }
        return text.codePoints().allMatch(PlainText::isAllowed);
    }

    private static boolean isAllowed(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return false;
            default:
                return AssignedCharacters.contains(codePoint) && !isDirectionOrMark(codePoint);
        }
    }

    private static boolean isDirectionOrMark(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0xFEFF;
    }
}
