package org.stayseal.cli;

import java.io.PrintStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.idb.IdbDocument;
import org.stayseal.spec.idb.IdbTable;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Messages;
import org.stayseal.spec.vds.Profile;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vdsnc.VdsNcType;
import org.stayseal.spec.vdsnc.VdsNcTypes;

/** What a document says, in a person's words: who, what right and until when, then the rest (the names of VER-60). */
final class DocumentText {

    private static final Messages WORDS = Messages.of("en");

    private static final List<String> PERSON = List.of("birthDate", "sex", "nationality");
    private static final List<String> REST = List.of(
            "permitNumber",
            "documentNumber",
            "birthPlace",
            "personalNumber",
            "legalGround",
            "authority",
            "country",
            "issuePlace",
            "issueDate",
            "issued",
            "remarks");

    private final PrintStream out;
    private final Map<String, Object> document;

    private final Profiles profiles;

    private DocumentText(PrintStream out, Map<String, Object> document, Profiles profiles) {
        this.out = out;
        this.document = document;
        this.profiles = profiles;
    }

    static void print(PrintStream out, Map<String, Object> document, Profiles profiles) {
        new DocumentText(out, document, profiles).print();
    }

    private void print() {
        row("name", name());
        row("nameOwnScript", value("nameOwnScript"));
        for (String field : PERSON) {
            row(field, value(field).map(text -> field.equals("birthDate") ? birth(text) : text));
        }
        row("kind", kind());
        row("right", right());
        row("documentUntil", value("documentUntil"));
        row("work", value("work").map(word -> WORDS.text("work", word)), "workConditions");
        row("selfEmployment", value("selfEmployment").map(DocumentText::yes), "selfEmploymentConditions");
        row("study", value("study").map(DocumentText::yes), "studyConditions");
        row("purpose", value("purpose").flatMap(Purpose::ofKey).map(made -> WORDS.text("purpose", made.key())));
        for (String field : REST) {
            row(field, value(field));
        }
        row("travelDocument", travelDocument());
        row("photo", photo());
        if (Boolean.TRUE.equals(document.get("liveOnly"))) {
            row("liveOnly", Optional.of("yes"));
        }
        if (Boolean.TRUE.equals(document.get("national"))) {
            row("national", Optional.of("a type of its country's own, not one of ICAO's"));
        }
        features();
    }

    private Optional<String> name() {
        return value("surname")
                .map(surname ->
                        value("givenNames").map(given -> surname + ", " + given).orElse(surname));
    }

    /** The category of a permit, or the type of a seal, an IDB or a VDS-NC. */
    private Optional<String> kind() {
        Optional<String> category = value("category").map(key -> "residence permit, " + key.replace('-', ' '));
        Optional<String> profile = value("profile").flatMap(profiles::byId).map(Profile::name);
        Optional<String> vdsNc =
                value("type").flatMap(VdsNcTypes.standard()::find).map(VdsNcType::name);
        return category.or(() -> profile)
                .or(() -> value("profile").flatMap(DocumentText::idb))
                .or(() -> vdsNc)
                .or(() -> value("type").map(type -> "of type " + type + ", not known here"));
    }

    private static Optional<String> idb(String id) {
        return IdbTable.standard().documents().stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .map(IdbDocument::name);
    }

    private Optional<String> right() {
        return value("rightFrom")
                .map(from -> "from " + from
                        + value("rightUntil")
                                .map(until -> until.equals("unlimited") ? ", unlimited" : " until " + until)
                                .orElse(""));
    }

    private Optional<String> travelDocument() {
        return value("travelDocumentNumber")
                .map(number -> Stream.of(
                                Optional.of(number),
                                value("travelDocumentIssuer").map(issuer -> "of " + issuer),
                                value("travelDocumentUntil").map(until -> "until " + until))
                        .flatMap(Optional::stream)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(number));
    }

    /** A terminal cannot show it, but whoever compares the face must know that there is one. */
    private Optional<String> photo() {
        return value("photo").map(base64 -> {
            int bytes = Base64.getDecoder().decode(base64).length;
            return "in the code (" + value("photoType").orElse("picture") + ", " + bytes
                    + " bytes); the verifier page shows it, --save-face saves it";
        });
    }

    /** What the profile of a seal names beyond the fields above; a zone keeps its lines. */
    private void features() {
        if (document.get("features") instanceof Map<?, ?> features) {
            features.forEach((name, value) -> {
                if (!document.containsKey(name)) {
                    row(String.valueOf(name), Optional.of(String.valueOf(value)));
                }
            });
        }
    }

    private void row(String field, Optional<String> text, String conditions) {
        row(
                field,
                text.map(word ->
                        word + value(conditions).map(more -> ": " + more).orElse("")));
    }

    private void row(String field, Optional<String> text) {
        if (text.isEmpty()) {
            return;
        }
        String label = label(field);
        for (String line : text.get().lines().toList()) {
            out.printf(Locale.ROOT, "    %-22s %s%n", label, Printable.of(line));
            label = "";
        }
    }

    /** The name of a feature that has no words yet is better than nothing. */
    private static String label(String field) {
        return WORDS.find("field", field).orElse(Printable.of(field));
    }

    private static String birth(String date) {
        if (date.equals("0000-00-00")) {
            return "unknown";
        }
        return date.endsWith("-00-00")
                ? date.substring(0, 4) + " (month and day unknown)"
                : date.endsWith("-00") ? date.substring(0, 7) + " (day unknown)" : date;
    }

    private static String yes(String word) {
        return word.equals("yes") ? "allowed" : "not allowed";
    }

    private Optional<String> value(String field) {
        return document.get(field) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
