package org.stayseal.barcode;

import java.util.List;

/** What a {@link CodeReader} made of a picture or PDF. Bad input is an answer, never an exception. */
public sealed interface ReadResult {

    /** At least one code, ordered by page, then from top to bottom and left to right. A content that appears twice in one symbology is listed once. */
    record Found(List<FoundCode> codes) implements ReadResult {
        public Found {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("nothing found is NothingFound");
            }
        }
    }

    /** The picture or PDF could be opened, and no code was read in it. */
    record NothingFound() implements ReadResult {}

    /**
     * It could not be opened as a picture or PDF, or breaks a limit.
     *
     * @param kind what is wrong
     * @param reason the same as one English sentence, without anything taken from the content
     */
    record Unreadable(Kind kind, String reason) implements ReadResult {}

    /** Why something is unreadable. */
    enum Kind {
        /** By its first bytes neither PNG, JPEG, GIF, WebP nor PDF. */
        NOT_A_PICTURE,
        /** Cut short or damaged. */
        DAMAGED,
        /** A PDF that asks for a password. */
        ENCRYPTED,
        /** More bytes, pixels, pages or memory than the limits allow. */
        TOO_LARGE
    }
}
