package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.FormatException;

/** TRUST-49: any name of any certificate can be asked and shown. */
class DistinguishedNameTest {

    private static final KeyPair KEY = TestKeys.generate("secp256r1");

    @ParameterizedTest
    @CsvSource({
        "PrintableString,            13025554,         UT",
        "PrintableString beyond ASCII, 130255e9,       U\u00e9",
        "UTF8String,                 0c03c3a941,       \u00e9A",
        "no UTF-8,                   0c02c328,         #c328",
        "an overlong form,           0c02c080,         #c080",
        "BMPString,                  1e0400550054,     UT",
        "a surrogate alone,          1e02d800,         #d800",
        "no text,                    040155,           #55",
        "a number,                   020105,           #05"
    })
    void aTextIsReadByItsTypeAndShownAsDigitsWhereItIsNone(String what, String value, String expected)
            throws Exception {
        DistinguishedName subject = DistinguishedName.subject(certificate(rdn("550406", value)));
        assertThat(subject.only(DistinguishedName.COUNTRY)).contains(expected);
        assertThat(subject).hasToString("C=" + expected);
    }

    @Test
    void ofTwoPartsOfOneTypeThereIsNotOnlyOne() throws Exception {
        DistinguishedName twice =
                DistinguishedName.subject(certificate(rdn("550403", "0c0141") + rdn("550403", "0c0142")));
        assertThat(twice.only(DistinguishedName.COMMON_NAME)).isEmpty();
        assertThat(twice).hasToString("CN=B,CN=A");
    }

    @Test
    void aPartWithSeveralValuesIsOfNoType() throws Exception {
        DistinguishedName name =
                DistinguishedName.subject(certificate("3115" + "3008060355040a0c015a" + "3009060355040613025554"));
        assertThat(name.parts()).containsExactly(new DistinguishedName.Part("", "several values"));
        assertThat(name.only(DistinguishedName.COUNTRY)).isEmpty();
    }

    @Test
    void namesAreEqualByteByByte() throws Exception {
        X509Certificate printable = certificate(rdn("550406", "13025554"));
        X509Certificate utf8 = certificate(rdn("550406", "0c025554"));
        assertThat(DistinguishedName.subject(printable).equalsExactly(DistinguishedName.issuer(printable)))
                .isTrue();
        assertThat(DistinguishedName.subject(printable).equalsExactly(DistinguishedName.subject(utf8)))
                .isFalse();
    }

    private static String rdn(String type, String value) {
        int length = value.length() / 2;
        return "31%02x30%02x0603%s%s".formatted(length + 7, length + 5, type, value);
    }

    /** Self-issued under this name. */
    private static X509Certificate certificate(String rdns) throws Exception {
        byte[] der = HexFormat.of().parseHex("30%02x%s".formatted(rdns.length() / 2, rdns));
        X500Name name = X500Name.getInstance(ASN1Primitive.fromByteArray(der));
        PrivateKey key = KEY.getPrivate();
        byte[] made = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                        Date.from(Instant.parse("2027-01-01T00:00:00Z")),
                        name,
                        KEY.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(Crypto.provider())
                        .build(key))
                .getEncoded();
        try {
            return Crypto.certificate(made);
        } catch (FormatException e) {
            throw new AssertionError(e.rule() + " " + e.getMessage(), e);
        }
    }
}
