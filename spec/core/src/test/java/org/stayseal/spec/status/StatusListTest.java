package org.stayseal.spec.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.Hex;

class StatusListTest {

    @Test
    void theExampleOfTheDraftHasTheEntriesThatItSays() throws FormatException {
        StatusList list = StatusList.inflate(1, Hex.decode("78dadbb918000217015d", "X-1"));
        int[] expected = {1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1};
        assertThat(IntStream.range(0, list.size()).map(i -> list.get(i).orElseThrow()))
                .containsExactly(Arrays.stream(expected).boxed().toArray(Integer[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void whatIsSetIsReadAndNothingElseChanges(int bits) throws FormatException {
        Random random = new Random(bits);
        int[] expected = new int[4_096];
        StatusList.Builder builder = StatusList.builder(bits, expected.length);
        for (int i = 0; i < 20_000; i++) {
            int index = random.nextInt(expected.length);
            expected[index] = random.nextInt(1 << bits);
            builder.set(index, expected[index]);
        }
        StatusList list = StatusList.inflate(bits, builder.build().deflate());
        assertThat(IntStream.range(0, list.size())
                        .map(i -> list.get(i).orElseThrow())
                        .toArray())
                .isEqualTo(expected);
    }

    @Test
    void anIndexBeyondTheListIsNoEntryAndNeverValid() {
        StatusList list = StatusList.builder(2, 16).build();
        assertThat(list.get(15)).hasValue(0);
        assertThat(list.get(16)).isEmpty();
        assertThat(list.get(-1)).isEmpty();
        assertThat(list.get(0xFFFF_FFFFL)).isEmpty();
        assertThat(list.get(1L << 32)).isEmpty();
    }

    @Test
    void aListIsFilledOnlyWithinItsBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(3, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(2, 15));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(2, StatusList.MAX_ENTRIES + 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusList.builder(2, 16).set(16, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusList.builder(2, 16).set(0, 4));
    }

    @Test
    void aFullListOfNothingButZerosIsRead() throws FormatException {
        StatusList list = StatusList.builder(8, StatusList.MAX_ENTRIES).build();
        assertThat(StatusList.inflate(8, list.deflate())).isEqualTo(list);
    }

    @Test
    void aListOfOneByteTooManyIsRefusedWhileItInflates() {
        byte[] stream = BoundedInflate.deflate(new byte[StatusList.MAX_ENTRIES / 4 + 1]);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> StatusList.inflate(2, stream))
                .matches(e -> e.rule().equals("STATUS-3"));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> StatusList.inflate(2, BoundedInflate.deflate(new byte[0])))
                .matches(e -> e.rule().equals("STATUS-3"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, encoding_",
        "2, encoding2_",
        "1, encoding1_long_",
        "2, encoding2_long_",
        "4, encoding4_",
        "8, encoding8_"
    })
    void theDraftsEncodingsHoldTheSameListInCborAndJson(int bits, String name) throws IOException, FormatException {
        StatusList cbor = ofCbor(Files.readString(Conformance.path("status-list/status_list_" + name + "cbor.txt")));
        StatusList json = ofJson(Files.readString(Conformance.path("status-list/status_list_" + name + "json.txt")));
        assertThat(cbor).isEqualTo(json);
        assertThat(cbor.bits()).isEqualTo(bits);
        assertThat(StatusList.inflate(bits, cbor.deflate())).isEqualTo(cbor);
    }

    /** Appendix C of the draft names the entries of its long lists; every other is 0. */
    @Test
    void theDraftsLongListsHaveTheEntriesThatItsAppendixNames() throws IOException, FormatException {
        long[] ones = {0, 1993, 25460, 159495, 495669, 554353, 645645, 723232, 854545, 934534, 1000345};
        StatusList one = ofCbor(Files.readString(Conformance.path("status-list/status_list_encoding1_long_cbor.txt")));
        assertThat(one.size()).isEqualTo(1 << 20);
        assertThat(IntStream.range(0, one.size())
                        .filter(i -> one.get(i).orElseThrow() != 0)
                        .asLongStream()
                        .toArray())
                .isEqualTo(ones);
        StatusList two = ofCbor(Files.readString(Conformance.path("status-list/status_list_encoding2_long_cbor.txt")));
        assertThat(two.get(0)).hasValue(1);
        assertThat(two.get(1993)).hasValue(2);
        assertThat(two.get(25460)).hasValue(1);
        assertThat(two.get(159495)).hasValue(3);
        assertThat(two.get(495669)).hasValue(1);
        assertThat(two.get(554353)).hasValue(1);
        assertThat(two.get(645645)).hasValue(2);
        assertThat(two.get(723232)).hasValue(1);
        assertThat(two.get(854545)).hasValue(1);
        assertThat(two.get(934534)).hasValue(2);
        assertThat(two.get(1000345)).hasValue(3);
    }

    private static StatusList ofCbor(String file) throws FormatException {
        Matcher hex = Pattern.compile("(?m)^a2[0-9a-f\\s]+").matcher(file);
        assertThat(hex.find()).isTrue();
        CBORObject map = CBORObject.DecodeFromBytes(Hex.decode(hex.group().replaceAll("\\s", ""), "X-1"));
        assertThat(map.get("lst").getType()).isEqualTo(CBORType.ByteString);
        return StatusList.inflate(map.get("bits").AsInt32(), map.get("lst").GetByteString());
    }

    private static StatusList ofJson(String file) throws FormatException {
        Matcher json =
                Pattern.compile("\"bits\": (\\d),\\s+\"lst\": \"([^\"]+)\"").matcher(file);
        assertThat(json.find()).isTrue();
        byte[] stream = Base64.getUrlDecoder().decode(json.group(2).replaceAll("\\s", ""));
        return StatusList.inflate(Integer.parseInt(json.group(1)), stream);
    }
}
