package org.stayseal.trust.reader;

import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.TrustKey;

/** The CWT of a status list in a snapshot, verified with the keys that the trust list names for its URI (TRUST-44, STATUS part 1). */
final class StatusFile {

    private StatusFile() {}

    static KeptStatusList read(byte[] cwt, String uri, List<TrustKey> keys) throws FormatException {
        throw FormatException.unsupported("STATUS-1", "status lists are not read yet");
    }
}
