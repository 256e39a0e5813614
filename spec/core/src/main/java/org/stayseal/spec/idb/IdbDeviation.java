package org.stayseal.spec.idb;

/** How a real code may deviate from the rules and still be read by a tolerant reader (IDB-30). An encoder never makes any of these. */
public enum IdbDeviation {
    /** The Base32 text has its padding. */
    PADDED,
    /** The country is one letter, coded as {@code FE45} for {@code D}. */
    SHORT_COUNTRY,
    /** The emergency travel document is the zone alone, without the feature around it. */
    BARE_MRZ,
    /** A face of fewer than 900 or more than 1000 bytes. */
    FACE_SIZE,
    /** A message that the document must have is not there. */
    MISSING_MESSAGE,
    /** No end date where there must be one. */
    NO_END
}
