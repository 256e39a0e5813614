package org.stayseal.spec.trust;

import java.util.List;

/**
 * What the law gives to what a signer signs (TRUST-45); shown, not judged.
 *
 * @param notification reference of the notification
 * @param territory two-letter codes
 * @param onlyWithPassport whether it counts only together with a passport
 */
public record LegalEffect(String notification, List<String> territory, boolean onlyWithPassport) {

    /** Keeps its own list. */
    public LegalEffect {
        territory = List.copyOf(territory);
    }
}
