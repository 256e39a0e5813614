package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbContent;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.idb.IdbMessage;
import org.stayseal.spec.idb.IdbTable;

class IdbFuzzTest {

    private static final String FLAGS = "ABCD";
    /** A frontier worker's messages, unsigned; the same as if signed; a masked date. */
    private static final List<String> CONTENTS = List.of(
            "00D9C5610A86010E8406FE45EB11FE45",
            "01D9C501AABBCCDDEE0F7134610386010E7F4000" + "11".repeat(63),
            "02D9C561098601118404FC319EF5",
            "03D9C503AABBCCDDEE000F713461050901310804" + "7F04AABBCCDD");

    static Stream<byte[]> codes() {
        List<byte[]> codes = new ArrayList<>(Seeds.codes("RDB1"));
        contents().map(IdbFuzzTest::code).forEach(codes::add);
        return Seeds.start(codes);
    }

    static Stream<byte[]> flaggedContents() {
        List<byte[]> all = new ArrayList<>(contents().toList());
        for (byte[] code : Seeds.codes("RDB1")) {
            try {
                byte[] content = IdbDecoder.decode(code).content();
                byte[] flagged = new byte[content.length + 1];
                flagged[0] = (byte) FLAGS.indexOf(code[4]);
                System.arraycopy(content, 0, flagged, 1, content.length);
                all.add(flagged);
            } catch (FormatException e) {
                // Only what decodes has a content.
                continue;
            }
        }
        return Seeds.start(all);
    }

    private static Stream<byte[]> contents() {
        return CONTENTS.stream().map(hex -> {
            try {
                return Hex.decode(hex, "IDB-5");
            } catch (FormatException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** A code from its content: the first byte says which of the four flags, the rest is what Base32, and zlib, hold. */
    private static byte[] code(byte[] flagged) {
        int flag = flagged.length == 0 ? 0 : flagged[0] & 3;
        byte[] content = Arrays.copyOfRange(flagged, Math.min(1, flagged.length), flagged.length);
        String text = "RDB1" + FLAGS.charAt(flag) + Base32.encode(flag > 1 ? BoundedInflate.deflate(content) : content);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @MethodSource("codes")
    @FuzzTest
    void aCodeThatIsReadIsTheTextOfItsContent(byte[] code) {
        hold(code);
    }

    @MethodSource("flaggedContents")
    @FuzzTest
    void aContentThatIsReadIsWrittenAgainToTheSameBytes(byte[] flagged) {
        hold(code(flagged));
    }

    private static void hold(byte[] code) {
        Idb tolerant;
        try {
            tolerant = IdbDecoder.decodeTolerant(code);
        } catch (FormatException e) {
            assertThat(e.rule()).matches("IDB-[0-9]+|VDS-9");
            return;
        }
        meaning(tolerant);
        assertThat(tolerant.identity()).hasSize(16);
        try {
            Idb strict = IdbDecoder.decode(code);
            assertThat(strict).isEqualTo(tolerant);
            assertThat(strict.deviations()).isEmpty();
            assertThat(strict.content()).isEqualTo(written(strict));
            if (!strict.compressed()) {
                String text = strict.text();
                assertThat(text).isEqualTo(text.substring(0, 5) + Base32.encode(strict.content()));
            }
        } catch (FormatException e) {
            assertThat(tolerant.deviations())
                    .as("what only the tolerant reader takes deviates")
                    .isNotEmpty();
        }
    }

    /** What the messages mean: taken strictly, it is taken tolerantly, too, and the same. */
    private static void meaning(Idb idb) {
        IdbContent strict;
        try {
            strict = IdbTable.standard().read(idb);
        } catch (FormatException e) {
            strict = null;
        }
        try {
            IdbContent tolerant = IdbTable.standard().readTolerant(idb);
            if (strict != null) {
                assertThat(tolerant.values()).isEqualTo(strict.values());
            }
        } catch (FormatException e) {
            assertThat(strict)
                    .as("refused only by the tolerant reader: " + e.rule())
                    .isNull();
        }
    }

    /** Message group, certificate and signature put together again after the header as received. */
    private static byte[] written(Idb idb) {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        for (IdbMessage message : idb.messages()) {
            tlv(group, message.tag(), message.value());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(idb.content(), 0, idb.groupStart());
        tlv(out, 0x61, group.toByteArray());
        assertThat(out.toByteArray()).isEqualTo(idb.signedBytes());
        idb.certificate().ifPresent(der -> tlv(out, 0x7E, der));
        if (idb.signed()) {
            tlv(out, 0x7F, idb.signature());
        }
        return out.toByteArray();
    }

    private static void tlv(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        out.writeBytes(DerLength.encode(value.length));
        out.writeBytes(value);
    }
}
