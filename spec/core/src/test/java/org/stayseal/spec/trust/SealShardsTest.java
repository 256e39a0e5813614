package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;

class SealShardsTest {

    private static final String DOCUMENT = "seal-revocations.json";

    @Test
    void theExampleOfTheSpecificationIsOneFileOfEightBytes() {
        SealShards shards = SealShards.of(Map.of("0d5a3c1f9be7264490c2b1a7de03f5a8", 1));

        SortedMap<String, byte[]> files = shards.files(DOCUMENT);
        assertThat(files).containsOnlyKeys("seal-revocations/0d.bin");
        assertThat(HexFormat.of().formatHex(files.get("seal-revocations/0d.bin")))
                .isEqualTo("5a3c1f9be7264401");
        assertThat(shards.named().get(13).sha256())
                .contains("801344f8da379a85bdd83771f43c5abfed779f901b832c868b56613652d070ac");
    }

    @Test
    void everyListedSealIsFoundAndNoOther() {
        SplittableRandom random = new SplittableRandom(20261123);
        Map<String, Integer> statuses = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            statuses.put(identity(random), 1 + random.nextInt(3));
        }

        SealShards shards = SealShards.of(statuses);

        assertThat(shards.count()).isEqualTo(statuses.size());
        statuses.forEach((identity, status) ->
                assertThat(shards.of(bytes(identity))).as(identity).isEqualTo(OptionalInt.of(status)));
        for (int i = 0; i < 20_000; i++) {
            String other = identity(random);
            assertThat(shards.of(bytes(other))).as(other).isEmpty();
        }
    }

    @Test
    void theEdgesOfAShardAreFound() {
        SealShards shards = SealShards.of(Map.of("00".repeat(16), 3, "ff".repeat(16), 1, "00" + "ff".repeat(15), 2));

        assertThat(shards.of(bytes("00".repeat(16)))).hasValue(3);
        assertThat(shards.of(bytes("ff".repeat(16)))).hasValue(1);
        assertThat(shards.of(bytes("00" + "ff".repeat(15)))).hasValue(2);
        assertThat(shards.of(bytes("ff" + "00".repeat(15)))).isEmpty();
        assertThat(shards.of(bytes("7f" + "00".repeat(15)))).isEmpty();
    }

    @Test
    void ofTwoSealsThatAgreeInEightBytesTheGraverStatusStands() {
        assertThat(both(1, 3)).hasValue(1);
        assertThat(both(3, 1)).hasValue(1);
        assertThat(both(2, 1)).hasValue(1);
        assertThat(both(2, 3)).hasValue(3);
        assertThat(both(3, 2)).hasValue(3);
        assertThat(both(2, 2)).hasValue(2);
    }

    private static OptionalInt both(int one, int other) {
        SealShards shards = SealShards.of(
                Map.of("0123456789abcdef" + "00".repeat(8), one, "0123456789abcdef" + "11".repeat(8), other));
        assertThat(shards.count()).isEqualTo(1);
        return shards.of(bytes("0123456789abcdef" + "22".repeat(8)));
    }

    @Test
    void whatIsWrittenIsReadBack() throws FormatException {
        SealShards shards =
                SealShards.of(Map.of("0d5a3c1f9be7264490c2b1a7de03f5a8", 1, "1d5a3c1f9be7264490c2b1a7de03f5a8", 2));
        SealRevocations list = new SealRevocations(head(), shards);
        SortedMap<String, byte[]> files = shards.files(DOCUMENT);

        SealShards read = SealShards.read(list, DOCUMENT, name -> Optional.ofNullable(files.get(name)));

        assertThat(read.files(DOCUMENT)).containsExactlyEntriesOf(files);
        assertThat(list.isSharded()).isTrue();
    }

    @Test
    void aShardOfAnotherFormIsRefused() {
        refused("");
        refused("5a3c1f9be72644");
        refused("5a3c1f9be726440102");
        refused("5a3c1f9be7264400");
        refused("5a3c1f9be7264404");
        refused("5a3c1f9be72644ff");
        refused("5a3c1f9be72644015a3c1f9be7264402");
        refused("5a3c1f9be72644015a3c1f9be7264301");
    }

    @Test
    void aShardOfMoreThanItsBoundIsRefused() throws FormatException {
        byte[] file = new byte[(SealShard.MAX_COUNT + 1) * SealShard.ENTRY_LENGTH];
        for (int i = 0; i <= SealShard.MAX_COUNT; i++) {
            file[i * 8 + 4] = (byte) (i >> 16);
            file[i * 8 + 5] = (byte) (i >> 8);
            file[i * 8 + 6] = (byte) i;
            file[i * 8 + 7] = 1;
        }

        assertThat(SealShard.read(Arrays.copyOf(file, file.length - 8)).count()).isEqualTo(65_536);
        assertThatThrownBy(() -> SealShard.read(file)).isInstanceOf(FormatException.class);
    }

    @Test
    void aFileThatTheListDoesNotNameIsRefused() {
        SealShards shards = SealShards.of(Map.of("0d5a3c1f9be7264490c2b1a7de03f5a8", 1));
        SealRevocations list = new SealRevocations(head(), shards);
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of("seal-revocations/0d.bin", bytes("5a3c1f9be7264402")));

        assertThatThrownBy(() -> SealShards.read(list, DOCUMENT, name -> Optional.ofNullable(files.get(name))))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("STATUS-57"));
        assertThatThrownBy(() -> SealShards.read(list, DOCUMENT, name -> Optional.empty()))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void namesOfShardsAreTakenToTheLetter() {
        assertThat(SealShards.name(DOCUMENT, 13)).isEqualTo("seal-revocations/0d.bin");
        assertThat(SealShards.name("seal-revocations-ATL.json", 255)).isEqualTo("seal-revocations-ATL/ff.bin");
        assertThat(SealShards.isName(DOCUMENT, "seal-revocations/0d.bin")).isTrue();
        for (String other : new String[] {
            "seal-revocations/0D.bin",
            "seal-revocations/d.bin",
            "seal-revocations-ATL/0d.bin",
            "seal-revocations/0d.bin2",
            DOCUMENT
        }) {
            assertThat(SealShards.isName(DOCUMENT, other)).as(other).isFalse();
        }
    }

    private static void refused(String hex) {
        assertThatThrownBy(() -> SealShard.read(bytes(hex)))
                .as(hex)
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("STATUS-56"));
    }

    private static Head head() {
        return new Head(
                "UTO",
                Environment.DEMO,
                3,
                Instant.parse("2026-11-22T12:00:00Z"),
                Instant.parse("2026-11-25T12:00:00Z"));
    }

    private static String identity(SplittableRandom random) {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
