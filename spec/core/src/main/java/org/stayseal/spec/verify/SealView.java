package org.stayseal.spec.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealContent;
import org.stayseal.spec.vds.SealFeature;
import org.stayseal.spec.vds.SealHeader;

/** A seal's content by stable names (docs 60 section 8). */
final class SealView {

    private SealView() {}

    static Map<String, Object> of(Seal seal, Optional<SealContent> content) {
        SealHeader header = seal.header();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("type", header.type());
        content.ifPresent(known -> view.put("profile", known.profile().id()));
        view.put("version", header.version());
        view.put("country", header.country());
        view.put("signer", header.signer());
        view.put("certificateReference", header.reference());
        view.put("issued", header.issued().toString());
        view.put("signed", header.signed().toString());
        view.put("identity", Hex.encode(seal.identity()));
        content.flatMap(SealContent::mrz).ifPresent(mrz -> person(view, mrz, seal));
        content.flatMap(SealContent::lastDay).ifPresent(last -> view.put("documentUntil", last.toString()));
        Map<String, Object> features = new LinkedHashMap<>();
        content.ifPresent(known -> features.putAll(known.values()));
        for (SealFeature feature : content.map(SealContent::unknown).orElse(seal.features())) {
            features.put("feature " + feature.tagHex(), feature.valueHex());
        }
        view.put("features", features);
        return view;
    }

    private static void person(Map<String, Object> view, Mrz mrz, Seal seal) {
        view.put("surname", mrz.surname());
        mrz.givenNames().ifPresent(names -> view.put("givenNames", names));
        mrz.birthDate(seal.header().issued()).ifPresent(date -> view.put("birthDate", date.toString()));
        mrz.sex().ifPresent(sex -> view.put("sex", sex.name()));
        view.put("nationality", mrz.nationality());
        view.put("documentNumber", mrz.documentNumber());
    }
}
