package org.stayseal.issuer.issuance;

import java.time.Duration;

/** A step that cannot be made yet, although nothing failed: it is tried again after a while. */
final class PutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** @param because for an operator, without anything of the permit's content */
    PutOff(String because, Duration pause) {
        super(because);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
