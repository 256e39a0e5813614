package org.stayseal.spec.status;

import java.security.PublicKey;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** A status list token that was read: its content and what its signature is checked over. That it was read says nothing of its signature. */
public final class SignedStatusList {
    private final StatusListClaims claims;
    private final SignatureAlgorithm algorithm;
    private final byte[] toBeSigned;
    private final byte[] signature;

    SignedStatusList(StatusListClaims claims, SignatureAlgorithm algorithm, byte[] toBeSigned, byte[] signature) {
        this.claims = claims;
        this.algorithm = algorithm;
        this.toBeSigned = toBeSigned;
        this.signature = signature;
    }

    public StatusListClaims claims() {
        return claims;
    }

    public StatusList list() {
        return claims.list();
    }

    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Whether the signature is one by this key over the bytes as received (STATUS-32). */
    public boolean verifies(PublicKey key) {
        return algorithm.verify(key, toBeSigned, signature);
    }
}
