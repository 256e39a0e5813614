package org.stayseal.spec.receipt;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;

/**
 * What a time stamp token of RFC 3161 is worth for a receipt (RCPT-16 to RCPT-18).
 *
 * <p>Security guarantees: a token that fits was signed over this very hash, by the one certificate that it names, within the term of that certificate and with a key that may do nothing else. What is not
 * guaranteed, unless it is trusted: that anybody vouches for this certificate. Whether it was withdrawn later is not asked.
 *
 * @param worth what was found
 * @param time the moment in it; only of one that fits
 * @param service the name in its certificate; only of one that fits
 */
public record TimeStamp(Worth worth, Optional<Instant> time, Optional<String> service) {

    /** The words of RCPT-18 that this reader can say. */
    public enum Worth {
        NONE,
        BROKEN,
        FITS,
        TRUSTED
    }

    /** Bytes of a request's nonce (RCPT-17). */
    public static final int NONCE_BYTES = 8;

    private static final int HASH_BYTES = 32;

    /**
     * What is sent to the service: the hash, the nonce, and nothing else.
     *
     * @param hash of the record, 32 bytes
     * @param nonce random
     */
    public static byte[] request(byte[] hash, byte[] nonce) {
        if (hash.length != HASH_BYTES || nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a hash of 32 bytes and a nonce of 8");
        }
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            return generator
                    .generate(NISTObjectIdentifiers.id_sha256, hash, new BigInteger(1, nonce))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request that cannot be encoded", e);
        }
    }

    /**
     * The token in the answer of a service (RCPT-17).
     *
     * @param request as it was sent
     * @throws FormatException where the answer is not granted, answers another request, or its token is broken
     */
    public static TimeStampToken answer(byte[] response, byte[] request) throws FormatException {
        try {
            TimeStampRequest asked = new TimeStampRequest(request);
            TimeStampResponse answer = new TimeStampResponse(response);
            answer.validate(asked);
            if (answer.getTimeStampToken() == null) {
                throw refused("the service did not grant a time stamp");
            }
            byte[] der = answer.getTimeStampToken().getEncoded();
            if (der.length > TimeStampToken.MAX_BYTES) {
                throw refused("the service's token is too long");
            }
            TimeStampToken token = new TimeStampToken(der);
            if (check(token, asked.getMessageImprintDigest(), List.of()).worth() == Worth.BROKEN) {
                throw refused("the service's token does not hold");
            }
            return token;
        } catch (TSPException | IOException | RuntimeException e) {
            throw refused("no answer to this request that RFC 3161 knows");
        }
    }

    /**
     * @param receipt whose token is looked at
     * @param trusted certificates of services, or of authorities that issue them
     */
    public static TimeStamp of(Receipt receipt, Collection<X509Certificate> trusted) {
        return receipt.timeStamp()
                .map(token -> check(token, ReceiptWriter.hash(receipt), trusted))
                .orElseGet(() -> new TimeStamp(Worth.NONE, Optional.empty(), Optional.empty()));
    }

    private static TimeStamp check(TimeStampToken given, byte[] hash, Collection<X509Certificate> trusted) {
        try {
            var token = new org.bouncycastle.tsp.TimeStampToken(new org.bouncycastle.cms.CMSSignedData(given.der()));
            var info = token.getTimeStampInfo();
            boolean same = info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    && Arrays.equals(info.getMessageImprintDigest(), hash);
            Collection<X509CertificateHolder> named = token.getCertificates().getMatches(token.getSID());
            if (!same || named.size() != 1) {
                return broken();
            }
            X509CertificateHolder holder = named.iterator().next();
            // The attribute of the signer, the key usage, the term and the signature: RFC 3161, 2.3 and 2.4.2.
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Crypto.provider())
                    .build(holder));
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .setProvider(Crypto.provider())
                    .getCertificate(holder);
            return new TimeStamp(
                    trusted.stream().anyMatch(one -> vouches(one, certificate)) ? Worth.TRUSTED : Worth.FITS,
                    Optional.of(info.getGenTime().toInstant()),
                    Optional.of(certificate.getSubjectX500Principal().getName()));
        } catch (TSPException
                | CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException
                | RuntimeException e) {
            // Bouncy Castle answers odd DER with many kinds of exception; to a reader they are one.
            return broken();
        }
    }

    private static boolean vouches(X509Certificate given, X509Certificate service) {
        if (given.equals(service)) {
            return true;
        }
        try {
            service.verify(given.getPublicKey(), Crypto.provider());
            return given.getBasicConstraints() >= 0
                    && given.getSubjectX500Principal().equals(service.getIssuerX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static TimeStamp broken() {
        return new TimeStamp(Worth.BROKEN, Optional.empty(), Optional.empty());
    }

    private static FormatException refused(String message) {
        return FormatException.wrongFormat("RCPT-17", message);
    }
}
