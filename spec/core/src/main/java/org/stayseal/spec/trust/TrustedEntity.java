package org.stayseal.spec.trust;

import java.util.List;

/** An authority and its listed keys (TRUST-41). */
public record TrustedEntity(List<LocalText> name, List<Service> services) {

    /** Keeps its own lists. */
    public TrustedEntity {
        name = List.copyOf(name);
        services = List.copyOf(services);
    }
}
