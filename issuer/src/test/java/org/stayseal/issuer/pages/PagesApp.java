package org.stayseal.issuer.pages;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.audit.AuditEvent;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.continuation.Continuations;
import org.stayseal.issuer.device.Devices;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;
import org.stayseal.issuer.officer.Role;

/** The pages with services in memory: officers {@code ada} and {@code ben}, both with every role. */
@Configuration(proxyBeanMethods = false)
@Profile(PagesApp.IN_MEMORY) // else the tests of the whole service would find these stand-ins
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@EnableConfigurationProperties(IssuerSettings.class)
@ComponentScan({"org.stayseal.issuer.pages", "org.stayseal.issuer.access"})
class PagesApp {
    static final String IN_MEMORY = "pages-in-memory";

    static final Map<String, Officer> OFFICERS = Map.of(
            "ada", new Officer("ada", "Ada More", Set.of(Role.CLERK, Role.APPROVER)),
            "ben", new Officer("ben", "Ben Raphael", Set.of(Role.CLERK, Role.APPROVER)));

    @Bean
    Continuations continuations() {
        return mock(Continuations.class);
    }

    @Bean
    Devices devices() {
        return mock(Devices.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    InMemory.Desk desk() {
        return new InMemory.Desk();
    }

    @Bean
    InMemory.Shelf shelf() {
        return new InMemory.Shelf();
    }

    @Bean
    AuditTrail audit() {
        AuditTrail audit = mock(AuditTrail.class);
        when(audit.of("UT4711AB0"))
                .thenReturn(List.of(new AuditEvent(
                        Instant.parse("2026-11-22T10:00:00Z"), Optional.empty(), "permit-recorded", "UT4711AB0", "")));
        return audit;
    }

    @Bean
    Officers officers() {
        Officers officers = mock(Officers.class);
        when(officers.find(any())).thenAnswer(call -> Optional.ofNullable(OFFICERS.get(call.<String>getArgument(0))));
        when(officers.loadUserByUsername(any()))
                .thenAnswer(call -> User.withUsername(call.getArgument(0))
                        .password("{noop}utopia-demo-desk")
                        .roles("CLERK", "APPROVER")
                        .build());
        return officers;
    }
}
