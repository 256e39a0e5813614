package org.stayseal.issuer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.application.ApplicationForm;
import org.stayseal.issuer.application.ApplicationState;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.carrier.Utopians;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.spec.permit.Disclosure;

class SamplesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path data;

    private final Applications applications = mock(Applications.class);
    private final Permits permits = mock(Permits.class);
    private final Map<UUID, Application> stored = new LinkedHashMap<>();

    @Test
    void aServerOfOnesOwnGetsSamplesOnlyWhenAsked() {
        Map<String, String> server = Map.of("stayseal.database.url", "jdbc:postgresql://db/register");
        samples(server).make();
        verifyNoInteractions(applications, permits);
        serve();
        Map<String, String> asked = new HashMap<>(server);
        asked.put("stayseal.samples", "true");
        samples(asked).make();
        verify(applications, times(3)).apply(any(ApplicationForm.class), any());
    }

    @Test
    void aRealApplicationThatSaysWhatASampleSaysIsNeitherApprovedNorRevoked() {
        serve();
        ApplicationForm same = new ApplicationForm(
                SamplePerson.all(java.time.LocalDate.of(2026, 11, 22)).get(2).fields());
        Application real = application(same, "someone");
        when(applications.list(any(), anyInt(), anyInt())).thenReturn(List.of(real));
        samples(Map.of()).make();
        verify(applications, never()).approve(eq(real.id()), any());
        verify(permits, times(1)).revoke(any(), any(), any());
        verify(permits, never()).revoke(eq(number(real.id())), any(), any());
    }

    @Test
    void whatACrashLeftOffIsTakenUpByTheApplicationsThatWereWrittenDown() throws Exception {
        serve();
        samples(Map.of()).make();
        Files.delete(data.resolve("samples-made"));
        samples(Map.of()).make();
        verify(applications, times(3)).apply(any(ApplicationForm.class), any());
        assertThat(data.resolve("samples-made")).exists();
    }

    private Samples samples(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("stayseal.data", data.toString());
        IssuerSettings settings = new Binder(new MapConfigurationPropertySource(all))
                .bind("stayseal", IssuerSettings.class)
                .get();
        MockEnvironment environment = new MockEnvironment();
        properties.forEach(environment::setProperty);
        return new Samples(applications, permits, settings, environment, Clock.fixed(NOW, java.time.ZoneOffset.UTC));
    }

    private void serve() {
        when(applications.apply(any(ApplicationForm.class), any()))
                .thenAnswer(call -> application(call.getArgument(0), "anna"));
        when(applications.find(any())).thenAnswer(call -> Optional.ofNullable(stored.get(call.<UUID>getArgument(0))));
        when(applications.approve(any(), any())).thenAnswer(call -> {
            Application before = stored.get(call.<UUID>getArgument(0));
            Application approved = new Application(
                    before.id(),
                    ApplicationState.APPROVED,
                    before.form(),
                    before.appliedBy(),
                    NOW,
                    Optional.of(new Application.Decision("boris", NOW, Optional.empty())),
                    Optional.of(number(before.id())));
            stored.put(before.id(), approved);
            return approved;
        });
        when(permits.find(any()))
                .thenAnswer(call -> Optional.of(new IssuedPermit(
                        call.getArgument(0),
                        Utopians.olena(),
                        Disclosure.Choices.usual(),
                        UUID.randomUUID(),
                        Stage.RELEASED,
                        PermitStatus.VALID,
                        Optional.empty(),
                        NOW,
                        Optional.of(NOW),
                        Optional.empty())));
    }

    private Application application(ApplicationForm form, String by) {
        Application application = new Application(
                UUID.randomUUID(), ApplicationState.SUBMITTED, form, by, NOW, Optional.empty(), Optional.empty());
        stored.put(application.id(), application);
        return application;
    }

    private static String number(UUID id) {
        return "UT" + id.toString().substring(0, 7).toUpperCase(java.util.Locale.ROOT);
    }
}
