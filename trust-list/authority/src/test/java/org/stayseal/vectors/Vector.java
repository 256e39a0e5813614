package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;

/**
 * One case.
 *
 * @param name folder and file without ending; says the fault
 * @param why the fault, and the rule that it breaks
 * @param code the bytes of the code
 * @param asked what is asked, and when
 * @param trust what the verifier knows
 * @param outcome expected
 * @param reason expected, leading
 */
record Vector(
        String name, String why, byte[] code, Asking asked, Trust trust, Outcome outcome, Optional<Reason> reason) {

    /**
     * What is asked.
     *
     * @param clock the machine's time
     * @param at the instant asked about, if one is
     * @param mrz the lines printed on the document, if they are given
     * @param passportMrz those of the passport, if they are given
     * @param continuations the texts of codes given as continuations
     */
    record Asking(
            Instant clock,
            Optional<Instant> at,
            Optional<Purpose> purpose,
            Optional<String> mrz,
            Optional<String> passportMrz,
            List<String> continuations) {
        static Asking now() {
            return new Asking(
                    UtopianVectors.NOW,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        Asking purpose(Purpose asked) {
            return new Asking(clock, at, Optional.of(asked), mrz, passportMrz, continuations);
        }

        Asking at(String instant) {
            return new Asking(clock, Optional.of(Instant.parse(instant)), purpose, mrz, passportMrz, continuations);
        }

        Asking clock(String instant) {
            return new Asking(Instant.parse(instant), at, purpose, mrz, passportMrz, continuations);
        }

        Asking mrz(String lines) {
            return new Asking(clock, at, purpose, Optional.of(lines), passportMrz, continuations);
        }

        Asking beside(String... codes) {
            return new Asking(clock, at, purpose, mrz, passportMrz, List.of(codes));
        }

        /** The question to a verifier. */
        Asked asked() {
            return new Asked(
                    purpose,
                    at,
                    Optional.empty(),
                    mrz,
                    passportMrz,
                    continuations.stream()
                            .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            .toList());
        }

        Asking passportMrz(String lines) {
            return new Asking(clock, at, purpose, mrz, Optional.of(lines), continuations);
        }
    }

    /**
     * What the verifier knows.
     *
     * @param root the fingerprint that it was given
     * @param snapshot a file in {@code spec/vectors/trust}; none: it has no list
     */
    record Trust(String root, Optional<String> snapshot) {}

    Map<String, @Nullable Object> json(Map<String, @Nullable Object> verdict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("why", why);
        json.put(
                "code",
                isText()
                        ? Map.of("text", new String(code, StandardCharsets.US_ASCII))
                        : Map.of("hex", Hex.encode(code)));
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("clock", asked.clock().toString());
        asked.at().ifPresent(at -> question.put("at", at.toString()));
        asked.purpose().ifPresent(purpose -> question.put("purpose", purpose.key()));
        asked.mrz().ifPresent(lines -> question.put("mrz", lines));
        asked.passportMrz().ifPresent(lines -> question.put("passportMrz", lines));
        if (!asked.continuations().isEmpty()) {
            question.put("continuations", asked.continuations());
        }
        json.put("question", question);
        Map<String, Object> knows = new LinkedHashMap<>();
        knows.put("root", trust.root());
        trust.snapshot().ifPresent(file -> knows.put("snapshot", "trust/" + file));
        json.put("trust", knows);
        json.put("verdict", verdict);
        return json;
    }

    /** A text is given as one types it: white space around it would be taken away (VER-11), so that such a code is given in hex. */
    private boolean isText() {
        if (code.length > 0 && (code[0] == ' ' || code[code.length - 1] == ' ')) {
            return false;
        }
        for (byte b : code) {
            if (b < 0x20 || b > 0x7E) {
                return false;
            }
        }
        return true;
    }
}
