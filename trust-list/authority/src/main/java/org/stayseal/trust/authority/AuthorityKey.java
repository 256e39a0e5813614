package org.stayseal.trust.authority;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.trust.authority.keys.CertificateSigner;

/**
 * A key pair of the hierarchy.
 *
 * @param pair on P-256 or P-384
 * @param repeatable whether it signs after RFC 6979, for vectors
 * @param elsewhere the key itself where it is in a token: the pair then has its public half alone
 */
record AuthorityKey(KeyPair pair, boolean repeatable, Optional<Signer> elsewhere) {

    /** A key in this process. */
    AuthorityKey(KeyPair pair, boolean repeatable) {
        this(pair, repeatable, Optional.empty());
    }

    /** A key wherever it is. */
    static AuthorityKey of(Signer signer) {
        return new AuthorityKey(new KeyPair(signer.certificate().getPublicKey(), null), false, Optional.of(signer));
    }

    PublicKey publicKey() {
        return pair.getPublic();
    }

    /** Signs permits and documents; the certificate says whose the key is. */
    Signer signer(X509Certificate certificate) {
        return repeatable
                ? SoftwareSigner.deterministic(pair.getPrivate(), certificate)
                : SoftwareSigner.of(pair.getPrivate(), certificate);
    }

    /** Signs certificates and CRLs. */
    ContentSigner contentSigner() {
        if (elsewhere.isPresent()) {
            return CertificateSigner.of(elsewhere.get());
        }
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofKey(publicKey()).orElseThrow();
        String hash = algorithm.hash().replace("-", "");
        AlgorithmIdentifier identifier = new DefaultSignatureAlgorithmIdentifierFinder().find(hash + "WITHECDSA");
        return new EcdsaContentSigner(pair.getPrivate(), identifier, hash + (repeatable ? "withECDDSA" : "withECDSA"));
    }

    private record EcdsaContentSigner(
            PrivateKey key, AlgorithmIdentifier identifier, String name, ByteArrayOutputStream content)
            implements ContentSigner {

        EcdsaContentSigner(PrivateKey key, AlgorithmIdentifier identifier, String name) {
            this(key, identifier, name, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return identifier;
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            try {
                Signature signature = Signature.getInstance(name, Crypto.provider());
                signature.initSign(key);
                signature.update(content.toByteArray());
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key cannot sign", e);
            }
        }
    }
}
