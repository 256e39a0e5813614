package org.stayseal.trust.authority.masterlist;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.signing.Crypto;

/** The envelope: CMS SignedData around a set of certificates, and the one who signed it (TRUST-100, TRUST-101). */
record SignedMasterList(X509Certificate signer, List<byte[]> certificates) {

    static final String CONTENT_TYPE = "2.23.136.1.1.2";
    private static final String SIGNING = "2.23.136.1.1.3";
    private static final int MAX_BYTES = Limits.value("maxTrustDocumentBytes");
    private static final int MAX_CERTIFICATES = 10_000;
    private static final String ENVELOPE = "TRUST-100";
    private static final String SIGNATURE = "TRUST-101";

    static SignedMasterList read(byte[] cms) throws FormatException {
        if (cms.length > MAX_BYTES) {
            throw FormatException.wrongFormat(ENVELOPE, "the file has more than " + MAX_BYTES + " bytes");
        }
        try {
            CMSSignedData signed = new CMSSignedData(only(cms));
            if (signed.isDetachedSignature()
                    || !CONTENT_TYPE.equals(signed.getSignedContentTypeOID())
                    || !(signed.getSignedContent().getContent() instanceof byte[] content)) {
                throw FormatException.wrongFormat(ENVELOPE, "a signed message, but no master list in it");
            }
            return new SignedMasterList(signer(signed), certificates(content));
        } catch (CMSException | IOException e) {
            throw FormatException.wrongFormat(ENVELOPE, "not a signed message (CMS)");
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw FormatException.wrongFormat(SIGNATURE, "the signature of the list does not hold");
        } catch (RuntimeException e) {
            // The parser of the library throws a good many of them on malformed ASN.1.
            throw FormatException.wrongFormat(ENVELOPE, "not a master list that can be read");
        }
    }

    /** The certificate of the list that issued the signer's. */
    X509Certificate authority(Collection<X509Certificate> listed) throws FormatException {
        int tries = 0;
        for (X509Certificate candidate : listed) {
            if (Sorting.names(signer, candidate)
                    && tries++ < Sorting.MOST_TRIES
                    && Sorting.isSignedBy(signer, candidate)) {
                return candidate;
            }
        }
        throw FormatException.wrongFormat(SIGNATURE, "nobody in the list issued the certificate that signed it");
    }

    private static byte[] only(byte[] cms) throws IOException, FormatException {
        try (org.bouncycastle.asn1.ASN1InputStream in = new org.bouncycastle.asn1.ASN1InputStream(cms)) {
            if (in.readObject() == null || in.read() >= 0) {
                throw FormatException.wrongFormat(ENVELOPE, "bytes before or after the signed message");
            }
        }
        return cms;
    }

    private static X509Certificate signer(CMSSignedData signed)
            throws FormatException, GeneralSecurityException, IOException, OperatorCreationException {
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw FormatException.wrongFormat(SIGNATURE, signers.size() + " signers instead of one");
        }
        SignerInformation information = signers.iterator().next();
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            if (!information.getSID().match(holder)) {
                continue;
            }
            X509Certificate certificate = Crypto.certificate(holder.getEncoded());
            requirePurpose(certificate);
            if (information.getSignedAttributes() == null || !verifies(information, certificate)) {
                throw FormatException.wrongFormat(SIGNATURE, "the signature of the list does not hold");
            }
            return certificate;
        }
        throw FormatException.wrongFormat(SIGNATURE, "the signer's certificate is missing");
    }

    private static boolean verifies(SignerInformation information, X509Certificate certificate)
            throws OperatorCreationException {
        try {
            return information.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Crypto.provider())
                    .build(certificate.getPublicKey()));
        } catch (CMSException e) {
            // Thrown, among others, where the digest is not that of the content.
            return false;
        }
    }

    private static void requirePurpose(X509Certificate certificate)
            throws FormatException, CertificateParsingException {
        if (!List.of(SIGNING).equals(certificate.getExtendedKeyUsage())
                || !certificate.getCriticalExtensionOIDs().contains(Extension.extendedKeyUsage.getId())) {
            throw FormatException.wrongFormat(SIGNATURE, "the signer's certificate is not one for master lists");
        }
    }

    private static List<byte[]> certificates(byte[] content) throws IOException, FormatException {
        ASN1Sequence list = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(content));
        if (list.size() != 2 || ASN1Integer.getInstance(list.getObjectAt(0)).intValueExact() != 0) {
            throw FormatException.wrongFormat(ENVELOPE, "a master list of another version");
        }
        ASN1Set set = ASN1Set.getInstance(list.getObjectAt(1));
        if (set.size() > MAX_CERTIFICATES) {
            throw FormatException.wrongFormat(ENVELOPE, "more than " + MAX_CERTIFICATES + " certificates");
        }
        List<byte[]> certificates = new ArrayList<>();
        for (ASN1Encodable certificate : set) {
            certificates.add(certificate.toASN1Primitive().getEncoded());
        }
        return certificates;
    }
}
