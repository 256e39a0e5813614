package org.stayseal.spec.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifest of a snapshot: every other file of it (TRUST-60).
 *
 * @param root number of the newest root in the snapshot
 * @param trustList number of the trust list in it
 * @param files sorted by name
 */
public record Manifest(Head head, long root, long trustList, List<File> files) {

    /** Its own name in the snapshot. */
    public static final String NAME = "manifest.json";

    static final int MAX_FILES = 4_095;
    private static final String RULE = "TRUST-60";
    private static final String TYPE = "snapshot";
    private static final Pattern FILE_NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,2}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * One file.
     *
     * @param name inside the snapshot (TRUST-61)
     * @param length in bytes
     * @param sha256 64 lower-case hexadecimal digits
     * @param statusUri only for a status list
     * @param sequence only for a seal revocation list
     */
    public record File(String name, long length, String sha256, Optional<String> statusUri, OptionalLong sequence) {

        /** Refuses another form. */
        public File {
            if (!isName(name) || length < 0 || !SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("not an entry of a manifest");
            }
        }

        /** The entry for these bytes. */
        public static File of(String name, byte[] bytes) {
            return new File(name, bytes.length, digest(bytes), Optional.empty(), OptionalLong.empty());
        }

        /** The entry for the status list of that URI. */
        public static File ofStatusList(String uri, byte[] bytes) {
            return new File(statusName(uri), bytes.length, digest(bytes), Optional.of(uri), OptionalLong.empty());
        }

        /** The entry for the seal revocation list of that number. */
        public static File ofSealRevocations(long sequence, byte[] bytes) {
            return new File(
                    SealRevocations.NAME, bytes.length, digest(bytes), Optional.empty(), OptionalLong.of(sequence));
        }

        /** The entry for the seal revocation list of a neighbour. */
        public static File ofSealRevocations(String country, long sequence, byte[] bytes) {
            return new File(
                    SealRevocations.nameOf(country),
                    bytes.length,
                    digest(bytes),
                    Optional.empty(),
                    OptionalLong.of(sequence));
        }

        /** Whether these are the bytes that the manifest speaks of. */
        public boolean fits(byte[] bytes) {
            return bytes.length == length && digest(bytes).equals(sha256);
        }

        private static String digest(byte[] bytes) {
            return Hex.encode(Sha256.of(bytes));
        }
    }

    /** Refuses files out of order, twice, or too many. */
    public Manifest {
        files = List.copyOf(files);
        if (root < 1 || trustList < 1 || !sorted(files) || files.size() > MAX_FILES) {
            throw new IllegalArgumentException("a manifest lists its files once, sorted by name");
        }
    }

    /** Whether a file of a snapshot may be called so (TRUST-61). */
    public static boolean isName(String name) {
        return name.length() <= 100 && FILE_NAME.matcher(name).matches();
    }

    /** The name of the status list of that URI: the first 8 bytes of its SHA-256 (TRUST-61). */
    public static String statusName(String uri) {
        byte[] digest = Sha256.of(uri.getBytes(StandardCharsets.UTF_8));
        return "status/" + Hex.encode(digest).substring(0, 16) + ".cwt";
    }

    /**
     * Reads a manifest. Its signatures are another question: {@link SignedDocument#requireAcceptedBy}.
     *
     * @throws FormatException for any other form, with the number of the rule
     */
    public static Manifest read(SignedDocument document) throws FormatException {
        if (document.kind() != DocumentKind.SNAPSHOT) {
            throw new IllegalArgumentException("not a manifest");
        }
        JsonObject json = StrictJson.object(document.payload(), DocumentKind.SNAPSHOT.maxBytes());
        Head head = Head.read(json, TYPE);
        long root = json.sequence("root");
        long trustList = json.sequence("trustList");
        List<File> files = new ArrayList<>();
        for (JsonObject file : json.objects("files", 1, MAX_FILES, RULE)) {
            files.add(file(file));
        }
        if (!sorted(files)) {
            throw FormatException.wrongFormat(RULE, "files are not sorted, or one is listed twice");
        }
        return new Manifest(head, root, trustList, files);
    }

    private static File file(JsonObject json) throws FormatException {
        String name = json.text("name", RULE);
        String sha256 = json.text("sha256", RULE);
        if (!isName(name) || name.equals(NAME)) {
            throw FormatException.wrongFormat("TRUST-61", "a file name that a snapshot cannot have");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw FormatException.wrongFormat("TRUST-4", "a digest that has not 64 lower-case hexadecimal digits");
        }
        Optional<String> uri = json.has("statusUri") ? Optional.of(json.text("statusUri", RULE)) : Optional.empty();
        boolean statusList = name.startsWith("status/");
        if (statusList != uri.isPresent()
                || uri.isPresent() && !statusName(uri.get()).equals(name)) {
            throw FormatException.wrongFormat(RULE, "the name of a status list does not belong to its URI");
        }
        OptionalLong sequence =
                json.has("sequence") ? OptionalLong.of(json.sequence("sequence")) : OptionalLong.empty();
        if (SealRevocations.isName(name) != sequence.isPresent()) {
            throw FormatException.wrongFormat(RULE, "exactly the entry of a seal revocation list has a sequence");
        }
        return new File(name, json.number("length"), sha256, uri, sequence);
    }

    private static boolean sorted(List<File> files) {
        Set<String> folded = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            if (!folded.add(files.get(i).name().toLowerCase(Locale.ROOT))
                    || i > 0
                            && Comparator.<String>naturalOrder()
                                            .compare(
                                                    files.get(i - 1).name(),
                                                    files.get(i).name())
                                    >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The payload to sign. */
    public byte[] payload() {
        ObjectNode json = head.write(TYPE);
        json.put("root", root);
        json.put("trustList", trustList);
        ArrayNode array = json.putArray("files");
        for (File file : files) {
            ObjectNode entry = array.addObject();
            entry.put("name", file.name());
            entry.put("length", file.length());
            entry.put("sha256", file.sha256());
            file.statusUri().ifPresent(uri -> entry.put("statusUri", uri));
            file.sequence().ifPresent(number -> entry.put("sequence", number));
        }
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }
}
