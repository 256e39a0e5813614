package org.stayseal.spec.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.BigIntegers;

/**
 * The key of a certificate as it was received (TRUST-95). The provider reads more forms of a key than the rule allows and forgets which one it read; here the bytes are looked at.
 */
public final class CertificateKey {

    private static final byte UNCOMPRESSED = 4;
    private static final int LEAST_RSA_BITS = 2_048;
    private static final int MOST_RSA_BITS = 8_192;
    private static final int MOST_EXPONENT_BITS = 32;

    private CertificateKey() {}

    /** The algorithm that a certificate's key is for; empty if the key, or the form in which the certificate has it, breaks TRUST-95. */
    public static Optional<SignatureAlgorithm> algorithm(X509Certificate certificate) {
        return SignatureAlgorithm.ofKey(certificate.getPublicKey()).filter(a -> isWellFormed(certificate, a));
    }

    /** Whether a CSCA's key is one that certificates and revocation lists are signed with (TRUST-95). */
    public static boolean signsCertificates(X509Certificate authority) {
        return authority.getPublicKey() instanceof RSAPublicKey rsa
                ? isBoundedForAuthorities(rsa) && isWellFormed(authority, SignatureAlgorithm.PS256)
                : algorithm(authority)
                        .filter(SignatureAlgorithm::signsCertificates)
                        .isPresent();
    }

    /** Authorities in the field have longer keys and smaller exponents than any signer of ours. */
    private static boolean isBoundedForAuthorities(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        BigInteger exponent = key.getPublicExponent();
        return bits >= LEAST_RSA_BITS
                && bits <= MOST_RSA_BITS
                && bits % 8 == 0
                && !BigIntegers.hasAnySmallFactors(key.getModulus())
                && exponent.testBit(0)
                && exponent.compareTo(BigInteger.TWO) > 0
                && exponent.bitLength() <= MOST_EXPONENT_BITS;
    }

    /** Whether two certificates have one key, however each of them writes it. */
    public static boolean same(X509Certificate one, X509Certificate other) {
        return Arrays.equals(canonical(one.getPublicKey()), canonical(other.getPublicKey()));
    }

    /**
     * The key's SubjectPublicKeyInfo in the one form that keys are compared and hashed in, DER: the curve named, the point uncompressed, RSA as rsaEncryption with NULL. A key of no kind that is read here stays as it is encoded.
     */
    public static byte[] canonical(PublicKey key) {
        try {
            if (key instanceof ECPublicKey ec) {
                Optional<SignatureAlgorithm> algorithm = SignatureAlgorithm.ofKey(key);
                return algorithm.isPresent() ? named(ec, algorithm.get()).getEncoded("DER") : key.getEncoded();
            }
            if (key instanceof RSAPublicKey rsa) {
                return new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                new org.bouncycastle.asn1.pkcs.RSAPublicKey(rsa.getModulus(), rsa.getPublicExponent()))
                        .getEncoded("DER");
            }
            return key.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a key in memory can be written", e);
        }
    }

    private static SubjectPublicKeyInfo named(ECPublicKey key, SignatureAlgorithm algorithm) {
        int half = fieldBytes(key);
        byte[] point = new byte[1 + 2 * half];
        point[0] = UNCOMPRESSED;
        fill(point, 1, half, key.getW().getAffineX());
        fill(point, 1 + half, half, key.getW().getAffineY());
        ASN1ObjectIdentifier curve = ECNamedCurveTable.getOID(algorithm.curve());
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point);
    }

    private static void fill(byte[] point, int at, int length, BigInteger number) {
        System.arraycopy(BigIntegers.asUnsignedByteArray(length, number), 0, point, at, length);
    }

    private static int fieldBytes(ECPublicKey key) {
        return (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    }

    private static boolean isWellFormed(X509Certificate certificate, SignatureAlgorithm algorithm) {
        try {
            SubjectPublicKeyInfo info =
                    TBSCertificate.getInstance(certificate.getTBSCertificate()).getSubjectPublicKeyInfo();
            ASN1ObjectIdentifier kind = info.getAlgorithm().getAlgorithm();
            ASN1Encodable parameters = info.getAlgorithm().getParameters();
            if (info.getPublicKeyData().getPadBits() != 0) {
                return false;
            }
            byte[] bits = info.getPublicKeyData().getOctets();
            return switch (algorithm) {
                case ED25519 -> kind.equals(EdECObjectIdentifiers.id_Ed25519) && parameters == null;
                // What the provider made of the numbers must be how they were written.
                case PS256 ->
                    kind.equals(PKCSObjectIdentifiers.rsaEncryption)
                            && DERNull.INSTANCE.equals(parameters)
                            && Arrays.equals(canonical(certificate.getPublicKey()), info.getEncoded("DER"));
                default ->
                    kind.equals(X9ObjectIdentifiers.id_ecPublicKey)
                            && isUncompressed(bits, fieldBytes((ECPublicKey) certificate.getPublicKey()))
                            && hasPlainCurve(X962Parameters.getInstance(parameters));
            };
        } catch (CertificateEncodingException | IOException | IllegalArgumentException e) {
            // The provider has read it: what our reading of the same bytes still dislikes is no form of TRUST-95.
            return false;
        }
    }

    private static boolean isUncompressed(byte[] point, int half) {
        return point.length == 1 + 2 * half && point[0] == UNCOMPRESSED;
    }

    /** A name; or numbers, whose generator is uncompressed as well: which numbers they are has been asked already. */
    private static boolean hasPlainCurve(X962Parameters parameters) {
        if (parameters.isNamedCurve()) {
            return true;
        }
        if (parameters.isImplicitlyCA()) {
            return false;
        }
        X9ECParameters numbers = X9ECParameters.getInstance(parameters.getParameters());
        return isUncompressed(
                numbers.getBaseEntry().getPointEncoding(), (numbers.getCurve().getFieldSize() + 7) / 8);
    }
}
