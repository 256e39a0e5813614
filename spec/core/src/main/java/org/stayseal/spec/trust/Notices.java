package org.stayseal.spec.trust;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Notices outside a trust list, in the form that they have in one: {@code {"Notices": [notice, …]}} (TRUST-140). For an authority's own record; nobody signs it. */
public final class Notices {

    private static final String MEMBER = "Notices";

    private Notices() {}

    /**
     * Reads such a record.
     *
     * @param most how many notices it may have
     * @throws FormatException for any other form, and for a notice that this version would not use
     */
    public static List<Notice> read(byte[] utf8, int most) throws FormatException {
        JsonObject json = StrictJson.object(utf8, DocumentKind.TRUST_LIST.maxBytes());
        List<Notice> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonObject notice : json.objects(MEMBER, 0, most, "TRUST-140")) {
            all.add(NoticeReader.read(notice, ids)
                    .orElseThrow(() -> FormatException.unsupported("TRUST-144", "a notice that is not known")));
        }
        return List.copyOf(all);
    }

    /**
     * Reads one notice alone, which must be written to the letter as this version writes it: no member that is not known, sets in their order.
     *
     * @param rule the rule that asks for it
     * @throws FormatException for any other form
     */
    public static Notice read(JsonObject json, String rule) throws FormatException {
        Notice notice = NoticeReader.read(json, new HashSet<>())
                .orElseThrow(() -> FormatException.unsupported("TRUST-144", "a notice that is not known"));
        if (!json(notice).equals(json.node())) {
            throw FormatException.wrongFormat(rule, "a notice that is not written as a list has it");
        }
        return notice;
    }

    /** One notice as a list has it. */
    public static ObjectNode json(Notice notice) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        NoticeWriter.put(json, notice);
        return json;
    }

    /** Writes such a record. */
    public static byte[] write(List<Notice> notices) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        ArrayNode array = json.putArray(MEMBER);
        notices.forEach(notice -> NoticeWriter.put(array.addObject(), notice));
        return StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }
}
