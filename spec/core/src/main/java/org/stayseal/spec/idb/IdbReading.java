package org.stayseal.spec.idb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.vds.FeatureCoding;
import org.stayseal.spec.vds.FeatureRule;
import org.stayseal.spec.vds.FeatureValue;

/** One code being read by the table (IDB-17 to IDB-26). */
final class IdbReading {

    /** Whose machine readable zone is the document's, the first of these, if a national type says what it is (IDB-26). */
    private static final List<Integer> ZONES_BY_TYPE = List.of(0x81, 0x07, 0x08, 0x01, 0x02);

    /** The same, if a message makes the document: its zone comes before one that is only beside it. */
    private static final List<Integer> ZONES_BY_MESSAGE = List.of(0x01, 0x02, 0x81, 0x07, 0x08);

    private static final int EMERGENCY_DOCUMENT = 0x02;

    private final IdbTable table;
    private final Idb idb;
    private final Set<IdbDeviation> allowed;
    private final Set<IdbDeviation> met = EnumSet.noneOf(IdbDeviation.class);
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private final Map<Integer, Mrz> zones = new HashMap<>();
    private final List<LocalDate> ends = new ArrayList<>();
    private Optional<byte[]> face = Optional.empty();

    IdbReading(IdbTable table, Idb idb, Set<IdbDeviation> allowed) {
        this.table = table;
        this.idb = idb;
        this.allowed = allowed;
        met.addAll(idb.deviations());
    }

    IdbContent read() throws FormatException {
        Optional<IdbDocument> document = table.document(idb);
        List<IdbMessage> left = new ArrayList<>(idb.messages());
        Map<String, String> unknownFeatures = new LinkedHashMap<>();
        for (IdbMessageRule rule : table.messages(idb.header().country())) {
            Optional<IdbMessage> message = idb.message(rule.tag());
            if (message.isPresent()) {
                read(rule, message.get().value(), unknownFeatures);
                left.remove(message.get());
            }
        }
        left.forEach(message -> unknown.put("message " + message.tagHex(), message.valueHex()));
        unknown.putAll(unknownFeatures);
        for (int tag : document.map(IdbDocument::mandatory).orElse(Set.of())) {
            if (idb.message(tag).isEmpty() && !passes(IdbDeviation.MISSING_MESSAGE)) {
                throw FormatException.wrongFormat("IDB-23", "message " + IdbMessage.hex(tag) + " is missing");
            }
        }
        Optional<LocalDate> lastDay = lastDay(document);
        return new IdbContent(table.type(idb), document, values, zonesInOrder(), lastDay, face, unknown, met);
    }

    private void read(IdbMessageRule rule, byte[] value, Map<String, String> unknownFeatures) throws FormatException {
        boolean fits = value.length >= rule.minBytes() && value.length <= rule.maxBytes();
        if (!fits && rule.tag() == EMERGENCY_DOCUMENT && bareZone(rule, value)) {
            return;
        }
        if (!fits && !(rule.coding() == IdbCoding.IMAGE && passes(IdbDeviation.FACE_SIZE))) {
            throw wrong(
                    rule,
                    "has " + value.length + " bytes; " + rule.minBytes() + " to " + rule.maxBytes() + " are allowed");
        }
        switch (rule.coding()) {
            case FEATURE -> feature(rule.tag(), rule.name(), rule.feature().orElseThrow(), value);
            case FEATURES -> features(rule, value, unknownFeatures);
            case MASKED_DATE -> date(rule, value);
            case IMAGE -> image(rule, value);
            case DOCUMENT_TYPE -> values.put(rule.name(), IdbMessage.hex(value[0] & 0xFF));
        }
    }

    private void feature(int message, String name, FeatureRule rule, byte[] value) throws FormatException {
        try {
            values.put(name, FeatureValue.read(rule, value));
            if (rule.coding() == FeatureCoding.MRZ) {
                zones.put(message, FeatureValue.readMrz(rule, value));
            }
        } catch (FormatException e) {
            // The same value in a seal breaks VDS-19; C40 and zones have rules of their own.
            throw e.rule().equals("VDS-19") ? FormatException.wrongFormat("IDB-17", String.valueOf(e.getMessage())) : e;
        }
    }

    private void features(IdbMessageRule rule, byte[] value, Map<String, String> unknownFeatures)
            throws FormatException {
        Map<Integer, byte[]> inside = IdbFeatures.read(rule, value);
        for (FeatureRule feature : rule.features()) {
            byte[] found = inside.remove(feature.tag());
            if (found != null) {
                feature(rule.tag(), rule.name() + "." + feature.name(), feature, found);
            }
        }
        inside.forEach((tag, bytes) ->
                unknownFeatures.put(rule.name() + ".feature " + IdbMessage.hex(tag), Hex.encode(bytes)));
    }

    private boolean bareZone(IdbMessageRule rule, byte[] value) throws FormatException {
        FeatureRule zone = rule.features().get(0);
        if (value.length != zone.maxBytes() || !passes(IdbDeviation.BARE_MRZ)) {
            return false;
        }
        feature(rule.tag(), rule.name() + "." + zone.name(), zone, value);
        return true;
    }

    private void date(IdbMessageRule rule, byte[] value) throws FormatException {
        MaskedDate date = MaskedDate.decode(value);
        values.put(rule.name(), date.text());
        ends.add(date.asEnd()
                .orElseThrow(() -> FormatException.wrongFormat("IDB-25", "end date without a year that is known")));
    }

    private void image(IdbMessageRule rule, byte[] value) throws FormatException {
        if (!Jpeg2000.begins(value)) {
            throw FormatException.wrongFormat("IDB-19", "the face does not begin as a JPEG 2000 picture");
        }
        values.put(rule.name(), Hex.encode(value));
        face = Optional.of(value);
    }

    private List<Mrz> zonesInOrder() {
        List<Integer> order = table.typeMessage(idb).isPresent() ? ZONES_BY_TYPE : ZONES_BY_MESSAGE;
        return order.stream().filter(zones::containsKey).map(zones::get).toList();
    }

    private Optional<LocalDate> lastDay(Optional<IdbDocument> document) throws FormatException {
        Optional<LocalDate> signed = idb.header().signed();
        if (signed.isPresent()) {
            for (Mrz zone : zones.values()) {
                ends.add(zone.endDate(signed.get())
                        .orElseThrow(() -> FormatException.wrongFormat(
                                "IDB-24", "end date in a machine readable zone is no day of the calendar")));
            }
        }
        Optional<LocalDate> lastDay = ends.stream().min(LocalDate::compareTo);
        boolean needed = idb.signed() && document.map(IdbDocument::ends).orElse(false);
        if (needed && lastDay.isEmpty() && !passes(IdbDeviation.NO_END)) {
            throw FormatException.wrongFormat("IDB-24", "a document of this kind has an end date");
        }
        return lastDay;
    }

    /** Whether this may pass; then it is noted. */
    private boolean passes(IdbDeviation deviation) {
        if (allowed.contains(deviation)) {
            met.add(deviation);
            return true;
        }
        return false;
    }

    private static FormatException wrong(IdbMessageRule rule, String fault) {
        return FormatException.wrongFormat("IDB-17", "message " + rule.name() + " " + fault);
    }
}
