package org.stayseal.issuer.issuance;

import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;

/**
 * What carriers are made from.
 *
 * @param permit what is printed in words
 * @param portrait the photo as it is kept for print; the small one for the codes is in the permit
 * @param codes the signed credential of every purpose as text, {@code RP1:…}
 * @param seal the signed seal's bytes
 * @param verifierPage the address printed beside each code
 * @param nationalLanguage the second language beside English
 * @param demo printed large when the keys are a demo's
 */
public record CarrierOrder(
        Permit permit,
        Optional<byte[]> portrait,
        Map<Purpose, String> codes,
        byte[] seal,
        URI verifierPage,
        Locale nationalLanguage,
        boolean demo) {

    /** Refuses an order without a code for every purpose. */
    public CarrierOrder {
        Map<Purpose, String> copy = new EnumMap<>(Purpose.class);
        copy.putAll(codes);
        if (copy.size() != Purpose.values().length) {
            throw new IllegalArgumentException("Every purpose has a code.");
        }
        codes = Collections.unmodifiableMap(copy);
        seal = seal.clone();
    }

    @Override
    public byte[] seal() {
        return seal.clone();
    }
}
