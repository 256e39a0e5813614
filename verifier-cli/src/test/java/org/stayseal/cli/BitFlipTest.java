package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.barcode.ReadResult;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No code that is VALID is still VALID with a bit of it flipped: every VALID vector, and every sample; over the code as it is printed and, where the print
 * only wraps them, over the bytes inside, wrapped again.
 *
 * <p>Here a small part of the bits of every code is flipped; with {@code -Dstayseal.flips=samples} every bit of the samples, with
 * {@code -Dstayseal.flips=all} every bit of every code, which takes long.
 */
class BitFlipTest {

    private static final String WHICH = System.getProperty("stayseal.flips", "few");
    private static final int FEW = 197;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Most codes are judged under the same few lists. */
    private static final Map<String, Snapshot> LISTS = new ConcurrentHashMap<>();

    /** A code that is VALID under these lists. */
    record Valid(String name, byte[] code, Verifier verifier, Asked asked) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Valid> valid() throws Exception {
        List<Valid> all = new ArrayList<>(samples());
        try (Stream<Path> files = Files.walk(Session.vectors())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode vector = JSON.readTree(Files.readString(file));
                if (vector.path("verdict").path("outcome").asString("").equals("VALID")) {
                    all.add(vector(vector));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void isNotValidWithABitFlipped(Valid valid) throws Exception {
        assertThat(valid.verifier().verify(valid.code(), valid.asked()).outcome())
                .isEqualTo(Outcome.VALID);
        flip(valid, valid.code(), code -> code);
        String text = new String(valid.code(), StandardCharsets.ISO_8859_1);
        if (text.startsWith(CredentialDecoder.PREFIX)) {
            flip(valid, CredentialDecoder.bytesOf(text), BitFlipTest::credential);
        } else if (text.startsWith(LiveCode.PREFIX)) {
            flip(valid, LiveCode.bytesOf(text), message -> ascii(LiveCode.PREFIX + Base45.encode(message)));
        } else if (IdbDecoder.looksLikeIdb(valid.code())) {
            flip(valid, IdbDecoder.decode(valid.code()).content(), content -> ascii("RDB1B" + Base32.encode(content)));
        }
    }

    private static void flip(Valid valid, byte[] bytes, UnaryOperator<byte[]> wrapped) throws FormatException {
        List<Integer> stillValid = new ArrayList<>();
        int step =
                WHICH.equals("all") || WHICH.equals("samples") && valid.name().startsWith("samples/") ? 1 : FEW;
        // Codes of different names begin at different bits.
        for (int bit = Math.floorMod(valid.name().hashCode(), step); bit < 8 * bytes.length; bit += step) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            byte[] code = wrapped.apply(flipped);
            if (valid.verifier().verify(code, valid.asked()).outcome() == Outcome.VALID && !sameContent(valid, code)) {
                stillValid.add(bit);
            }
        }
        assertThat(stillValid).isEmpty();
    }

    /** CRED-5: the unused bits at the end of a zlib stream are no part of a credential, which is the same in another wrapping. */
    private static boolean sameContent(Valid valid, byte[] code) throws FormatException {
        String text = new String(code, StandardCharsets.ISO_8859_1);
        return text.startsWith(CredentialDecoder.PREFIX)
                && Arrays.equals(
                        CredentialDecoder.bytesOf(text),
                        CredentialDecoder.bytesOf(new String(valid.code(), StandardCharsets.ISO_8859_1)));
    }

    private static List<Valid> samples() throws Exception {
        Path folder = Session.root().resolve("samples");
        Pin pin = Pin.parse(Files.readString(folder.resolve("root.txt")).strip());
        Verifier verifier = verifier(folder.resolve("snapshot.zip"), pin, Session.NOW);
        List<Valid> all = new ArrayList<>();
        for (String name : List.of(
                "valid-full", "valid-work", "valid-bank", "valid-stay", "valid-seal", "valid-idb", "valid-vds-nc")) {
            ReadResult found = Session.EYES.apply(Files.readAllBytes(folder.resolve(name + ".png")));
            byte[] code = ((ReadResult.Found) found).codes().get(0).bytes();
            all.add(new Valid("samples/" + name, code, verifier, Asked.residence()));
        }
        return all;
    }

    private static Valid vector(JsonNode vector) throws Exception {
        JsonNode code = vector.required("code");
        JsonNode question = vector.required("question");
        JsonNode trust = vector.required("trust");
        Pin pin = new Pin(Fingerprint.parse(trust.required("root").stringValue()));
        Path lists = Session.vectors().resolve(trust.required("snapshot").stringValue());
        Asked asked = Asked.residence();
        if (question.has("purpose")) {
            asked = asked.purpose(
                    Purpose.ofKey(question.get("purpose").stringValue()).orElseThrow());
        }
        if (question.has("at")) {
            asked = asked.at(Instant.parse(question.get("at").stringValue()));
        }
        if (question.has("continuations")) {
            asked = asked.continuations(question.get("continuations")
                    .valueStream()
                    .map(text -> ascii(text.stringValue()))
                    .toList());
        }
        return new Valid(
                vector.required("name").stringValue(),
                code.has("hex")
                        ? HexFormat.of().parseHex(code.get("hex").stringValue())
                        : Verifier.typed(code.required("text").stringValue()),
                verifier(lists, pin, Instant.parse(question.required("clock").stringValue())),
                asked);
    }

    private static Verifier verifier(Path snapshot, Pin pin, Instant now) throws Exception {
        Snapshot lists = LISTS.get(snapshot + " " + pin.fingerprint());
        if (lists == null) {
            lists = Snapshots.open(Files.readAllBytes(snapshot), pin).taken().orElseThrow();
            LISTS.put(snapshot + " " + pin.fingerprint(), lists);
        }
        return new Verifier(lists.trustSource(), lists.statusSource(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] credential(byte[] cose) {
        return ascii(CredentialDecoder.PREFIX + Base45.encode(BoundedInflate.deflate(cose)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
