package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals that are revoked, suspended or superseded, by their identity ({@code 50-status.md}, part 2): written out, or the digests of shards.
 *
 * @param head number, times, country and environment
 * @param entries by identity, 32 lower-case hexadecimal digits; none in a sharded list
 * @param shards what a sharded list says of its files (STATUS-55), 256 of them; none when it is written out
 */
public record SealRevocations(Head head, Map<String, Entry> entries, List<SealShards.Named> shards) {

    /** Its name in the snapshot. */
    public static final String NAME = "seal-revocations.json";

    private static final Pattern NEIGHBOURS = Pattern.compile("seal-revocations-([A-Z]{1,3})\\.json");
    private static final String RULE = "STATUS-51";
    private static final String TYPE = "seal-revocations";
    private static final String SHARDED = "STATUS-55";
    private static final String SHARDS = "shards";
    private static final String ENTRIES = "entries";
    private static final int MAX_ENTRIES = 100_000;
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{32}");

    /** Its name in a snapshot of another country that adopted this country's list (TRUST-226). */
    public static String nameOf(String country) {
        return "seal-revocations-" + country + ".json";
    }

    /** Whose list is in a file of that name, if it is one of a neighbour. */
    public static Optional<String> countryOf(String name) {
        Matcher matcher = NEIGHBOURS.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a file of a snapshot is a seal revocation list. */
    static boolean isName(String name) {
        return name.equals(NAME) || countryOf(name).isPresent();
    }

    /**
     * What is said of one seal.
     *
     * @param status 1 revoked, 2 suspended, 3 superseded
     * @param since when it became so
     */
    public record Entry(int status, Instant since) {
        /** Refuses another status; a good seal is not listed. */
        public Entry {
            Times.check(since);
            if (status < 1 || status > 3) {
                throw new IllegalArgumentException("a listed seal is revoked, suspended or superseded");
            }
        }
    }

    /** Sorts the entries and refuses an identity of another form. */
    public SealRevocations {
        if (entries.size() > MAX_ENTRIES
                || !entries.keySet().stream()
                        .allMatch(id -> IDENTITY.matcher(id).matches())) {
            throw new IllegalArgumentException("at most 100,000 identities of 32 lower-case hexadecimal digits");
        }
        shards = List.copyOf(shards);
        if (!shards.isEmpty() && (shards.size() != SealShards.COUNT || !entries.isEmpty())) {
            throw new IllegalArgumentException("a sharded list names 256 files, and has no entries");
        }
        entries = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** A list that is written out. */
    public SealRevocations(Head head, Map<String, Entry> entries) {
        this(head, entries, List.of());
    }

    /** A list of these shards. */
    public SealRevocations(Head head, SealShards shards) {
        this(head, Map.of(), shards.named());
    }

    /** Whether its entries are in files of their own. */
    public boolean isSharded() {
        return !shards.isEmpty();
    }

    /**
     * What a list that is written out says of a seal; empty means that it is not listed, so neither revoked nor suspended nor superseded.
     *
     * @param identity 16 bytes
     */
    public Optional<Entry> of(byte[] identity) {
        if (identity.length != 16) {
            throw new IllegalArgumentException("the identity of a seal has 16 bytes");
        }
        return Optional.ofNullable(entries.get(Hex.encode(identity)));
    }

    /**
     * Reads the list. Its signature is another question: {@link SignedDocument#requireAcceptedBy} with one of {@link TrustList#sealRevocationKeys}.
     *
     * @throws FormatException for any other form, with the number of the rule
     */
    public static SealRevocations read(SignedDocument document) throws FormatException {
        if (document.kind() != DocumentKind.SEAL_REVOCATIONS) {
            throw new IllegalArgumentException("not a seal revocation list");
        }
        JsonObject json = StrictJson.object(document.payload(), DocumentKind.SEAL_REVOCATIONS.maxBytes());
        Head head = Head.read(json, TYPE, Set.of(Names.SEAL_SHARDS));
        boolean sharded = json.refuseRequirementsBut(Set.of(Names.SEAL_SHARDS)).contains(Names.SEAL_SHARDS);
        if (json.has(SHARDS) != sharded || sharded && json.has(ENTRIES)) {
            throw FormatException.wrongFormat(SHARDED, "shards are named in requires, and stand instead of entries");
        }
        return sharded
                ? new SealRevocations(head, Map.of(), namedShards(json))
                : new SealRevocations(head, entries(json, head));
    }

    private static List<SealShards.Named> namedShards(JsonObject json) throws FormatException {
        List<SealShards.Named> shards = new ArrayList<>();
        for (JsonObject shard : json.objects(SHARDS, SealShards.COUNT, SealShards.COUNT, SHARDED)) {
            long count = shard.number("count");
            if (count > SealShard.MAX_COUNT) {
                throw FormatException.wrongFormat(SHARDED, "a shard of too many entries");
            }
            if (count == 0) {
                shard.exactly(SHARDED, "count");
                shards.add(new SealShards.Named(0, Optional.empty()));
            } else {
                shard.exactly(SHARDED, "count", "sha256");
                shards.add(new SealShards.Named((int) count, Optional.of(TreeHead.digest(shard, "sha256", SHARDED))));
            }
        }
        return shards;
    }

    private static Map<String, Entry> entries(JsonObject json, Head head) throws FormatException {
        Map<String, Entry> entries = new TreeMap<>();
        String before = "";
        for (JsonObject entry : new ArrayList<>(json.objects(ENTRIES, 0, MAX_ENTRIES, RULE))) {
            String identity = entry.text("seal", RULE);
            long status = entry.number("status");
            Instant since = entry.time("since");
            if (!IDENTITY.matcher(identity).matches() || identity.compareTo(before) <= 0 || status < 1 || status > 3) {
                throw FormatException.wrongFormat(RULE, "an entry of another form, or entries out of order");
            }
            if (since.isAfter(head.issued())) {
                throw FormatException.wrongFormat(RULE, "an entry from after the list was made");
            }
            entries.put(identity, new Entry((int) status, since));
            before = identity;
        }
        return entries;
    }

    /** Whether one of these keys accepts the document: each is a role of its own. */
    public static boolean isAcceptedByAny(SignedDocument document, List<TrustKey> keys) {
        return keys.stream().anyMatch(key -> document.isAcceptedBy(RoleKeys.single(key)));
    }

    /** The payload to sign. */
    public byte[] payload() {
        ObjectNode json = head.write(TYPE);
        if (isSharded()) {
            json.putArray("requires").add(Names.SEAL_SHARDS);
            ArrayNode array = json.putArray(SHARDS);
            for (SealShards.Named shard : shards) {
                ObjectNode node = array.addObject().put("count", shard.count());
                shard.sha256().ifPresent(digest -> node.put("sha256", digest));
            }
            return StrictJson.MAPPER.writeValueAsBytes(json);
        }
        ArrayNode array = json.putArray(ENTRIES);
        entries.forEach((identity, entry) -> array.addObject()
                .put("seal", identity)
                .put("status", entry.status())
                .put("since", Times.text(entry.since())));
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }
}
