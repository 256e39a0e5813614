package org.stayseal.issuer.officer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.Refusal;

/** The officers on record, and who of them is signed in. */
@Component
public class Officers implements UserDetailsService {

    private static final int PASSWORD_MIN_LENGTH = 12;

    private final JdbcClient database;
    private final PasswordEncoder encoder;

    Officers(JdbcClient database, PasswordEncoder encoder) {
        this.database = database;
        this.encoder = encoder;
    }

    /** Whether there is none yet. */
    public boolean isEmpty() {
        return database.sql("SELECT count(*) FROM officer").query(Long.class).single() == 0;
    }

    /** The officer of that sign-in name, if enabled. */
    public Optional<Officer> find(String name) {
        return database.sql("SELECT name, display_name, roles FROM officer WHERE name = ? AND enabled")
                .param(name)
                .query((row, number) -> new Officer(
                        row.getString("name"), row.getString("display_name"), roles(row.getString("roles"))))
                .optional();
    }

    /**
     * The officer behind a sign-in.
     *
     * @throws Refusal when the account was closed meanwhile
     */
    public Officer signedIn(Authentication authentication) {
        return find(authentication.getName())
                .orElseThrow(() -> Refusal.notAllowed("no-officer", "This account is closed."));
    }

    /**
     * Opens an account.
     *
     * @param password at least {@value #PASSWORD_MIN_LENGTH} characters; only its hash is kept
     */
    public Officer add(Officer officer, String password) {
        if (password.length() < PASSWORD_MIN_LENGTH) {
            throw new IllegalArgumentException("A password has at least " + PASSWORD_MIN_LENGTH + " characters.");
        }
        database.sql("INSERT INTO officer (name, display_name, roles, password) VALUES (?, ?, ?, ?)")
                .params(
                        officer.name(),
                        officer.displayName(),
                        officer.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")),
                        encoder.encode(password))
                .update();
        return officer;
    }

    /** For the sign-in; authorities are {@code ROLE_} and the role. */
    @Override
    public UserDetails loadUserByUsername(String name) {
        return database.sql("SELECT name, roles, password, enabled FROM officer WHERE name = ?")
                .param(name)
                .query((row, number) -> User.withUsername(row.getString("name"))
                        .password(row.getString("password"))
                        .disabled(!row.getBoolean("enabled"))
                        .roles(row.getString("roles").split(","))
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("There is no such officer."));
    }

    private static Set<Role> roles(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
