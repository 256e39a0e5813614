package org.stayseal.spec.vds;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** Random content that a type allows: from the rules of the profile alone, so that a new row is tested without a new line here. */
final class SealMaker {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String C40 = LETTERS + "0123456789";
    /** One, two, three and four bytes in UTF-8, all in NFC. */
    private static final List<String> TEXT = List.of("a", "Z", "7", "-", "ß", "é", "Ж", "ع", "山", "₤", "𝒳");

    private static final List<String> STATES = List.of("XXB", "UTO", "FRA", "UKR", "D");
    private static final Map<String, SoftwareSigner> SIGNERS =
            Map.of("UTO", signer("C=UT,CN=TS", 0x2C), "D", signer("C=DE,CN=TS", 0x27));

    private final Random random;

    SealMaker(Random random) {
        this.random = random;
    }

    static SoftwareSigner signer(String country) {
        return java.util.Objects.requireNonNull(SIGNERS.get(country));
    }

    /** The seal with a signature of the right form that signs nothing. */
    static Seal withStandIn(SealDraft draft) throws FormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(draft.toBeSigned());
        out.write(0xFF);
        out.write(64);
        out.writeBytes(new byte[64]);
        return SealDecoder.decode(out.toByteArray());
    }

    SealRequest request(Profile profile) {
        String country = profile.country().equals(Profile.ANY) ? "UTO" : profile.country();
        List<Integer> versions = profile.versions().stream().sorted().toList();
        LocalDate issued = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(40 * 365));
        LocalDate signed = issued.minusDays(random.nextInt(60));
        Map<String, String> values = new HashMap<>();
        Set<Integer> leftOut = new HashSet<>();
        for (Set<Integer> group : profile.oneOf()) {
            leftOut.addAll(group);
            leftOut.remove(group.stream().sorted().toList().get(random.nextInt(group.size())));
        }
        for (FeatureRule rule : profile.rules()) {
            boolean grouped = profile.oneOf().stream().anyMatch(g -> g.contains(rule.tag()));
            if (!leftOut.contains(rule.tag()) && (rule.mandatory() || grouped || random.nextBoolean())) {
                values.put(rule.name(), value(profile, rule, country, issued));
            }
        }
        return new SealRequest(profile, country, issued, signed, values, versions.get(random.nextInt(versions.size())));
    }

    private String value(Profile profile, FeatureRule rule, String country, LocalDate issued) {
        return switch (rule.coding()) {
            case C40 -> c40(profile, rule);
            case MRZ -> zone(profile, rule.mrz().orElseThrow(), country, issued);
            case UTF8 -> text(rule);
            case UINT -> String.valueOf(random.nextLong(1L << 8 * rule.maxBytes()));
            case DURATION -> duration();
            case UUID -> profile.uuid().orElseGet(() -> FeatureValue.uuid(bytes(FeatureValue.UUID_LENGTH)));
            case DAY -> day().toString();
            case PERIOD -> period();
            case BYTES -> HexFormat.of().formatHex(bytes(between(rule.minBytes(), rule.maxBytes())));
        };
    }

    private String c40(Profile profile, FeatureRule rule) {
        // The address of a sticker has room for fewer characters than the feature could hold (VDS-26).
        int most = profile.dataMatrix().isPresent() && rule.pad() == 0 && rule.maxCharacters() > rule.minCharacters()
                ? Math.min(rule.maxCharacters(), 15)
                : rule.maxCharacters();
        int length = between(rule.minCharacters(), most);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            boolean inner = text.length() > 0 && text.length() < length - 1;
            text.append(inner && random.nextInt(8) == 0 ? ' ' : C40.charAt(random.nextInt(C40.length())));
        }
        return text.toString();
    }

    private String text(FeatureRule rule) {
        int most = between(rule.minBytes(), Math.min(rule.maxBytes(), 60));
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        while (bytes < most) {
            String next = TEXT.get(random.nextInt(TEXT.size()));
            int size = next.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            if (bytes + size > rule.maxBytes()) {
                next = "x";
                size = 1;
            }
            text.append(next);
            bytes += size;
        }
        return text.toString();
    }

    private String zone(Profile profile, MrzFormat format, String country, LocalDate issued) {
        List<String> codes = profile.documentCodes();
        String code = codes.isEmpty() ? "A" + letters(1) : codes.get(random.nextInt(codes.size()));
        return String.join(
                "\n",
                Mrz.of(
                                format,
                                new MrzContent(
                                        code,
                                        country,
                                        letters(between(1, 4)) + between(10, 99999),
                                        new Nationality(STATES.get(random.nextInt(STATES.size()))),
                                        new BirthDate(
                                                issued.getYear() - 1 - random.nextInt(90),
                                                between(1, 12),
                                                random.nextInt(29)),
                                        Sex.values()[random.nextInt(Sex.values().length)],
                                        issued.plusDays(random.nextInt(49 * 365 - 400)),
                                        letters(between(1, 40)),
                                        random.nextBoolean() ? Optional.of(letters(between(1, 20))) : Optional.empty()))
                        .lines());
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

    private static SoftwareSigner signer(String subject, long serial) {
        KeyPair keys = TestKeys.of("secp256r1", BigInteger.valueOf(20_261_125));
        return SoftwareSigner.deterministic(keys.getPrivate(), TestKeys.certificate(keys, serial, subject));
    }
}
