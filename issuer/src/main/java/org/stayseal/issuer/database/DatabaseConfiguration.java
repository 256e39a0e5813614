package org.stayseal.issuer.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stayseal.issuer.IssuerSettings;

/** The data source: of the server that {@code STAYSEAL_DATABASE_URL} names, else of the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.Server.class)
class DatabaseConfiguration {

    /**
     * An existing server.
     *
     * @param url {@code jdbc:postgresql://host:port/name}; absent: the embedded one
     * @param user its account
     * @param password of that account
     * @param passwordFile a file with the password, which is not seen in a process list
     */
    @ConfigurationProperties("stayseal.database")
    record Server(Optional<String> url, Optional<String> user, Optional<String> password, Optional<Path> passwordFile) {

        String secret() {
            return passwordFile
                    .map(file -> {
                        try {
                            return Files.readString(file, StandardCharsets.UTF_8)
                                    .strip();
                        } catch (IOException e) {
                            throw new DatabaseUnavailable(
                                    "The password file of the database cannot be read: " + file + ".", e);
                        }
                    })
                    .or(() -> password)
                    .orElse("");
        }
    }

    @Bean
    @ConditionalOnProperty(name = "stayseal.database.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedPostgres embeddedPostgres(IssuerSettings settings) {
        return EmbeddedPostgres.start(settings.data().resolve("postgres"));
    }

    @Bean
    HikariDataSource dataSource(Server server, ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres postgres = embedded.getIfAvailable();
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("stayseal");
        source.setMaximumPoolSize(12);
        if (postgres == null) {
            source.setJdbcUrl(server.url().orElseThrow());
            server.user().ifPresent(source::setUsername);
            source.setPassword(server.secret());
        } else {
            source.setJdbcUrl(postgres.url());
            source.setUsername(postgres.user());
            source.setPassword(postgres.password());
        }
        return source;
    }
}
