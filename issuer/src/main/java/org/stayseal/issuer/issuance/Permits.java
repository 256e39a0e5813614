package org.stayseal.issuer.issuance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.spec.permit.Purpose;

/** The permits of this authority: found, shown to the holder, suspended, reinstated, revoked. */
public interface Permits {

    /** The permit of that number, whatever its stage. */
    Optional<IssuedPermit> find(String number);

    /**
     * Newest first.
     *
     * @param text part of the number or of the name; empty finds all
     * @param status only those, or all
     * @param offset how many to leave out
     * @param limit 1 to 100
     */
    List<IssuedPermit> search(String text, Optional<PermitStatus> status, int offset, int limit);

    /**
     * One carrier of a released permit.
     *
     * @param name as in {@link Carrier#name}
     */
    Optional<Carrier> carrier(String number, String name);

    /** The text of each purpose's code, {@code RP1:…}, once signed; the holder's page shows them large. */
    Map<Purpose, String> codes(String number);

    /** The portrait as it was taken, if there was one. */
    Optional<byte[]> portrait(String number);

    /** Address of the holder's page: public base address, {@code /holder/} and a random token. */
    Optional<URI> holderLink(String number);

    /** The released permit behind a holder's token. */
    Optional<IssuedPermit> forHolder(String token);

    /**
     * Suspends all four credentials and the seal.
     *
     * @param reason 1 to 500 characters, kept in the record and not published
     * @throws org.stayseal.issuer.Refusal when there is none, it is not in force, or the officer is no approver
     */
    IssuedPermit suspend(String number, String reason, Officer officer);

    /** Puts a suspended permit back in force; arguments and refusals as for {@link #suspend}. */
    IssuedPermit reinstate(String number, String reason, Officer officer);

    /** Revokes for good, at every stage, also before release and after a refusal; a suspended permit may be revoked, a revoked one never changes again. */
    IssuedPermit revoke(String number, String reason, Officer officer);
}
