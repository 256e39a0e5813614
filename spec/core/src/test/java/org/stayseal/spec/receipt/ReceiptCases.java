package org.stayseal.spec.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.json.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes {@code spec/vectors/receipt/cases.json} from verdicts of other vectors: receipts that are good, and such that break one rule of docs 70. */
final class ReceiptCases {

    /**
     * One receipt.
     *
     * @param file its bytes
     * @param expected {@code READ}, or the kind of the fault and its rule
     */
    record Case(String name, String why, byte[] file, String expected) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Case> cases = new ArrayList<>();
    private final ObjectNode work;
    private final ObjectNode stay;

    ReceiptCases() throws IOException {
        this.work = record("credential/valid-work", "work");
        this.stay = record("credential/valid-stay", "stay");
        good();
        file();
        members();
        verdict();
        lists();
        embedded();
        timeStamp();
    }

    List<Case> all() {
        return cases;
    }

    private void good() throws IOException {
        read("valid-work", "a receipt for an employer, with the code", work, text -> text);
        read("valid-stay", "for a landlord, without it", stay, text -> text);
        read("without-line-feed", "the line feed at the end is missing (RCPT-1)", stay, String::strip);
        read("valid-seal", "a seal, whose bytes are no text", record("seal/valid-at-border", "full"), text -> text);
        read(
                "revoked",
                "INVALID, so that nothing is embedded (RCPT-12)",
                record("status/revoked", "work"),
                text -> text);
        ObjectNode none = changed(stay, record -> {
            record.putNull("lists");
            record.putNull("purpose");
        });
        read("without-lists-and-purpose", "no list at hand, and no purpose asked about", none, text -> text);
        read(
                "judged-at-another-instant",
                "asked about another instant (RCPT-6)",
                changed(stay, record -> record.put("judgedAt", "2026-12-24T00:00:00Z")),
                text -> text);
        read(
                "unknown-reason",
                "a reason of a later version (RCPT-9)",
                changed(stay, record -> ((ObjectNode) check(record)).put("reason", "SOMETHING_NEW")),
                text -> text);
        read(
                "neighbour",
                "by a neighbour's list (RCPT-11)",
                changed(stay, record -> {
                    ObjectNode neighbour = ((ObjectNode) record.get("lists")).putObject("neighbour");
                    neighbour.put("country", "ATL").put("sequence", 3);
                    neighbour.put("madeAt", "2026-11-22T06:00:00Z").put("validUntil", "2026-11-29T06:00:00Z");
                }),
                text -> text);
        read(
                "base64-code",
                "a code with a byte that is no text (RCPT-13)",
                changed(
                        work,
                        record -> embed(record, new byte[] {
                            (byte) 0xDC, 3, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'
                        })),
                text -> text);
        read(
                "continuation",
                "with a continuation that counted",
                changed(
                        work,
                        record -> ((ObjectNode) record.get("embedded"))
                                .putArray("continuations")
                                .addObject()
                                .put("text", "RPC1:0000000000000000")),
                text -> text);
        cases.add(new Case(
                "time-stamp",
                "a token, which a reader of receipts does not open (RCPT-16)",
                stamped("MAMCAQA="),
                "READ"));
    }

    private void file() {
        String rule = "RCPT-1";
        wrong("two-line-feeds", "two line feeds at the end", stay, text -> text + "\n", rule);
        wrong("space-before", "a space before it", stay, text -> " " + text, rule);
        wrong("byte-order-mark", "a byte order mark", stay, text -> "\uFEFF" + text, rule);
        wrong("pretty", "with white space", stay, text -> text.replace("\":\"", "\": \""), rule);
        wrong("other-order", "sha256 before record", stay, ReceiptCases::turned, rule);
        wrong(
                "escaped-letter",
                "a letter as an escape",
                stay,
                text -> text.replace("\"stay\"", "\"st\\u0061y\""),
                rule);
        wrong(
                "number-with-fraction",
                "1.0 is no form of 1",
                stay,
                text -> text.replace("\"version\":1", "\"version\":1.0"),
                rule);
        wrong(
                "negative-number",
                "a negative number",
                stay,
                text -> text.replace("\"sequence\":7", "\"sequence\":-7"),
                rule);
        wrong(
                "large-number",
                "2^53",
                stay,
                text -> text.replace("\"sequence\":7", "\"sequence\":9007199254740992"),
                rule);
        wrong(
                "member-twice",
                "a member twice",
                stay,
                text -> text.replace("\"clock\":", "\"clock\":\"verifier\",\"clock\":"),
                rule);
        wrong("second-object", "another object after it", stay, text -> text + "{}", rule);
        wrong("array", "no object", stay, text -> "[" + text.strip() + "]", rule);
        wrong("cut", "the last character is missing", stay, text -> text.substring(0, text.length() - 2), rule);
        wrong(
                "too-deep",
                "nine deep",
                changed(stay, record -> record.put("software", "x")),
                text -> text.replace("\"x\"", "[[[[[[[]]]]]]]"),
                rule);
        byte[] broken = text(stay).getBytes(StandardCharsets.UTF_8);
        broken[broken.length / 2] = (byte) 0xFF;
        cases.add(new Case("not-utf-8", "a byte that is no UTF-8", broken, "WRONG_FORMAT RCPT-1"));
        wrong("too-long", "more bytes than maxReceiptBytes", stay, text -> text + " ".repeat(131_072), rule);
    }

    private void members() {
        wrong(
                "unknown-member",
                "a member beside record and sha256",
                stay,
                text -> text.replace("{\"record\"", "{\"name\":\"x\",\"record\""),
                "RCPT-2");
        wrong("no-record", "no record", stay, text -> "{\"sha256\":\"" + "0".repeat(64) + "\"}\n", "RCPT-2");
        wrong(
                "other-hash",
                "the hash of another record",
                stay,
                text -> text.replace("\"purpose\":\"stay\"", "\"purpose\":\"bank\""),
                "RCPT-3");
        wrong("hash-in-upper-case", "digits in upper case", stay, text -> upperHash(text), "RCPT-3");
        broken("other-type", "another type", record -> record.put("type", "receipt"), "RCPT-4");
        broken("no-type", "no type", record -> record.remove("type"), "RCPT-4");
        broken("version-as-text", "the version as a text", record -> record.put("version", "1"), "RCPT-4");
        unsupported(
                "version-2",
                "a later version, with a member of it",
                record -> record.put("version", 2).put("new", true));
        broken("unknown-member-of-record", "a name in the record", record -> record.put("name", "Sample"), "RCPT-4");
        broken("no-clock", "it is not said whose clock", record -> record.remove("clock"), "RCPT-4");
        broken("empty-software", "an empty name of the program", record -> record.put("software", ""), "RCPT-5");
        broken("long-software", "65 characters", record -> record.put("software", "x".repeat(65)), "RCPT-5");
        broken(
                "software-not-ascii",
                "a letter that is not ASCII",
                record -> record.put("software", "prüfen"),
                "RCPT-5");
        broken(
                "time-with-fraction",
                "a fraction of a second",
                record -> record.put("checkedAt", "2026-11-22T12:00:00.5Z"),
                "RCPT-6");
        broken(
                "time-with-offset",
                "an offset",
                record -> record.put("checkedAt", "2026-11-22T12:00:00+01:00"),
                "RCPT-6");
        broken(
                "day-that-does-not-exist",
                "31 November",
                record -> record.put("checkedAt", "2026-11-31T12:00:00Z"),
                "RCPT-6");
        broken("other-clock", "a clock that somebody vouches for", record -> record.put("clock", "trusted"), "RCPT-6");
        broken("other-purpose", "no such purpose", record -> record.put("purpose", "rent"), "RCPT-7");
        broken("purpose-as-number", "the purpose as a number", record -> record.put("purpose", 3), "RCPT-7");
        broken("other-format", "no such format", record -> code(record).put("format", "rp1"), "RCPT-8");
        broken(
                "hash-without-identity",
                "a hash of a code without an identity",
                record -> code(record).remove("identity"),
                "RCPT-8");
        broken("short-identity", "30 digits", record -> code(record).put("identity", "0".repeat(30)), "RCPT-8");
        broken(
                "null-identity",
                "null for one that is not there",
                record -> code(record).putNull("identity"),
                "RCPT-8");
    }

    private void verdict() {
        broken(
                "detail",
                "the detail of a check, which may name a person",
                record -> check(record).put("detail", "x"),
                "RCPT-9");
        broken("document", "what the code says", record -> answer(record).putObject("document"), "RCPT-9");
        broken("no-checks", "no checks", record -> answer(record).putArray("checks"), "RCPT-9");
        broken("many-checks", "33 checks", ReceiptCases::fill, "RCPT-9");
        broken(
                "name-in-upper-case",
                "the name of a check in upper case",
                record -> check(record).put("name", "Format"),
                "RCPT-9");
        broken(
                "reason-in-lower-case",
                "a reason in lower case",
                record -> answer(record).put("reason", "expired"),
                "RCPT-9");
        broken("no-such-result", "no such result", record -> check(record).put("result", "GOOD"), "RCPT-9");
        broken("no-such-question", "no such question", record -> check(record).put("question", "face"), "RCPT-9");
        broken(
                "holder-passed",
                "an answer that holder cannot have",
                record -> answer(record).put("holder", "PASSED"),
                "RCPT-9");
        broken(
                "valid-with-a-failure",
                "VALID, and not authentic",
                record -> answer(record).put("authentic", "FAILED"),
                "RCPT-10");
        broken(
                "valid-and-open",
                "VALID, and the right is open",
                record -> answer(record).put("right", "INDETERMINATE"),
                "RCPT-10");
        broken(
                "invalid-without-a-failure",
                "INVALID, and nothing failed",
                record -> answer(record).put("outcome", "INVALID"),
                "RCPT-10");
    }

    private void lists() {
        broken(
                "lists-without-root",
                "lists without a root",
                record -> list(record).remove("root"),
                "RCPT-11");
        broken("sequence-0", "sequences begin with 1", record -> list(record).put("sequence", 0), "RCPT-11");
        broken("demo-as-text", "true as a text", record -> list(record).put("demo", "true"), "RCPT-11");
        broken("country-of-four", "four letters", record -> list(record).put("country", "UTOP"), "RCPT-11");
        broken("time-of-list", "a day for a time", record -> list(record).put("madeAt", "2026-11-22"), "RCPT-11");
        broken(
                "null-neighbour",
                "null for one that is not there",
                record -> list(record).putNull("neighbour"),
                "RCPT-11");
    }

    private void embedded() {
        broken(
                "code-for-a-landlord",
                "a code that is not to be kept",
                record -> record.set("embedded", work.get("embedded").deepCopy()),
                "RCPT-12");
        atWork(
                "work-without-code",
                "a code that is to be kept is missing",
                record -> record.remove("embedded"),
                "RCPT-12");
        atWork(
                "code-of-a-refused-permit",
                "INVALID, and a code all the same",
                record -> answer(record).put("right", "FAILED").put("outcome", "INVALID"),
                "RCPT-12");
        atWork(
                "code-whose-signature-was-not-checked",
                "no check of its signature passed",
                ReceiptCases::unsigned,
                "RCPT-12");
        atWork(
                "photo-not-said",
                "it is not said whether there is a photo",
                record -> kept(record).remove("photo"),
                "RCPT-12");
        atWork(
                "no-continuations",
                "an empty list of continuations",
                record -> kept(record).putArray("continuations"),
                "RCPT-12");
        atWork("many-continuations", "17 continuations", ReceiptCases::fillContinuations, "RCPT-12");
        atWork(
                "text-and-base64",
                "the code twice",
                record -> ((ObjectNode) kept(record).get("code")).put("base64", "AAAA"),
                "RCPT-13");
        atWork("text-as-base64", "base64 of what is text", ReceiptCases::asBase64, "RCPT-13");
        atWork(
                "line-feed-in-text",
                "a text with a line feed",
                record -> ((ObjectNode) kept(record).get("code")).put("text", "RP1:\n00000000000000"),
                "RCPT-13");
        atWork("short-code", "15 bytes", record -> embed(record, new byte[15]), "RCPT-13");
        atWork("long-code", "4,297 bytes", record -> embed(record, new byte[4297]), "RCPT-13");
        atWork(
                "base64-without-padding",
                "base64 without padding",
                record -> kept(record).putObject("code").put("base64", "A".repeat(22)),
                "RCPT-13");
        atWork(
                "hash-of-another-code",
                "the hash of another code",
                record -> code(record).put("sha256", "0".repeat(64)),
                "RCPT-13");
        atWork(
                "no-hash-of-the-code",
                "an embedded code without its hash",
                record -> code(record).remove("sha256"),
                "RCPT-13");
    }

    private void timeStamp() {
        cases.add(new Case("empty-token", "a token without bytes", stamped(""), "WRONG_FORMAT RCPT-16"));
        cases.add(new Case("token-in-base64url", "a token in base64url", stamped("-_8="), "WRONG_FORMAT RCPT-16"));
        cases.add(new Case(
                "long-token",
                "a byte more than maxTimeStampBytes",
                stamped(Base64.getEncoder().encodeToString(new byte[16_385])),
                "WRONG_FORMAT RCPT-16"));
        ObjectNode file = wrapped(stay);
        file.putNull("timeStamp");
        cases.add(new Case("null-time-stamp", "null for one that is not there", bytes(file), "WRONG_FORMAT RCPT-16"));
    }

    private byte[] stamped(String token) {
        ObjectNode file = wrapped(stay);
        file.putObject("timeStamp").put("token", token);
        return bytes(file);
    }

    private void read(String name, String why, ObjectNode record, UnaryOperator<String> change) {
        cases.add(new Case(name, why, change.apply(text(record)).getBytes(StandardCharsets.UTF_8), "READ"));
    }

    private void wrong(String name, String why, ObjectNode record, UnaryOperator<String> change, String rule) {
        byte[] file = change.apply(text(record)).getBytes(StandardCharsets.UTF_8);
        cases.add(new Case(name, why, file, "WRONG_FORMAT " + rule));
    }

    private void broken(String name, String why, Consumer<ObjectNode> change, String rule) {
        wrong(name, why, changed(stay, change), text -> text, rule);
    }

    private void atWork(String name, String why, Consumer<ObjectNode> change, String rule) {
        wrong(name, why, changed(work, change), text -> text, rule);
    }

    private void unsupported(String name, String why, Consumer<ObjectNode> change) {
        cases.add(new Case(name, why, bytes(wrapped(changed(stay, change))), "UNSUPPORTED RCPT-4"));
    }

    private static ObjectNode changed(ObjectNode record, Consumer<ObjectNode> change) {
        ObjectNode copy = record.deepCopy();
        change.accept(copy);
        return copy;
    }

    private static ObjectNode code(ObjectNode record) {
        return (ObjectNode) record.get("code");
    }

    private static ObjectNode answer(ObjectNode record) {
        return (ObjectNode) record.get("verdict");
    }

    private static ObjectNode check(ObjectNode record) {
        return (ObjectNode) answer(record).get("checks").get(0);
    }

    private static ObjectNode list(ObjectNode record) {
        return (ObjectNode) record.get("lists");
    }

    private static ObjectNode kept(ObjectNode record) {
        return (ObjectNode) record.get("embedded");
    }

    private static void fill(ObjectNode record) {
        ArrayNode checks = (ArrayNode) answer(record).get("checks");
        while (checks.size() < 33) {
            checks.add(check(record).deepCopy());
        }
    }

    private static void fillContinuations(ObjectNode record) {
        ArrayNode continuations = kept(record).putArray("continuations");
        for (int i = 0; i < 17; i++) {
            continuations.addObject().put("text", "RPC1:0000000000000000");
        }
    }

    private static void unsigned(ObjectNode record) {
        for (JsonNode check : answer(record).get("checks")) {
            if (check.get("name").stringValue().equals("signature")) {
                ((ObjectNode) check).put("result", "NOT_ASKED");
            }
        }
    }

    private static void asBase64(ObjectNode record) {
        String text = kept(record).get("code").get("text").stringValue();
        kept(record)
                .putObject("code")
                .put("base64", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void embed(ObjectNode record, byte[] code) {
        kept(record).putObject("code").put("base64", Base64.getEncoder().encodeToString(code));
        code(record).put("sha256", Hex.encode(Sha256.of(code)));
    }

    private static String turned(String text) {
        int at = text.indexOf(",\"sha256\":\"", text.length() - 80);
        return "{" + text.substring(at + 1, text.length() - 2) + "," + text.substring(1, at) + "}\n";
    }

    private static String upperHash(String text) {
        int at = text.length() - 67;
        return text.substring(0, at) + text.substring(at).toUpperCase(java.util.Locale.ROOT);
    }

    private static ObjectNode wrapped(ObjectNode record) {
        ObjectNode file = JSON.createObjectNode();
        file.set("record", record);
        file.put("sha256", Hex.encode(Sha256.of(CanonicalJson.bytes(record))));
        return file;
    }

    private static byte[] bytes(ObjectNode file) {
        return (new String(CanonicalJson.bytes(file), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ObjectNode record) {
        return new String(bytes(wrapped(record)), StandardCharsets.UTF_8);
    }

    /** The record of the check of a vector, as docs 70 makes it of code and verdict. */
    private static ObjectNode record(String vector, String purpose) throws IOException {
        JsonNode file =
                JSON.readTree(Files.readAllBytes(Conformance.root().resolve("spec/vectors/" + vector + ".json")));
        JsonNode verdict = file.get("verdict");
        JsonNode trust = verdict.get("trust");
        boolean isText = file.get("code").has("text");
        byte[] code = isText
                ? file.get("code").get("text").stringValue().getBytes(StandardCharsets.UTF_8)
                : java.util.HexFormat.of().parseHex(file.get("code").get("hex").stringValue());
        ObjectNode record = JSON.createObjectNode();
        record.put("type", "stayseal-receipt").put("version", 1).put("software", "stayseal 0.1.0");
        record.put("checkedAt", "2026-11-22T12:00:00Z").put("clock", "verifier").put("purpose", purpose);
        record.putObject("code")
                .put("format", verdict.get("format").stringValue())
                .put("identity", "00112233445566778899aabbccddeeff")
                .put("sha256", Hex.encode(Sha256.of(code)));
        ObjectNode lists = record.putObject("lists");
        lists.put("root", trust.get("root").stringValue())
                .put("country", trust.get("country").stringValue());
        lists.put("demo", trust.get("demo").booleanValue())
                .put("sequence", trust.get("listSequence").longValue());
        lists.put("madeAt", trust.get("madeAt").stringValue())
                .put("validUntil", trust.get("validUntil").stringValue());
        ObjectNode answer = record.putObject("verdict");
        for (String name : List.of("outcome", "reason", "authentic", "right", "holder")) {
            answer.set(name, verdict.get(name));
        }
        ArrayNode checks = answer.putArray("checks");
        for (JsonNode check : verdict.get("checks")) {
            ObjectNode made = checks.addObject();
            for (String name : List.of("name", "question", "result", "reason")) {
                made.set(name, check.get(name));
            }
        }
        if (purpose.equals("work") && !verdict.get("outcome").stringValue().equals("INVALID")) {
            ObjectNode embedded = record.putObject("embedded");
            embedded.putObject("code").put("text", new String(code, StandardCharsets.US_ASCII));
            embedded.put("photo", verdict.get("document").has("photo"));
        }
        return record;
    }
}
