package org.stayseal.spec.trust;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;

/**
 * The files of a sharded seal revocation list (STATUS-55 to STATUS-59), by the first byte of the identities in them.
 *
 * @param shards those that have entries, by a number from 0 to 255
 */
public record SealShards(SortedMap<Integer, SealShard> shards) {

    /** Into how many files a list is sharded. */
    public static final int COUNT = 256;

    private static final String RULE = "STATUS-57";
    private static final Pattern BEHIND = Pattern.compile("/[0-9a-f]{2}\\.bin");
    private static final String JSON = ".json";
    private static final int FIRST = 16;

    /** Keeps its own map. */
    public SealShards {
        shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
        if (!shards.isEmpty() && (shards.firstKey() < 0 || shards.lastKey() >= COUNT)) {
            throw new IllegalArgumentException("shards are numbered from 0 to 255");
        }
    }

    /** What a list says of one of its files. */
    public record Named(int count, Optional<String> sha256) {
        /** Refuses a digest of nothing, and none of something. */
        public Named {
            if (count < 0
                    || count > SealShard.MAX_COUNT
                    || sha256.isPresent() == (count == 0)
                    || sha256.filter(digest -> !TreeHead.SHA256.matcher(digest).matches())
                            .isPresent()) {
                throw new IllegalArgumentException("a shard with entries has a digest, an empty one has none");
            }
        }
    }

    /**
     * Sorts listed seals into shards. Where two agree in their first eight bytes, the first of 1, 3, 2 stands.
     *
     * @param statuses 1 revoked, 2 suspended, 3 superseded, by identity: 32 lower-case hexadecimal digits
     */
    public static SealShards of(Map<String, Integer> statuses) {
        long[][] packed = new long[COUNT][];
        int[] counts = new int[COUNT];
        statuses.forEach((identity, status) -> {
            byte[] bytes = HexFormat.of().parseHex(identity);
            int number = bytes[0] & 0xff;
            long[] entries = packed[number] == null ? new long[FIRST] : packed[number];
            if (counts[number] == entries.length) {
                entries = Arrays.copyOf(entries, 2 * entries.length);
            }
            entries[counts[number]++] = SealShard.packed(bytes, status);
            packed[number] = entries;
        });
        SortedMap<Integer, SealShard> shards = new TreeMap<>();
        for (int number = 0; number < COUNT; number++) {
            if (counts[number] > 0) {
                shards.put(number, SealShard.of(Arrays.copyOf(packed[number], counts[number])));
            }
        }
        return new SealShards(shards);
    }

    /**
     * Reads the files that a list names.
     *
     * @param list a sharded one
     * @param name of the document, ending included
     * @param files those of the snapshot by name; empty where there is none of that name
     * @throws FormatException for a file that is not the one which the list names, or has another form
     */
    public static SealShards read(SealRevocations list, String name, Function<String, Optional<byte[]>> files)
            throws FormatException {
        SortedMap<Integer, SealShard> shards = new TreeMap<>();
        for (int number = 0; number < list.shards().size(); number++) {
            Named named = list.shards().get(number);
            if (named.count() == 0) {
                continue;
            }
            byte[] file = files.apply(name(name, number))
                    .orElseThrow(() -> FormatException.wrongFormat(RULE, "a shard is missing"));
            if (file.length != named.count() * SealShard.ENTRY_LENGTH) {
                throw FormatException.wrongFormat(RULE, "a shard of another length than the list says");
            }
            SealShard shard = SealShard.read(file);
            if (!named.sha256().orElseThrow().equals(shard.sha256())) {
                throw FormatException.wrongFormat(RULE, "not the shard that the list names");
            }
            shards.put(number, shard);
        }
        return new SealShards(shards);
    }

    /**
     * The name of a shard in a snapshot.
     *
     * @param document the list's own name, ending included
     * @param number from 0 to 255
     */
    public static String name(String document, int number) {
        return stem(document) + "/" + Hex.encode(new byte[] {(byte) number}) + ".bin";
    }

    /** Whether a file is called like a shard of the list of that name. */
    public static boolean isName(String document, String name) {
        String stem = stem(document);
        return name.startsWith(stem)
                && BEHIND.matcher(name.substring(stem.length())).matches();
    }

    private static String stem(String document) {
        return document.substring(0, document.length() - JSON.length());
    }

    /**
     * The status of a seal; empty when it is not listed.
     *
     * @param identity 16 bytes
     */
    public OptionalInt of(byte[] identity) {
        SealShard shard = shards.get(identity[0] & 0xff);
        return shard == null ? OptionalInt.empty() : shard.of(SealShard.sevenBytes(identity));
    }

    /** How many entries in all. */
    public int count() {
        return shards.values().stream().mapToInt(SealShard::count).sum();
    }

    /** What a list says of these files. */
    public List<Named> named() {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> Optional.ofNullable(shards.get(number))
                        .map(shard -> new Named(shard.count(), Optional.of(shard.sha256())))
                        .orElseGet(() -> new Named(0, Optional.empty())))
                .toList();
    }

    /**
     * The files.
     *
     * @param document the list's own name, ending included
     */
    public SortedMap<String, byte[]> files(String document) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        shards.forEach((number, shard) -> files.put(name(document, number), shard.bytes()));
        return files;
    }
}
