package org.stayseal.trust.authority;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;

/** A reader of its own: imports snapshots into a store, one after the other, and says what it does, until it ends or is killed. */
final class ImportingProcess {

    private ImportingProcess() {}

    /** @param arguments store, fingerprint, then snapshot files; begins once a byte comes in */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Clock clock = Clock.fixed(Utopia.NOW.plusSeconds(3600), ZoneOffset.UTC);
        TrustStore store = TrustStore.at(Path.of(arguments[0]), clock);
        Pin pin = new Pin(Fingerprint.parse(arguments[1]));
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            byte[] zip = Files.readAllBytes(Path.of(file));
            System.out.println("importing " + file);
            SnapshotResult result = store.take(zip, pin);
            System.out.println(
                    result instanceof SnapshotResult.Refused refused
                            ? refused.reason() + " " + refused.words()
                            : result.getClass().getSimpleName());
        }
    }
}
