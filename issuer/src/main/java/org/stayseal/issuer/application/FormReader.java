package org.stayseal.issuer.application;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stayseal.barcode.Portrait;
import org.stayseal.barcode.PortraitRefusedException;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.lint.LimitedCategories;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.FieldError;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;

/** Reads a form strictly and says everything that is wrong with it at once. */
final class FormReader {

    /** Most bytes of a portrait as it was taken. */
    static final int PORTRAIT_MAX_BYTES = 2 << 20;

    /** Photos that are opened at one time: one of 20 megapixels takes some hundred megabytes while it is open. */
    private static final Semaphore TURNS = new Semaphore(2, true);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Most characters of a passport's number in a seal (FB06). */
    private static final int PASSPORT_MAX_LENGTH = 9;

    /** What the issuer gives and an applicant does not. */
    static final Set<Field> GIVEN_BY_ISSUER =
            EnumSet.of(Field.COUNTRY, Field.PERMIT_NUMBER, Field.AUTHORITY, Field.ISSUE_DATE);

    /** Stands in for the number, which is given later, so that the other rules can be tried now. */
    private static final String NUMBER_TO_COME = "000000000";

    private final IssuerSettings settings;
    private final TextCapacity capacity;

    FormReader(IssuerSettings settings, TextCapacity capacity) {
        this.settings = settings;
        this.capacity = capacity;
    }

    /**
     * Reads it as if issued today.
     *
     * @throws FormRefused with every fault
     */
    ReadForm read(ApplicationForm form, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        PermitDraft draft = new PermitDraft();
        for (Map.Entry<String, String> entry : form.fields().entrySet()) {
            Optional<Field> field = Field.of(entry.getKey());
            if (field.isEmpty()) {
                faults.add(new FieldFault(pointer(entry.getKey()), "unknown-field", "There is no such field."));
            } else if (GIVEN_BY_ISSUER.contains(field.get())) {
                faults.add(new FieldFault(
                        pointer(entry.getKey()),
                        "given-by-issuer",
                        entry.getKey() + " is given by the issuer. Leave it out."));
            } else if (field.get() != Field.PHOTO) {
                draft.set(field.get(), entry.getValue());
            }
        }
        Optional<byte[]> portrait = portrait(form.text(Field.PHOTO.key()), draft, faults);
        issue(draft, settings, NUMBER_TO_COME, today);
        for (FieldError error : draft.errors()) {
            faults.add(new FieldFault(pointer(error.field().key()), error.rule(), error.message()));
        }
        checkPassport(draft, faults);
        checkEnd(draft, today, faults);
        if (faults.isEmpty()) {
            faults.addAll(capacity.faults(draft.permit()));
        }
        if (!faults.isEmpty()) {
            leaveOutConsequences(form, faults);
            faults.sort(Comparator.comparingInt(FormReader::place));
            throw new FormRefused(faults);
        }
        return new ReadForm(form, draft, portrait);
    }

    /** Fills in what the issuer gives, and what a form may leave out. */
    static PermitDraft issue(PermitDraft draft, IssuerSettings settings, String number, LocalDate day) {
        draft.set(Field.COUNTRY, settings.country())
                .set(Field.AUTHORITY, settings.authority())
                .set(Field.PERMIT_NUMBER, number)
                .set(Field.ISSUE_DATE, day.toString());
        for (Field right : List.of(Field.SELF_EMPLOYMENT, Field.STUDY)) {
            if (draft.get(right).isEmpty()) {
                draft.set(right, "no");
            }
        }
        if (draft.get(Field.DOCUMENT_UNTIL).isEmpty()) {
            LocalDate longest = day.plusYears(Permit.DOCUMENT_MAX_YEARS).minusDays(1);
            LocalDate until = draft.get(Field.RIGHT_UNTIL)
                    .flatMap(FormReader::date)
                    .filter(longest::isAfter)
                    .orElse(longest);
            draft.set(Field.DOCUMENT_UNTIL, until.toString());
        }
        return draft;
    }

    /** A last day that was filled in here is wrong only because another field is; one fault a field is enough. */
    private static void leaveOutConsequences(ApplicationForm form, List<FieldFault> faults) {
        String filledIn = pointer(Field.DOCUMENT_UNTIL.key());
        boolean others = faults.stream().anyMatch(fault -> !fault.pointer().equals(filledIn));
        if (others && form.text(Field.DOCUMENT_UNTIL.key()).isEmpty()) {
            faults.removeIf(fault -> fault.pointer().equals(filledIn));
        }
        Set<String> seen = new HashSet<>();
        faults.removeIf(fault -> !seen.add(fault.pointer()));
    }

    /** The seal's profile names a passport, in nine places at most. */
    private static void checkPassport(PermitDraft draft, List<FieldFault> faults) {
        String number = draft.get(Field.TRAVEL_DOCUMENT_NUMBER).orElse("");
        if (number.isEmpty() || number.length() > PASSPORT_MAX_LENGTH) {
            faults.add(new FieldFault(
                    pointer(Field.TRAVEL_DOCUMENT_NUMBER.key()),
                    number.isEmpty() ? "required" : "max-length",
                    "travelDocumentNumber has 1 to " + PASSPORT_MAX_LENGTH + " characters: the seal names it."));
        }
        if (draft.get(Field.TRAVEL_DOCUMENT_ISSUER).isEmpty()) {
            faults.add(new FieldFault(
                    pointer(Field.TRAVEL_DOCUMENT_ISSUER.key()),
                    "required",
                    "travelDocumentIssuer is needed with travelDocumentNumber: the State that issued it."));
        }
    }

    private static void checkEnd(PermitDraft draft, LocalDate today, List<FieldFault> faults) {
        String until = draft.get(Field.RIGHT_UNTIL).orElse("");
        String at = pointer(Field.RIGHT_UNTIL.key());
        if (date(until).filter(today::isAfter).isPresent()) {
            faults.add(new FieldFault(at, "already-over", "rightUntil is over. A permit is for days to come."));
        }
        boolean limited = draft.get(Field.CATEGORY)
                .flatMap(Category::ofKey)
                .filter(LimitedCategories.ALL::contains)
                .isPresent();
        if (limited && until.equals("unlimited")) {
            faults.add(new FieldFault(at, "category-with-an-end", "A right of this category is never unlimited."));
        }
    }

    private static Optional<byte[]> portrait(String base64, PermitDraft draft, List<FieldFault> faults) {
        if (base64.isEmpty()) {
            return Optional.empty();
        }
        String at = pointer(Field.PHOTO.key());
        if (base64.length() > PORTRAIT_MAX_BYTES / 3 * 4 + 8) {
            faults.add(new FieldFault(at, "photo-size", "photo is larger than 2 MiB."));
            return Optional.empty();
        }
        try {
            byte[] taken = Base64.getDecoder().decode(base64.strip());
            takeATurn();
            try {
                draft.photo(Portrait.compress(taken).webp());
                return Optional.of(Portrait.forPrint(taken));
            } finally {
                TURNS.release();
            }
        } catch (IllegalArgumentException e) {
            faults.add(new FieldFault(at, "base64", "photo is not base64 (RFC 4648, section 4, without line breaks)."));
        } catch (PortraitRefusedException e) {
            faults.add(new FieldFault(at, "photo-format", "photo is not a usable portrait. " + e.getMessage()));
        }
        return Optional.empty();
    }

    private static void takeATurn() {
        try {
            if (TURNS.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.conflict("busy", "Many photos are being read at the moment. Try again in a minute.");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int place(FieldFault fault) {
        return Field.of(fault.pointer().substring(1)).map(Field::ordinal).orElse(Integer.MAX_VALUE);
    }

    /** RFC 6901, section 3; a name too long to repeat is cut. */
    private static String pointer(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) : name;
        return "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
