package org.stayseal.spec.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.signing.SoftwareSigner;

/** Fresh signers for tests of signed documents. */
final class TestKeys {

    private TestKeys() {}

    static Signer p256() {
        return signer("secp256r1", "SHA256withECDSA");
    }

    static Signer p384() {
        return signer("secp384r1", "SHA384withECDSA");
    }

    static TrustKey key(Signer signer) {
        return TrustKey.of(signer.certificate().getPublicKey());
    }

    private static Signer signer(String curve, String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
            generator.initialize(new ECGenParameterSpec(curve));
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=test");
            X509Certificate certificate = Crypto.certificate(new JcaX509v3CertificateBuilder(
                            name, BigInteger.ONE, new Date(0), new Date(1L << 41), name, pair.getPublic())
                    .build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(Crypto.provider())
                            .build(pair.getPrivate()))
                    .getEncoded());
            return SoftwareSigner.of(pair.getPrivate(), certificate);
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException | FormatException e) {
            throw new AssertionError(e);
        }
    }
}
