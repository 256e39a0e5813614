package org.stayseal.issuer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;
import org.stayseal.issuer.officer.Role;

/** The first two officers, since four eyes need two; their passwords are random and stand in an owner-only file. */
@Component
class FirstOfficers {

    static final Officer CLERK = new Officer("anna", "Anna (applications)", EnumSet.of(Role.CLERK));
    static final Officer APPROVER = new Officer("boris", "Boris (approval)", EnumSet.of(Role.APPROVER, Role.ADMIN));

    /** Without letters and digits that are mistaken for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Officers officers;
    private final Path file;
    private final SecureRandom random = new SecureRandom();

    FirstOfficers(Officers officers, IssuerSettings settings) {
        this.officers = officers;
        this.file = settings.data().resolve("officers.txt");
    }

    Path file() {
        return file;
    }

    /** Opens both accounts if there is none; answers their passwords then, by name, and never again. */
    @Transactional
    public Optional<Map<String, String>> open() {
        if (!officers.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (Officer officer : java.util.List.of(CLERK, APPROVER)) {
            String password = password();
            officers.add(officer, password);
            passwords.put(officer.name(), password);
            text.append(officer.name()).append(' ').append(password).append('\n');
        }
        write(text.toString());
        return Optional.of(passwords);
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The passwords of the first officers cannot be written to " + file + ".", e);
        }
    }
}
