package org.stayseal.trust.authority;

import java.nio.file.Path;
import java.time.Clock;

/** An authority's directory: its keys, its numbers and its publications. */
public final class AuthorityHome {

    private AuthorityHome() {}

    /**
     * Opens the demo authority that lives in {@code directory}, or makes a new one there with fresh keys. Only one process may have it open.
     *
     * @param directory made if missing, for its owner only
     * @param profile what it is set up with; on a later start only the address and the durations may differ
     * @throws java.io.UncheckedIOException if the disk fails, or another process has the directory open
     */
    public static Authority openOrCreateDemo(Path directory, AuthorityProfile profile, Clock clock) {
        throw new UnsupportedOperationException("not yet");
    }
}
