package org.stayseal.trust.authority;

import java.time.Duration;
import java.time.Instant;
import org.stayseal.spec.signing.Signer;

/** One shard as a status list in both of its forms ({@code 50-status.md}, part 1). */
final class StatusListMaker {

    private StatusListMaker() {}

    static Publication.StatusLists make(
            PublicationInput.StatusShard shard, String uri, Signer signer, Instant now, Duration validity) {
        throw new UnsupportedOperationException("status lists are not made yet");
    }
}
