package org.stayseal.issuer.continuation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.officer.Officer;

/** The continuations of this authority's permits. */
public interface Continuations {

    /** Of that permit, newest first. */
    List<GivenContinuation> of(String permit);

    Optional<GivenContinuation> find(UUID id);

    /** Those that wait for a decision, oldest first, at most 100. */
    List<GivenContinuation> requested();

    /**
     * One carrier of a released one.
     *
     * @param name {@code continuation.pdf}; a {@code .png} and a {@code .txt} for each of {@code full}, {@code work}, {@code bank}, {@code stay}, {@code seal}
     */
    Optional<Carrier> carrier(UUID id, String name);

    /**
     * Writes one down. It begins when the first of the permit's codes ends.
     *
     * @param until its last day; after that end, or the one to which a notice moves it, not over, and at most 731 days after it (CONT-17)
     * @param legalGround a reference of 1 to 100 bytes, such as {@code Residence Act 81(4)}
     * @throws org.stayseal.issuer.Refusal when the permit is not in force, has one in work, no signer of continuations is active, or a rule is broken
     */
    GivenContinuation request(String permit, LocalDate until, String legalGround, Officer officer);

    /** Approves it, as another officer. Its codes are recorded at once, and signed, printed and read back some seconds later. */
    GivenContinuation approve(UUID id, Officer officer);

    /**
     * Says no, as another officer.
     *
     * @param reason 1 to 500 characters, not published
     */
    GivenContinuation reject(UUID id, String reason, Officer officer);

    /**
     * Ends it for good, because the renewal was refused or granted. One that is approved and not released yet never will be.
     *
     * @param reason 1 to 500 characters, not published
     */
    GivenContinuation end(UUID id, Renewal decision, String reason, Officer officer);
}
