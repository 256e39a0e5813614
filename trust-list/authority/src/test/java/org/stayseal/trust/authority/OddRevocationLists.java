package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.stayseal.spec.signing.Crypto;

/** CRLs that a CSCA's key signed, each with one thing about it (TRUST-64). */
final class OddRevocationLists {

    private final X509Certificate csca;
    private final PrivateKey key;
    private final Instant now;

    OddRevocationLists(X509Certificate csca, PrivateKey key, Instant now) {
        this.csca = csca;
        this.key = key;
        this.now = now;
    }

    byte[] plain() {
        return signed(list(true), "SHA384withECDDSA", X9ObjectIdentifiers.ecdsa_with_SHA384);
    }

    byte[] signedWithSha1() {
        return signed(list(true), "SHA1withECDDSA", X9ObjectIdentifiers.ecdsa_with_SHA1);
    }

    byte[] ofADistributionPoint() {
        return extended(
                Extension.issuingDistributionPoint,
                false,
                new IssuingDistributionPoint(null, true, false, null, false, false));
    }

    byte[] withSomethingCritical() {
        return extended(new ASN1ObjectIdentifier("2.999.7"), true, DERNull.INSTANCE);
    }

    byte[] withoutEnd() {
        return signed(list(false), "SHA384withECDDSA", X9ObjectIdentifiers.ecdsa_with_SHA384);
    }

    byte[] entryTwice() {
        V2TBSCertListGenerator list = list(true);
        list.addCRLEntry(new org.bouncycastle.asn1.ASN1Integer(BigInteger.valueOf(0x77)), new Time(Date.from(now)), 0);
        return signed(list, "SHA384withECDDSA", X9ObjectIdentifiers.ecdsa_with_SHA384);
    }

    private byte[] extended(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            V2TBSCertListGenerator list = list(true);
            list.setExtensions(new org.bouncycastle.asn1.x509.Extensions(
                    new Extension(id, critical, value.toASN1Primitive().getEncoded("DER"))));
            return signed(list, "SHA384withECDDSA", X9ObjectIdentifiers.ecdsa_with_SHA384);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private V2TBSCertListGenerator list(boolean end) {
        V2TBSCertListGenerator list = new V2TBSCertListGenerator();
        list.setIssuer(CertificateSigning.subject(csca));
        list.setThisUpdate(new Time(Date.from(now)));
        if (end) {
            list.setNextUpdate(new Time(Date.from(now.plus(Duration.ofDays(90)))));
        }
        list.addCRLEntry(new org.bouncycastle.asn1.ASN1Integer(BigInteger.valueOf(0x77)), new Time(Date.from(now)), 0);
        return list;
    }

    private byte[] signed(V2TBSCertListGenerator list, String name, ASN1ObjectIdentifier algorithm) {
        try {
            AlgorithmIdentifier identifier = new AlgorithmIdentifier(algorithm);
            list.setSignature(identifier);
            TBSCertList body = list.generateTBSCertList();
            Signature signer = Signature.getInstance(name, Crypto.provider());
            signer.initSign(key);
            signer.update(body.getEncoded("DER"));
            return new DERSequence(new ASN1Encodable[] {body, identifier, new DERBitString(signer.sign())})
                    .getEncoded("DER");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
