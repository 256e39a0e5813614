package org.stayseal.spec.idb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.ByteReader;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.vds.FeatureRule;

/** A message that is a sequence of features, as a seal's message zone is (IDB-20). */
final class IdbFeatures {

    private static final String RULE = "IDB-20";

    private IdbFeatures() {}

    /** Its features by their tags, in the order in which they came, those that must be there among them. */
    static Map<Integer, byte[]> read(IdbMessageRule rule, byte[] value) throws FormatException {
        Map<Integer, byte[]> found = new LinkedHashMap<>();
        ByteReader in = new ByteReader(value, RULE);
        while (in.remaining() > 0) {
            int tag = in.next();
            byte[] feature = in.take(DerLength.read(in, RULE));
            if (found.put(tag, feature) != null) {
                throw FormatException.wrongFormat(
                        RULE, "feature " + IdbMessage.hex(tag) + " of message " + rule.name() + " comes twice");
            }
        }
        for (FeatureRule feature : rule.features()) {
            if (feature.mandatory() && !found.containsKey(feature.tag())) {
                throw FormatException.wrongFormat(
                        RULE, "feature " + feature.name() + " of message " + rule.name() + " is missing");
            }
        }
        for (Set<Integer> group : rule.oneOf()) {
            if (group.stream().filter(found::containsKey).count() != 1) {
                throw FormatException.wrongFormat(
                        RULE, "message " + rule.name() + " has exactly one of a group of features");
            }
        }
        return found;
    }
}
