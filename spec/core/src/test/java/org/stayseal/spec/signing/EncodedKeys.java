package org.stayseal.spec.signing;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Good keys in every form that a certificate can write them in. */
public final class EncodedKeys {

    private EncodedKeys() {}

    /** The same point in its short form. */
    public static PublicKey compressed(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        byte[] point = info.getPublicKeyData().getOctets();
        byte[] half = Arrays.copyOf(point, 1 + (point.length - 1) / 2);
        half[0] = (byte) (2 + (point[point.length - 1] & 1));
        return encoded(key, new SubjectPublicKeyInfo(info.getAlgorithm(), half));
    }

    /** The same point, and its curve by its numbers; their generator short or long. */
    public static PublicKey spelledOut(PublicKey key, String curve, boolean shortGenerator) {
        X9ECParameters named = ECNamedCurveTable.getByName(curve);
        X9ECParameters numbers = new X9ECParameters(
                named.getCurve(), new X9ECPoint(named.getG(), shortGenerator), named.getN(), named.getH());
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        return encoded(
                key,
                new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, numbers),
                        info.getPublicKeyData().getOctets()));
    }

    /** The same RSA numbers under another object identifier, or without the NULL. */
    public static PublicKey rsa(PublicKey key, String kind, boolean withNull) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(kind);
        ASN1Encodable none = DERNull.INSTANCE;
        AlgorithmIdentifier algorithm = withNull ? new AlgorithmIdentifier(oid, none) : new AlgorithmIdentifier(oid);
        return encoded(
                key, new SubjectPublicKeyInfo(algorithm, info.getPublicKeyData().getOctets()));
    }

    /** The same bytes, of whose last bit it is said that it is not used; only for a key whose last bit is zero. */
    public static PublicKey withAnUnusedBit(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        return encoded(key, new DERSequence(new ASN1Encodable[] {
            info.getAlgorithm(), new DERBitString(info.getPublicKeyData().getOctets(), 1)
        }));
    }

    /** Of an algorithm that nobody knows. */
    public static PublicKey ofUnknownKind() {
        AlgorithmIdentifier unknown = new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.999.7"));
        try {
            return new Encoded("unknown", new SubjectPublicKeyInfo(unknown, new byte[32]).getEncoded("DER"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey encoded(PublicKey key, ASN1Object info) {
        try {
            return new Encoded(key.getAlgorithm(), info.getEncoded("DER"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Encoded implements PublicKey {
        private static final long serialVersionUID = 1L;
        private final String algorithm;
        private final byte[] bytes;

        private Encoded(String algorithm, byte[] bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }
}
