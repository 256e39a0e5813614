package org.stayseal.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jcajce.interfaces.EdDSAPrivateKey;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.stayseal.spec.signing.Crypto;

/** The published test keys of Utopia and Atlantis: PKCS#8 in PEM, {@code utopia-….pem}; on an elliptic curve, Ed25519 or RSA. */
final class PublishedKeys {

    private PublishedKeys() {}

    /** One of Utopia. */
    static AuthorityKey read(Path folder, String name) {
        return read(folder, "utopia", name);
    }

    /**
     * @param folder {@code spec/vectors/keys}
     * @param country whose key it is: {@code utopia} or {@code atlantis}
     * @param name the file's, without the country, the hyphen after it and {@code .pem}
     */
    static AuthorityKey read(Path folder, String country, String name) {
        Path file = folder.resolve(country + "-" + name + ".pem");
        try {
            return new AuthorityKey(pair(Files.readString(file, StandardCharsets.US_ASCII)), true);
        } catch (IOException e) {
            throw new UncheckedIOException("a test key is missing: " + file.getFileName(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a test key cannot be read: " + file.getFileName(), e);
        }
    }

    private static KeyPair pair(String pem) throws GeneralSecurityException {
        byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        ASN1ObjectIdentifier kind =
                PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm().getAlgorithm();
        String name = kind.equals(X9ObjectIdentifiers.id_ecPublicKey)
                ? "EC"
                : kind.equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : "Ed25519";
        KeyFactory factory = KeyFactory.getInstance(name, Crypto.provider());
        PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new KeyPair(publicKey(factory, key), key);
    }

    private static PublicKey publicKey(KeyFactory factory, PrivateKey key) throws GeneralSecurityException {
        if (key instanceof ECPrivateKey ec) {
            ASN1ObjectIdentifier curve = ASN1ObjectIdentifier.getInstance(PrivateKeyInfo.getInstance(key.getEncoded())
                    .getPrivateKeyAlgorithm()
                    .getParameters());
            ECNamedCurveParameterSpec domain = ECNamedCurveTable.getParameterSpec(curve.getId());
            return factory.generatePublic(new ECPublicKeySpec(domain.getG().multiply(ec.getD()), domain));
        }
        if (key instanceof RSAPrivateCrtKey rsa) {
            return factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        return ((EdDSAPrivateKey) key).getPublicKey();
    }
}
