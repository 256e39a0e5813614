package org.stayseal.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.stayseal.spec.signing.Crypto;

/** Where the keys of a new hierarchy come from. */
interface KeySupply {

    AuthorityKey key(KeyName name);

    /** Fresh keys of this machine's randomness. */
    static KeySupply fresh() {
        return name -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
                generator.initialize(new ECGenParameterSpec(name.curve()));
                return new AuthorityKey(generator.generateKeyPair(), false);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the provider makes keys on both curves", e);
            }
        };
    }

    /**
     * Published test keys, PKCS#8 in PEM, {@code utopia-….pem}: the same signatures each time (RFC 6979).
     *
     * @param folder {@code spec/vectors/keys}
     */
    static KeySupply published(Path folder) {
        return name -> {
            Path file = folder.resolve("utopia-" + name.fileName() + ".pem");
            try {
                return new AuthorityKey(readPem(Files.readString(file, StandardCharsets.US_ASCII)), true);
            } catch (IOException e) {
                throw new UncheckedIOException("a test key is missing: " + file.getFileName(), e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a test key cannot be read: " + file.getFileName(), e);
            }
        };
    }

    private static KeyPair readPem(String pem) throws GeneralSecurityException {
        byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        KeyFactory factory = KeyFactory.getInstance("EC", Crypto.provider());
        PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        ECPrivateKey ec = (ECPrivateKey) key;
        String curve = ec.getParameters().getN().bitLength() == 256 ? "secp256r1" : "secp384r1";
        ECNamedCurveParameterSpec domain = ECNamedCurveTable.getParameterSpec(curve);
        PublicKey publicKey =
                factory.generatePublic(new ECPublicKeySpec(domain.getG().multiply(ec.getD()), domain));
        return new KeyPair(publicKey, key);
    }
}
