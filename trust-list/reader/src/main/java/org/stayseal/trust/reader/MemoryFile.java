package org.stayseal.trust.reader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stayseal.spec.trust.Fingerprint;

/** A {@link Memory} as lines of text, one fact a line: a file that outlives a damaged snapshot beside it. */
final class MemoryFile {

    private static final String FIRST_LINE = "stayseal store 4";
    /** Without the keys that signed: what it remembers is never void (TRUST-210). */
    private static final String WITHOUT_SIGNERS = "stayseal store 1";
    /** Without the issued log: the first snapshot after it counts, whatever log it has. */
    private static final String WITHOUT_LOG = "stayseal store 2";

    /** Without lower bounds (TRUST-287). */
    private static final String WITHOUT_BOUNDS = "stayseal store 3";

    private static final Set<String> FIRST_LINES = Set.of(FIRST_LINE, WITHOUT_SIGNERS, WITHOUT_LOG, WITHOUT_BOUNDS);

    private static final String TREE = "tree";
    private static final String KEPT = "kept";
    private static final String BOUND = "not-before";

    private MemoryFile() {}

    static byte[] write(Memory memory) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        new TreeMap<>(memory.roots())
                .forEach((number, fingerprint) -> text.append("root ")
                        .append(number)
                        .append(' ')
                        .append(fingerprint)
                        .append('\n'));
        numbered(text, Memory.TRUST_LIST, memory.trustList());
        numbered(text, Memory.MANIFEST, memory.manifest());
        memory.sealRevocations().ifPresent(numbered -> numbered(text, Memory.SEAL_REVOCATIONS, numbered));
        new TreeMap<>(memory.neighbourSeals())
                .forEach((country, numbered) -> numbered(text, Memory.sealsOf(country), numbered));
        new TreeMap<>(memory.statusLists())
                .forEach((uri, issued) -> text.append("status ")
                        .append(issued)
                        .append(' ')
                        .append(uri)
                        .append('\n'));
        new TreeSet<>(memory.revoked())
                .forEach(key -> text.append("revoked ").append(key).append('\n'));
        memory.log().treeHead().ifPresent(tree -> {
            numbered(text, LogMemory.TREE_HEAD, tree.number());
            text.append(TREE).append(' ').append(tree.size()).append(' ');
            text.append(tree.rootHash()).append('\n');
        });
        new TreeMap<>(memory.log().kept()).forEach((signer, kept) -> {
            numbered(text, LogMemory.keptLog(signer), kept.number());
            text.append(KEPT).append(' ').append(signer).append(' ');
            text.append(kept.before()).append(' ').append(kept.count()).append('\n');
        });
        new TreeMap<>(memory.signers())
                .forEach((document, kids) -> new TreeSet<>(kids)
                        .forEach(kid -> text.append("signer ")
                                .append(kid)
                                .append(' ')
                                .append(document)
                                .append('\n')));
        new TreeMap<>(memory.lowerBounds())
                .forEach((document, moment) -> text.append(BOUND)
                        .append(' ')
                        .append(moment)
                        .append(' ')
                        .append(document)
                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void numbered(StringBuilder text, String name, Memory.Numbered numbered) {
        text.append(name)
                .append(' ')
                .append(numbered.sequence())
                .append(' ')
                .append(numbered.digest())
                .append('\n');
    }

    /** @throws IllegalArgumentException if it is not such a file */
    static Memory read(byte[] bytes) {
        Map<Long, Fingerprint> roots = new HashMap<>();
        Map<String, Memory.Numbered> numbers = new HashMap<>();
        Map<String, Instant> statusLists = new HashMap<>();
        Set<String> revoked = new HashSet<>();
        Map<String, Set<String>> signers = new HashMap<>();
        Map<String, Instant> bounds = new HashMap<>();
        Map<String, String> kept = new HashMap<>();
        Optional<String[]> tree = Optional.empty();
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        if (!FIRST_LINES.contains(lines[0])) {
            throw new IllegalArgumentException("not a store's memory");
        }
        for (int i = 1; i < lines.length; i++) {
            String[] word = lines[i].split(" ", 3);
            switch (word[0]) {
                case "root" -> roots.put(Long.parseLong(word[1]), new Fingerprint(word[2]));
                case "status" -> statusLists.put(word[2], Instant.parse(word[1]));
                case BOUND -> bounds.put(word[2], Instant.parse(word[1]));
                case TREE -> tree = Optional.of(word);
                case KEPT -> kept.put(word[1], word[2]);
                case "revoked" -> revoked.add(word[1]);
                case "signer" ->
                    signers.computeIfAbsent(word[2], document -> new HashSet<>())
                            .add(word[1]);
                default -> numbers.put(word[0], new Memory.Numbered(Long.parseLong(word[1]), new Fingerprint(word[2])));
            }
        }
        Memory.Numbered trustList = numbers.get(Memory.TRUST_LIST);
        Memory.Numbered manifest = numbers.get(Memory.MANIFEST);
        if (trustList == null || manifest == null) {
            throw new IllegalArgumentException("not a store's memory");
        }
        return new Memory(
                roots,
                trustList,
                manifest,
                Optional.ofNullable(numbers.get(Memory.SEAL_REVOCATIONS)),
                neighbourSeals(numbers),
                statusLists,
                revoked,
                new LogMemory(tree.map(word -> tree(numbers, word)), kept(numbers, kept)),
                signers,
                bounds);
    }

    private static LogMemory.Tree tree(Map<String, Memory.Numbered> numbers, String[] word) {
        return new LogMemory.Tree(number(numbers, LogMemory.TREE_HEAD), Long.parseLong(word[1]), word[2]);
    }

    private static Map<String, LogMemory.Kept> kept(Map<String, Memory.Numbered> numbers, Map<String, String> lines) {
        Map<String, LogMemory.Kept> logs = new HashMap<>();
        lines.forEach((signer, line) -> {
            String[] word = line.split(" ", 2);
            logs.put(
                    signer,
                    new LogMemory.Kept(
                            number(numbers, LogMemory.keptLog(signer)),
                            Instant.parse(word[0]),
                            Integer.parseInt(word[1])));
        });
        return logs;
    }

    private static Memory.Numbered number(Map<String, Memory.Numbered> numbers, String name) {
        Memory.Numbered number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("not a store's memory");
        }
        return number;
    }

    private static Map<String, Memory.Numbered> neighbourSeals(Map<String, Memory.Numbered> numbers) {
        String prefix = Memory.sealsOf("");
        Map<String, Memory.Numbered> seals = new HashMap<>();
        numbers.forEach((name, numbered) -> {
            if (name.startsWith(prefix)) {
                seals.put(name.substring(prefix.length()), numbered);
            }
        });
        return seals;
    }
}
