package org.stayseal.spec.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.receipt.Receipt.Answer;
import org.stayseal.spec.receipt.Receipt.Lists;
import org.stayseal.spec.receipt.Receipt.NeighbourList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a receipt in its one form (RCPT-1). */
public final class ReceiptWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReceiptWriter() {}

    /** The file: the canonical form, and a line feed. */
    public static byte[] file(Receipt receipt) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("record", record(receipt));
        file.put("sha256", Hex.encode(hash(receipt)));
        receipt.timeStamp()
                .ifPresent(token -> file.put(
                        "timeStamp",
                        Map.of("token", java.util.Base64.getEncoder().encodeToString(token.der()))));
        return (new String(canonical(file), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 over the canonical form of the record, 32 bytes: what a time stamp is asked for (RCPT-3). */
    public static byte[] hash(Receipt receipt) {
        return Sha256.of(canonical(record(receipt)));
    }

    /** What to call the file, which says nothing of the person (RCPT-15). */
    public static String fileName(Receipt receipt) {
        return "stayseal-receipt-" + receipt.checkedAt().toString().replaceAll("[-:]", "") + ".json";
    }

    private static byte[] canonical(Object value) {
        JsonNode node = JSON.valueToTree(value);
        return CanonicalJson.bytes(node);
    }

    private static Map<String, @Nullable Object> record(Receipt receipt) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", Receipt.TYPE);
        json.put("version", 1);
        json.put("software", receipt.software());
        json.put("checkedAt", receipt.checkedAt().toString());
        json.put("clock", "verifier");
        receipt.judgedAt().map(Instant::toString).ifPresent(at -> json.put("judgedAt", at));
        json.put("purpose", receipt.purpose().map(Purpose::key).orElse(null));
        Map<String, Object> code = new LinkedHashMap<>();
        code.put("format", receipt.code().format());
        receipt.code().identity().ifPresent(identity -> code.put("identity", identity));
        receipt.code().sha256().ifPresent(hash -> code.put("sha256", hash));
        json.put("code", code);
        json.put("verdict", answer(receipt.answer()));
        json.put("lists", receipt.lists().map(ReceiptWriter::lists).orElse(null));
        receipt.embedded().ifPresent(embedded -> json.put("embedded", embedded(embedded)));
        return json;
    }

    private static Map<String, @Nullable Object> answer(Answer answer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("outcome", answer.outcome().name());
        json.put("reason", answer.reason().orElse(null));
        json.put("authentic", answer.authentic().name());
        json.put("right", answer.right().name());
        json.put("holder", answer.holder().name());
        List<Object> checks = new ArrayList<>();
        for (Receipt.CheckMade check : answer.checks()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", check.name());
            one.put("question", check.question().name().toLowerCase(java.util.Locale.ROOT));
            one.put("result", check.result().name());
            one.put("reason", check.reason().orElse(null));
            checks.add(one);
        }
        json.put("checks", checks);
        return json;
    }

    private static Map<String, Object> lists(Lists lists) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root", lists.root());
        json.put("country", lists.country());
        json.put("demo", lists.demo());
        json.put("sequence", lists.sequence());
        json.put("madeAt", lists.madeAt().toString());
        json.put("validUntil", lists.validUntil().toString());
        Optional<NeighbourList> neighbour = lists.neighbour();
        neighbour.ifPresent(one -> json.put(
                "neighbour",
                Map.of(
                        "country",
                        one.country(),
                        "sequence",
                        one.sequence(),
                        "madeAt",
                        one.madeAt().toString(),
                        "validUntil",
                        one.validUntil().toString())));
        return json;
    }

    private static Map<String, Object> embedded(Receipt.Embedded embedded) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", embedded.code().json());
        json.put("photo", embedded.photo());
        if (!embedded.continuations().isEmpty()) {
            json.put(
                    "continuations",
                    embedded.continuations().stream().map(KeptCode::json).toList());
        }
        return json;
    }
}
