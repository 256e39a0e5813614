package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.trust.reader.DurableFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stays good of stolen keys, on the disk: {@code kept-logs/<16 hex>.json} and {@code .bin} in the authority's directory, made once and carried on in every publication (TRUST-256). {@code
 * .none} for a signer of which nothing stays good.
 */
final class KeptLogFolder {

    private static final String RULE = "TRUST-256";
    private static final int SHORT = 16;
    private static final int MAX_BYTES = 65_536;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;

    KeptLogFolder(Path directory) {
        this.folder = directory.resolve("kept-logs");
    }

    /** Whether it was decided what stays good of this signer. */
    boolean knows(X509Certificate signer) {
        return Files.exists(file(signer, ".json")) || Files.exists(file(signer, ".none"));
    }

    /** @throws IOException if it is damaged */
    Optional<StolenKey> read(X509Certificate signer) throws IOException {
        Path file = file(signer, ".json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonObject json = JsonObject.read(Files.readAllBytes(file), MAX_BYTES)
                    .exactly(RULE, "signer", "before", "sequence", "issued", "treeSize", "rootHash", "identities");
            byte[] identities = Files.readAllBytes(file(signer, ".bin"));
            if (!json.text("signer", RULE).equals(KeptLog.signerOf(signer))
                    || !json.text("identities", RULE).equals(KeptLog.digestOf(identities))) {
                throw new IOException(file + " and the file beside it do not belong together; restore both");
            }
            return Optional.of(new StolenKey(
                    signer,
                    json.time("before"),
                    new KeptLog.TakenFrom(
                            json.sequence("sequence"),
                            json.time("issued"),
                            json.number("treeSize"),
                            json.text("rootHash", RULE)),
                    KeptIdentities.read(identities)));
        } catch (FormatException e) {
            throw new IOException(file + " cannot be read: " + e.rule() + ", " + e.getMessage(), e);
        }
    }

    /** Writes what was decided; the document last, so that it never stands without its identities. */
    void write(X509Certificate signer, Optional<StolenKey> kept) throws IOException {
        DurableFiles.folder(folder);
        if (kept.isEmpty()) {
            DurableFiles.replace(
                    file(signer, ".none"),
                    "nothing that this key had signed is under a head from before\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        StolenKey key = kept.get();
        byte[] identities = key.identities().bytes();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("signer", KeptLog.signerOf(signer));
        json.put("before", key.before().toString());
        json.put("sequence", key.head().sequence());
        json.put("issued", key.head().issued().toString());
        json.put("treeSize", key.head().treeSize());
        json.put("rootHash", key.head().rootHash());
        json.put("identities", KeptLog.digestOf(identities));
        DurableFiles.replace(file(signer, ".bin"), identities);
        DurableFiles.replace(file(signer, ".json"), MAPPER.writeValueAsBytes(json));
    }

    private Path file(X509Certificate signer, String ending) {
        return folder.resolve(KeptLog.signerOf(signer).substring(0, SHORT) + ending);
    }
}
