package org.stayseal.operator;

import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.ceremony.Ceremony;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.DryRun;
import org.stayseal.trust.authority.ceremony.RootStep;

/** What people look at before they sign. */
final class CeremonyWords {

    private CeremonyWords() {}

    static void head(Console console, CeremonyFile file) {
        Ceremony ceremony = file.ceremony();
        console.line("ceremony   " + ceremony.number() + " of " + ceremony.country() + ", "
                + ceremony.environment().word());
        console.line("title      " + ceremony.title());
        console.line("reason     " + ceremony.reason());
        console.line("from       " + ceremony.at());
        console.line("authority  " + ceremony.root());
        console.line("digest     " + file.digest().spoken());
    }

    /** Everything that changes, as the replay of the file gives it: not what the file says of itself. */
    static void changes(Console console, DryRun run) {
        console.line("what it changes:");
        run.changes().forEach(change -> console.line("  " + change));
        run.file().ceremony().rootStep().map(RootStep::root).ifPresent(root -> root(console, root));
        run.warnings().forEach(warning -> console.line("  look at this: " + warning));
    }

    private static void root(Console console, Root root) {
        console.line("  root " + root.head().sequence() + ", good until "
                + root.head().nextUpdate());
        for (Role role : Role.values()) {
            RoleKeys keys = root.role(role);
            console.line("    " + role.word() + ": " + keys.threshold() + " of "
                    + keys.keys().size());
            keys.keys().stream().map(TrustKey::kid).forEach(kid -> console.line("      " + kid));
            keys.second()
                    .ifPresent(second -> console.line("    " + role.word() + ", second keys: " + second.threshold()
                            + " of " + second.keys().size()));
        }
    }
}
