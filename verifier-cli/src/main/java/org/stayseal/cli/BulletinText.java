package org.stayseal.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.stayseal.spec.registry.Messages;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.LocalText;

/** What the authority tells its verifiers of incidents, for a person at a terminal (TRUST-236, VER-87). It changes no answer. */
final class BulletinText {

    private static final Messages WORDS = Messages.of("en");

    private BulletinText() {}

    static void print(PrintStream out, List<Bulletin> bulletins, String indent) {
        List<String> languages =
                List.of(Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag());
        for (Bulletin bulletin : bulletins) {
            LocalText words = LocalText.forReader(bulletin.text(), languages);
            out.println(indent
                    + WORDS.text("bulletin", bulletin.severity().word()).toUpperCase(Locale.ROOT) + ": "
                    + Printable.of(words.value()));
            out.println(indent + "  "
                    + WORDS.text("bulletin", "dates")
                            .replace("{id}", bulletin.id())
                            .replace("{published}", bulletin.published().toString())
                            .replace("{until}", bulletin.until().toString()));
        }
    }
}
