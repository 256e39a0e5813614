package org.stayseal.spec.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and self-signed certificates of Utopia for tests. None follows Doc 9303-12: that is the business of the trust list's tests. */
public final class TestKeys {

    private TestKeys() {}

    /** @param curve of ECDSA; {@code Ed25519}; or {@code RSA}, which makes 2048 bits */
    public static KeyPair generate(String curve) {
        try {
            if (curve.equals("Ed25519") || curve.equals("RSA")) {
                return KeyPairGenerator.getInstance(curve, Crypto.provider()).generateKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The key pair with the private number {@code d}, for examples that name it. */
    public static KeyPair of(String curve, BigInteger d) {
        try {
            var spec = ECNamedCurveTable.getParameterSpec(curve);
            KeyFactory factory = KeyFactory.getInstance("EC", Crypto.provider());
            PrivateKey key = factory.generatePrivate(new ECPrivateKeySpec(d, spec));
            return new KeyPair(
                    factory.generatePublic(new ECPublicKeySpec(spec.getG().multiply(d), spec)), key);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A certificate with subject C=UT, CN=TS and the given serial number. */
    public static X509Certificate certificate(KeyPair keys, long serial) {
        return certificate(keys, serial, "C=UT,CN=TS");
    }

    /** The same for another subject. */
    public static X509Certificate certificate(KeyPair keys, long serial, String name) {
        try {
            X500Name subject = new X500Name(name);
            Date from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
            Date until = Date.from(Instant.parse("2038-01-01T00:00:00Z"));
            var builder = new JcaX509v3CertificateBuilder(
                    subject, BigInteger.valueOf(serial), from, until, subject, keys.getPublic());
            PrivateKey own = keys.getPrivate();
            // Who issued it does not matter here, and no CSCA signs with anything but ECDSA.
            PrivateKey issuer = own instanceof ECPrivateKey
                    ? own
                    : of("secp256r1", BigInteger.TEN).getPrivate();
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(Crypto.provider())
                    .build(issuer);
            return Crypto.certificate(builder.build(signer).getEncoded());
        } catch (OperatorCreationException | java.io.IOException | org.stayseal.spec.FormatException e) {
            throw new AssertionError(e);
        }
    }

    public static SoftwareSigner signer(String curve, long serial) {
        KeyPair keys = generate(curve);
        X509Certificate certificate = certificate(keys, serial);
        // What is only read is signed for tests by the signer for vectors.
        return curve.equals("RSA")
                ? SoftwareSigner.deterministic(keys.getPrivate(), certificate)
                : SoftwareSigner.of(keys.getPrivate(), certificate);
    }
}
