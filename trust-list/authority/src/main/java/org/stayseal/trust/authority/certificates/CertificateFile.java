package org.stayseal.trust.authority.certificates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;

/** A file with certificates (TRUST-110). Which form it has, its first bytes say; what it is called does not matter. */
public final class CertificateFile {

    static final String RULE = "TRUST-110";
    static final int MAX_CERTIFICATES = 10_000;
    private static final int MAX_BYTES = Limits.value("maxTrustDocumentBytes");
    private static final int SEQUENCE = 0x30;

    private CertificateFile() {}

    /**
     * Splits a file.
     *
     * @param file at most {@code maxTrustDocumentBytes} bytes
     * @return each certificate's bytes, not looked into: at least one, at most 10,000
     * @throws FormatException if the file as a whole is of no form that is read here
     */
    public static List<byte[]> read(byte[] file) throws FormatException {
        if (file.length > MAX_BYTES) {
            throw FormatException.wrongFormat(RULE, "a file of more than " + MAX_BYTES + " bytes");
        }
        List<byte[]> certificates =
                file.length > 0 && file[0] == SEQUENCE ? binary(file) : PemBlocks.certificates(file);
        if (certificates.isEmpty() || certificates.size() > MAX_CERTIFICATES) {
            throw FormatException.wrongFormat(RULE, "no certificate, or more than " + MAX_CERTIFICATES);
        }
        return certificates;
    }

    /** A certificate begins with a sequence, a message with the number of its kind. */
    private static List<byte[]> binary(byte[] file) throws FormatException {
        try (ASN1InputStream in = new ASN1InputStream(file)) {
            ASN1Object only = in.readObject();
            if (only == null || in.read() >= 0) {
                throw FormatException.wrongFormat(RULE, "bytes after the certificate or the message");
            }
            ASN1Sequence outer = ASN1Sequence.getInstance(only);
            return outer.size() > 0 && outer.getObjectAt(0) instanceof ASN1ObjectIdentifier
                    ? message(ContentInfo.getInstance(outer))
                    : List.of(file.clone());
        } catch (IOException | RuntimeException e) {
            // The parser of the library throws a good many of them on malformed ASN.1.
            throw FormatException.wrongFormat(RULE, "neither a certificate nor a message of certificates");
        }
    }

    static List<byte[]> message(ContentInfo info) throws FormatException, IOException {
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            throw FormatException.wrongFormat(RULE, "a message that is not of certificates");
        }
        SignedData data = SignedData.getInstance(info.getContent());
        if (data.getSignerInfos().size() > 0
                || data.getEncapContentInfo().getContent() != null
                || data.getCRLs() != null && data.getCRLs().size() > 0
                || data.getCertificates() == null) {
            throw FormatException.wrongFormat(RULE, "a message of more than certificates");
        }
        List<byte[]> certificates = new ArrayList<>();
        for (ASN1Encodable certificate : data.getCertificates()) {
            certificates.add(certificate.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        }
        return certificates;
    }
}
