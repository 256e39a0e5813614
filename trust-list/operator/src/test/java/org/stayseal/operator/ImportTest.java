package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Germany's master list of 571 certificates, as it was published. */
@Tag("whole")
class ImportTest {

    private static final Path LIST = Session.root().resolve("../shared/conformance/masterlist/germany-2025-08-14.ml");
    private static final String THEN = "2025-08-14T12:00:00Z";
    private static final String AUTHORITY = "2084aed7a991b3158e63ad750d3dc38bc6c9dcf5958f28d1162f49884e91ada8";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheConformanceData() {
        assumeThat(Files.exists(LIST)).as("the conformance data is there").isTrue();
    }

    @Test
    void nothingIsTakenBeforeAPersonComparedTheAuthorityBehindTheList() {
        Path out = folder.resolve("taken.pem");
        Session session = Session.run("import", "--at", THEN, "--out", out.toString(), LIST.toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("nobody has compared", AUTHORITY);
        assertThat(out).doesNotExist();
        String wrong = AUTHORITY.replace('2', '3');
        assertThat(Session.run("import", "--at", THEN, "--authority", wrong, LIST.toString())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void everyCertificateIsTakenOrRefusedWithItsReasonAndWhatWasTakenCanBeImportedAgain() {
        Path out = folder.resolve("taken.pem");
        Session session =
                Session.run("import", "--at", THEN, "--authority", AUTHORITY, "--out", out.toString(), LIST.toString());
        assertThat(session.exit()).as(session.err()).isEqualTo(2);
        assertThat(session.out().lines().filter(line -> line.startsWith("taken    ")))
                .hasSize(546);
        assertThat(session.out().lines().filter(line -> line.startsWith("refused  ")))
                .hasSize(25)
                .allSatisfy(line -> assertThat(line).matches("refused  no\\. \\d+, .*: .{10,}"));
        Session again = Session.run("import", "--at", THEN, out.toString());
        assertThat(again.out()).contains("certificates of authorities: 546 taken, 0 refused");
        assertThat(again.exit()).isZero();
    }

    @Test
    void theResultIsAlsoJson() {
        Session session = Session.run("import", "--json", "--at", THEN, "--authority", AUTHORITY, LIST.toString());
        JsonNode json = JsonMapper.shared().readTree(session.out());
        assertThat(json.get("taken")).hasSize(546);
        assertThat(json.get("refused")).hasSize(25);
        assertThat(json.get("authority").get("compared").booleanValue()).isTrue();
    }

    @Test
    void whatIsNothingOfAllThisIsRefusedWithTheRule() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "hello");
        Session session = Session.run("import", file.toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("TRUST-110");
        assertThat(Session.run("import", folder.resolve("y").toString()).exit()).isEqualTo(66);
    }
}
