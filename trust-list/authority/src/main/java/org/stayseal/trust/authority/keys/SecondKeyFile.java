package org.stayseal.trust.authority.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.MlDsa65Signer;

/** A second key in a file: PKCS #8 of RFC 9881 in PEM, encrypted by PBES2 with AES-256 and PBKDF2 over HMAC-SHA-256 (RFC 8018). */
final class SecondKeyFile {

    private static final int ROUNDS = 600_000;

    private SecondKeyFile() {}

    static HeldKey open(KeyPlace.InFile place, byte[] pem, char[] password) throws KeyFault {
        try (PEMParser parser = new PEMParser(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            if (!(parser.readObject() instanceof PKCS8EncryptedPrivateKeyInfo encrypted)) {
                throw new KeyFault(
                        place + " is not an encrypted private key (PKCS #8)",
                        "a key without a password is not opened; make one with: trust key new --kind ML-DSA-65");
            }
            PrivateKeyInfo key = encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(Crypto.provider())
                    .build(password));
            return HeldKey.of(place, MlDsa65Signer.of(key.getEncoded()));
        } catch (PKCSException | IOException | OperatorCreationException | IllegalArgumentException e) {
            throw new KeyFault(
                    "the password does not open " + place + ", or it holds no key of ML-DSA-65",
                    "check the password; keys on P-256 and P-384 are kept in .p12 files");
        }
    }

    static byte[] write(MlDsa65Signer key, char[] password) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new PKCS8Generator(
                    PrivateKeyInfo.getInstance(key.pkcs8()),
                    new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                            .setPRF(PKCS8Generator.PRF_HMACSHA256)
                            .setIterationCount(ROUNDS)
                            .setRandom(new SecureRandom())
                            .setPassword(password)
                            .setProvider(Crypto.provider())
                            .build()));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the provider has AES and PBKDF2", e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The public part as RFC 9881 writes it. */
    static byte[] publicKeyInfo(MlDsa65Signer key) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, key.publicKey()))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a key that was made can be written", e);
        }
    }
}
