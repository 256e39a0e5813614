package org.stayseal.trust.authority;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.status.StatusList;
import org.stayseal.spec.status.StatusListClaims;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.status.StatusListJwt;

/** One shard as a status list in both of its forms ({@code 50-status.md}, part 1): two bits an entry. */
final class StatusListMaker {

    private static final int BITS = 2;

    private StatusListMaker() {}

    static Publication.StatusLists make(
            PublicationInput.StatusShard shard, String uri, Signer signer, Instant now, AuthorityProfile profile) {
        StatusList.Builder builder = StatusList.builder(BITS, shard.size());
        shard.statuses().forEach((index, status) -> builder.set(index, status));
        Instant until = now.plus(profile.statusValidity()).truncatedTo(ChronoUnit.SECONDS);
        OptionalLong ttl = profile.statusTtl().isPresent()
                ? OptionalLong.of(profile.statusTtl().get().toSeconds())
                : OptionalLong.empty();
        StatusListClaims claims = new StatusListClaims(
                uri, now, until, ttl, builder.build(), profile.statusTtl().map(online -> profile.statusAggregation()));
        return new Publication.StatusLists(
                StatusListCwt.write(claims, signer),
                StatusListJwt.write(claims, signer).getBytes(StandardCharsets.US_ASCII));
    }
}
