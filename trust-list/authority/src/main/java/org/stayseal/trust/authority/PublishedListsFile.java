package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.reader.DurableFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which lists an authority published, on the disk: {@code publications/lists.json} in its directory (TRUST-252). Read while a service publishes, too. */
public final class PublishedListsFile {

    private static final String RULE = "TRUST-252";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MAX_BYTES = 1 << 24;
    private static final int MAX_LISTS = 1_000_000;

    private final Path file;

    /** @param directory the authority's */
    public PublishedListsFile(Path directory) {
        this.file = directory.resolve("publications").resolve("lists.json");
    }

    /**
     * What was published.
     *
     * @throws IOException if the file is damaged, or the disk fails
     */
    public PublishedLists read() throws IOException {
        if (!Files.exists(file)) {
            return PublishedLists.NONE;
        }
        try {
            JsonObject json =
                    JsonObject.read(Files.readAllBytes(file), MAX_BYTES).exactly(RULE, "lists");
            List<PublishedLists.Published> lists = new ArrayList<>();
            for (JsonObject list : json.objects("lists", 0, MAX_LISTS, RULE)) {
                list.exactly(RULE, "ceremony", "sequence", "nextUpdate");
                lists.add(new PublishedLists.Published(
                        (int) Math.min(Integer.MAX_VALUE, list.number("ceremony")),
                        list.sequence("sequence"),
                        list.time("nextUpdate")));
            }
            return new PublishedLists(lists);
        } catch (FormatException e) {
            throw new IOException(file + " cannot be read: " + e.rule() + ", " + e.getMessage(), e);
        }
    }

    void write(PublishedLists published) throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode lists = json.putArray("lists");
        for (PublishedLists.Published list : published.lists()) {
            lists.addObject()
                    .put("ceremony", list.ceremony())
                    .put("sequence", list.sequence())
                    .put("nextUpdate", list.nextUpdate().toString());
        }
        DurableFiles.replace(file, MAPPER.writeValueAsBytes(json));
    }
}
