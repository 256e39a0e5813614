package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** What the vectors of continuations are made from: permits that ended on 20 November 2026, and papers beside them. */
abstract class ContinuationCases extends Cases {

    final Signer signer;
    final Signer shortLived;

    ContinuationCases(UtopianVectors utopia) {
        super(utopia);
        ContinuationLists lists = new ContinuationLists(utopia);
        this.signer = lists.signer();
        this.shortLived = lists.shortLived();
    }

    /** The one that most vectors show: of the credential {@code full} that ended on 20 November. */
    Paper ordinary() {
        return Paper.of(over(Purpose.FULL), utopia);
    }

    void revived(String name, long index, Reason reason) {
        Credential permit = credential(ExtensionVectors.ending(20), Purpose.FULL, index);
        invalid(name, "it never revives (VER-93)", code(permit), NOW.beside(text(Paper.of(permit, utopia))), reason);
    }

    /** A permit that ended on 20 November. */
    Credential over(Purpose purpose) {
        return credential(ExtensionVectors.ending(20), purpose, 1);
    }

    Credential credential(PermitChange permit, Purpose purpose, long index) {
        try {
            return CredentialDecoder.decode(utopia.credential(permit, purpose, index));
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    Seal seal(int end) {
        return utopia.seal(ExtensionVectors.ending(end));
    }

    String vdsNc(int end) {
        return new NcForge(utopia.authority.signer("vds-nc-signer"))
                .permit(ExtensionVectors.ending(end).made());
    }

    Paper of(Seal seal) {
        return Paper.of(seal.identity(), utopia);
    }

    String text(Paper paper) {
        return paper.text(signer);
    }

    /** The message with another last byte: of the signature. */
    static byte[] broken(String text) {
        try {
            byte[] message =
                    org.stayseal.spec.continuation.Continuation.decode(text).bytes();
            message[message.length - 1] ^= 1;
            return message;
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] code(Credential credential) {
        return bytes(credential.text());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void continued(String name, String why, byte[] code, Asking asked) {
        judged(name, why, code, asked, Outcome.VALID, Reason.EXTENDED_BY_CONTINUATION);
    }

    void notValid(String name, String why, byte[] code, Asking asked) {
        invalid(name, why, code, asked, Reason.EXPIRED);
    }

    void invalid(String name, String why, byte[] code, Asking asked, Reason reason) {
        judged(name, why, code, asked, Outcome.INVALID, reason);
    }

    void judged(String name, String why, byte[] code, Asking asked, Outcome outcome, @Nullable Reason reason) {
        add("continuation/" + name, why, code, asked, trust(ContinuationLists.LISTED), outcome, reason);
    }
}
