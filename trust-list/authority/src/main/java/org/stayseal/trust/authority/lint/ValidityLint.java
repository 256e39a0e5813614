package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A signer outlives every document it signs, and the CSCA outlives the signer: signing for one year and two months, documents of ten years. */
public final class ValidityLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-83 (formats: Doc 9303-12 validity)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        ZonedDateTime from = certificate.getNotBefore().toInstant().atZone(ZoneOffset.UTC);
        Instant needed = from.plusMonths(14).plusYears(10).toInstant();
        return CertificateLint.unless(
                !certificate.getNotAfter().toInstant().isBefore(needed)
                        && !certificate.getNotAfter().after(csca.getNotAfter())
                        && !certificate.getNotBefore().before(csca.getNotBefore()),
                "it ends before documents that it may sign, or is not within the time of its CSCA");
    }
}
