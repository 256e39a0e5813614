package org.stayseal.spec.trust;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stayseal.spec.registry.Limits;

/**
 * A notice of the trust list (TRUST-140): an act that moves the end of a class of permits, or suspends a class for some time.
 *
 * @param id capitals, digits and hyphens, 3 to 64; never used for another notice
 * @param kind what it does
 * @param state whether it applies at all
 * @param act where it is written
 * @param text what it says to a verifier and a holder, by language, at least one
 * @param scope which permits
 * @param newEnd the last day; extensions only, and all of them
 * @param from the first day on which it applies, if there is one
 * @param until the last day on which it applies; suspensions only, and all of them
 * @param origin the neighbour whose notice it is (TRUST-225); empty for the list's own
 */
public record Notice(
        String id,
        Kind kind,
        State state,
        Act act,
        List<LocalText> text,
        NoticeScope scope,
        Optional<LocalDate> newEnd,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> origin) {

    /** How many notices a list may have of one origin (TRUST-140). */
    public static final int MAX_NOTICES = Limits.value("maxNotices");

    private static final Pattern ID = Pattern.compile("[A-Z0-9-]{3,64}");

    /** What a notice does. */
    public enum Kind {
        /** Permits are good beyond their printed end. */
        EXTENSION("extension"),
        /** Permits are good for nothing for some time. */
        SUSPENSION("suspension");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** Whether a notice applies at all. */
    public enum State {
        /** It applies. */
        IN_FORCE("in-force"),
        /** It applies to nothing, and stays listed. */
        WITHDRAWN("withdrawn");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word.equals(word))
                    .findFirst();
        }
    }

    /**
     * Where a notice is written: a decision, a decree, a law.
     *
     * @param reference how it is cited, 1 to 200 characters
     * @param published the day on which it was published
     * @param uri where it can be read; shown, and never opened
     */
    public record Act(String reference, LocalDate published, Optional<String> uri) {

        /** Refuses another form. */
        public Act {
            Days.check(published);
            if (!isReference(reference) || !uri.map(Act::isAddress).orElse(true)) {
                throw new IllegalArgumentException("an act has a reference of 1 to 200 characters and a plain address");
            }
        }

        static boolean isReference(String text) {
            return !text.isEmpty()
                    && text.length() <= 200
                    && text.chars().noneMatch(c -> c < 0x20 || c >= 0x7F && c < 0xA0);
        }

        static boolean isAddress(String text) {
            return !text.isEmpty() && text.length() <= 500 && text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        }
    }

    /** Refuses what no list may say, and keeps its own list. */
    public Notice {
        text = List.copyOf(text);
        newEnd.ifPresent(Days::check);
        from.ifPresent(Days::check);
        until.ifPresent(Days::check);
        if (!isId(id) || text.isEmpty() || !origin.map(NoticeScope::isCountry).orElse(true)) {
            throw new IllegalArgumentException("a notice has an id of capitals, digits and hyphens, and a text");
        }
        Optional<String> wrong = wrongDays(kind, scope, newEnd, from, until);
        if (wrong.isPresent()) {
            throw new IllegalArgumentException(wrong.get());
        }
    }

    /** A notice of the list's own. */
    public Notice(
            String id,
            Kind kind,
            State state,
            Act act,
            List<LocalText> text,
            NoticeScope scope,
            Optional<LocalDate> newEnd,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        this(id, kind, state, act, text, scope, newEnd, from, until, Optional.empty());
    }

    /** The same notice, as that of a neighbour. */
    public Notice of(String country) {
        return new Notice(id, kind, state, act, text, scope, newEnd, from, until, Optional.of(country));
    }

    /** The same notice, withdrawn. */
    public Notice withdrawn() {
        return new Notice(id, kind, State.WITHDRAWN, act, text, scope, newEnd, from, until, origin);
    }

    /** Whether it applies at all. */
    public boolean inForce() {
        return state == State.IN_FORCE;
    }

    /** The day with which it is over: the new end of an extension, the last day of a suspension. */
    public LocalDate lastDay() {
        return newEnd.or(() -> until).orElseThrow();
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** TRUST-143: which days there are and how they lie; empty if they are right. */
    static Optional<String> wrongDays(
            Kind kind,
            NoticeScope scope,
            Optional<LocalDate> newEnd,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        boolean extension = kind == Kind.EXTENSION;
        if (newEnd.isPresent() != extension || until.isPresent() == extension) {
            return Optional.of("an extension has newEnd, a suspension has until, and none has the other's");
        }
        if (!extension && scope.signedUntil().isPresent()) {
            return Optional.of("a suspension does not ask when a permit was signed");
        }
        if (extension && (scope.endsFrom().isEmpty() || scope.endsUntil().isEmpty())) {
            return Optional.of("an extension says which printed ends it moves");
        }
        if (extension && !newEnd.orElseThrow().isAfter(scope.endsUntil().orElseThrow())) {
            return Optional.of("newEnd is not after endsUntil");
        }
        LocalDate last = newEnd.or(() -> until).orElseThrow();
        return from.filter(first -> first.isAfter(last)).map(first -> "it begins after its end");
    }
}
