package org.stayseal.issuer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Clock clock;

    Samples(Applications applications, Permits permits, IssuerSettings settings, Clock clock) {
        this.applications = applications;
        this.permits = permits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does nothing when they are there. */
    void make() {
        Path done = settings.data().resolve("samples-made");
        if (!settings.samples() || Files.exists(done)) {
            return;
        }
        List<SamplePerson> people = SamplePerson.all(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<Application> existing = applications.list(Optional.empty(), 0, 100);
        for (int i = 0; i < people.size(); i++) {
            apply(people.get(i), i, existing);
        }
        for (Application application : applications.list(Optional.empty(), 0, 100)) {
            people.stream()
                    .filter(person -> isOf(application, person) && person.revoked())
                    .findFirst()
                    .ifPresent(person -> revoke(application));
        }
        for (Application application : applications.list(Optional.empty(), 0, 100)) {
            application.permitNumber().ifPresent(this::awaitRelease);
        }
        try {
            Files.writeString(done, "The sample permits were made.\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(SamplePerson person, int number, List<Application> existing) {
        Application application = existing.stream()
                .filter(known -> isOf(known, person))
                .findFirst()
                .orElseGet(() -> {
                    Map<String, String> fields = new HashMap<>(person.fields());
                    fields.put("photo", Base64.getEncoder().encodeToString(SamplePortrait.draw(number, person.hair())));
                    return applications.apply(new ApplicationForm(fields), FirstOfficers.CLERK);
                });
        if (application.state() == ApplicationState.SUBMITTED) {
            applications.approve(application.id(), FirstOfficers.APPROVER);
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

    private static boolean isOf(Application application, SamplePerson person) {
        return application
                .form()
                .text("travelDocumentNumber")
                .equals(person.fields().get("travelDocumentNumber"));
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
