package org.stayseal.spec.claim169;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** An identity credential that decoded. That it decoded says nothing about its signature, if it has one. */
public final class IdentityCredential {

    private final CoseSign1 message;
    private final Optional<SignatureAlgorithm> algorithm;
    private final Optional<byte[]> keyId;
    private final Token token;
    private final Identity identity;

    /**
     * The claims of the token about itself (C169-7).
     *
     * @param issuer claim 1
     * @param subject claim 2
     * @param expires claim 4
     * @param notBefore claim 5
     * @param issuedAt claim 6
     */
    public record Token(
            Optional<String> issuer,
            Optional<String> subject,
            Optional<Instant> expires,
            Optional<Instant> notBefore,
            Optional<Instant> issuedAt) {}

    IdentityCredential(
            CoseSign1 message,
            Optional<SignatureAlgorithm> algorithm,
            Optional<byte[]> keyId,
            Token token,
            Identity identity) {
        this.message = message;
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.token = token;
        this.identity = identity;
    }

    public Token token() {
        return token;
    }

    public Identity identity() {
        return identity;
    }

    /** The algorithm that its protected header names; empty if it names none that we know (C169-5). */
    public Optional<SignatureAlgorithm> algorithm() {
        return algorithm;
    }

    /** What it calls its key; proves nothing. */
    public Optional<byte[]> keyId() {
        return keyId.map(byte[]::clone);
    }

    /** Whether there is a signature at all (C169-6). */
    public boolean isSigned() {
        return message.signature().length > 0;
    }

    /** Whether the signature is one by this key over the received bytes. */
    public boolean verifies(PublicKey key) {
        return algorithm
                .map(known -> known.verify(key, message.toBeSigned(), message.signature()))
                .orElse(false);
    }

    /** Nothing about the person. */
    @Override
    public String toString() {
        return "identity credential, " + identity;
    }
}
