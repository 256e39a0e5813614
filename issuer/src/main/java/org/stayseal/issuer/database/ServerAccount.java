package org.stayseal.issuer.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the database server runs. PostgreSQL refuses to run as root, and rightly so.
 *
 * <p>Not root: as we are. Root: in a user namespace of its own ({@code unshare -U}), where it has no power over the rest of the machine.
 * Where that is refused (hardened kernels, containers, a chroot): as the system account {@value #ACCOUNT}, made on first use, which then
 * owns the cluster's folder. Where a folder above it is closed to that account ({@code /root} on most machines), it also gets the one
 * capability that lets it walk through; the alternative would be to open root's home to everyone.
 */
sealed interface ServerAccount {

    /** The system account's name. */
    String ACCOUNT = "stayseal-pg";

    /** What goes before a program of PostgreSQL on the command line. */
    List<String> prefix();

    /** Hands a file or folder of the cluster, with everything in it, to the account. */
    void own(Path path) throws IOException;

    /** As the user who started us. */
    record Ourselves() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void own(Path path) {
            // it is ours already
        }
    }

    /** As nobody, in a user namespace. */
    record Namespace() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public void own(Path path) {
            // inside the namespace our files are still its own
        }
    }

    /**
     * As the system account.
     *
     * @param walksThrough whether it needs the capability to pass folders that are closed to it
     */
    record SystemAccount(boolean walksThrough) implements ServerAccount {
        @Override
        public List<String> prefix() {
            List<String> words =
                    new ArrayList<>(List.of("setpriv", "--reuid=" + ACCOUNT, "--regid=" + ACCOUNT, "--clear-groups"));
            if (walksThrough) {
                // That one and no other; access(2), by which PostgreSQL looks for its own programs, heeds it only under
                // the secure bit.
                words.addAll(List.of(
                        "--inh-caps=-all,+dac_read_search",
                        "--ambient-caps=-all,+dac_read_search",
                        "--bounding-set=-all,+dac_read_search",
                        "--securebits=+no_setuid_fixup"));
            }
            return List.copyOf(words);
        }

        @Override
        public void own(Path path) throws IOException {
            UserPrincipal owner =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT);
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.toList()) {
                    if (!Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                        Files.setOwner(each, owner);
                    }
                }
            }
        }
    }

    /** The least powerful account that this machine lets us use for a cluster in that folder, which exists; else the one that owns it. */
    static ServerAccount choose(Path folder) throws IOException {
        if (!"0".equals(output("id", "-u"))) {
            return new Ourselves();
        }
        String inside = output("unshare", "-U", "id", "-u");
        if (!inside.isEmpty() && !inside.equals("0") && !isOwnedByAccount(folder.resolve(Cluster.DATA))) {
            return new Namespace();
        }
        if (output("id", "-u", ACCOUNT).isEmpty()) {
            output("useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT);
        }
        String account = output("id", "-u", ACCOUNT);
        ServerAccount system = new SystemAccount(false);
        if (account.isEmpty() || !account.equals(system.answer("id", "-u"))) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, and neither a user namespace (unshare -U) nor an account of its own ("
                            + ACCOUNT
                            + ", by useradd and setpriv) can be had here. Start Stayseal as another user, or give an existing"
                            + " server by STAYSEAL_DATABASE_URL.");
        }
        return Stream.of(system, new SystemAccount(true))
                .filter(candidate -> candidate.enters(folder))
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable("The account " + ACCOUNT + " cannot enter " + folder
                        + ". Choose another data folder (--data), or let it: chmod o+x on every folder above it."));
    }

    private static boolean isOwnedByAccount(Path cluster) throws IOException {
        return Files.exists(cluster) && Files.getOwner(cluster).getName().equals(ACCOUNT);
    }

    /** Whether programs under this account can work in that folder; said early, since PostgreSQL itself reports it badly. */
    default boolean enters(Path folder) {
        return "yes"
                .equals(answer(
                        "sh",
                        "-c",
                        "test -x \"$0\" && echo yes",
                        folder.toAbsolutePath().toString()));
    }

    /** What a program answers under this account; empty when it fails. */
    private String answer(String... program) {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of(program));
        return output(command.toArray(String[]::new));
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
