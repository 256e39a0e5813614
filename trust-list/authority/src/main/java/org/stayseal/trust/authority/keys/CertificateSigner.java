package org.stayseal.trust.authority.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;

/** Any ECDSA key as X.509 wants it for certificates and CRLs: the signature in DER, with the algorithm's identifier (TRUST-58). */
public final class CertificateSigner implements ContentSigner {

    private final ECPublicKey key;
    private final AlgorithmIdentifier identifier;
    private final UnaryOperator<byte[]> raw;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private CertificateSigner(ECPublicKey key, SignatureAlgorithm algorithm, UnaryOperator<byte[]> raw) {
        this.key = key;
        this.identifier = new DefaultSignatureAlgorithmIdentifierFinder()
                .find(algorithm.hash().replace("-", "") + "WITHECDSA");
        this.raw = raw;
    }

    /**
     * @param signer of an ECDSA key, wherever that is
     * @throws IllegalArgumentException for a key of another kind
     */
    public static CertificateSigner of(Signer signer) {
        return of(signer.certificate().getPublicKey(), signer::sign);
    }

    /** @param raw gives r and s, as {@link Signer#sign} does */
    static CertificateSigner of(PublicKey key, UnaryOperator<byte[]> raw) {
        if (!(key instanceof ECPublicKey ec)) {
            throw new IllegalArgumentException("certificates are signed with ECDSA");
        }
        return new CertificateSigner(
                ec,
                SignatureAlgorithm.ofKey(ec)
                        .filter(SignatureAlgorithm::signsCertificates)
                        .orElseThrow(() -> new IllegalArgumentException("a curve that signs no certificates")),
                raw);
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
        byte[] rs = raw.apply(content.toByteArray());
        int half = rs.length / 2;
        try {
            return StandardDSAEncoding.INSTANCE.encode(
                    key.getParams().getOrder(),
                    new BigInteger(1, Arrays.copyOf(rs, half)),
                    new BigInteger(1, Arrays.copyOfRange(rs, half, rs.length)));
        } catch (IOException e) {
            throw new IllegalStateException("r and s can be written in DER", e);
        }
    }
}
