package org.stayseal.spec.status;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.StatusReference;

/**
 * What a status list token says (STATUS-13, STATUS-22).
 *
 * @param uri the list's name
 * @param issued whole seconds
 * @param expires whole seconds, after {@code issued}
 * @param ttl seconds after which a connected reader should fetch again, 1 to 4294967295
 * @param aggregation where the addresses of all lists are (STATUS-62); what no URI is counts as none
 */
public record StatusListClaims(
        String uri, Instant issued, Instant expires, OptionalLong ttl, StatusList list, Optional<String> aggregation) {
    static final long LAST_SECOND = 253_402_300_799L;
    static final long MAX_TTL = 0xFFFF_FFFFL;

    /** Claims that name no address of all lists. */
    public StatusListClaims(String uri, Instant issued, Instant expires, OptionalLong ttl, StatusList list) {
        this(uri, issued, expires, ttl, list, Optional.empty());
    }

    public StatusListClaims {
        aggregation = aggregation.filter(StatusReference::isUri);
        if (!StatusReference.isUri(uri)) {
            throw new IllegalArgumentException("not the URI of a status list");
        }
        if (issued.getNano() != 0 || expires.getNano() != 0 || issued.getEpochSecond() < 0) {
            throw new IllegalArgumentException("times are whole seconds since 1970");
        }
        if (!expires.isAfter(issued) || expires.getEpochSecond() > LAST_SECOND) {
            throw new IllegalArgumentException("a status list expires after it was issued");
        }
        if (ttl.isPresent() && (ttl.getAsLong() < 1 || ttl.getAsLong() > MAX_TTL)) {
            throw new IllegalArgumentException("a ttl is 1 to " + MAX_TTL);
        }
    }

    /** These claims as read, with the rules that a token can break in them. */
    static StatusListClaims read(
            String uri,
            String expectedUri,
            long issued,
            long expires,
            OptionalLong ttl,
            StatusList list,
            Optional<String> aggregation)
            throws FormatException {
        if (!uri.equals(expectedUri) || !StatusReference.isUri(uri)) {
            throw FormatException.wrongFormat("STATUS-30", "the list is of another name than it was asked by");
        }
        if (expires <= issued) {
            throw FormatException.wrongFormat("STATUS-31", "exp is not after iat");
        }
        return new StatusListClaims(
                uri, Instant.ofEpochSecond(issued), Instant.ofEpochSecond(expires), ttl, list, aggregation);
    }
}
