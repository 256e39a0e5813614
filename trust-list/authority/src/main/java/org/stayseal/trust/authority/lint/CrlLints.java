package org.stayseal.trust.authority.lint;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The rule book of revocation lists, for those that are made and those that are imported. */
public final class CrlLints {

    private static final List<CrlLint> RULES = List.of(
            new CrlVersionLint(),
            new CrlIssuerLint(),
            new CrlDatesLint(),
            new CrlAuthorityKeyLint(),
            new CrlNumberLint(),
            new CrlExtensionsLint(),
            new CrlEntriesLint());

    private CrlLints() {}

    /** Every broken rule with its number, in words; empty if none is. */
    public static List<String> faults(X509CRL crl, X509Certificate csca) {
        List<String> faults = new ArrayList<>();
        for (CrlLint lint : RULES) {
            lint.fault(crl, csca).ifPresent(fault -> faults.add(lint.rule() + ": " + fault));
        }
        return faults;
    }
}
