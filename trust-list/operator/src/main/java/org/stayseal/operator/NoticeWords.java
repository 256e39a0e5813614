package org.stayseal.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;

/** A notice in full, and what it does to permits (TRUST-140 to TRUST-144). */
final class NoticeWords {

    private NoticeWords() {}

    static List<String> lines(Notice notice) {
        List<String> lines = new ArrayList<>();
        ServiceWords.add(lines, "id", notice.id());
        ServiceWords.add(
                lines, "kind", notice.kind().word() + ", " + notice.state().word());
        ServiceWords.add(
                lines, "act", notice.act().reference() + ", of " + notice.act().published());
        notice.act().uri().ifPresent(uri -> ServiceWords.add(lines, "", uri));
        ServiceWords.texts(lines, "text", notice.text());
        NoticeScope scope = notice.scope();
        ServiceWords.add(lines, "countries", ServiceWords.joined(scope.countries()));
        ServiceWords.add(lines, "documents", ServiceWords.joined(scope.documentTypes()));
        ServiceWords.add(lines, "categories", orAll(scope.categories(), "all"));
        ServiceWords.add(lines, "codes", orAll(scope.documentCodes(), "all document codes"));
        if (scope.signers().isEmpty()) {
            ServiceWords.add(lines, "signers", "all");
        }
        scope.signers().forEach(signer -> ServiceWords.add(lines, "signer", signer));
        scope.endsFrom().ifPresent(day -> ServiceWords.add(lines, "ends from", day.toString()));
        scope.endsUntil().ifPresent(day -> ServiceWords.add(lines, "ends until", day.toString()));
        scope.signedUntil().ifPresent(day -> ServiceWords.add(lines, "signed until", day.toString()));
        notice.newEnd().ifPresent(day -> ServiceWords.add(lines, "new end", day.toString()));
        notice.from().ifPresent(day -> ServiceWords.add(lines, "from", day.toString()));
        notice.until().ifPresent(day -> ServiceWords.add(lines, "until", day.toString()));
        return lines;
    }

    /** What becomes of permits, for somebody who is to sign it. */
    static String effect(Notice notice) {
        String applies = notice.from().map(day -> "from " + day + " on").orElse("as soon as the verifier has the list");
        if (notice.kind() == Notice.Kind.EXTENSION) {
            return reached(notice.scope()) + " are good until the end of "
                    + notice.newEnd().orElseThrow() + " for every verifier, " + applies
                    + ". What was revoked stays revoked.";
        }
        return reached(notice.scope()) + " are good for nothing until the end of "
                + notice.until().orElseThrow() + " for every verifier, " + applies
                + ". After that day they are as they were.";
    }

    /** What becomes of permits when it applies to nothing any more. */
    static String undone(Notice notice) {
        return notice.kind() == Notice.Kind.EXTENSION
                ? "For good: permits that it extended end on their printed day again, and those whose day is over are expired at once."
                : "For good: permits that it suspended are good again, as far as nothing else is said of them.";
    }

    private static String reached(NoticeScope scope) {
        String which = "Permits of " + ServiceWords.joined(scope.countries()) + ", types "
                + ServiceWords.joined(scope.documentTypes()) + ", "
                + (scope.categories().isEmpty()
                        ? "of every category"
                        : "of the categories " + ServiceWords.joined(scope.categories()))
                + (scope.documentCodes().isEmpty()
                        ? ""
                        : ", with the document codes " + ServiceWords.joined(scope.documentCodes()))
                + (scope.signers().isEmpty() ? "" : ", of " + scope.signers().size() + " named signers");
        String ends = scope.endsFrom().map(day -> " from " + day).orElse("")
                + scope.endsUntil().map(day -> " until " + day).orElse("");
        return which
                + (ends.isEmpty() ? ", whatever their printed end" : ", with a printed end" + ends)
                + scope.signedUntil()
                        .map(day -> ", signed until " + day)
                        .orElse(", whenever they were or will be signed,");
    }

    private static String orAll(Set<String> some, String all) {
        return some.isEmpty() ? all : ServiceWords.joined(some);
    }
}
