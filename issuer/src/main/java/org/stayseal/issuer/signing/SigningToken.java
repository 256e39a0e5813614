package org.stayseal.issuer.signing;

import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.UUID;
import org.stayseal.issuer.lint.Item;

/**
 * The right to one signature over bytes that passed every lint. Only {@link SigningDesk#prepare} makes one, and only after linting; it is
 * redeemed once, by {@link SigningDesk#issue}, here and in the database.
 */
public final class SigningToken {

    /** Which of the authority's keys signs it, and what the issued log holds of it. */
    enum Kind {
        SEAL,
        CREDENTIAL,
        CONTINUATION
    }

    private final UUID id;
    private final String permit;
    private final Kind kind;
    private final String name;
    private final byte[] toSign;
    private final X509Certificate signer;
    private final Set<String> purposes;

    SigningToken(UUID id, String permit, Item item, byte[] toSign, X509Certificate signer) {
        this(id, permit, item, item.key(), toSign, signer);
    }

    SigningToken(UUID id, String permit, Item item, String name, byte[] toSign, X509Certificate signer) {
        this(id, permit, item == Item.SEAL ? Kind.SEAL : Kind.CREDENTIAL, name, toSign, signer, Set.of());
    }

    SigningToken(
            UUID id,
            String permit,
            Kind kind,
            String name,
            byte[] toSign,
            X509Certificate signer,
            Set<String> purposes) {
        this.id = id;
        this.permit = permit;
        this.kind = kind;
        this.name = name;
        this.toSign = toSign.clone();
        this.signer = signer;
        this.purposes = Set.copyOf(purposes);
    }

    Kind kind() {
        return kind;
    }

    /** What will be signed, as the record calls it: once of each name and permit. */
    String name() {
        return name;
    }

    UUID id() {
        return id;
    }

    String permit() {
        return permit;
    }

    byte[] toSign() {
        return toSign.clone();
    }

    /** Of the permit that a continuation is for: its signer may sign for each. */
    Set<String> purposes() {
        return purposes;
    }

    /** The certificate that it was linted for. */
    X509Certificate signer() {
        return signer;
    }
}
