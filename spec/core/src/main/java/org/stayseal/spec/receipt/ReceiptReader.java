package org.stayseal.spec.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.json.StrictJson;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.receipt.Receipt.Answer;
import org.stayseal.spec.receipt.Receipt.CheckMade;
import org.stayseal.spec.receipt.Receipt.Code;
import org.stayseal.spec.receipt.Receipt.Embedded;
import org.stayseal.spec.receipt.Receipt.Lists;
import org.stayseal.spec.receipt.Receipt.NeighbourList;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.verify.Check.Question;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;

/** Reads a receipt to the letter of docs 70. What it says is the word of whoever shows it; that it was read proves nothing. */
public final class ReceiptReader {

    private static final int MAX_BYTES = Limits.value("maxReceiptBytes");
    private static final int MAX_CHECKS = 32;
    private static final StrictJson JSON = new StrictJson(
            "RCPT-1",
            StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(MAX_BYTES)
                    .maxNumberLength(20)
                    .maxNameLength(MAX_BYTES)
                    .build());

    private static final Pattern SOFTWARE = Pattern.compile("[\\x20-\\x7E]{1,64}");
    private static final Pattern FORMAT = Pattern.compile("vds|credential|idb|vds-nc|continuation|unknown");
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CHECK = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern REASON = Pattern.compile("[A-Z0-9_]{1,64}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}");
    private static final Set<Result> ANSWERS = Set.of(Result.PASSED, Result.FAILED, Result.INDETERMINATE);
    private static final Set<Result> HOLDERS = Set.of(Result.LIVE, Result.MATCHED, Result.COMPARE, Result.MISMATCH);

    private ReceiptReader() {}

    /** @throws FormatException for anything but one receipt by docs 70 */
    public static Receipt read(byte[] file) throws FormatException {
        JsonNode object = JSON.object(file, MAX_BYTES);
        if (!isCanonical(object, file)) {
            throw FormatException.wrongFormat("RCPT-1", "not in the canonical form");
        }
        Members members = new Members(object);
        members.exactly("RCPT-2", Set.of("record", "sha256"), Set.of("timeStamp"));
        Members record = members.object("record", "RCPT-2");
        String hash = members.text("sha256", SHA_256, "RCPT-3");
        refuseOthers(record);
        if (!hash.equals(Hex.encode(Sha256.of(CanonicalJson.bytes(record.node()))))) {
            throw FormatException.wrongFormat("RCPT-3", "the hash is not that of the record");
        }
        Optional<TimeStampToken> token = members.has("timeStamp")
                ? Optional.of(token(members.object("timeStamp", "RCPT-16")))
                : Optional.empty();
        return record(record, token);
    }

    private static boolean isCanonical(JsonNode object, byte[] file) {
        if (!CanonicalJson.isWritable(object) || CanonicalJson.hasUnpairedSurrogate(object) || hasNegative(object)) {
            return false;
        }
        int end = file.length > 0 && file[file.length - 1] == '\n' ? file.length - 1 : file.length;
        return Arrays.equals(CanonicalJson.bytes(object), Arrays.copyOf(file, end));
    }

    private static boolean hasNegative(JsonNode value) {
        return value.isNumber() ? value.longValue() < 0 : value.valueStream().anyMatch(ReceiptReader::hasNegative);
    }

    /** RCPT-4: the type is looked at first, then the version. */
    private static void refuseOthers(Members record) throws FormatException {
        if (!record.text("type", "RCPT-4").equals(Receipt.TYPE)) {
            throw FormatException.wrongFormat("RCPT-4", "of another type");
        }
        if (record.number("version", 0, "RCPT-4") != 1) {
            throw FormatException.unsupported("RCPT-4", "a receipt of another version");
        }
    }

    private static Receipt record(Members record, Optional<TimeStampToken> token) throws FormatException {
        record.exactly(
                "RCPT-4",
                Set.of("type", "version", "software", "checkedAt", "clock", "purpose", "code", "verdict", "lists"),
                Set.of("judgedAt", "embedded"));
        String software = record.text("software", SOFTWARE, "RCPT-5");
        Instant checkedAt = record.time("checkedAt", "RCPT-6");
        record.text("clock", Pattern.compile("verifier"), "RCPT-6");
        Optional<Instant> judgedAt =
                record.has("judgedAt") ? Optional.of(record.time("judgedAt", "RCPT-6")) : Optional.empty();
        Optional<Purpose> purpose = purpose(record);
        Code code = code(record.object("code", "RCPT-8"));
        Answer answer = answer(record.object("verdict", "RCPT-9"));
        Optional<Lists> lists =
                record.isNull("lists") ? Optional.empty() : Optional.of(lists(record.object("lists", "RCPT-11")));
        if (record.has("embedded") != answer.isToBeKept(purpose)) {
            throw FormatException.wrongFormat("RCPT-12", "a code that is not to be kept, or none where one is");
        }
        Optional<Embedded> embedded = record.has("embedded")
                ? Optional.of(embedded(record.object("embedded", "RCPT-12"), code))
                : Optional.empty();
        return new Receipt(software, checkedAt, judgedAt, purpose, code, answer, lists, embedded, token);
    }

    private static Optional<Purpose> purpose(Members record) throws FormatException {
        if (record.isNull("purpose")) {
            return Optional.empty();
        }
        Optional<Purpose> purpose = Purpose.ofKey(record.text("purpose", "RCPT-7"));
        if (purpose.isEmpty()) {
            throw FormatException.wrongFormat("RCPT-7", "no such purpose");
        }
        return purpose;
    }

    private static Code code(Members code) throws FormatException {
        code.exactly("RCPT-8", Set.of("format"), Set.of("identity", "sha256"));
        String format = code.text("format", FORMAT, "RCPT-8");
        if (code.has("sha256") && !code.has("identity")) {
            throw FormatException.wrongFormat("RCPT-8", "a hash of a code without an identity");
        }
        return new Code(
                format, optional(code, "identity", IDENTITY, "RCPT-8"), optional(code, "sha256", SHA_256, "RCPT-8"));
    }

    private static Optional<String> optional(Members object, String name, Pattern form, String rule)
            throws FormatException {
        return object.has(name) ? Optional.of(object.text(name, form, rule)) : Optional.empty();
    }

    private static Answer answer(Members verdict) throws FormatException {
        verdict.exactly("RCPT-9", "outcome", "reason", "authentic", "right", "holder", "checks");
        List<CheckMade> checks = new ArrayList<>();
        for (Members check : verdict.objects("checks", MAX_CHECKS, "RCPT-9")) {
            check.exactly("RCPT-9", "name", "question", "result", "reason");
            checks.add(new CheckMade(
                    check.text("name", CHECK, "RCPT-9"),
                    question(check),
                    check.word("result", Result.class, "RCPT-9"),
                    reason(check)));
        }
        Answer answer = new Answer(
                verdict.word("outcome", Outcome.class, "RCPT-9"),
                reason(verdict),
                oneOf(ANSWERS, verdict, "authentic"),
                oneOf(ANSWERS, verdict, "right"),
                oneOf(HOLDERS, verdict, "holder"),
                checks);
        if (!answer.agrees()) {
            throw FormatException.wrongFormat("RCPT-10", "the outcome does not fit the answers");
        }
        return answer;
    }

    private static Question question(Members check) throws FormatException {
        String text = check.text("question", "RCPT-9");
        for (Question question : Question.values()) {
            if (question.name().toLowerCase(Locale.ROOT).equals(text)) {
                return question;
            }
        }
        throw FormatException.wrongFormat("RCPT-9", "no such question");
    }

    private static Optional<String> reason(Members object) throws FormatException {
        return object.isNull("reason") ? Optional.empty() : Optional.of(object.text("reason", REASON, "RCPT-9"));
    }

    private static Result oneOf(Set<Result> words, Members verdict, String name) throws FormatException {
        Result result = verdict.word(name, Result.class, "RCPT-9");
        if (!words.contains(result)) {
            throw FormatException.wrongFormat("RCPT-9", name + " has another word than the rule says");
        }
        return result;
    }

    private static Lists lists(Members lists) throws FormatException {
        String rule = "RCPT-11";
        lists.exactly(rule, Set.of("root", "country", "demo", "sequence", "madeAt", "validUntil"), Set.of("neighbour"));
        return new Lists(
                lists.text("root", SHA_256, rule),
                lists.text("country", COUNTRY, rule),
                lists.flag("demo", rule),
                lists.number("sequence", 1, rule),
                lists.time("madeAt", rule),
                lists.time("validUntil", rule),
                lists.has("neighbour") ? Optional.of(neighbour(lists.object("neighbour", rule))) : Optional.empty());
    }

    private static NeighbourList neighbour(Members list) throws FormatException {
        String rule = "RCPT-11";
        list.exactly(rule, "country", "sequence", "madeAt", "validUntil");
        return new NeighbourList(
                list.text("country", COUNTRY, rule),
                list.number("sequence", 1, rule),
                list.time("madeAt", rule),
                list.time("validUntil", rule));
    }

    private static Embedded embedded(Members embedded, Code code) throws FormatException {
        embedded.exactly("RCPT-12", Set.of("code", "photo"), Set.of("continuations"));
        KeptCode kept = KeptCode.read(embedded.object("code", "RCPT-13"));
        boolean photo = embedded.flag("photo", "RCPT-12");
        List<KeptCode> continuations = new ArrayList<>();
        if (embedded.has("continuations")) {
            for (Members one : embedded.objects("continuations", Limits.value("maxContinuations"), "RCPT-12")) {
                continuations.add(KeptCode.read(one));
            }
        }
        if (!code.sha256().equals(Optional.of(Hex.encode(Sha256.of(kept.bytes()))))) {
            throw FormatException.wrongFormat("RCPT-13", "the hash is not that of the embedded code");
        }
        return new Embedded(kept, photo, continuations);
    }

    private static TimeStampToken token(Members timeStamp) throws FormatException {
        timeStamp.exactly("RCPT-16", "token");
        Optional<byte[]> der = KeptCode.base64(timeStamp.text("token", "RCPT-16"));
        if (der.isEmpty() || der.get().length == 0 || der.get().length > TimeStampToken.MAX_BYTES) {
            throw FormatException.wrongFormat("RCPT-16", "a token of a wrong length or form");
        }
        return new TimeStampToken(der.get());
    }
}
