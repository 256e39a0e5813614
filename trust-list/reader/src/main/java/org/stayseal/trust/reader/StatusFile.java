package org.stayseal.trust.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.status.SignedStatusList;
import org.stayseal.spec.status.StatusListClaims;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.trust.TrustKey;

/**
 * The CWT of a status list in a snapshot, verified with the keys that the trust list names for its URI (TRUST-44; {@code 50-status.md}, part 1).
 *
 * @param signer thumbprint of the key that verified it
 */
record StatusFile(StatusListClaims claims, String signer) implements KeptStatusList {

    static StatusFile read(byte[] cwt, String uri, List<TrustKey> keys) throws FormatException {
        SignedStatusList token = StatusListCwt.read(cwt, uri);
        for (TrustKey key : keys) {
            if (token.verifies(key.publicKey())) {
                return new StatusFile(token.claims(), key.kid());
            }
        }
        throw FormatException.wrongFormat("TRUST-44", "no key that the trust list names for this URI signed it");
    }

    @Override
    public String uri() {
        return claims.uri();
    }

    @Override
    public Instant issued() {
        return claims.issued();
    }

    @Override
    public Instant expires() {
        return claims.expires();
    }

    @Override
    public Optional<Duration> fetchAfter() {
        return claims.ttl().isPresent()
                ? Optional.of(Duration.ofSeconds(claims.ttl().getAsLong()))
                : Optional.empty();
    }

    @Override
    public long size() {
        return claims.list().size();
    }

    @Override
    public OptionalInt at(long index) {
        return claims.list().get(index);
    }
}
