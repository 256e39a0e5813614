package org.stayseal.operator;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.register.Register;

/** What an authority has said of itself already, so that nobody types it twice, and differently. */
final class KnownProfile {

    private static final String STATUS = "/status/";
    private static final int DIRECTORY_NAME = 4;
    private static final int URI = 6;

    private KnownProfile() {}

    /** What a CSCA's certificate says: its country, and where it is published (TRUST-96). */
    static ProfileOptions.Known of(X509Certificate csca) {
        Map<String, String> values = new LinkedHashMap<>();
        DistinguishedName.subject(csca)
                .only(DistinguishedName.COUNTRY)
                .ifPresent(code -> values.put("--territory", code));
        try {
            Collection<List<?>> names =
                    Optional.ofNullable(csca.getSubjectAlternativeNames()).orElse(List.of());
            for (List<?> name : names) {
                String text = String.valueOf(name.get(1));
                if (name.get(0).equals(URI)) {
                    values.put("--base-url", text);
                } else if (name.get(0).equals(DIRECTORY_NAME) && text.matches("[Ll]=[A-Z]{1,3}")) {
                    values.put("--country", text.substring(2));
                }
            }
        } catch (CertificateParsingException e) {
            // Then it says nothing, and the options must.
        }
        return new ProfileOptions.Known(values, List.of());
    }

    /** What the register says, and the newest list. */
    static ProfileOptions.Known of(Register register, Optional<TrustList> newest) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("--country", register.country());
        register.services(Service.StatusKey.class)
                .filter(status -> status.states().now().signs())
                .flatMap(status -> status.prefixes().stream())
                .filter(prefix -> prefix.endsWith(STATUS))
                .findFirst()
                .ifPresent(prefix -> values.put("--base-url", prefix.substring(0, prefix.length() - STATUS.length())));
        newest.ifPresent(list -> values.put("--territory", list.territory()));
        ProfileOptions.Known said = new ProfileOptions.Known(
                values, newest.map(TrustList::operatorName).orElse(List.of()));
        return register.environment() == Environment.DEMO ? said.or(ProfileOptions.Known.UTOPIA) : said;
    }
}
