package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Permits of invented people in Utopia: one with everything, one with as little as can be, and as many random ones as wanted. */
public final class SamplePermits {
    private static final String LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉÑŁabcdefghijklmnopqrstuvwxyzäöüéñł -'";
    private static final List<OwnScript> OWN = List.of(
            new OwnScript("Олена Приклад", "uk"),
            new OwnScript("نمونه آزمایشی", "fa"),
            new OwnScript("示範", "zh-Hant"),
            new OwnScript("Παράδειγμα", "el"));

    private SamplePermits() {}

    /** A permit that has every field. */
    public static Permit full() {
        return new Permit(
                "UTO",
                new Person(
                        new Name("Muster", Optional.of("Olena Vera"), Optional.of(new OwnScript("Олена Муштер", "uk"))),
                        new BirthDate(1985, 3, 0),
                        Optional.of("Old Harbour"),
                        Sex.F,
                        Nationality.STATELESS,
                        Optional.of("850300-417"),
                        Optional.of(photo(700))),
                "UT1234567",
                Category.BLUE_CARD,
                Optional.of("Residence Act 18b"),
                "Migration Office of Utopia",
                LocalDate.of(2026, 11, 22),
                Optional.of("Amaurot"),
                LocalDate.of(2026, 11, 22),
                Optional.of(LocalDate.of(2030, 11, 21)),
                LocalDate.of(2030, 11, 21),
                WorkRight.underConditions("Engineering at Harbour Works only"),
                Right.no(),
                Right.underConditions("Evening classes"),
                Optional.of("Accompanied by two children"),
                Optional.of(new TravelDocument("P4711", "XXB", Optional.of(LocalDate.of(2031, 1, 31)))),
                true);
    }

    /** A permit that has only what a permit must have. */
    public static Permit least() {
        return new Permit(
                "UTO",
                new Person(
                        new Name("Ha", Optional.empty(), Optional.empty()),
                        new BirthDate(0, 0, 0),
                        Optional.empty(),
                        Sex.X,
                        Nationality.UNSPECIFIED,
                        Optional.empty(),
                        Optional.empty()),
                "A",
                Category.OTHER,
                Optional.empty(),
                "Migration Office",
                LocalDate.of(2026, 11, 22),
                Optional.empty(),
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                LocalDate.of(2036, 11, 22),
                WorkRight.none(),
                Right.no(),
                Right.no(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Bytes that begin as a WebP file does. */
    public static Photo photo(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        byte[] head = {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P'};
        System.arraycopy(head, 0, file, 0, head.length);
        return new Photo(file, Photo.Format.WEBP);
    }

    /** A permit made by this source of chance. */
    public static Permit random(Random random) {
        LocalDate issue = LocalDate.of(2026, 11, 22).plusDays(random.nextInt(20_000));
        LocalDate from = issue.plusDays(random.nextInt(400) - 200);
        LocalDate start = from.isAfter(issue) ? from : issue;
        LocalDate end = start.plusDays(random.nextInt(3_000));
        return new Permit(
                "UTO",
                person(random),
                number(random, 9),
                Category.values()[random.nextInt(Category.values().length)],
                maybe(random, text(random, 80)),
                text(random, 100),
                issue,
                maybe(random, text(random, 80)),
                from,
                random.nextBoolean() ? Optional.empty() : Optional.of(end.plusDays(random.nextInt(100))),
                end,
                work(random),
                right(random),
                right(random),
                maybe(random, text(random, 200)),
                maybe(random, new TravelDocument(number(random, 20), "D", maybe(random, end))),
                random.nextBoolean());
    }

    private static Person person(Random random) {
        int month = random.nextInt(13);
        return new Person(
                new Name(
                        latin(random),
                        maybe(random, latin(random)),
                        maybe(random, OWN.get(random.nextInt(OWN.size())))),
                new BirthDate(1900 + random.nextInt(100), month, month == 0 ? 0 : random.nextInt(29)),
                maybe(random, text(random, 80)),
                Sex.values()[random.nextInt(3)],
                List.of(Nationality.STATELESS, Nationality.REFUGEE, new Nationality("UTO"), new Nationality("D"))
                        .get(random.nextInt(4)),
                maybe(random, text(random, 40)),
                maybe(random, photo(12 + random.nextInt(689))));
    }

    private static WorkRight work(Random random) {
        WorkRight.Access access = WorkRight.Access.values()[random.nextInt(4)];
        Optional<String> conditions = switch (access) {
            case NONE, ANY -> Optional.empty();
            case UNDER_CONDITIONS -> Optional.of(text(random, 200));
            case SEPARATE_PERMIT -> maybe(random, text(random, 200));
        };
        return new WorkRight(access, conditions);
    }

    private static Right right(Random random) {
        return random.nextBoolean() ? Right.no() : new Right(true, maybe(random, text(random, 200)));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static String number(Random random, int most) {
        return from(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 1 + random.nextInt(most));
    }

    private static String latin(Random random) {
        return "A" + from(random, LATIN, random.nextInt(50)) + "z";
    }

    /** Text of at most {@code bytes} bytes of UTF-8; the letters take up to three each. */
    private static String text(Random random, int bytes) {
        return "§" + from(random, LATIN + "0123456789()&/.,;:–你好ЖШяفارس", random.nextInt((bytes - 4) / 3)) + "§";
    }

    private static String from(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
