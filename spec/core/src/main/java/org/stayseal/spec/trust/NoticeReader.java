package org.stayseal.spec.trust;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stayseal.spec.FormatException;

/** Reads the notices of a trust list (TRUST-140 to TRUST-145). A list with a wrong one is refused whole. */
final class NoticeReader {

    private static final String FORM = "TRUST-140";
    private static final String SCOPE = "TRUST-142";
    private static final Set<String> SCOPE_MEMBERS = Set.of(
            "countries",
            "documentTypes",
            "categories",
            "documentCodes",
            "signers",
            "endsFrom",
            "endsUntil",
            "signedUntil");

    private final JsonObject json;

    private NoticeReader(JsonObject json) {
        this.json = json;
    }

    /**
     * @param ids seen so far in the list, each after its origin; grows
     * @return empty for a notice of a kind, or with a member in its scope, that is not known: it is not used (TRUST-144)
     */
    static Optional<Notice> read(JsonObject json, Set<String> ids) throws FormatException {
        String id = json.text("id", FORM);
        Optional<String> origin = json.has("origin") ? Optional.of(json.text("origin", "TRUST-225")) : Optional.empty();
        if (!origin.map(NoticeScope::isCountry).orElse(true)) {
            throw FormatException.wrongFormat("TRUST-225", "a notice of an origin that is no country");
        }
        if (!Notice.isId(id) || !ids.add(origin.orElse("") + " " + id)) {
            throw FormatException.wrongFormat(FORM, "a notice with an id of another form, or one id twice");
        }
        Optional<Notice.Kind> kind = Notice.Kind.of(json.text("kind", FORM));
        return kind.isPresent() ? new NoticeReader(json).notice(id, kind.get(), origin) : Optional.empty();
    }

    private Optional<Notice> notice(String id, Notice.Kind kind, Optional<String> origin) throws FormatException {
        Notice.State state = Notice.State.of(json.text("state", FORM))
                .orElseThrow(() -> FormatException.wrongFormat(FORM, "a state of a notice that is none"));
        Notice.Act act = act();
        List<LocalText> text = json.localTexts("text");
        JsonObject scopeJson = json.object("scope", SCOPE);
        NoticeScope scope = scope(scopeJson);
        Optional<LocalDate> newEnd = day(json, "newEnd");
        Optional<LocalDate> from = day(json, "from");
        Optional<LocalDate> until = day(json, "until");
        Optional<String> wrong = Notice.wrongDays(kind, scope, newEnd, from, until);
        if (wrong.isPresent()) {
            throw FormatException.wrongFormat("TRUST-143", wrong.get());
        }
        return SCOPE_MEMBERS.containsAll(scopeJson.names())
                ? Optional.of(new Notice(id, kind, state, act, text, scope, newEnd, from, until, origin))
                : Optional.empty();
    }

    private Notice.Act act() throws FormatException {
        JsonObject act = json.object("act", FORM);
        String reference = act.text("reference", FORM);
        Optional<String> uri = act.has("uri") ? Optional.of(act.text("uri", FORM)) : Optional.empty();
        LocalDate published = requiredDay(act, "published");
        if (!Notice.Act.isReference(reference)
                || !uri.map(Notice.Act::isAddress).orElse(true)) {
            throw FormatException.wrongFormat(FORM, "a reference or address of an act that has another form");
        }
        return new Notice.Act(reference, published, uri);
    }

    private static NoticeScope scope(JsonObject json) throws FormatException {
        Set<String> countries = set(json, "countries", true, NoticeScope::isCountry);
        Set<String> documentTypes = set(json, "documentTypes", true, NoticeScope::isDocumentType);
        Set<String> categories = set(json, "categories", false, NoticeScope::isCategory);
        Set<String> documentCodes = set(json, "documentCodes", false, NoticeScope::isDocumentCode);
        Set<String> signers = set(json, "signers", false, NoticeScope::isFingerprint);
        Optional<LocalDate> endsFrom = day(json, "endsFrom");
        Optional<LocalDate> endsUntil = day(json, "endsUntil");
        Optional<LocalDate> signedUntil = day(json, "signedUntil");
        if (NoticeScope.isTurned(endsFrom, endsUntil)) {
            throw FormatException.wrongFormat(SCOPE, "endsFrom is after endsUntil");
        }
        return new NoticeScope(
                countries, documentTypes, categories, documentCodes, signers, endsFrom, endsUntil, signedUntil);
    }

    private static Set<String> set(JsonObject json, String name, boolean required, Predicate<String> form)
            throws FormatException {
        if (!required && !json.has(name)) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>(json.texts(name, 1, NoticeScope.MAX_ENTRIES, SCOPE));
        if (!texts.stream().allMatch(form)) {
            throw FormatException.wrongFormat(SCOPE, "an entry of " + name + " that has another form");
        }
        return texts;
    }

    private static Optional<LocalDate> day(JsonObject json, String name) throws FormatException {
        return json.has(name) ? Optional.of(requiredDay(json, name)) : Optional.empty();
    }

    private static LocalDate requiredDay(JsonObject json, String name) throws FormatException {
        return Days.parse(json.text(name, "TRUST-141"), name);
    }
}
