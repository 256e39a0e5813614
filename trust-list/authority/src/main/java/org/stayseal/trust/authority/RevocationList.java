package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.stayseal.spec.FormatException;
import org.stayseal.trust.authority.crl.CrlFile;
import org.stayseal.trust.authority.lint.CrlLints;

/** The CSCA's one CRL (TRUST-99; Doc 9303-12 7): its next update is always there. */
final class RevocationList {

    private static final Duration VALIDITY = Duration.ofDays(90);

    /** Entries say no reason (TRUST-99): 0 writes none. */
    private static final int NO_REASON = 0;

    private RevocationList() {}

    /**
     * @param revoked serial numbers with the moment of revocation
     * @return DER
     */
    static byte[] make(Hierarchy.Entry csca, long number, Instant now, Map<BigInteger, Instant> revoked) {
        return make(csca.certificate(), csca.key().contentSigner(), number, now, revoked);
    }

    /**
     * @param csca certificate of the key that signs
     * @param revoked serial numbers with the moment of revocation
     * @return DER
     */
    static byte[] make(
            X509Certificate csca, ContentSigner key, long number, Instant now, Map<BigInteger, Instant> revoked) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(
                X500Name.getInstance(csca.getSubjectX500Principal().getEncoded()), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(VALIDITY)));
        new TreeMap<>(revoked).forEach((serial, since) -> builder.addCRLEntry(serial, Date.from(since), NO_REASON));
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(csca.getPublicKey()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            byte[] der = builder.build(key).getEncoded();
            List<String> faults = CrlLints.faults(CrlFile.read(der), csca);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("the CRL breaks its profile: " + String.join("; ", faults));
            }
            return der;
        } catch (FormatException | IOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("a CRL of known form can be encoded", e);
        }
    }
}
