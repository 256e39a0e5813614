package org.stayseal.spec.vdsnc;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.permit.WorkRight;

/** What a residence permit in a VDS-NC says (docs 22 section 5): its members as they are, checked by the rules of its type. */
public final class PermitContent {

    /** The last day of a right that does not end. */
    public static final String UNLIMITED = "unlimited";

    private static final int MAX_DAYS = 3654;

    private final Map<String, String> values;
    private final Category category;
    private final WorkRight work;

    private PermitContent(Map<String, String> values, Category category, WorkRight work) {
        this.values = values;
        this.category = category;
        this.work = work;
    }

    /**
     * The content of these members.
     *
     * @throws FormatException if they break NC-21 to NC-25, or {@code UNSUPPORTED} for a category that is not known
     */
    static PermitContent of(VdsNcType type, Map<String, String> members) throws FormatException {
        Map<String, String> values = new LinkedHashMap<>();
        for (FieldRule rule : type.fields()) {
            String value = members.get(rule.name());
            if (value != null) {
                rule.check(value);
                values.put(rule.name(), value);
            } else if (rule.mandatory()) {
                throw FormatException.wrongFormat("NC-21", rule.name() + " is missing");
            }
        }
        if (!values.keySet().containsAll(members.keySet())) {
            throw FormatException.wrongFormat("NC-21", "a member that the type does not have");
        }
        if (values.containsKey("travelDocumentNumber") != values.containsKey("travelDocumentIssuer")) {
            throw FormatException.wrongFormat("NC-24", "travel document and its issuer are not there together");
        }
        WorkRight work = work(values);
        checkDates(values);
        Category category = Category.ofKey(need(values, "category"))
                .orElseThrow(() -> FormatException.unsupported("NC-22", "a category that is not known here"));
        return new PermitContent(values, category, work);
    }

    /** The members by name, in the order of the registry. */
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    /** The permit's own number. */
    public Optional<String> number() {
        return Optional.ofNullable(values.get("permitNumber"));
    }

    public Optional<String> surname() {
        return Optional.ofNullable(values.get("surname"));
    }

    public Optional<String> givenNames() {
        return Optional.ofNullable(values.get("givenNames"));
    }

    public Optional<BirthDate> birthDate() {
        return Optional.ofNullable(values.get("birthDate")).flatMap(day -> BirthDate.parse(day.replace("-", "")));
    }

    /** As in the machine readable zone. */
    public Optional<String> nationality() {
        return Optional.ofNullable(values.get("nationality"));
    }

    public Optional<Sex> sex() {
        return Optional.ofNullable(values.get("sex")).map(Sex::valueOf);
    }

    /** Of the passport that the permit goes with; there together with its issuer (NC-24). */
    public Optional<String> travelDocumentNumber() {
        return Optional.ofNullable(values.get("travelDocumentNumber"));
    }

    public Optional<String> travelDocumentIssuer() {
        return Optional.ofNullable(values.get("travelDocumentIssuer"));
    }

    public Category category() {
        return category;
    }

    public WorkRight work() {
        return work;
    }

    /** The first day of the right. */
    public LocalDate rightFrom() {
        return day(values, "rightFrom");
    }

    /** The last day of the right; empty if it does not end. */
    public Optional<LocalDate> rightUntil() {
        return need(values, "rightUntil").equals(UNLIMITED) ? Optional.empty() : Optional.of(day(values, "rightUntil"));
    }

    /** The first day of the document. */
    public LocalDate issueDate() {
        return day(values, "issueDate");
    }

    /** The last day of the document. */
    public LocalDate documentUntil() {
        return day(values, "documentUntil");
    }

    public LocalDate signedOn() {
        return day(values, "signedOn");
    }

    private static WorkRight work(Map<String, String> values) throws FormatException {
        Optional<String> conditions = Optional.ofNullable(values.get("workConditions"));
        WorkRight.Access access = WorkRight.Access.ofKey(need(values, "work")).orElseThrow();
        if (!access.allowsConditions(conditions.isPresent())) {
            throw FormatException.wrongFormat("NC-23", "conditions of work do not go with the word for work");
        }
        return new WorkRight(access, conditions);
    }

    private static void checkDates(Map<String, String> values) throws FormatException {
        LocalDate until = day(values, "documentUntil");
        boolean rightBackwards = !need(values, "rightUntil").equals(UNLIMITED)
                && day(values, "rightUntil").isBefore(day(values, "rightFrom"));
        if (rightBackwards
                || until.isBefore(day(values, "issueDate"))
                || until.isBefore(day(values, "signedOn"))
                || ChronoUnit.DAYS.between(day(values, "issueDate"), until) > MAX_DAYS) {
            throw FormatException.wrongFormat("NC-25", "dates that contradict each other, or more than ten years");
        }
    }

    private static LocalDate day(Map<String, String> values, String name) {
        return FieldRule.date(need(values, name)).orElseThrow();
    }

    private static String need(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    /** What every row of a residence permit must demand, for the code here to read it. */
    static Map<String, FieldRule.Form> required() {
        return Map.of(
                "category", FieldRule.Form.CATEGORY,
                "rightFrom", FieldRule.Form.DATE,
                "rightUntil", FieldRule.Form.DATE_OR_UNLIMITED,
                "work", FieldRule.Form.WORK,
                "issueDate", FieldRule.Form.DATE,
                "documentUntil", FieldRule.Form.DATE,
                "signedOn", FieldRule.Form.DATE);
    }
}
