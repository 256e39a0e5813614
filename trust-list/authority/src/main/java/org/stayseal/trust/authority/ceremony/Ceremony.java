package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;

/**
 * What people are asked to sign: the next changes of an authority's register (TRUST-240).
 *
 * @param country MRZ code of the authority's country
 * @param number from 1
 * @param previous SHA-256 of the payload of the ceremony before; none for the first
 * @param root the fingerprint of the authority's first root, by which it is known (TRUST-32)
 * @param at from when it holds, whole seconds: the states of this ceremony begin then
 * @param title what is done, up to 200 characters
 * @param reason why, up to 2,000 characters
 * @param before digest of the register that it changes; none for the first
 * @param after digest of the register that comes of it
 * @param steps 1 to 64, in the order in which they are made; at most one of them a root
 */
public record Ceremony(
        String country,
        Environment environment,
        int number,
        Optional<Fingerprint> previous,
        Fingerprint root,
        Instant at,
        String title,
        String reason,
        Optional<Fingerprint> before,
        Fingerprint after,
        List<Step> steps) {

    static final int MAX_STEPS = 64;
    static final int MAX_NUMBER = 1_000_000;

    /** Refuses what no file may say. */
    public Ceremony {
        steps = List.copyOf(steps);
        Words.requirePlain(title, Words.SHORT);
        Words.requirePlain(reason, Words.LONG);
        if (number < 1
                || number > MAX_NUMBER
                || (number == 1) == previous.isPresent()
                || (number == 1) == before.isPresent()
                || at.getNano() != 0
                || !hasGoodSteps(steps)) {
            throw new IllegalArgumentException("not a ceremony");
        }
    }

    static boolean hasGoodSteps(List<Step> steps) {
        return !steps.isEmpty()
                && steps.size() <= MAX_STEPS
                && steps.stream().filter(RootStep.class::isInstance).count() <= 1;
    }

    /** The step that brings the next root, if one does. */
    public Optional<RootStep> rootStep() {
        return steps.stream()
                .filter(RootStep.class::isInstance)
                .map(RootStep.class::cast)
                .findFirst();
    }

    Step.Moment moment() {
        return new Step.Moment(number, at);
    }
}
