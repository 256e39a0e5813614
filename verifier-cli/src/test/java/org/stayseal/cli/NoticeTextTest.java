package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person at a terminal reads of notices and of legal effect (VER-68). */
class NoticeTextTest {

    private static final String EXTENDED =
            "Extended until 2027-11-20 by Residence Act (Extension) Order 2026/3; printed end 2026-11-20";

    @TempDir
    private Path store;

    @Test
    void anExtensionIsSaidWithBothDaysTheActAndWhereItCanBeRead() throws Exception {
        String said = said("extension/credential");
        assertThat(said)
                .contains("VALID: EXTENDED_BY_NOTICE")
                .contains("Valid: an official notice extends it beyond its printed date. Compare the face.")
                .contains(EXTENDED)
                .contains("Published 2026-11-01, to be read at https://law.utopia.example/2026/3");
    }

    @Test
    void conditionsAreSaidBesideAnExtension() throws Exception {
        assertThat(said("extension/work-under-conditions"))
                .contains(EXTENDED)
                .contains("Allowed within the conditions stated.")
                .contains("    as a nurse");
    }

    @Test
    void aSuspensionIsSaidWithItsLastDayAndItsText() throws Exception {
        assertThat(said("suspension/seal"))
                .contains("INVALID: SUSPENDED")
                .contains("Suspended until 2026-11-22 by Decision 17/2026")
                .contains("Suspended while the register is repaired.")
                .contains("Published 2026-11-01");
    }

    @Test
    void aForgeryIsShownNoNoticeAndNoLegalEffect() throws Exception {
        assertThat(said("extension/forged")).doesNotContain(EXTENDED).doesNotContain("Legal effect");
    }

    @Test
    void theLegalEffectOfTheSignerIsSaid() throws Exception {
        assertThat(said("credential/valid-full"))
                .contains("Legal effect: Demo: gives no right anywhere")
                .contains("Territory: UT")
                .contains("Counts only together with a passport");
    }

    private String said(String name) throws Exception {
        JsonNode vector = JsonMapper.shared()
                .readTree(Files.readAllBytes(Session.vectors().resolve(name + ".json")));
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "--store",
                store.toString(),
                "--root",
                vector.required("trust").required("root").stringValue(),
                "--snapshot",
                Session.vectors()
                        .resolve(vector.required("trust").required("snapshot").stringValue())
                        .toString()));
        JsonNode purpose = vector.required("question").path("purpose");
        if (purpose.isString()) {
            arguments.addAll(List.of("--purpose", purpose.stringValue()));
        }
        JsonNode code = vector.required("code");
        boolean text = code.has("text");
        arguments.add(text ? "--text" : "--hex");
        arguments.add(code.required(text ? "text" : "hex").stringValue());
        return Session.run(
                        Instant.parse(
                                vector.required("question").required("clock").stringValue()),
                        new byte[0],
                        arguments.toArray(String[]::new))
                .out();
    }
}
