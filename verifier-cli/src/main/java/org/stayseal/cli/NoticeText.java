package org.stayseal.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.stayseal.spec.registry.Messages;
import org.stayseal.spec.trust.LegalEffect;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.verify.AppliedNotice;
import org.stayseal.spec.verify.Verdict;

/** The notices that decided something and the legal effect of the signer, for a person at a terminal (VER-68). An address is words, and never opened. */
final class NoticeText {

    private static final Messages WORDS = Messages.of("en");

    private NoticeText() {}

    /** Nothing for a code whose signature does not fit, or that no notice and no legal effect speaks of. */
    static void print(PrintStream out, Verdict verdict) {
        boolean signed = verdict.checks().stream()
                .anyMatch(check ->
                        check.name().equals("signature") && check.result() == org.stayseal.spec.verify.Result.PASSED);
        if (!signed) {
            return;
        }
        List<String> languages =
                List.of(Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag());
        for (AppliedNotice notice : verdict.notices()) {
            out.println();
            notice(out, notice, languages);
        }
        verdict.legalEffect().ifPresent(effect -> {
            out.println();
            legalEffect(out, effect);
        });
    }

    private static void notice(PrintStream out, AppliedNotice applied, List<String> languages) {
        Notice notice = applied.notice();
        String what = WORDS.text("notice", notice.kind().word())
                .replace("{newEnd}", notice.newEnd().map(LocalDate::toString).orElse(""))
                .replace("{until}", notice.until().map(LocalDate::toString).orElse(""))
                .replace(
                        "{printedEnd}",
                        applied.printedEnd().map(LocalDate::toString).orElse(""))
                .replace("{act}", notice.act().reference());
        out.println("  " + Printable.of(what));
        out.println("    "
                + Printable.of(LocalText.forReader(notice.text(), languages).value()));
        String where = notice.act().uri().isPresent() ? "address" : "published";
        out.println("    "
                + Printable.of(WORDS.text("notice", where)
                        .replace("{published}", notice.act().published().toString())
                        .replace("{uri}", notice.act().uri().orElse(""))));
    }

    private static void legalEffect(PrintStream out, LegalEffect effect) {
        out.println("  " + WORDS.text("legalEffect", "title") + ": " + Printable.of(effect.notification()));
        if (!effect.territory().isEmpty()) {
            out.println("    "
                    + Printable.of(WORDS.text("legalEffect", "territory")
                            .replace("{territory}", String.join(", ", effect.territory()))));
        }
        if (effect.onlyWithPassport()) {
            out.println("    " + WORDS.text("legalEffect", "onlyWithPassport"));
        }
    }
}
