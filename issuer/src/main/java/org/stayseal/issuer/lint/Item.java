package org.stayseal.issuer.lint;

import java.util.Locale;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;

/** What is signed for one permit: a credential for each purpose, and the seal. */
public enum Item {
    /** The credential for borders and authorities. */
    FULL,
    /** The credential for employers. */
    WORK,
    /** The credential for banks. */
    BANK,
    /** The credential for landlords, carriers and shops. */
    STAY,
    /** The visible digital seal. */
    SEAL;

    /** The name in records and in carriers' names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The credential's purpose; a seal has none. */
    public Optional<Purpose> purpose() {
        return Purpose.ofKey(key());
    }

    /** The credential of that purpose. */
    public static Item of(Purpose purpose) {
        return valueOf(purpose.key().toUpperCase(Locale.ROOT));
    }
}
