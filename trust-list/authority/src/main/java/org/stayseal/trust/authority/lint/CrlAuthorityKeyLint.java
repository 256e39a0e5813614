package org.stayseal.trust.authority.lint;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** The list names the key that signs it: after a renewal one name has two. */
public final class CrlAuthorityKeyLint implements CrlLint {

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        try {
            Optional<byte[]> named = Extensions.value(crl, Extension.authorityKeyIdentifier)
                    .map(value -> AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets());
            Optional<byte[]> own = Extensions.value(csca, Extension.subjectKeyIdentifier)
                    .map(value -> ASN1OctetString.getInstance(value).getOctets());
            return CertificateLint.unless(
                    named.isPresent() && own.isPresent() && Arrays.equals(named.get(), own.get()),
                    "the key of the CSCA is not named");
        } catch (IllegalArgumentException e) {
            return Optional.of("a key identifier cannot be read");
        }
    }
}
