package org.stayseal.spec.vds;

/** How a real seal may deviate from the rules and still be read by the tolerant decoder (VDS-24). An encoder never makes any of these. */
public enum Deviation {
    /** The country is one letter, coded as {@code FE45} for {@code D}. */
    SHORT_COUNTRY,
    /** Version 4 with the nine-character certificate reference of version 3. */
    FIXED_REFERENCE,
    /** The length of the certificate reference is written in decimal (signer DEZV, TR-03171). */
    DECIMAL_LENGTH,
    /** Version byte 00 or 01 of a vendor, with the 18-byte header of version 3. */
    VENDOR_VERSION,
    /** Version 4 with a length above 127 in one byte. */
    RAW_LENGTH,
    /** Ends after the message zone: a fragment that can never be authentic. */
    NO_SIGNATURE
}
