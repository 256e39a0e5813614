package org.stayseal.issuer.carrier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stayseal.barcode.Portrait;
import org.stayseal.barcode.PortraitRefusedException;
import org.stayseal.issuer.carrier.PermitSheet.CodeText;
import org.stayseal.issuer.carrier.PermitSheet.Line;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.OwnScript;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Photo;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.permit.WorkRight;

/** Turns a permit into the words and places of the printed sheet. */
final class SheetText {
    private static final int ALL = 6;
    private static final int HALF = 3;
    private static final int THIRD = 2;

    private final CarrierOrder order;
    private final Disclosure.Choices choices;
    private final Labels labels;

    /**
     * @param choices what the authority chose to show where the disclosure table leaves it a choice
     * @throws IllegalArgumentException when there are no printed labels in the order's national language
     */
    SheetText(CarrierOrder order, Disclosure.Choices choices) {
        this.order = order;
        this.choices = choices;
        this.labels = Labels.of(order.nationalLanguage());
    }

    /**
     * The sheet.
     *
     * @param machineReadableZone its lines
     * @throws PortraitRefusedException when the portrait is no picture that can be printed
     */
    PermitSheet sheet(List<String> machineReadableZone) throws PortraitRefusedException {
        Permit permit = order.permit();
        return new PermitSheet(
                both("title") + " " + permit.number(),
                permit.country(),
                new Words(permit.authority(), permit.authority()),
                labels.words("title"),
                new Line(both("field.permitNumber"), permit.number(), null, 1),
                order.demo(),
                labels.words("demo"),
                photo(),
                both("field.photo"),
                labels.words("value.no-photo"),
                beside(permit),
                below(permit),
                both("field.mrz"),
                machineReadableZone,
                code(CarrierCode.FULL),
                code(CarrierCode.SEAL),
                List.of(code(CarrierCode.WORK), code(CarrierCode.BANK), code(CarrierCode.STAY)),
                both("code.shows"),
                new Line(both("code.check"), order.verifierPage().toString(), null, 1),
                labels.words("code.camera"),
                labels.words("code.choose"),
                permit.country() + " · " + both("title") + " · " + permit.number(),
                "normal");
    }

    private List<List<Line>> beside(Permit permit) {
        Person person = permit.person();
        List<List<Line>> rows = new ArrayList<>();
        rows.add(List.of(plain("field.surname", person.name().surname(), ALL)));
        person.name().givenNames().ifPresent(names -> rows.add(List.of(plain("field.givenNames", names, ALL))));
        person.name().ownScript().ifPresent(own -> rows.add(List.of(ownScript(own))));
        rows.add(List.of(
                plain("field.birthDate", birthDate(person.birthDate()), THIRD),
                words("field.sex", labels.words("sex." + person.sex()), THIRD),
                nationality(person)));
        if (person.birthPlace().isPresent() || person.personalNumber().isPresent()) {
            rows.add(List.of(
                    optional("field.birthPlace", person.birthPlace(), HALF),
                    optional("field.personalNumber", person.personalNumber(), HALF)));
        }
        permit.travelDocument()
                .ifPresent(document -> rows.add(List.of(plain("field.travelDocument", travelDocument(document), ALL))));
        return rows;
    }

    private List<List<Line>> below(Permit permit) {
        List<List<Line>> rows = new ArrayList<>();
        Words category = labels.words("category." + permit.category().key());
        if (permit.legalGround().isPresent()) {
            rows.add(List.of(
                    words("field.category", category, HALF),
                    optional("field.legalGround", permit.legalGround(), HALF)));
        } else {
            rows.add(List.of(words("field.category", category, ALL)));
        }
        rows.add(List.of(
                plain("field.rightFrom", permit.rightFrom().toString(), THIRD),
                permit.rightUntil()
                        .map(date -> plain("field.rightUntil", date.toString(), THIRD))
                        .orElseGet(() -> words("field.rightUntil", labels.words("value.unlimited"), THIRD)),
                plain("field.documentUntil", permit.documentUntil().toString(), THIRD)));
        rows.add(List.of(
                work(permit.work()),
                right("field.selfEmployment", permit.selfEmployment()),
                right("field.study", permit.study())));
        rows.add(List.of(
                plain("field.authority", permit.authority(), THIRD),
                optional("field.issuePlace", permit.issuePlace(), THIRD),
                plain("field.issueDate", permit.issueDate().toString(), THIRD)));
        permit.remarks().ifPresent(remarks -> rows.add(List.of(plain("field.remarks", remarks, ALL))));
        return rows;
    }

    private Line work(WorkRight work) {
        return withConditions("field.work", labels.words("work." + work.access().key()), work.conditions());
    }

    private Line right(String key, Right right) {
        return withConditions(key, labels.words(right.granted() ? "right.yes" : "right.no"), right.conditions());
    }

    private Line withConditions(String key, Words words, Optional<String> conditions) {
        String also =
                conditions.map(text -> words.english() + ": " + printable(text)).orElse(words.english());
        return new Line(both(key), words.national(), also, THIRD);
    }

    private Line nationality(Person person) {
        String code = person.nationality().code();
        String key = "nationality." + code;
        Words name = labels.has(key)
                ? labels.words(key)
                : new Words(countryName(code, Locale.ENGLISH), countryName(code, labels.language()));
        Words shown = new Words(withCode(code, name.english()), withCode(code, name.national()));
        return words("field.nationality", shown, THIRD);
    }

    private static String withCode(String code, String name) {
        return name.isEmpty() ? code : code + " – " + name;
    }

    /** The name of an ISO country in a language, or nothing where this Java has none. */
    private static String countryName(String alpha3, Locale language) {
        for (String alpha2 : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(alpha2).build();
            if (country.getISO3Country().equals(alpha3)) {
                String name = country.getDisplayCountry(language);
                return name.equals(alpha2) ? "" : name;
            }
        }
        return "";
    }

    private Line ownScript(OwnScript own) {
        return Scripts.canPrint(own.name())
                ? new Line(both("field.nameOwnScript"), own.name(), null, ALL)
                : words("field.nameOwnScript", labels.words("value.in-code"), ALL);
    }

    private String travelDocument(TravelDocument document) {
        String text = document.number() + " · " + document.issuer();
        return document.until()
                .map(date -> text + " · " + both("value.until") + " " + date)
                .orElse(text);
    }

    /** Unknown parts as X: 1985-XX-XX. */
    private static String birthDate(BirthDate date) {
        return String.format(Locale.ROOT, "%s-%s-%s", part(date.year(), 4), part(date.month(), 2), part(date.day(), 2));
    }

    private static String part(int value, int digits) {
        return value == 0 ? "X".repeat(digits) : String.format(Locale.ROOT, "%0" + digits + "d", value);
    }

    private CodeText code(CarrierCode code) {
        Words title = labels.words("code." + code.key() + ".title");
        List<Words> shown = Revealed.labelKeys(code, choices, order.permit()).stream()
                .map(labels::words)
                .toList();
        Words shows = new Words(
                shown.stream().map(Words::english).collect(Collectors.joining(", ")),
                shown.stream().map(Words::national).collect(Collectors.joining(", ")));
        String kind = code == CarrierCode.SEAL ? "DataMatrix" : "QR";
        return new CodeText(
                code.name(), kind + ": " + title.both(), title, labels.words("code." + code.key() + ".for"), shows);
    }

    private @Nullable String photo() throws PortraitRefusedException {
        Optional<byte[]> picture =
                order.portrait().or(() -> order.permit().person().photo().map(Photo::bytes));
        if (picture.isEmpty()) {
            return null;
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Portrait.toPng(picture.get()));
    }

    private Line plain(String key, String value, int columns) {
        return new Line(both(key), printable(value), null, columns);
    }

    private Line optional(String key, Optional<String> value, int columns) {
        return plain(key, value.orElse("–"), columns);
    }

    private Line words(String key, Words words, int columns) {
        boolean same = words.english().equals(words.national());
        return new Line(both(key), words.national(), same ? null : words.english(), columns);
    }

    private String printable(String value) {
        return Scripts.canPrint(value) ? value : labels.words("value.in-code").both();
    }

    private String both(String key) {
        return labels.words(key).both();
    }
}
