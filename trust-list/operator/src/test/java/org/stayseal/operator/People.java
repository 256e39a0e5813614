package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;

/** The people of an authority, each with a key in a file or in a token of SoftHSM2, and the command in their hands. */
final class People {

    private static final Path LIBRARY = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("/nowhere"));

    private static final String PIN = "273846";

    /** All tokens of this process are made before the library is opened, which would not see later ones. */
    private static final List<String> TOKENS = new ArrayList<>();

    private final Path folder;
    private final Path secret;
    private final Path pin;
    /** Tokens outlive a test. */
    private final String object = "key-" + UUID.randomUUID();

    private Instant now;

    People(Path folder, Instant now) throws IOException {
        this.folder = folder;
        this.now = now;
        this.secret = Session.secret(folder, "four words nobody said");
        this.pin = Session.secret(folder, PIN);
    }

    /** Makes tokens, or skips the test, visibly, where SoftHSM2 is not there: {@code ./stayseal test} installs it. */
    static synchronized void requireTokens(int count) throws Exception {
        assumeThat(Files.exists(LIBRARY)).as("SoftHSM2 is installed").isTrue();
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = configuration.resolveSibling("tokens");
        Files.createDirectories(tokens);
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens
                        + "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n");
        while (TOKENS.size() < count) {
            String label = "p-" + UUID.randomUUID().toString().substring(0, 12);
            Process process = new ProcessBuilder(
                            "softhsm2-util",
                            "--init-token",
                            "--free",
                            "--label",
                            label,
                            "--pin",
                            PIN,
                            "--so-pin",
                            "8899aabb")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0)
                    .as(said)
                    .isTrue();
            TOKENS.add(label);
        }
    }

    /** Puts keys where the authority publishes with them: files as they are, tokens by their address. */
    void keysInto(Path keys, String... names) throws IOException {
        Files.createDirectories(keys);
        Files.copy(secret, keys.resolve("password"));
        StringBuilder tokens = new StringBuilder();
        for (String name : names) {
            if (name.startsWith("token-")) {
                tokens.append(key(name).get(1)).append('\n');
            } else {
                Files.copy(folder.resolve(name + ".p12"), keys.resolve(name + ".p12"));
            }
        }
        Files.writeString(keys.resolve("tokens"), tokens);
    }

    void now(Instant moment) {
        now = moment;
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    /** The place of a key: in a token for {@code token-…}, else in a file. */
    private List<String> key(String name) {
        if (name.startsWith("token-")) {
            String label = TOKENS.get(Integer.parseInt(name.substring(6)));
            return List.of(
                    "--key",
                    "pkcs11:token=" + label + ";object=" + object + "?module-path=" + LIBRARY + "&pin-source=file:"
                            + pin);
        }
        String ending = name.endsWith("-second") ? ".pem" : ".p12";
        return List.of("--key", file(name + ending), "--password-file", secret.toString());
    }

    /** Makes a key, and the file with its public part. */
    String makes(String name, String kind) throws IOException {
        ok(with(key(name), "key", "new", "--kind", kind));
        Session shown = with(key(name), "key", "show", "--jwk");
        Files.writeString(folder.resolve(name + ".jwk"), shown.out());
        return file(name + ".jwk");
    }

    /** One of them looks at a ceremony and signs it. */
    String signs(String name, String ceremony) throws IOException {
        String part = file(name + "-" + UUID.randomUUID() + ".part.json");
        String digest = Hex.encode(Sha256.of(Files.readAllBytes(Path.of(ceremony))));
        ok(with(key(name), "ceremony", "sign", ceremony, "--digest", digest, "--out", part));
        return part;
    }

    /** A command that needs somebody's key. */
    Session withKey(String name, String... args) {
        return with(key(name), args);
    }

    Session run(String... args) {
        return Session.at(now, args);
    }

    Session ok(String... args) {
        return ok(run(args));
    }

    static Session ok(Session session) {
        assertThat(session.exit()).as(session.all()).isZero();
        return session;
    }

    private Session with(List<String> key, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(key);
        return run(all.toArray(String[]::new));
    }
}
