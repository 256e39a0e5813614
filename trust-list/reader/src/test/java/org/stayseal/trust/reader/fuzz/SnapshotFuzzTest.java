package org.stayseal.trust.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotArchive;
import org.stayseal.trust.reader.Snapshots;

class SnapshotFuzzTest {

    private static final Pin PIN = Published.pin();
    private static final Set<String> KNOWN = new HashSet<>();

    static {
        Published.snapshots().stream()
                .filter(zip -> Snapshots.open(zip, PIN).taken().isPresent())
                .forEach(zip -> KNOWN.add(content(zip)));
    }

    static Stream<byte[]> seeds() {
        return Published.start(Published.snapshots());
    }

    @MethodSource("seeds")
    @FuzzTest
    void anArchiveIsWrittenAgainToTheSameFilesAndOnlyWhatTheKeysSignedIsTaken(byte[] zip) {
        if (Snapshots.open(zip, PIN).taken().isPresent()) {
            assertThat(KNOWN).contains(content(zip));
        }
        SortedMap<String, byte[]> files;
        try {
            files = SnapshotArchive.read(zip);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("TRUST-");
            return;
        }
        byte[] written = SnapshotArchive.write(files);
        assertThat(content(written)).isEqualTo(content(zip));
    }

    /** Names and bytes of the files in it: two archives of the same content may differ in how they pack it. */
    private static String content(byte[] zip) {
        try {
            StringBuilder content = new StringBuilder();
            SnapshotArchive.read(zip)
                    .forEach((name, bytes) -> content.append(name)
                            .append('=')
                            .append(HexFormat.of().formatHex(bytes))
                            .append('\n'));
            return content.toString();
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }
}
