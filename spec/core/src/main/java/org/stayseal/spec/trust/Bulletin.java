package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;

/**
 * What an authority tells its verifiers of an incident (TRUST-235). It is shown and judged by nobody.
 *
 * @param id capitals, digits and hyphens, 3 to 64
 * @param published when it was written, not after the list
 * @param until the moment with which it is not shown any more
 * @param severity how loud
 * @param text by language, at least one
 * @param services SHA-256 of the certificates that it is about, 64 lower-case hex digits each; none: about the list as a whole
 */
public record Bulletin(
        String id, Instant published, Instant until, Severity severity, List<LocalText> text, Set<String> services) {

    /** How many a list may have. */
    public static final int MAX_ENTRIES = Limits.value("maxBulletins");

    static final String RULE = "TRUST-235";
    private static final int MAX_SERVICES = 1_000;
    private static final Pattern ID = Pattern.compile("[A-Z0-9-]{3,64}");

    /** How loud. */
    public enum Severity {
        /** Good to know. */
        NOTICE("notice"),
        /** Look twice. */
        WARNING("warning"),
        /** Act. */
        CRITICAL("critical");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        static Optional<Severity> of(String word) {
            return Arrays.stream(values())
                    .filter(severity -> severity.word.equals(word))
                    .findFirst();
        }
    }

    /** Refuses what no list may say; keeps its own collections. */
    public Bulletin {
        Times.check(published);
        Times.check(until);
        text = List.copyOf(text);
        if (!ID.matcher(id).matches()
                || !until.isAfter(published)
                || text.isEmpty()
                || services.size() > MAX_SERVICES
                || !services.stream().allMatch(NoticeScope::isFingerprint)) {
            throw new IllegalArgumentException(
                    "a bulletin has an id, an end after its beginning, a text, and digests of certificates");
        }
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }

    /** Whether it is shown at that moment. */
    public boolean currentAt(Instant moment) {
        return !moment.isBefore(published) && moment.isBefore(until);
    }

    /**
     * The same, over at that moment (TRUST-283).
     *
     * @throws IllegalArgumentException if it was not yet published then
     */
    public Bulletin endingAt(Instant moment) {
        return new Bulletin(id, published, moment, severity, text, services);
    }

    static List<Bulletin> readAll(JsonObject lote, Instant listIssued) throws FormatException {
        List<Bulletin> all = new ArrayList<>();
        if (lote.has("Bulletin")) {
            Set<String> ids = new HashSet<>();
            for (JsonObject json : lote.objects("Bulletin", 0, MAX_ENTRIES, RULE)) {
                read(json, ids, listIssued).ifPresent(all::add);
            }
        }
        return all;
    }

    /** @return empty for one of a severity that is not known: it is not shown */
    static Optional<Bulletin> read(JsonObject json, Set<String> ids, Instant listIssued) throws FormatException {
        String id = json.text("id", RULE);
        Instant published = json.time("published");
        Instant until = json.time("until");
        Optional<Severity> severity = Severity.of(json.text("severity", RULE));
        List<LocalText> text = json.localTexts("text");
        Set<String> services = new HashSet<>(json.texts("services", 0, MAX_SERVICES, RULE));
        if (!ID.matcher(id).matches()
                || !ids.add(id)
                || published.isAfter(listIssued)
                || !until.isAfter(published)
                || !services.stream().allMatch(NoticeScope::isFingerprint)) {
            throw FormatException.wrongFormat(RULE, "a bulletin of another form, from after the list, or one id twice");
        }
        return severity.map(known -> new Bulletin(id, published, until, known, text, services));
    }
}
