package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.stayseal.spec.signing.Signer;

/** Certificates that are ones, but break their profile in what a reader must not stumble over (TRUST-42): a good one with one part changed, signed by the CSCA. */
final class OddCertificates {

    private static final int SERIAL = 1;
    private static final int ALGORITHM = 2;
    private static final int VALIDITY = 4;
    private static final int SUBJECT = 5;
    private static final int KEY = 6;
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    private final ASN1Sequence body;
    private final AlgorithmIdentifier ecdsa;
    private final Signer csca;

    OddCertificates(X509Certificate good, Signer csca) {
        try {
            this.body = ASN1Sequence.getInstance(good.getTBSCertificate());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        this.ecdsa = AlgorithmIdentifier.getInstance(body.getObjectAt(ALGORITHM));
        this.csca = csca;
    }

    /** The object identifier says nothing to any reader. */
    byte[] keyOfAnUnknownKind() {
        AlgorithmIdentifier unknown = new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.999.7"));
        return with(KEY, new SubjectPublicKeyInfo(unknown, new byte[32]));
    }

    byte[] pointOffItsCurve() {
        SubjectPublicKeyInfo good = SubjectPublicKeyInfo.getInstance(body.getObjectAt(KEY));
        byte[] point = good.getPublicKeyData().getOctets();
        point[point.length - 1] ^= 1;
        return with(KEY, new SubjectPublicKeyInfo(good.getAlgorithm(), point));
    }

    /** Several values in one part of the name, and one that is no text. */
    byte[] oddSubject() {
        return with(SUBJECT, new DERSequence(new ASN1Encodable[] {
            new DERSet(new ASN1Encodable[] {
                attribute(BCStyle.C, new DERPrintableString("UT")), attribute(BCStyle.CN, new DERPrintableString("RP"))
            }),
            new DERSet(attribute(BCStyle.O, new DERBMPString("Utopia"))),
            new DERSet(attribute(BCStyle.OU, new DEROctetString(new byte[] {(byte) 0xFF})))
        }));
    }

    /** A part of the subject without any value. */
    byte[] emptyPartOfName() {
        return with(SUBJECT, new DERSequence(new ASN1Encodable[] {
            new DERSet(attribute(BCStyle.C, new DERPrintableString("UT"))), new DERSet()
        }));
    }

    /** A UTF8String that is no UTF-8. */
    byte[] noUtf8() throws IOException {
        ASN1Primitive text = ASN1Primitive.fromByteArray(new byte[] {0x0C, 0x02, (byte) 0xC3, 0x28});
        return with(SUBJECT, new DERSequence(new ASN1Encodable[] {
            new DERSet(attribute(BCStyle.C, new DERPrintableString("UT"))), new DERSet(attribute(BCStyle.CN, text))
        }));
    }

    /** Another end of validity. */
    byte[] endingAt(ASN1Primitive time) {
        ASN1Encodable from =
                ASN1Sequence.getInstance(body.getObjectAt(VALIDITY)).getObjectAt(0);
        return with(VALIDITY, new DERSequence(new ASN1Encodable[] {from, time}));
    }

    byte[] negativeSerialNumber() {
        return with(SERIAL, new ASN1Integer(BigInteger.valueOf(-16)));
    }

    /** Whether that signature is right nobody asks: it is none that TRUST-90 knows. */
    byte[] signedWithRsa() {
        ASN1Sequence changed = changed(ALGORITHM, RSA);
        byte[] signature = new byte[256];
        Arrays.fill(signature, (byte) 0x2A);
        return encoded(new DERSequence(new ASN1Encodable[] {changed, RSA, new DERBitString(signature)}));
    }

    private byte[] with(int index, ASN1Encodable part) {
        ASN1Sequence changed = changed(index, part);
        byte[] raw = csca.sign(encoded(changed));
        DERSequence signature = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(1, Arrays.copyOf(raw, raw.length / 2))),
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, raw.length / 2, raw.length)))
        });
        return encoded(new DERSequence(new ASN1Encodable[] {changed, ecdsa, new DERBitString(encoded(signature))}));
    }

    private ASN1Sequence changed(int index, ASN1Encodable part) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        for (int i = 0; i < body.size(); i++) {
            parts.add(i == index ? part : body.getObjectAt(i));
        }
        return new DERSequence(parts);
    }

    private static DERSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new DERSequence(new ASN1Encodable[] {type, value});
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
