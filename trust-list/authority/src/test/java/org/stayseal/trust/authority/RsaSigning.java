package org.stayseal.trust.authority;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.operator.ContentSigner;

/** Ways in which an RSA key signs certificates and CRLs, good ones and such as TRUST-58 refuses. The salt is fixed, so that the same is made each time. */
public enum RsaSigning {
    PKCS1_SHA256(PKCSObjectIdentifiers.sha256WithRSAEncryption, new SHA256Digest()),
    PKCS1_SHA384(PKCSObjectIdentifiers.sha384WithRSAEncryption, new SHA384Digest()),
    PKCS1_SHA512(PKCSObjectIdentifiers.sha512WithRSAEncryption, new SHA512Digest()),
    PKCS1_SHA1(PKCSObjectIdentifiers.sha1WithRSAEncryption, new SHA1Digest()),
    PSS_SHA256(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha256, 32),
    PSS_SHA384(NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha384, 48),
    PSS_SHA512(NISTObjectIdentifiers.id_sha512, NISTObjectIdentifiers.id_sha512, 20),
    PSS_NO_SALT(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha256, 0),
    PSS_OTHER_MASK(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha512, 32),
    PSS_LONG_SALT(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha256, 33);

    private final AlgorithmIdentifier identifier;
    private final Digest digest;
    private final Digest mask;
    private final int salt;

    RsaSigning(ASN1ObjectIdentifier algorithm, Digest digest) {
        this.identifier = new AlgorithmIdentifier(algorithm, DERNull.INSTANCE);
        this.digest = digest;
        this.mask = digest;
        this.salt = -1;
    }

    RsaSigning(ASN1ObjectIdentifier hash, ASN1ObjectIdentifier mask, int salt) {
        this.identifier = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        new AlgorithmIdentifier(hash, DERNull.INSTANCE),
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, new AlgorithmIdentifier(mask)),
                        new ASN1Integer(salt),
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
        this.digest = digest(hash);
        this.mask = digest(mask);
        this.salt = salt;
    }

    private static Digest digest(ASN1ObjectIdentifier hash) {
        if (hash.equals(NISTObjectIdentifiers.id_sha256)) {
            return new SHA256Digest();
        }
        return hash.equals(NISTObjectIdentifiers.id_sha384) ? new SHA384Digest() : new SHA512Digest();
    }

    ContentSigner with(AuthorityKey key) {
        RSAPrivateKey secret = (RSAPrivateKey) key.pair().getPrivate();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return new ContentSigner() {
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
                return sign(secret, content.toByteArray());
            }
        };
    }

    private byte[] sign(RSAPrivateKey key, byte[] message) {
        byte[] fixed = new byte[Math.max(0, salt)];
        Arrays.fill(fixed, (byte) 0x5A);
        Signer signer =
                salt < 0 ? new RSADigestSigner(digest) : new PSSSigner(new RSABlindedEngine(), digest, mask, fixed);
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }
}
