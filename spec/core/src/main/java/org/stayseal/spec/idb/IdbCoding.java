package org.stayseal.spec.idb;

/** How a message's value is written (IDB-17). */
public enum IdbCoding {
    /** As a feature of a seal: C40, a machine readable zone, bytes. */
    FEATURE,
    /** A sequence of features, as in a seal's message zone (IDB-20). */
    FEATURES,
    /** IDB-18. */
    MASKED_DATE,
    /** IDB-19. */
    IMAGE,
    /** One byte: the national document type. */
    DOCUMENT_TYPE
}
