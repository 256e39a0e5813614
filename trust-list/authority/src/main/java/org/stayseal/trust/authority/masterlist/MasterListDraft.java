package org.stayseal.trust.authority.masterlist;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.DistinguishedName;

/**
 * A master list that is about to be signed (TRUST-103; Doc 9303-12 section 9).
 *
 * @param certificates of authorities, the one that issued the signer's among them; each once
 * @param signer the certificate of the key that will sign
 * @param authority the CSCA certificate that issued the signer's
 * @param signed when
 */
public record MasterListDraft(
        List<X509Certificate> certificates, X509Certificate signer, X509Certificate authority, Instant signed) {

    private static final ASN1ObjectIdentifier CONTENT_TYPE = new ASN1ObjectIdentifier(SignedMasterList.CONTENT_TYPE);

    /** Refuses a list without the authority that stands behind its signer: no reader could follow it. */
    public MasterListDraft {
        Set<X509Certificate> once = new LinkedHashSet<>(certificates);
        once.add(authority);
        certificates = once.stream()
                .sorted(Comparator.comparing(MasterListDraft::order))
                .toList();
        if (!Sorting.names(signer, authority) || !Sorting.isSignedBy(signer, authority)) {
            throw new IllegalArgumentException("another authority issued the certificate of the signer");
        }
    }

    private static String order(X509Certificate certificate) {
        return DistinguishedName.subject(certificate).toString() + certificate.getSerialNumber();
    }

    /**
     * Signs it, reads it again with the importer's eyes, and hands it out only if that takes every certificate.
     *
     * @param key the key of {@link #signer}; its signature is over the signed attributes in DER
     * @return the file, in DER
     * @throws IllegalArgumentException if an importer would refuse the list or one of its certificates; the message says why
     */
    public byte[] sign(ContentSigner key) {
        byte[] cms;
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Crypto.provider())
                            .build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signingTime()))
                    .build(key, keyIdentifier()));
            generator.addCertificates(new JcaCertStore(List.of(signer, authority)));
            cms = generator
                    .generate(new CMSProcessableByteArray(CONTENT_TYPE, content()), true)
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("a master list of known form can be signed", e);
        }
        refuseWhatAnImporterRefuses(cms);
        return cms;
    }

    private void refuseWhatAnImporterRefuses(byte[] cms) {
        try {
            MasterList read = MasterList.read(cms, signed);
            if (!read.refused().isEmpty()) {
                MasterList.Refused first = read.refused().get(0);
                throw new IllegalArgumentException("a certificate for the master list would be refused: "
                        + first.subject() + ", " + first.reason());
            }
            if (!read.signerAuthority().equals(authority)) {
                throw new IllegalArgumentException("the master list would show another authority behind its signer");
            }
        } catch (FormatException e) {
            throw new IllegalArgumentException("the master list would be refused: " + e.getMessage(), e);
        }
    }

    private AttributeTable signingTime() {
        return new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signed)))));
    }

    private byte[] keyIdentifier() throws IOException {
        byte[] value = signer.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (value == null) {
            throw new IllegalArgumentException("the signer's certificate has no key identifier");
        }
        return ASN1OctetString.getInstance(JcaX509ExtensionUtils.parseExtensionValue(value))
                .getOctets();
    }

    private byte[] content() throws CertificateEncodingException, IOException {
        ASN1EncodableVector set = new ASN1EncodableVector();
        for (X509Certificate certificate : certificates) {
            set.add(ASN1Primitive.fromByteArray(certificate.getEncoded()));
        }
        return new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(set)}).getEncoded();
    }
}
