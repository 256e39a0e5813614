package org.stayseal.trust.authority.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.stayseal.spec.signing.RawSignatures;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** ECDSA by the provider that has the key, in the raw form. */
final class EcdsaSigning {

    private EcdsaSigning() {}

    /** @throws IllegalStateException if the key does not sign now */
    static byte[] raw(PrivateKey key, PublicKey publicKey, Provider provider, byte[] message) {
        if (!(publicKey instanceof ECPublicKey ec)) {
            throw new IllegalArgumentException("not a key on an elliptic curve");
        }
        String hash = SignatureAlgorithm.ofKey(ec).orElseThrow().hash().replace("-", "");
        try {
            Signature signature = Signature.getInstance(hash + "withECDSA", provider);
            signature.initSign(key);
            signature.update(message);
            return RawSignatures.fromDer(ec.getParams().getOrder(), signature.sign());
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }
}
