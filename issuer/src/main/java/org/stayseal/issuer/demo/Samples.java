package org.stayseal.issuer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.application.ApplicationForm;
import org.stayseal.issuer.application.ApplicationState;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;

/** Makes the three samples the way every permit is made; begun again where a crash left off, until a file says that they are complete. */
@Component
class Samples {

    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    private static final int PATIENCE = 450;

    private final Applications applications;
    private final Permits permits;
    private final IssuerSettings settings;
    private final Environment environment;
    private final Clock clock;

    Samples(Applications applications, Permits permits, IssuerSettings settings, Environment environment, Clock clock) {
        this.applications = applications;
        this.permits = permits;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    /** Does nothing when they are there, or on a server that may hold more than samples. */
    void make() {
        Path done = settings.data().resolve("samples-made");
        if (!wanted() || Files.exists(done)) {
            return;
        }
        List<SamplePerson> people = SamplePerson.all(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<UUID> made = new ArrayList<>(recorded());
        for (int i = made.size(); i < people.size(); i++) {
            made.add(apply(people.get(i), i));
        }
        for (int i = 0; i < people.size(); i++) {
            Application application = applications.find(made.get(i)).orElseThrow();
            if (application.state() == ApplicationState.SUBMITTED) {
                application = applications.approve(application.id(), FirstOfficers.APPROVER);
            }
            if (people.get(i).revoked()) {
                revoke(application);
            }
        }
        for (UUID id : made) {
            applications.find(id).flatMap(Application::permitNumber).ifPresent(this::awaitRelease);
        }
        write(done, "The sample permits were made.\n");
    }

    /** Only in the embedded database, unless somebody asked: a server of one's own may be a register. */
    private boolean wanted() {
        return settings.samples()
                .orElseGet(() -> environment
                        .getProperty("stayseal.database.url", "embedded")
                        .equals("embedded"));
    }

    private UUID apply(SamplePerson person, int number) {
        Map<String, String> fields = new HashMap<>(person.fields());
        fields.put("photo", Base64.getEncoder().encodeToString(SamplePortrait.draw(number, person.hair())));
        UUID id = applications
                .apply(new ApplicationForm(fields), FirstOfficers.CLERK)
                .id();
        write(begun(), id + "\n");
        return id;
    }

    /** Which applications are samples is known by what was written here, never by what they say: a real one might say the same. */
    private List<UUID> recorded() {
        try {
            return Files.exists(begun())
                    ? Files.readAllLines(begun(), StandardCharsets.UTF_8).stream()
                            .map(UUID::fromString)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path begun() {
        return settings.data().resolve("samples-begun");
    }

    private static void write(Path file, String line) {
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void revoke(Application application) {
        String number = application.permitNumber().orElseThrow();
        IssuedPermit permit = awaitRelease(number);
        if (permit.stage() == Stage.RELEASED && permit.status() == PermitStatus.VALID) {
            permits.revoke(number, "Sample: enrolment ended", FirstOfficers.APPROVER);
        }
    }

    private IssuedPermit awaitRelease(String number) {
        IssuedPermit permit = permits.find(number).orElseThrow();
        for (int i = 0; i < PATIENCE && permit.stage() != Stage.RELEASED && permit.stage() != Stage.REFUSED; i++) {
            pause();
            permit = permits.find(number).orElseThrow();
        }
        if (permit.stage() != Stage.RELEASED) {
            LOG.warn(
                    "sample permit {} is {}, not released: {}",
                    number,
                    permit.stage(),
                    permit.refusedBecause().orElse("not finished"));
        }
        return permit;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the samples were made.", e);
        }
    }
}
