package org.stayseal.spec.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.vdsnc.VdsNc;
import org.stayseal.spec.vdsnc.VdsNcType;

/** A VDS-NC's content by stable names (NC-35). */
final class VdsNcView {

    private VdsNcView() {}

    static Map<String, Object> of(VdsNc vdsNc) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("type", vdsNc.header().type());
        view.put("version", vdsNc.header().version());
        view.put("country", vdsNc.header().country());
        view.put("algorithm", vdsNc.algorithm().joseName());
        view.put("certificate", Hex.encode(vdsNc.certificateDigest()));
        view.put("identity", Hex.encode(vdsNc.identity()));
        if (vdsNc.type().filter(VdsNcType::national).isPresent()) {
            view.put("national", true);
        }
        if (vdsNc.permit().isPresent()) {
            view.putAll(vdsNc.permit().get().values());
        } else {
            view.put("features", vdsNc.features());
        }
        return view;
    }
}
