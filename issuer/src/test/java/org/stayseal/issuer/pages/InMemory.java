package org.stayseal.issuer.pages;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.application.ApplicationForm;
import org.stayseal.issuer.application.ApplicationState;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.issuer.application.FormRefused;
import org.stayseal.issuer.application.ReadForm;
import org.stayseal.issuer.carrier.Utopians;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.permit.Purpose;

/** Services without a database, as strict as the pages need them. */
final class InMemory {
    static final String TOKEN = "b3Blbi1zZXNhbWUtaW4tYS10ZXN0";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private InMemory() {}

    static final class Desk implements Applications {
        final Map<UUID, Application> stored = new LinkedHashMap<>();
        private final Map<UUID, byte[]> portraits = new LinkedHashMap<>();

        @Override
        public ReadForm read(ApplicationForm form, Officer officer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Application apply(ReadForm form, Officer officer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Application apply(ApplicationForm form, Officer officer) {
            List<FieldFault> faults = new ArrayList<>();
            for (String needed : List.of("surname", "birthDate", "sex", "nationality", "category", "rightFrom")) {
                if (form.text(needed).isEmpty()) {
                    faults.add(new FieldFault("/" + needed, "required", needed + " is missing."));
                }
            }
            if (form.text("rightUntil").startsWith("1")) {
                faults.add(new FieldFault("/rightUntil", "date-order", "rightUntil is before rightFrom."));
            }
            if (!faults.isEmpty()) {
                throw new FormRefused(faults);
            }
            Application application = new Application(
                    UUID.randomUUID(),
                    ApplicationState.SUBMITTED,
                    form,
                    officer.name(),
                    NOW,
                    Optional.empty(),
                    Optional.empty());
            stored.put(application.id(), application);
            return application;
        }

        void portrait(UUID id, byte[] picture) {
            portraits.put(id, picture);
        }

        @Override
        public Application approve(UUID id, Officer officer) {
            return decide(id, officer, ApplicationState.APPROVED, Optional.empty());
        }

        @Override
        public Application reject(UUID id, Officer officer, String reason) {
            return decide(id, officer, ApplicationState.REJECTED, Optional.of(reason));
        }

        private Application decide(UUID id, Officer officer, ApplicationState state, Optional<String> reason) {
            Application old =
                    find(id).orElseThrow(() -> Refusal.notFound("no-application", "There is no such application."));
            if (old.appliedBy().equals(officer.name())) {
                throw Refusal.notAllowed("four-eyes", "Another officer has to decide this application.");
            }
            Application decided = new Application(
                    id,
                    state,
                    old.form(),
                    old.appliedBy(),
                    old.appliedAt(),
                    Optional.of(new Application.Decision(officer.name(), NOW, reason)),
                    state == ApplicationState.APPROVED ? Optional.of("UT4711AB0") : Optional.empty());
            stored.put(id, decided);
            return decided;
        }

        @Override
        public PermitDraft draft(UUID id, String number, LocalDate issued) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> portrait(UUID id) {
            return Optional.ofNullable(portraits.get(id));
        }

        @Override
        public Optional<byte[]> photo(UUID id) {
            return portrait(id);
        }

        @Override
        public Optional<Application> find(UUID id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public List<Application> list(Optional<ApplicationState> state, int offset, int limit) {
            return stored.values().stream()
                    .filter(application -> state.isEmpty() || application.state() == state.get())
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }
    }

    static final class Shelf implements Permits {
        final Map<String, IssuedPermit> stored = new LinkedHashMap<>();
        final Map<String, Carrier> carriers = new LinkedHashMap<>();
        Permit says = Utopians.olena();
        Disclosure.Choices choices = Disclosure.Choices.usual();
        URI base = URI.create("https://permits.utopia.example/");

        void put(String number, UUID application, PermitStatus status, Optional<String> reason) {
            stored.put(
                    number,
                    new IssuedPermit(
                            number,
                            says,
                            choices,
                            application,
                            Stage.RELEASED,
                            status,
                            reason,
                            NOW,
                            Optional.of(NOW),
                            Optional.empty()));
        }

        @Override
        public Optional<IssuedPermit> find(String number) {
            return Optional.ofNullable(stored.get(number));
        }

        @Override
        public List<IssuedPermit> search(String text, Optional<PermitStatus> status, int offset, int limit) {
            return stored.values().stream()
                    .filter(permit -> permit.number().contains(text))
                    .filter(permit -> status.isEmpty() || permit.status() == status.get())
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Carrier> carrier(String number, String name) {
            return find(number).flatMap(permit -> Optional.ofNullable(carriers.get(name)));
        }

        @Override
        public Map<Purpose, String> codes(String number) {
            return new EnumMap<>(Purpose.class);
        }

        @Override
        public Optional<byte[]> portrait(String number) {
            return Optional.empty();
        }

        @Override
        public Optional<URI> holderLink(String number) {
            return find(number).map(permit -> base.resolve("holder/" + TOKEN));
        }

        @Override
        public Optional<IssuedPermit> forHolder(String token) {
            return token.equals(TOKEN) ? stored.values().stream().findFirst() : Optional.empty();
        }

        @Override
        public IssuedPermit suspend(String number, String reason, Officer officer) {
            return change(number, PermitStatus.SUSPENDED, reason);
        }

        @Override
        public IssuedPermit reinstate(String number, String reason, Officer officer) {
            return change(number, PermitStatus.VALID, reason);
        }

        @Override
        public IssuedPermit revoke(String number, String reason, Officer officer) {
            return change(number, PermitStatus.REVOKED, reason);
        }

        private IssuedPermit change(String number, PermitStatus status, String reason) {
            IssuedPermit old =
                    find(number).orElseThrow(() -> Refusal.notFound("no-permit", "There is no such permit."));
            if (old.status() == PermitStatus.REVOKED) {
                throw Refusal.conflict("final", "A revoked permit never changes again.");
            }
            put(number, old.application(), status, Optional.of(reason));
            return stored.get(number);
        }
    }
}
