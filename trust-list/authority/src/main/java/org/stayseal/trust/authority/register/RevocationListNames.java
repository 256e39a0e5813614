package org.stayseal.trust.authority.register;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.stayseal.spec.trust.Service;

/** TRUST-264: what the CRL of a CSCA is called in a snapshot, without folder and ending. By the name of its issuer, so that no CRL takes another's place. */
public final class RevocationListNames {

    private RevocationListNames() {}

    /** By the name of the CSCA, in the order in which these names were announced: the country's code for the first, {@code UTO-2}, {@code UTO-3} for others. */
    public static Map<X500Principal, String> of(Register register) {
        Map<X500Principal, String> names = new LinkedHashMap<>();
        register.services(Service.Csca.class)
                .map(csca -> csca.certificate().getSubjectX500Principal())
                .distinct()
                .forEach(name -> names.put(
                        name, names.isEmpty() ? register.country() : register.country() + "-" + (names.size() + 1)));
        return names;
    }
}
