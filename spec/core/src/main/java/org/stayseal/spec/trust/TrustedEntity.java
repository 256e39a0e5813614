package org.stayseal.spec.trust;

import java.util.List;
import java.util.Optional;

/**
 * An authority and its listed keys (TRUST-41).
 *
 * @param name of the authority
 * @param services its keys
 * @param origin the neighbour from whose list they are (TRUST-222); empty for the list's own
 */
public record TrustedEntity(List<LocalText> name, List<Service> services, Optional<String> origin) {

    /** Keeps its own lists. */
    public TrustedEntity {
        name = List.copyOf(name);
        services = List.copyOf(services);
    }

    /** An authority of the list's own country. */
    public TrustedEntity(List<LocalText> name, List<Service> services) {
        this(name, services, Optional.empty());
    }
}
