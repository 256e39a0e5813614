package org.stayseal.issuer.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom the database server runs. PostgreSQL refuses to run as root, and rightly so.
 *
 * <p>Not root: as we are. Root: as the system account {@value #ACCOUNT}, made on first use, which owns the cluster's files and nothing else.
 * Where a folder above them is closed to it ({@code /root} on most machines), the server sees an empty stand-in for that folder, with
 * nothing in it but the way to the database. Two ways remain for machines that allow neither; each is said as a warning, since a server that
 * is taken over would then reach more than the database.
 */
sealed interface ServerAccount {

    /** The system account's name. */
    String ACCOUNT = "stayseal-pg";

    /** What goes before a program of PostgreSQL on the command line. */
    List<String> prefix();

    /** Whose the cluster's files have to be; empty: nothing needs to be changed. */
    Optional<String> owner();

    /** Hands a file or folder of the cluster, with everything in it, to the account. */
    default void own(Path path) throws IOException {
        if (owner().isEmpty()) {
            return;
        }
        UserPrincipal owner =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner().get());
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) {
                if (!Files.isSymbolicLink(each)
                        && !Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    Files.setOwner(each, owner);
                }
            }
        }
    }

    /** As the user who started us. */
    record Ourselves() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public Optional<String> owner() {
            return Optional.empty();
        }
    }

    /**
     * In a user namespace of root's. It only looks like nobody: the server has no capability, but seen from outside it is user 0, so
     * whatever files root owns it can read and write. It satisfies PostgreSQL and confines nothing.
     */
    record Namespace() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public Optional<String> owner() {
            return Optional.of("root");
        }
    }

    /** As the system account, which passes every folder above the database without help. */
    record SystemAccount() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of(
                    "setpriv",
                    "--reuid=" + ACCOUNT,
                    "--regid=" + ACCOUNT,
                    "--clear-groups",
                    "--inh-caps=-all",
                    "--ambient-caps=-all",
                    "--bounding-set=-all",
                    "--no-new-privs");
        }

        @Override
        public Optional<String> owner() {
            return Optional.of(ACCOUNT);
        }
    }

    /**
     * As the system account, with a mount namespace in which an empty folder stands over the closed one and only the database's folder is
     * put back, under its own path. Nobody else sees these mounts, and they go with the last process in them.
     *
     * @param closed the topmost folder that the account may not pass
     * @param folder the database's
     */
    record CoveredAccount(Path closed, Path folder) implements ServerAccount {

        /** Where the stand-in is put together, in the database's folder. */
        static final String VIEW = "view";

        private static final String COVER = """
                set -e
                closed=$1 folder=$2 view=$2/view
                shift 2
                umask 022
                mkdir -p "$view"
                mount -t tmpfs -o mode=755,size=64k stayseal "$view"
                mkdir -p "$view${folder#"$closed"}"
                mount --bind "$folder" "$view${folder#"$closed"}"
                mount --move "$view" "$closed"
                exec "$@"
                """;

        @Override
        public List<String> prefix() {
            List<String> words = new ArrayList<>(
                    List.of("unshare", "-m", "--propagation", "private", "sh", "-c", COVER, "sh", closed.toString()));
            words.add(folder.toString());
            words.addAll(new SystemAccount().prefix());
            return List.copyOf(words);
        }

        @Override
        public Optional<String> owner() {
            return Optional.of(ACCOUNT);
        }
    }

    /** As the system account, with the one capability that lets it pass closed folders; it also reads, but cannot write, what is closed. */
    record ReadingAccount() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of(
                    "setpriv",
                    "--reuid=" + ACCOUNT,
                    "--regid=" + ACCOUNT,
                    "--clear-groups",
                    // access(2), by which PostgreSQL looks for its own programs, heeds the capability only under the
                    // secure bit.
                    "--inh-caps=-all,+dac_read_search",
                    "--ambient-caps=-all,+dac_read_search",
                    "--bounding-set=-all,+dac_read_search",
                    "--securebits=+no_setuid_fixup",
                    "--no-new-privs");
        }

        @Override
        public Optional<String> owner() {
            return Optional.of(ACCOUNT);
        }
    }

    /**
     * The least powerful account that this machine lets us use for a cluster in that folder.
     *
     * @param folder exists; absolute and without symbolic links
     */
    static ServerAccount choose(Path folder) throws IOException {
        if (!isRoot()) {
            return new Ourselves();
        }
        Logger log = LoggerFactory.getLogger(ServerAccount.class);
        if (accountExists() || accountIsMade()) {
            ServerAccount plain = new SystemAccount();
            if (plain.enters(folder)) {
                return plain;
            }
            Optional<ServerAccount> covered = closedTo(plain, folder).map(closed -> new CoveredAccount(closed, folder));
            if (covered.filter(account -> account.enters(folder)).isPresent()) {
                return covered.get();
            }
            ServerAccount reading = new ReadingAccount();
            if (reading.enters(folder)) {
                log.warn(
                        "The database's account {} may not pass a folder above {}, and mounts cannot be made here. It runs with the"
                                + " capability to read every file of this machine, the signing keys among them. Choose a data folder"
                                + " outside closed folders (--data), or start Stayseal as a user of its own.",
                        ACCOUNT,
                        folder);
                return reading;
            }
        }
        if (output(List.of("unshare", "-U", "id", "-u")).matches("[1-9][0-9]*")) {
            log.warn(
                    "The database cannot have an account of its own here ({}, by useradd and setpriv). It runs in a user namespace of"
                            + " root's, which does not confine it: a server that is taken over reaches root's files, the signing keys"
                            + " among them. Start Stayseal as a user of its own, or give an existing server by STAYSEAL_DATABASE_URL.",
                    ACCOUNT);
            return new Namespace();
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and no other account for it can be had here: neither " + ACCOUNT
                        + " (by useradd and setpriv) with a way into " + folder
                        + ", nor a user namespace (unshare -U). Start Stayseal as another user, choose a data folder that others may"
                        + " pass (--data), or give an existing server by STAYSEAL_DATABASE_URL.");
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean accountExists() throws IOException {
        try {
            Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT);
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        }
    }

    private static boolean accountIsMade() throws IOException {
        output(List.of(
                "useradd",
                "--system",
                "--user-group",
                "--no-create-home",
                "--home-dir",
                "/nonexistent",
                "--shell",
                "/usr/sbin/nologin",
                ACCOUNT));
        return accountExists();
    }

    /** Whether programs run as that account and can work in that folder; said early, since PostgreSQL itself reports it badly. */
    default boolean enters(Path folder) {
        return answer("sh", "-c", "test -x \"$0\" && id -un", folder.toString()).equals(ACCOUNT);
    }

    /** The topmost of the folders above it that the account may not pass. */
    private static Optional<Path> closedTo(ServerAccount account, Path folder) {
        List<String> question = new ArrayList<>(
                List.of("sh", "-c", "for each; do test -x \"$each\" || { echo \"$each\"; exit 0; }; done", "sh"));
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            question.add(4, above.toString());
        }
        return Optional.of(account.answer(question.toArray(String[]::new)))
                .filter(closed -> !closed.isEmpty())
                .map(Path::of);
    }

    /** What a program answers under this account; empty when it fails. */
    private String answer(String... program) {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of(program));
        return output(command);
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
