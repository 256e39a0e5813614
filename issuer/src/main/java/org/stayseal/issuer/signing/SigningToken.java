package org.stayseal.issuer.signing;

import java.security.cert.X509Certificate;
import java.util.UUID;
import org.stayseal.issuer.lint.Item;

/**
 * The right to one signature over bytes that passed every lint. Only {@link SigningDesk#prepare} makes one, and only after linting; it is
 * redeemed once, by {@link SigningDesk#issue}, here and in the database.
 */
public final class SigningToken {

    private final UUID id;
    private final String permit;
    private final Item item;
    private final byte[] toSign;
    private final X509Certificate signer;

    SigningToken(UUID id, String permit, Item item, byte[] toSign, X509Certificate signer) {
        this.id = id;
        this.permit = permit;
        this.item = item;
        this.toSign = toSign.clone();
        this.signer = signer;
    }

    /** What will be signed. */
    public Item item() {
        return item;
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

    /** The certificate that it was linted for. */
    X509Certificate signer() {
        return signer;
    }
}
