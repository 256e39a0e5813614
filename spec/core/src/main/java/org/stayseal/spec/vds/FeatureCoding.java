package org.stayseal.spec.vds;

/** How a feature's value is written (VDS-19). */
public enum FeatureCoding {
    C40,
    MRZ,
    UTF8,
    UINT,
    DURATION,
    UUID,
    DAY,
    PERIOD,
    BYTES
}
