package org.stayseal.spec.vds;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Sex;

/** Random values that the rule of a feature allows, for seals and for messages of IDBs alike. */
public final class RandomFeatures {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String C40 = LETTERS + "0123456789";
    /** One, two, three and four bytes in UTF-8, all in NFC. */
    private static final List<String> TEXT = List.of("a", "Z", "7", "-", "ß", "é", "Ж", "ع", "山", "₤", "𝒳");

    private static final List<String> STATES = List.of("XXB", "UTO", "FRA", "UKR", "D");

    private final Random random;

    public RandomFeatures(Random random) {
        this.random = random;
    }

    /** A value of any coding but MRZ, for which {@link #zone} asks more. */
    public String value(FeatureRule rule) {
        return switch (rule.coding()) {
            case C40 -> c40(rule, rule.maxCharacters());
            case UTF8 -> text(rule);
            case UINT -> String.valueOf(random.nextLong(1L << 8 * rule.maxBytes()));
            case DURATION -> duration();
            case UUID -> FeatureValue.uuid(bytes(FeatureValue.UUID_LENGTH));
            case DAY -> day().toString();
            case PERIOD -> period();
            case BYTES -> HexFormat.of().formatHex(bytes(between(rule.minBytes(), rule.maxBytes())));
            case MRZ -> throw new IllegalArgumentException("a zone has a document code and a country");
        };
    }

    /** At most {@code most} characters. */
    String c40(FeatureRule rule, int most) {
        int length = between(rule.minCharacters(), most);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            boolean inner = text.length() > 0 && text.length() < length - 1;
            text.append(inner && random.nextInt(8) == 0 ? ' ' : C40.charAt(random.nextInt(C40.length())));
        }
        return text.toString();
    }

    /**
     * A zone of somebody.
     *
     * @param codes document codes to choose from; none for any that begins with A
     * @param issued the document ends within 49 years from here, so that two digits of its year are enough
     */
    public String zone(MrzFormat format, List<String> codes, String country, LocalDate issued) {
        MrzContent content = new MrzContent(
                codes.isEmpty() ? "A" + letters(1) : codes.get(random.nextInt(codes.size())),
                country,
                letters(between(1, 4)) + between(10, 99999),
                new Nationality(STATES.get(random.nextInt(STATES.size()))),
                new BirthDate(issued.getYear() - 1 - random.nextInt(90), between(1, 12), random.nextInt(29)),
                Sex.values()[random.nextInt(Sex.values().length)],
                issued.plusDays(random.nextInt(49 * 365 - 400)),
                letters(between(1, 40)),
                random.nextBoolean() ? Optional.of(letters(between(1, 20))) : Optional.empty());
        return String.join("\n", Mrz.of(format, content).lines());
    }

    private String text(FeatureRule rule) {
        int most = between(rule.minBytes(), Math.min(rule.maxBytes(), 60));
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        while (bytes < most) {
            String next = TEXT.get(random.nextInt(TEXT.size()));
            int size = next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > rule.maxBytes()) {
                next = "x";
                size = 1;
            }
            text.append(next);
            bytes += size;
        }
        return text.toString();
    }

    private String duration() {
        return switch (random.nextInt(5)) {
            case 0 -> "until-end-date";
            case 1 -> "decided-at-border";
            case 2 -> "transit";
            case 3 -> "P" + between(1, 253) + "D";
            default -> "P" + between(1, 253) + "Y" + between(1, 253) + "M" + between(1, 253) + "D";
        };
    }

    private String period() {
        LocalDate from = day();
        return switch (random.nextInt(3)) {
            case 0 -> from + "/..";
            case 1 -> "../" + from;
            default -> from + "/" + from.plusDays(random.nextInt(1000));
        };
    }

    private LocalDate day() {
        return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(1000 * 365));
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
