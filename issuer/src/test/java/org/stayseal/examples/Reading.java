package org.stayseal.examples;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.FoundCode;
import org.stayseal.barcode.ReadResult;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;

/** From a picture or PDF to a verdict on each code in it, whatever its format. */
final class Reading {

    private Reading() {}

    static void verdicts(Path root, Path snapshot, Path picture, Clock clock, PrintStream out) throws Exception {
        // reading
        Snapshot lists = Snapshots.open(Snapshots.file(snapshot), Pin.parse(root.toString()))
                .taken()
                .orElseThrow();
        Verifier verifier = new Verifier(lists.trustSource(), lists.statusSource(), clock);
        if (new CodeReader().read(Files.readAllBytes(picture)) instanceof ReadResult.Found found) {
            for (FoundCode code : found.codes()) {
                Verdict verdict =
                        verifier.verify(code.bytes(), Asked.residence().purpose(Purpose.STAY));
                out.println(verdict.format() + " " + verdict.outcome() + " "
                        + verdict.reason().map(Reason::name).orElse("-"));
            }
        }
        // end
    }
}
