package org.stayseal.issuer.device;

/** Where a device is. */
public enum DeviceState {
    /** Its keys are on record; its credentials are being made. */
    BOUND,
    /** Its credentials are made, and published lists know them. */
    RELEASED,
    /** Its credentials could not be made, or the permit is not in force any more. */
    REFUSED,
    /** Taken back: its credentials are revoked, the permit is not. */
    REVOKED
}
