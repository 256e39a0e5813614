package org.stayseal.trust.authority.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SignatureAlgorithm;

/**
 * Keys in PKCS#11 tokens, through the JDK's SunPKCS11. A key is found by the certificate that stands beside it under the same label: that is how the
 * provider sees keys at all, so {@link #make} puts one there.
 */
final class TokenKeys {

    private static final String MAKE = "make one with: trust key new --key 'pkcs11:…'";

    private TokenKeys() {}

    static HeldKey open(KeyPlace.InToken place, Secrets secrets) throws KeyFault {
        Provider provider = TokenLibrary.provider(place.uri());
        KeyStore store = login(place, provider, secrets);
        try {
            Key key = store.getKey(place.uri().object(), null);
            Certificate certificate = store.getCertificate(place.uri().object());
            if (!(key instanceof PrivateKey secret) || certificate == null) {
                throw new KeyFault(
                        "the token " + place.uri().token() + " shows no key "
                                + place.uri().object() + " with a certificate of the same label",
                        "a key is seen by the certificate beside it; the token shows "
                                + Collections.list(store.aliases()) + "; " + MAKE);
            }
            return held(place, secret, Crypto.certificate(certificate.getEncoded()), provider);
        } catch (GeneralSecurityException | FormatException e) {
            throw unusable(place);
        }
    }

    static HeldKey make(KeyPlace.InToken place, KeyKind kind, Secrets secrets, Instant now) throws KeyFault {
        if (kind == KeyKind.ML_DSA_65) {
            throw new KeyFault(
                    "a token does not hold keys of ML-DSA-65 yet", "keep second keys in files: root-1-second.pem");
        }
        Provider provider = TokenLibrary.provider(place.uri());
        KeyStore store = login(place, provider, secrets);
        try {
            if (store.containsAlias(place.uri().object())) {
                throw new KeyFault(
                        "the token " + place.uri().token() + " has a key "
                                + place.uri().object() + " already",
                        "nothing is overwritten; name another object");
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec(kind.curve()));
            KeyPair pair = generator.generateKeyPair();
            // Through the one provider, so that no key of another one meets its signatures.
            PublicKey publicKey = KeyFactory.getInstance("EC", Crypto.provider())
                    .generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded()));
            X509Certificate certificate = KeyCertificate.of(
                    place.uri().object(),
                    publicKey,
                    CertificateSigner.of(
                            publicKey, message -> EcdsaSigning.raw(pair.getPrivate(), publicKey, provider, message)),
                    now);
            store.setKeyEntry(place.uri().object(), pair.getPrivate(), null, new Certificate[] {certificate});
        } catch (GeneralSecurityException | ProviderException | IllegalStateException e) {
            throw new KeyFault(
                    "the token " + place.uri().token() + " makes no key of " + kind.text(),
                    "see what its maker says of curves and of free space; the token may hold a part: look before you try again");
        }
        return open(place, secrets);
    }

    private static HeldKey held(KeyPlace.InToken place, PrivateKey key, X509Certificate certificate, Provider provider)
            throws KeyFault {
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofKey(certificate.getPublicKey())
                .filter(SignatureAlgorithm::signsCertificates)
                .orElseThrow(() -> unusable(place));
        try {
            return HeldKey.of(place, TokenSigner.of(key, certificate, algorithm, provider));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unusable(place);
        }
    }

    private static KeyStore login(KeyPlace.InToken place, Provider provider, Secrets secrets) throws KeyFault {
        char[] pin = secrets.secret(place);
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return store;
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            throw new KeyFault(
                    "the token " + place.uri().token() + " does not take this PIN",
                    "check it before you try again: tokens lock themselves after a few wrong ones");
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static KeyFault unusable(KeyPlace.InToken place) {
        return new KeyFault(
                "the key " + place.uri().object() + " in the token "
                        + place.uri().token() + " cannot be used",
                "it is to be on P-256 or P-384, to be allowed to sign, and the one of the certificate of its label");
    }
}
