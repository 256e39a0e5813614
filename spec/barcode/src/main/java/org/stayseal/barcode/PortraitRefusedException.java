package org.stayseal.barcode;

/** A photo cannot become a portrait; {@link #reason()} says why and the message says it in one English sentence. */
public final class PortraitRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a photo was refused. */
    public enum Reason {
        /** By its first bytes neither PNG, JPEG nor WebP. */
        NOT_A_PICTURE,
        /** Cut short or damaged. */
        DAMAGED,
        /** Fewer pixels than a recognisable face needs. */
        TOO_SMALL,
        /** More bytes or pixels than the limits allow. */
        TOO_LARGE,
        /** Much wider or taller than a portrait. */
        WRONG_SHAPE
    }

    PortraitRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
