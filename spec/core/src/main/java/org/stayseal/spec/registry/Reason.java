package org.stayseal.spec.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Why a check ended as it did: the codes of {@code reasons.json}, in its order.
 *
 * <p>The names stand here so that code can say them; question, result, gravity and ICAO's words are read from the file.
 */
public enum Reason {
    INVALID_SIGNATURE,
    WRONG_FORMAT,
    FORGED_CONTINUATION,
    ALTERED_LIVE_CODE,
    SEAL_DOCUMENT_MISMATCH,
    SEAL_VISA_MISMATCH,
    SEAL_PASSPORT_MISMATCH,
    INVALID_SEAL_MRZ,
    UNTRUSTED_CERTIFICATE,
    REVOKED_CERTIFICATE,
    UNKNOWN_CERTIFICATE,
    OUT_OF_SCOPE,
    EXPIRED_CERTIFICATE,
    TEST_KEY,
    REVOKED,
    SUSPENDED,
    SUPERSEDED,
    NOT_YET_VALID,
    EXPIRED,
    CONTINUATION_NOT_VALID,
    CONTINUATION_OF_ANOTHER_PERMIT,
    CONTINUATION_TOO_LATE,
    PURPOSE_NOT_GRANTED,
    EXTENDED_BY_NOTICE,
    EXTENDED_BY_CONTINUATION,
    WITH_CONDITIONS,
    NOT_A_PERMIT,
    NOT_A_RESIDENCE_DOCUMENT,
    CONTINUATION_ALONE,
    PURPOSE_NOT_STATED,
    UNKNOWN_ROOT,
    NO_TRUST_LIST,
    TRUST_LIST_STALE,
    STATUS_UNKNOWN,
    STATUS_STALE,
    CLOCK_UNRELIABLE,
    UNSUPPORTED,
    NO_CODE_FOUND,
    STALE_LIVE_CODE,
    INVALID_PRINTED_MRZ,
    INVALID_VISA_MRZ,
    INVALID_PASSPORT_MRZ,
    ANOTHER_PASSPORT,
    LINES_NOT_COMPARED;

    /** ICAO's words for a reason (VER-40). */
    public record Icao(String status, String subIndication) {}

    private record Row(String question, String result, OptionalInt gravity, Optional<Icao> icao) {}

    private static final Map<String, Row> ROWS = rows();

    /** {@code authentic}, {@code right} or {@code holder}. */
    public String question() {
        return row().question();
    }

    /** The result that a check with this reason has: {@code PASSED}, {@code FAILED}, {@code INDETERMINATE}, {@code COMPARE} or {@code MISMATCH}. */
    public String result() {
        return row().result();
    }

    /** 1 (forged) to 6 (we do not know enough); empty for a reason that comes with {@code PASSED}. */
    public OptionalInt gravity() {
        return row().gravity();
    }

    /** What ICAO calls it for a seal, if it has a word. */
    public Optional<Icao> icao() {
        return row().icao();
    }

    private Row row() {
        Row row = ROWS.get(name());
        if (row == null) {
            throw new IllegalStateException("reasons.json has no " + name());
        }
        return row;
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new HashMap<>();
        for (JsonNode node : RegistryFile.read("reasons.json").required("reasons")) {
            JsonNode icao = node.path("icao");
            rows.put(
                    node.required("code").stringValue(),
                    new Row(
                            node.required("question").stringValue(),
                            node.required("result").stringValue(),
                            node.has("gravity")
                                    ? OptionalInt.of(node.required("gravity").intValue())
                                    : OptionalInt.empty(),
                            icao.isMissingNode()
                                    ? Optional.empty()
                                    : Optional.of(new Icao(
                                            icao.required("status").stringValue(),
                                            icao.required("subIndication").stringValue()))));
        }
        return rows;
    }
}
