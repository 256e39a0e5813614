package org.stayseal.spec.verify;

import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbCoding;
import org.stayseal.spec.idb.IdbContent;
import org.stayseal.spec.idb.IdbDocument;
import org.stayseal.spec.idb.IdbTable;
import org.stayseal.spec.permit.Mrz;

/** An IDB's content by stable names (IDB-43). */
final class IdbView {

    private static final String FACE_TYPE = "image/jp2";

    private IdbView() {}

    static Map<String, Object> of(Idb idb, IdbContent content) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("type", content.type());
        content.document().map(IdbDocument::id).ifPresent(id -> view.put("profile", id));
        view.put("country", idb.header().country());
        idb.header().signing().ifPresent(signing -> {
            view.put("certificateReference", signing.reference());
            view.put("signed", signing.date().toString());
        });
        view.put("identity", Hex.encode(idb.identity()));
        content.mrz().ifPresent(mrz -> person(view, mrz, idb.header().signed()));
        content.lastDay().ifPresent(last -> view.put("documentUntil", last.toString()));
        content.face().ifPresent(face -> {
            view.put("photo", Base64.getEncoder().encodeToString(face));
            view.put("photoType", FACE_TYPE);
        });
        Map<String, Object> features = new LinkedHashMap<>(content.values());
        IdbTable.standard().messages(idb.header().country()).stream()
                .filter(rule -> rule.coding() == IdbCoding.IMAGE)
                .forEach(rule -> features.remove(rule.name()));
        features.putAll(content.unknown());
        view.put("features", features);
        return view;
    }

    private static void person(Map<String, Object> view, Mrz mrz, Optional<LocalDate> signed) {
        view.put("surname", mrz.surname());
        mrz.givenNames().ifPresent(names -> view.put("givenNames", names));
        // Without a date beside it, a year of two digits has no century (IDB-26).
        signed.flatMap(mrz::birthDate).ifPresent(date -> view.put("birthDate", date.toString()));
        mrz.sex().ifPresent(sex -> view.put("sex", sex.name()));
        view.put("nationality", mrz.nationality());
        view.put("documentNumber", mrz.documentNumber());
    }
}
