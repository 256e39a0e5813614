package org.stayseal.issuer.carrier;

import java.util.Locale;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;

/** The five codes on a permit's carriers: a credential for each purpose, and the seal. */
public enum CarrierCode {
    FULL(Purpose.FULL),
    WORK(Purpose.WORK),
    BANK(Purpose.BANK),
    STAY(Purpose.STAY),
    SEAL(null);

    private final Optional<Purpose> purpose;

    CarrierCode(@org.jspecify.annotations.Nullable Purpose purpose) {
        this.purpose = Optional.ofNullable(purpose);
    }

    /** The code that carries the credential of this purpose. */
    public static CarrierCode of(Purpose purpose) {
        return switch (purpose) {
            case FULL -> FULL;
            case WORK -> WORK;
            case BANK -> BANK;
            case STAY -> STAY;
        };
    }

    /** What its credential is shown for; nothing for the seal. */
    public Optional<Purpose> purpose() {
        return purpose;
    }

    /** Its name in file names, labels and addresses: {@code full}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
