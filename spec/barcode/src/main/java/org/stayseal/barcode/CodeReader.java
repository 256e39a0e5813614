package org.stayseal.barcode;

/** Finds the codes in a picture (PNG, JPEG, GIF, WebP) or PDF. Safe for use by several threads. */
public final class CodeReader {

    /**
     * Finds all codes.
     *
     * @param file the bytes of a picture or PDF; what it is, is told by its first bytes
     */
    public ReadResult read(byte[] file) {
        return new ReadResult.NothingFound();
    }
}
