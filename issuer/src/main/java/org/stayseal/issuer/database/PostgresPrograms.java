package org.stayseal.issuer.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's own programs for this machine, unpacked once from the archive on the class path into a folder named by its hash, so that a
 * release with newer programs never mixes with older ones.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {

    /** Unpacks into {@code parent} unless that was done before; a half-unpacked folder is never taken for a whole one. */
    static PostgresPrograms unpackedIn(Path parent) {
        String resource = archive();
        try {
            Path folder = parent.resolve("programs-" + hash(resource).substring(0, 12));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(parent);
                Path half = Files.createTempDirectory(parent, "unpacking-");
                try (InputStream in = open(resource)) {
                    unpack(in, half);
                }
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresPrograms(folder);
        } catch (IOException e) {
            throw new DatabaseUnavailable("PostgreSQL's programs cannot be unpacked into " + parent + ".", e);
        }
    }

    /** The path of a program such as {@code initdb}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archive() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String name = machine.equals("amd64") || machine.equals("x86_64") ? "x86_64" : "arm_64";
        String resource = "/postgres-linux-" + name + ".txz";
        if (!system.contains("linux") || PostgresPrograms.class.getResource(resource) == null) {
            throw new DatabaseUnavailable("There is no embedded PostgreSQL for " + system + " on " + machine
                    + ". Give an existing server by STAYSEAL_DATABASE_URL (jdbc:postgresql://…).");
        }
        return resource;
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = PostgresPrograms.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return new BufferedInputStream(in, 1 << 16);
    }

    private static String hash(String resource) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // reading is what feeds the digest
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static void unpack(InputStream compressed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry points out of the archive");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(parentOf(target));
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(parentOf(target));
                    Files.copy(tar, target);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        try (Stream<Path> folders = Files.walk(folder)) {
            for (Path each : folders.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static Path parentOf(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("an entry has no folder");
        }
        return parent;
    }
}
