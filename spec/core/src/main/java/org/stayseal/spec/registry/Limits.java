package org.stayseal.spec.registry;

import tools.jackson.databind.JsonNode;

/** The bounds of {@code limits.json}: what is longer, deeper or bigger is refused before it is decoded. */
public final class Limits {

    private static final JsonNode FILE = RegistryFile.read("limits.json");

    /** Bytes that a permit's code has at least (VER-12). */
    public static final int MIN_PERMIT_BYTES = value("minPermitBytes");
    /** Bytes of a code as read from a picture or given as text (VER-11). */
    public static final int MAX_CODE_BYTES = value("maxCodeBytes");
    /** Bytes of a picture or PDF as a file. */
    public static final int MAX_PICTURE_BYTES = value("maxPictureBytes");
    /** Bytes of a snapshot, packed. */
    public static final int MAX_SNAPSHOT_BYTES = value("maxSnapshotBytes");
    /** How far the clock may be behind signed lists before it is called unreliable, in seconds (VER-29). */
    public static final int CLOCK_TOLERANCE_SECONDS = value("clockToleranceSeconds");

    /** How old a holder's proof may be, in seconds, at the moment asked about (VER-106). */
    public static final int LIVE_MAX_AGE_SECONDS = value("liveMaxAgeSeconds");
    /** How far the clocks of device and verifier may be apart, in seconds (VER-106). */
    public static final int LIVE_SKEW_SECONDS = value("liveSkewSeconds");

    private Limits() {}

    /** The bound of this name. */
    public static int value(String name) {
        return FILE.required(name).intValue();
    }
}
