package org.stayseal.barcode;

/** The kinds of two-dimensional code that are found in pictures, with the light border each needs around it when printed. */
public enum Symbology {
    /** ISO/IEC 18004. */
    QR_CODE(4, "QR code"),
    /** ISO/IEC 16022, ECC 200. */
    DATA_MATRIX(1, "DataMatrix"),
    /** ISO/IEC 24778. */
    AZTEC(0, "Aztec code");

    private final int quietZone;
    private final String title;

    Symbology(int quietZone, String title) {
        this.quietZone = quietZone;
        this.title = title;
    }

    /** Modules of light border that the standard demands on each side. */
    public int quietZone() {
        return quietZone;
    }

    /** The name that people know it by. */
    public String title() {
        return title;
    }
}
