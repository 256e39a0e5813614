package org.stayseal.spec.idb;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stayseal.spec.vds.FeatureCoding;
import org.stayseal.spec.vds.FeatureRule;
import org.stayseal.spec.vds.RandomFeatures;

/** Random content that a document of the table allows: from the table's rules alone, so that a new row is tested without a new line here. */
final class IdbMaker {

    private static final String COUNTRY = "UTO";
    private static final byte[] JPEG_2000 = HexFormat.of().parseHex("0000000c6a5020200d0a870a");
    /** Longer ones would not fit into a code beside others. */
    private static final int MOST_BYTES = 200;

    private final Random random;
    private final RandomFeatures features;

    IdbMaker(Random random) {
        this.random = random;
        this.features = new RandomFeatures(random);
    }

    LocalDate day() {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(40 * 365));
    }

    /** What the document must have, and some of what it may have; not always compressed, seldom with the certificate inside. */
    IdbRequest request(IdbDocument document, LocalDate signed) {
        Map<String, String> values = new HashMap<>();
        for (IdbMessageRule rule : IdbTable.standard().messages(COUNTRY)) {
            if (rule.coding() == IdbCoding.DOCUMENT_TYPE) {
                document.type().ifPresent(type -> values.put(rule.name(), IdbMessage.hex(type)));
            } else if (document.mandatory().contains(rule.tag()) || mayBeThere(document, rule)) {
                add(rule, signed, values);
            }
        }
        if (document.ends()) {
            values.computeIfAbsent("expiryDate", name -> date(signed));
        }
        return new IdbRequest(COUNTRY, values, random.nextBoolean(), random.nextInt(8) == 0);
    }

    /** A message that makes a document by itself is left out beside another, as it would be that one (IDB-22). */
    private boolean mayBeThere(IdbDocument document, IdbMessageRule rule) {
        boolean makes = IdbTable.standard().documents().stream()
                .anyMatch(d -> d.message().isPresent() && d.message().getAsInt() == rule.tag());
        return (document.type().isPresent() || !makes) && random.nextInt(6) == 0;
    }

    private void add(IdbMessageRule rule, LocalDate signed, Map<String, String> values) {
        switch (rule.coding()) {
            case FEATURE -> values.put(rule.name(), feature(rule.feature().orElseThrow(), signed, rule.tag()));
            case FEATURES -> features(rule, signed, values);
            case MASKED_DATE -> values.put(rule.name(), date(signed));
            case IMAGE -> values.put(rule.name(), face(rule));
            case DOCUMENT_TYPE -> throw new IllegalStateException("of the document");
        }
    }

    private void features(IdbMessageRule rule, LocalDate signed, Map<String, String> values) {
        Set<Integer> leftOut = new HashSet<>();
        for (Set<Integer> group : rule.oneOf()) {
            leftOut.addAll(group);
            leftOut.remove(group.stream().sorted().toList().get(random.nextInt(group.size())));
        }
        for (FeatureRule feature : rule.features()) {
            boolean grouped = rule.oneOf().stream().anyMatch(g -> g.contains(feature.tag()));
            if (!leftOut.contains(feature.tag()) && (feature.mandatory() || grouped || random.nextBoolean())) {
                values.put(rule.name() + "." + feature.name(), feature(feature, signed, rule.tag()));
            }
        }
    }

    private String feature(FeatureRule rule, LocalDate signed, int message) {
        if (rule.coding() == FeatureCoding.MRZ) {
            return features.zone(
                    rule.mrz().orElseThrow(), message == 0x01 ? List.of("V", "VC") : List.of(), COUNTRY, signed);
        }
        return rule.coding() == FeatureCoding.BYTES ? bytes(rule.minBytes(), rule.maxBytes()) : features.value(rule);
    }

    private String bytes(int least, int most) {
        byte[] bytes = new byte[least + random.nextInt(Math.min(most, least + MOST_BYTES) - least + 1)];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String face(IdbMessageRule rule) {
        byte[] face = new byte[rule.minBytes() + random.nextInt(rule.maxBytes() - rule.minBytes() + 1)];
        random.nextBytes(face);
        System.arraycopy(JPEG_2000, 0, face, 0, JPEG_2000.length);
        return HexFormat.of().formatHex(face);
    }

    /** An end date of which month and day may be unknown. */
    private String date(LocalDate signed) {
        LocalDate day = signed.plusDays(random.nextInt(49 * 365));
        return switch (random.nextInt(4)) {
            case 0 -> String.format(Locale.ROOT, "%04d-xx-xx", day.getYear());
            case 1 -> String.format(Locale.ROOT, "%04d-%02d-xx", day.getYear(), day.getMonthValue());
            case 2 -> day.toString().substring(0, 9) + "x";
            default -> day.toString();
        };
    }
}
