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
 * Where that is refused (hardened kernels, containers): as the system account {@value #ACCOUNT}, made on first use, which then owns the
 * cluster's folder.
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

    /** As the system account. */
    record SystemAccount() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + ACCOUNT, "--regid=" + ACCOUNT, "--clear-groups");
        }

        @Override
        public void own(Path path) throws IOException {
            UserPrincipal owner =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT);
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.toList()) {
                    Files.setOwner(each, owner);
                }
            }
        }
    }

    /** The least powerful account that this machine lets us use. */
    static ServerAccount choose() {
        if (!"0".equals(output("id", "-u"))) {
            return new Ourselves();
        }
        String inside = output("unshare", "-U", "id", "-u");
        if (!inside.isEmpty() && !inside.equals("0")) {
            return new Namespace();
        }
        if (output("id", "-u", ACCOUNT).isEmpty()) {
            output("useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT);
        }
        String account = output("id", "-u", ACCOUNT);
        SystemAccount system = new SystemAccount();
        List<String> trial = new ArrayList<>(system.prefix());
        trial.addAll(List.of("id", "-u"));
        if (!account.isEmpty() && account.equals(output(trial.toArray(String[]::new)))) {
            return system;
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and neither a user namespace (unshare -U) nor an account of its own ("
                        + ACCOUNT
                        + ", by useradd and setpriv) can be had here. Start Stayseal as another user, or give an existing server by"
                        + " STAYSEAL_DATABASE_URL.");
    }

    /** Says so early when the account cannot walk down to the cluster, which PostgreSQL itself reports badly. */
    default void checkReach(Path folder) {
        if (this instanceof SystemAccount) {
            for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
                List<String> trial = new ArrayList<>(prefix());
                trial.addAll(List.of("sh", "-c", "test -x \"$0\" && echo yes", each.toString()));
                if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)
                        && !"yes".equals(output(trial.toArray(String[]::new)))) {
                    throw new DatabaseUnavailable("The account " + ACCOUNT + " cannot enter " + each
                            + ". Choose another data folder (--data), or let it: chmod o+x " + each);
                }
            }
        }
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
