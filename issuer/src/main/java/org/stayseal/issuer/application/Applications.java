package org.stayseal.issuer.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.spec.permit.PermitDraft;

/** Takes applications and has them decided, by two different officers. */
public interface Applications {

    /**
     * Reads a form and makes the pictures from its photo. That takes seconds, so it is refused inside a transaction, which would hold a
     * connection and locks as long.
     *
     * @throws FormRefused with every wrong or missing field
     * @throws org.stayseal.issuer.Refusal when the officer is no clerk, or too many photos are being read
     */
    ReadForm read(ApplicationForm form, Officer officer);

    /**
     * Writes an application down.
     *
     * @throws org.stayseal.issuer.Refusal when the officer is no clerk
     */
    Application apply(ReadForm form, Officer officer);

    /** Reads the form and writes it down; refusals as for both. */
    default Application apply(ApplicationForm form, Officer officer) {
        return apply(read(form, officer), officer);
    }

    /**
     * Approves it; issuing starts at once, in the background, and is seen in {@code Permits}.
     *
     * @throws org.stayseal.issuer.Refusal when there is none, it is decided already, the officer is no approver, or wrote it down
     */
    Application approve(UUID id, Officer officer);

    /**
     * Rejects it.
     *
     * @param reason 1 to 500 characters
     * @throws org.stayseal.issuer.Refusal as for {@link #approve}
     */
    Application reject(UUID id, Officer officer, String reason);

    /**
     * The approved application as a permit's texts, with what the issuer gives, and with the small photo.
     *
     * @param number the permit's
     * @param issued the document's first day
     * @throws org.stayseal.issuer.Refusal when there is none, or it is not approved
     */
    PermitDraft draft(UUID id, String number, LocalDate issued);

    /** The portrait as it was taken, if there was one. */
    Optional<byte[]> portrait(UUID id);

    /** The small photo for the codes, made from the portrait. */
    Optional<byte[]> photo(UUID id);

    /** The application of that identity. */
    Optional<Application> find(UUID id);

    /**
     * Newest first.
     *
     * @param state only those, or all
     * @param offset how many to leave out
     * @param limit 1 to 100
     */
    List<Application> list(Optional<ApplicationState> state, int offset, int limit);
}
