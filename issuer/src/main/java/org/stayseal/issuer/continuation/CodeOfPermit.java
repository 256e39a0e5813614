package org.stayseal.issuer.continuation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.issuer.lint.Item;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealDecoder;

/**
 * What one code of a permit states that its continuation repeats, or depends on: read from the signed bytes, since nothing else is what a verifier sees (CONT-13).
 *
 * @param identity its 16 bytes (CONT-8)
 * @param number the permit's number, where the code states it
 * @param lastDay the last day on which it is good by itself
 */
record CodeOfPermit(Item item, byte[] identity, Optional<String> number, LocalDate lastDay) {

    /**
     * @param documentUntil the end that the zone of the permit's seal states
     * @param number that zone's document number
     * @param zone of the issuing country
     */
    static CodeOfPermit of(Item item, byte[] finished, LocalDate documentUntil, String number, ZoneId zone) {
        try {
            if (item == Item.SEAL) {
                Seal seal = SealDecoder.decode(finished);
                return new CodeOfPermit(item, seal.identity(), Optional.of(number), documentUntil);
            }
            Credential credential = CredentialDecoder.decode(finished);
            return new CodeOfPermit(
                    item, credential.id().bytes(), credential.claims().permit().number(), credential.lastDay(zone));
        } catch (FormatException e) {
            throw new IllegalStateException("A stored code does not decode: " + e.rule() + ".", e);
        }
    }

    /** Of all credentials among them: whoever signs their continuations may sign for each (VER-27). */
    static Set<String> purposes(List<CodeOfPermit> codes) {
        return codes.stream()
                .flatMap(code -> code.purpose().stream())
                .map(Purpose::key)
                .collect(Collectors.toSet());
    }

    Optional<Purpose> purpose() {
        return item.purpose();
    }
}
