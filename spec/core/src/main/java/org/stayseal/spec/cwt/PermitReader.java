package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.permit.WorkRight;

/** Claim −65537 of a credential, read by CRED-50 to CRED-59, and by CRED-60 for what its purpose shows. */
final class PermitReader {
    /** The keys of the map after its version and purpose. */
    enum Key {
        CATEGORY(2, Field.CATEGORY),
        RIGHT_FROM(3, Field.RIGHT_FROM),
        RIGHT_UNTIL(4, Field.RIGHT_UNTIL),
        NUMBER(5, Field.PERMIT_NUMBER),
        WORK(6, Field.WORK),
        SELF_EMPLOYMENT(7, Field.SELF_EMPLOYMENT),
        STUDY(8, Field.STUDY),
        AUTHORITY(9, Field.AUTHORITY),
        ISSUE_PLACE(10, Field.ISSUE_PLACE),
        LEGAL_GROUND(11, Field.LEGAL_GROUND),
        TRAVEL_DOCUMENT(12, Field.TRAVEL_DOCUMENT_NUMBER),
        BIRTH_PLACE(13, Field.BIRTH_PLACE),
        REMARKS(14, Field.REMARKS),
        LIVE_ONLY(15, Field.LIVE_ONLY);

        final long number;
        final Field field;

        Key(long number, Field field) {
            this.number = number;
            this.field = field;
        }
    }

    static final long VERSION_KEY = 0;
    static final long PURPOSE_KEY = 1;

    private static final long MAX_CATEGORY = 65535;
    private static final int NUMBER_MAX_LENGTH = 20;
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]+");
    private static final int FIRST_DATE = 19000101;
    private static final int LAST_DATE = 29991231;
    private static final Set<Object> KEYS = keys();

    private final CborMap map;

    private PermitReader(CborMap map) {
        this.map = map;
    }

    static Purpose purpose(CBORObject item) throws FormatException {
        CborMap map = CborMap.of(item, "permit", "CRED-50a");
        return Purpose.ofCode(map.uint(PURPOSE_KEY, 3, "CRED-51"))
                .orElseThrow(() -> FormatException.wrongFormat("CRED-51", "the purpose is not 0 to 3"));
    }

    static PermitClaims read(CBORObject item) throws FormatException {
        Purpose purpose = purpose(item);
        CborMap map = CborMap.of(item, KEYS, "permit", "CRED-50a");
        for (Key key : Key.values()) {
            Shown.require(map.has(key.number), Disclosure.of(key.field, purpose), key.name());
        }
        return new PermitReader(map).read(purpose);
    }

    private PermitClaims read(Purpose purpose) throws FormatException {
        long category = map.uint(Key.CATEGORY.number, MAX_CATEGORY, "CRED-52");
        LocalDate rightFrom = date(map.required(Key.RIGHT_FROM.number, "CRED-60a"));
        Optional<LocalDate> rightUntil = rightUntil(rightFrom);
        Optional<String> number = map.text(Key.NUMBER.number, NUMBER_MAX_LENGTH, "CRED-50b");
        requireNumber(number);
        Optional<WorkRight> work = work();
        Optional<Right> selfEmployment = right(Key.SELF_EMPLOYMENT);
        Optional<Right> study = right(Key.STUDY);
        String authority = CborMap.text(
                map.required(Key.AUTHORITY.number, "CRED-60a"), Permit.AUTHORITY_MAX_BYTES, "authority", "CRED-50b");
        Optional<String> issuePlace = map.text(Key.ISSUE_PLACE.number, Permit.ISSUE_PLACE_MAX_BYTES, "CRED-50b");
        Optional<String> legalGround = map.text(Key.LEGAL_GROUND.number, Permit.LEGAL_GROUND_MAX_BYTES, "CRED-50b");
        Optional<TravelDocument> travelDocument = travelDocument();
        Optional<String> birthPlace = map.text(Key.BIRTH_PLACE.number, Person.BIRTH_PLACE_MAX_BYTES, "CRED-50b");
        Optional<String> remarks = map.text(Key.REMARKS.number, Permit.REMARKS_MAX_BYTES, "CRED-50b");
        Optional<Boolean> liveOnly = liveOnly();
        // Last of all (CRED-70): a category of a newer registry must not hide a broken format.
        Category known = Category.ofCode(category)
                .orElseThrow(
                        () -> FormatException.unsupported("CRED-52", "a category that this release does not know"));
        return new PermitClaims(
                purpose,
                known,
                rightFrom,
                rightUntil,
                number,
                work,
                selfEmployment,
                study,
                authority,
                issuePlace,
                legalGround,
                travelDocument,
                birthPlace,
                remarks,
                liveOnly);
    }

    private Optional<LocalDate> rightUntil(LocalDate rightFrom) throws FormatException {
        CBORObject item = map.required(Key.RIGHT_UNTIL.number, "CRED-60a");
        if (CborMap.uint(item, LAST_DATE, "right until", "CRED-53") == 0) {
            return Optional.empty();
        }
        LocalDate until = date(item);
        if (until.isBefore(rightFrom)) {
            throw FormatException.wrongFormat("CRED-53", "right until is before right from");
        }
        return Optional.of(until);
    }

    private Optional<WorkRight> work() throws FormatException {
        Optional<CBORObject> item = map.get(Key.WORK.number);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> conditions = conditions(item.get(), "work", Rule.lettered("CRED-56"));
        WorkRight.Access access = WorkRight.Access.ofCode(
                        CborMap.uint(item.get().get(0), 3, "work", "CRED-56b"))
                .orElseThrow(() -> FormatException.wrongFormat("CRED-56b", "work is not 0 to 3"));
        if (!access.allowsConditions(conditions.isPresent())) {
            throw FormatException.wrongFormat("CRED-56c", "conditions of work are missing, or there where none may be");
        }
        return Optional.of(new WorkRight(access, conditions));
    }

    private Optional<Right> right(Key key) throws FormatException {
        Optional<CBORObject> item = map.get(key.number);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> conditions = conditions(item.get(), key.name(), Rule.lettered("CRED-57"));
        boolean granted = CborMap.uint(item.get().get(0), 1, key.name(), "CRED-57b") == 1;
        if (!granted && conditions.isPresent()) {
            throw FormatException.wrongFormat("CRED-57c", key.name() + " is not granted and has conditions");
        }
        return Optional.of(new Right(granted, conditions));
    }

    private static Optional<String> conditions(CBORObject item, String name, Rule rule) throws FormatException {
        requireArray(item, 1, 2, name, rule.broken('a'));
        return item.size() == 1
                ? Optional.empty()
                : Optional.of(CborMap.text(
                        item.get(1), WorkRight.CONDITIONS_MAX_BYTES, name + " conditions", rule.broken('a')));
    }

    private Optional<TravelDocument> travelDocument() throws FormatException {
        Optional<CBORObject> found = map.get(Key.TRAVEL_DOCUMENT.number);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CBORObject item = found.get();
        requireArray(item, 2, 3, "travel document", "CRED-58");
        String number = CborMap.text(item.get(0), NUMBER_MAX_LENGTH, "travel document number", "CRED-58");
        requireNumber(Optional.of(number));
        String issuer = CommonClaims.country(item.get(1), "CRED-58");
        Optional<LocalDate> until = item.size() == 2 ? Optional.empty() : Optional.of(date(item.get(2)));
        return Optional.of(new TravelDocument(number, issuer, until));
    }

    private Optional<Boolean> liveOnly() throws FormatException {
        Optional<CBORObject> item = map.get(Key.LIVE_ONLY.number);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        if (item.get().getType() != CBORType.Boolean) {
            throw FormatException.wrongFormat("CRED-59", "live only is not a boolean");
        }
        return Optional.of(item.get().AsBoolean());
    }

    private static LocalDate date(CBORObject item) throws FormatException {
        int digits = (int) CborMap.uint(item, LAST_DATE, "a date", "CRED-50c");
        try {
            if (digits >= FIRST_DATE) {
                return LocalDate.of(digits / 10000, digits / 100 % 100, digits % 100);
            }
        } catch (DateTimeException e) {
            throw FormatException.wrongFormat("CRED-50c", "a date that is no day of the calendar");
        }
        throw FormatException.wrongFormat("CRED-50c", "a date before 1900");
    }

    private static void requireNumber(Optional<String> number) throws FormatException {
        if (number.isPresent() && !NUMBER.matcher(number.get()).matches()) {
            throw FormatException.wrongFormat("CRED-55", "a number with other characters than A to Z and 0 to 9");
        }
    }

    private static void requireArray(CBORObject item, int least, int most, String name, String rule)
            throws FormatException {
        if (item.getType() != CBORType.Array || item.size() < least || item.size() > most) {
            throw FormatException.wrongFormat(rule, name + " is not an array of " + least + " to " + most);
        }
    }

    private static Set<Object> keys() {
        Set<Object> keys = Arrays.stream(Key.values()).map(key -> key.number).collect(Collectors.toSet());
        keys.add(VERSION_KEY);
        keys.add(PURPOSE_KEY);
        return Set.copyOf(keys);
    }
}
