package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;
import org.stayseal.vectors.Vector.Trust;

/** The cases of one folder of vectors, and what most of them are made from. */
abstract class Cases {

    /** Asked now, without a purpose. */
    static final Asking NOW = Asking.now();

    final UtopianVectors utopia;
    /** The lists of the day, under the root that the verifier was given. */
    final Trust lists;

    private final List<Vector> all = new ArrayList<>();

    Cases(UtopianVectors utopia) {
        this.utopia = utopia;
        this.lists = trust("utopia.zip");
    }

    /** Adds every case of the folder. */
    abstract void add();

    final List<Vector> all() {
        add();
        return List.copyOf(all);
    }

    final void add(
            String name, String why, byte[] code, Asking asked, Trust trust, Outcome outcome, @Nullable Reason reason) {
        all.add(new Vector(name, why, code, asked, trust, outcome, Optional.ofNullable(reason)));
    }

    final Trust trust(String snapshot) {
        return new Trust(utopia.authority.rootFingerprint().hex(), Optional.of(snapshot));
    }

    final byte[] credential(PermitChange permit, Purpose purpose) {
        return bytes(utopia.credential(permit, purpose, 1));
    }

    final byte[] payload(Purpose purpose) {
        return UnsignedCredential.of(
                        utopia.claims(UtopianVectors.permit(), purpose, 1),
                        utopia.authority.credentialSigner().certificate())
                .payload();
    }

    final byte[] changed(Purpose purpose, Consumer<CBORObject> change) {
        return bytes(changedText(purpose, change));
    }

    final String changedText(Purpose purpose, Consumer<CBORObject> change) {
        return Forge.claims(payload(purpose), utopia.authority.credentialSigner(), change);
    }

    static CBORObject person(CBORObject claims) {
        return claims.get(CBORObject.FromObject(169));
    }

    static CBORObject permit(CBORObject claims) {
        return claims.get(CBORObject.FromObject(-65537));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] with(byte[] code, int at, int value) {
        byte[] changed = code.clone();
        changed[at] = (byte) value;
        return changed;
    }

    static byte[] zeroed(byte[] code, int last) {
        byte[] changed = code.clone();
        Arrays.fill(changed, changed.length - last, changed.length, (byte) 0);
        return changed;
    }
}
