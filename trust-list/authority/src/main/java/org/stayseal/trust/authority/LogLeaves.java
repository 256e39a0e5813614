package org.stayseal.trust.authority;

import java.util.stream.Stream;
import org.stayseal.spec.log.LogLeaf;

/** The leaves of the issued log, read only when a kept log has to be made. */
@FunctionalInterface
public interface LogLeaves {

    /** All leaves in their order, from the first; closed by whoever asked. */
    Stream<LogLeaf> leaves();
}
