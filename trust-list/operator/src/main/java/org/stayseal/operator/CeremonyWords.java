package org.stayseal.operator;

import java.util.List;
import org.stayseal.trust.authority.ceremony.Ceremony;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.DryRun;
import org.stayseal.trust.authority.ceremony.Step;

/** What people look at before they sign: everything that the file would do, and no word that is only the file's own. */
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
    static void changes(Console console, DryRun run, Holders holders) {
        console.line("what it changes:");
        run.changes().forEach(change -> console.line("  " + change));
        run.warnings().forEach(warning -> console.line("  LOOK AT THIS: " + warning));
        steps(console, run.file(), StepWords.of(run, holders));
    }

    /** Everything that stands in the file, where there is no register to replay it on. */
    static void fileAlone(Console console, CeremonyFile file, Holders holders) {
        steps(console, file, StepWords.ofFileAlone(holders));
    }

    private static void steps(Console console, CeremonyFile file, StepWords words) {
        List<Step> steps = file.ceremony().steps();
        for (int i = 0; i < steps.size(); i++) {
            console.line("step " + (i + 1) + " of " + steps.size() + ": "
                    + steps.get(i).word());
            words.lines(steps.get(i)).forEach(line -> console.line("  " + line));
        }
    }
}
