package org.stayseal.spec.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.vds.Profiles;

/**
 * What a record of a check may name and keep of a code (RCPT-8, RCPT-12 to RCPT-14).
 *
 * @param bytes the code's bytes as read; of a live code the credential inside, as the text of a code (VER-109)
 * @param identity 16 bytes by which its authority finds it (VER-92)
 * @param live whether it was shown as a live code
 * @param photo whether it holds a picture of the person
 */
public record CodeToKeep(byte[] bytes, byte[] identity, boolean live, boolean photo) {

    public CodeToKeep {
        bytes = bytes.clone();
        identity = identity.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public byte[] identity() {
        return identity.clone();
    }

    /** Nothing of a code that does not decode, or that carries no signature: whoever knows a person's data could make the same bytes. */
    public static Optional<CodeToKeep> of(byte[] code, Profiles profiles) {
        Presented presented;
        try {
            presented = Recognition.decode(code, profiles);
        } catch (FormatException | RuntimeException e) {
            // As in the verification itself (VER-20): a code that breaks a library is a broken code.
            return Optional.empty();
        }
        if (!presented.isSigned()) {
            return Optional.empty();
        }
        Optional<LiveCode> live = presented.live();
        byte[] bytes = live.map(proof -> proof.credential().text().getBytes(StandardCharsets.ISO_8859_1))
                .orElse(code);
        boolean photo = presented.document().containsKey("photo");
        return Optional.of(new CodeToKeep(bytes, presented.identity(), live.isPresent(), photo));
    }
}
