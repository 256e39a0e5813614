package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import org.stayseal.issuer.device.Invitation;

/**
 * A link for one phone: told this once.
 *
 * @param link for the holder alone
 * @param letterNumber goes another way than the link
 * @param expires from when on both are worth nothing
 */
@Schema(name = "Invitation")
record InvitationView(URI link, String letterNumber, Instant expires) {

    static InvitationView of(Invitation invitation) {
        return new InvitationView(invitation.link(), invitation.letterNumber(), invitation.expires());
    }
}
