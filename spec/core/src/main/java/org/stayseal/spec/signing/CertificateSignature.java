package org.stayseal.spec.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;

/**
 * The signatures of CSCAs on certificates and revocation lists (TRUST-58): ECDSA, RSASSA-PKCS1-v1_5 and RSASSA-PSS with SHA-2.
 *
 * <p>Security guarantees: the algorithm is the same inside and outside of what is signed and one of the rule, the key is one of TRUST-95, and an RSA signature has exactly the bytes of the modulus and
 * is below it. Names, dates and what an authority may do are not asked here.
 */
public final class CertificateSignature {

    private static final String ECDSA = "2a8648ce3d0403";
    private static final String RSA = "2a864886f70d0101";
    private static final String MGF1 = RSA + "08";
    private static final String SHA2 = "608648016503040";
    private static final int DEFAULT_SALT = 20;

    private enum Scheme {
        ECDSA,
        PKCS1,
        PSS
    }

    /** A hash: its JCA name and bytes. */
    private enum Hash {
        SHA224("SHA-224", 28),
        SHA256("SHA-256", 32),
        SHA384("SHA-384", 48),
        SHA512("SHA-512", 64);

        private final String jca;
        private final int bytes;

        Hash(String jca, int bytes) {
            this.jca = jca;
            this.bytes = bytes;
        }

        String inAlgorithm() {
            return jca.replace("-", "");
        }
    }

    private record Algorithm(Scheme scheme, Hash hash, int salt) {}

    private record Signed(byte[] message, Optional<Algorithm> algorithm, byte[] signature) {}

    private CertificateSignature() {}

    /** Whether the key of an authority signed a certificate. */
    public static boolean fits(X509Certificate certificate, X509Certificate authority) {
        try {
            return fits(certificate.getEncoded(), authority);
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    /** Whether the key of an authority signed a revocation list. */
    public static boolean fits(X509CRL crl, X509Certificate authority) {
        try {
            return fits(crl.getEncoded(), authority);
        } catch (CRLException e) {
            return false;
        }
    }

    /** Whether a revocation list names an algorithm of TRUST-58, whoever's key it is. */
    public static boolean isOfKnownAlgorithm(X509CRL crl) {
        try {
            return signed(crl.getEncoded()).algorithm().isPresent();
        } catch (CRLException | FormatException e) {
            return false;
        }
    }

    private static boolean fits(byte[] der, X509Certificate authority) {
        try {
            Signed signed = signed(der);
            return signed.algorithm()
                    .filter(algorithm -> CertificateKey.signsCertificates(authority))
                    .filter(algorithm -> verify(algorithm, authority.getPublicKey(), signed))
                    .isPresent();
        } catch (FormatException e) {
            return false;
        }
    }

    private static boolean verify(Algorithm algorithm, PublicKey key, Signed signed) {
        boolean rsa = key instanceof RSAPublicKey;
        if (rsa == (algorithm.scheme() == Scheme.ECDSA)) {
            return false;
        }
        try {
            return switch (algorithm.scheme()) {
                case ECDSA ->
                    verify(
                            Signature.getInstance(algorithm.hash().inAlgorithm() + "withECDSA", Crypto.provider()),
                            key,
                            signed);
                case PKCS1 ->
                    isBelow((RSAPublicKey) key, signed) && fitsPkcs1(algorithm.hash(), (RSAPublicKey) key, signed);
                case PSS -> isBelow((RSAPublicKey) key, signed) && fitsPss(algorithm, key, signed);
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Key and form are right: what the provider still dislikes is no good signature.
            return false;
        }
    }

    private static boolean verify(Signature verifier, PublicKey key, Signed signed) throws GeneralSecurityException {
        verifier.initVerify(key);
        verifier.update(signed.message());
        return verifier.verify(signed.signature());
    }

    private static boolean isBelow(RSAPublicKey key, Signed signed) {
        return signed.signature().length == key.getModulus().bitLength() / 8
                && new BigInteger(1, signed.signature()).compareTo(key.getModulus()) < 0;
    }

    /** RFC 8017 8.2.2, by comparing: the provider takes a DigestInfo without its NULL as well. */
    private static boolean fitsPkcs1(Hash hash, RSAPublicKey key, Signed signed) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance(hash.jca).digest(signed.message());
        byte[] head = HexFormat.of()
                .parseHex(
                        "30%02x300d0609%s20%d050004%02x".formatted(17 + hash.bytes, SHA2, hash.ordinal(), hash.bytes));
        int length = signed.signature().length;
        byte[] expected = new byte[length];
        Arrays.fill(expected, (byte) 0xFF);
        expected[0] = 0;
        expected[1] = 1;
        expected[length - head.length - digest.length - 1] = 0;
        System.arraycopy(head, 0, expected, length - head.length - digest.length, head.length);
        System.arraycopy(digest, 0, expected, length - digest.length, digest.length);
        BigInteger opened = new BigInteger(1, signed.signature()).modPow(key.getPublicExponent(), key.getModulus());
        return MessageDigest.isEqual(expected, BigIntegers.asUnsignedByteArray(length, opened));
    }

    private static boolean fitsPss(Algorithm algorithm, PublicKey key, Signed signed) throws GeneralSecurityException {
        Hash hash = algorithm.hash();
        Signature verifier = Signature.getInstance(hash.inAlgorithm() + "withRSAandMGF1", Crypto.provider());
        verifier.setParameter(new PSSParameterSpec(
                hash.jca,
                "MGF1",
                new MGF1ParameterSpec(hash.jca),
                algorithm.salt(),
                PSSParameterSpec.TRAILER_FIELD_BC));
        return verify(verifier, key, signed);
    }

    private static Signed signed(byte[] der) throws FormatException {
        List<Der> parts = Der.only(der).of(Der.SEQUENCE).parts(3);
        byte[] outer = parts.get(1).of(Der.SEQUENCE).whole();
        byte[] bits = parts.get(2).of(Der.BIT_STRING).value();
        // In certificates and lists alike the first sequence inside is the algorithm.
        boolean same = false;
        for (Der field : parts.get(0).parts()) {
            if (field.tag() == Der.SEQUENCE) {
                same = Arrays.equals(field.whole(), outer);
                break;
            }
        }
        boolean whole = bits.length > 0 && bits[0] == 0;
        return new Signed(
                parts.get(0).whole(),
                same && whole ? algorithm(parts.get(1)) : Optional.empty(),
                whole ? Arrays.copyOfRange(bits, 1, bits.length) : new byte[0]);
    }

    private static Optional<Algorithm> algorithm(Der identifier) throws FormatException {
        List<Der> parts = identifier.parts();
        String id = Hex.encode(parts.get(0).of(Der.OID).value());
        if (id.equals(RSA + "0a")) {
            return parts.size() == 2 ? pss(parts.get(1)) : Optional.empty();
        }
        if (!hasNoParameters(parts)) {
            return Optional.empty();
        }
        return switch (id) {
            case ECDSA + "01" -> Optional.of(new Algorithm(Scheme.ECDSA, Hash.SHA224, 0));
            case ECDSA + "02" -> Optional.of(new Algorithm(Scheme.ECDSA, Hash.SHA256, 0));
            case ECDSA + "03" -> Optional.of(new Algorithm(Scheme.ECDSA, Hash.SHA384, 0));
            case ECDSA + "04" -> Optional.of(new Algorithm(Scheme.ECDSA, Hash.SHA512, 0));
            case RSA + "0b" -> Optional.of(new Algorithm(Scheme.PKCS1, Hash.SHA256, 0));
            case RSA + "0c" -> Optional.of(new Algorithm(Scheme.PKCS1, Hash.SHA384, 0));
            case RSA + "0d" -> Optional.of(new Algorithm(Scheme.PKCS1, Hash.SHA512, 0));
            default -> Optional.empty();
        };
    }

    /** RFC 4055 3.1: hash [0] and MGF1 [1] with the same hash, salt [2], trailer [3]. */
    private static Optional<Algorithm> pss(Der parameters) throws FormatException {
        Optional<Hash> hash = Optional.empty();
        Optional<Hash> mask = Optional.empty();
        int salt = DEFAULT_SALT;
        boolean trailer = true;
        for (Der field : parameters.of(Der.SEQUENCE).parts()) {
            Der value = field.parts(1).get(0);
            switch (field.tag()) {
                case 0xA0 -> hash = hash(value);
                case 0xA1 -> mask = mask(value);
                case 0xA2 -> salt = small(value);
                case 0xA3 -> trailer = small(value) == 1;
                default -> trailer = false;
            }
        }
        int length = salt;
        return trailer && hash.equals(mask)
                ? hash.filter(h -> length >= 0 && length <= h.bytes).map(h -> new Algorithm(Scheme.PSS, h, length))
                : Optional.empty();
    }

    private static Optional<Hash> mask(Der identifier) throws FormatException {
        List<Der> parts = identifier.of(Der.SEQUENCE).parts();
        return parts.size() == 2 && Hex.encode(parts.get(0).value()).equals(MGF1)
                ? hash(parts.get(1))
                : Optional.empty();
    }

    private static Optional<Hash> hash(Der identifier) throws FormatException {
        List<Der> parts = identifier.of(Der.SEQUENCE).parts();
        if (parts.isEmpty() || !hasNoParameters(parts)) {
            return Optional.empty();
        }
        return switch (Hex.encode(parts.get(0).value())) {
            case SHA2 + "201" -> Optional.of(Hash.SHA256);
            case SHA2 + "202" -> Optional.of(Hash.SHA384);
            case SHA2 + "203" -> Optional.of(Hash.SHA512);
            default -> Optional.empty();
        };
    }

    /** None, or NULL: RFC 4055 2.1 has readers take both, and certificates in the field have both. */
    private static boolean hasNoParameters(List<Der> parts) {
        return parts.size() == 1 || parts.size() == 2 && parts.get(1).tag() == 0x05;
    }

    /** An integer from 0 to 127; any other is -1. */
    private static int small(Der integer) {
        return integer.tag() == Der.INTEGER && integer.length() == 1 ? Math.max(-1, integer.value()[0]) : -1;
    }
}
