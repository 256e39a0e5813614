package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of keys in TRUST-95. */
class KeyBoundsTest {

    @ParameterizedTest
    @CsvSource({
        "2048, 65537, true",
        "2056, 65537, true",
        "4096, 65537, true",
        "1024, 65537, false",
        "2040, 65537, false",
        "2049, 65537, false",
        "4104, 65537, false",
        "16384, 65537, false",
        "2048, 3, false",
        "2048, 65539, false",
        "2048, 4294967297, false"
    })
    void anRsaKeyIsTakenWithinItsBoundsOnly(int bits, long exponent, boolean taken) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        assertThat(SignatureAlgorithm.ofKey(rsa(modulus, exponent)).isPresent()).isEqualTo(taken);
    }

    @Test
    void anEvenModulusIsNone() {
        BigInteger even = BigInteger.ONE.shiftLeft(2047).setBit(1);
        assertThat(SignatureAlgorithm.ofKey(rsa(even, 65537))).isEmpty();
    }

    @Test
    void aKeyOfTheKindRsassaPssIsNotRead() throws Exception {
        byte[] info = TestKeys.generate("RSA").getPublic().getEncoded();
        // The object identifier 1.2.840.113549.1.1.1 becomes …1.10.
        int at = indexOf(info, HexFormat.of().parseHex("06092a864886f70d010101"));
        info[at + 10] = 10;
        PublicKey key = KeyFactory.getInstance("RSA", Crypto.provider()).generatePublic(new X509EncodedKeySpec(info));
        assertThat(SignatureAlgorithm.ofKey(key)).isEmpty();
    }

    /** Points of order 1, 2, 4 and 8, and one that is the sum of the base point and one of order 2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "9599999999999999999999999999999999999999999999999999999999999999"
            })
    void anEd25519KeyOfAnotherOrderIsNone(String point) {
        assertThat(SignatureAlgorithm.ofKey(ed25519(point))).isEmpty();
    }

    @Test
    void theBasePointOfEd25519IsAKey() {
        assertThat(SignatureAlgorithm.ofKey(ed25519("58" + "66".repeat(31)))).contains(SignatureAlgorithm.ED25519);
    }

    @Test
    void anEd25519SignatureWhoseSIsNotBelowTheOrderIsRefused() {
        SoftwareSigner signer = TestKeys.signer("Ed25519", 1);
        byte[] message = {1, 2, 3};
        byte[] signature = signer.sign(message);
        BigInteger order = BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] more = new BigInteger(1, s).add(order).toByteArray();
        byte[] padded = new byte[32];
        System.arraycopy(more, 0, padded, 32 - more.length, more.length);
        byte[] malleated = signature.clone();
        System.arraycopy(reversed(padded), 0, malleated, 32, 32);
        PublicKey key = signer.certificate().getPublicKey();
        assertThat(SignatureAlgorithm.ED25519.verify(key, message, signature)).isTrue();
        assertThat(SignatureAlgorithm.ED25519.verify(key, message, malleated)).isFalse();
    }

    /** Not through a provider, which refuses some of these by itself: that is not what is asked here. */
    private static PublicKey rsa(BigInteger modulus, long exponent) {
        return new RawRsaKey(modulus, BigInteger.valueOf(exponent));
    }

    private record RawRsaKey(BigInteger modulus, BigInteger exponent) implements RSAPublicKey {
        private static final long serialVersionUID = 1L;

        @Override
        public BigInteger getPublicExponent() {
            return exponent;
        }

        @Override
        public BigInteger getModulus() {
            return modulus;
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    private static PublicKey ed25519(String point) {
        byte[] info = HexFormat.of().parseHex("302a300506032b6570032100" + point);
        return new PublicKey() {
            @Override
            public String getAlgorithm() {
                return "Ed25519";
            }

            @Override
            public String getFormat() {
                return "X.509";
            }

            @Override
            public byte[] getEncoded() {
                return info.clone();
            }
        };
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
