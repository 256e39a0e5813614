package org.stayseal.barcode;

/** The photo that a credential carries: colour WebP of at most 700 bytes. Immutable. */
public final class Portrait {
    /** Bytes that a portrait may take in a credential (spec/docs/30-residence-credential.md). */
    public static final int MAXIMUM_BYTES = 700;

    private final byte[] webp;

    private Portrait(byte[] webp) {
        this.webp = webp;
    }

    /** Compresses a photo (JPEG, PNG or WebP). */
    public static Portrait compress(byte[] photo) throws PortraitRefusedException {
        throw new PortraitRefusedException(PortraitRefusedException.Reason.NOT_A_PICTURE, "not written yet");
    }

    /** The WebP file, at most {@value #MAXIMUM_BYTES} bytes, without metadata. */
    public byte[] webp() {
        return webp.clone();
    }

    /** A portrait out of a credential (WebP, JPEG or PNG) as PNG, for display. */
    public static byte[] toPng(byte[] image) throws PortraitRefusedException {
        throw new PortraitRefusedException(PortraitRefusedException.Reason.NOT_A_PICTURE, "not written yet");
    }
}
