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

    private static final String FIRST_LINE = "stayseal store 2";
    /** Without the keys that signed: what it remembers is never void (TRUST-210). */
    private static final String EARLIER = "stayseal store 1";

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
        new TreeMap<>(memory.statusLists())
                .forEach((uri, issued) -> text.append("status ")
                        .append(issued)
                        .append(' ')
                        .append(uri)
                        .append('\n'));
        new TreeSet<>(memory.revoked())
                .forEach(key -> text.append("revoked ").append(key).append('\n'));
        new TreeMap<>(memory.signers())
                .forEach((document, kids) -> new TreeSet<>(kids)
                        .forEach(kid -> text.append("signer ")
                                .append(kid)
                                .append(' ')
                                .append(document)
                                .append('\n')));
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
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        if (!lines[0].equals(FIRST_LINE) && !lines[0].equals(EARLIER)) {
            throw new IllegalArgumentException("not a store's memory");
        }
        for (int i = 1; i < lines.length; i++) {
            String[] word = lines[i].split(" ", 3);
            switch (word[0]) {
                case "root" -> roots.put(Long.parseLong(word[1]), new Fingerprint(word[2]));
                case "status" -> statusLists.put(word[2], Instant.parse(word[1]));
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
                statusLists,
                revoked,
                signers);
    }
}
