package org.stayseal.spec.vdsnc;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.json.StrictJson;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.signing.SignatureAlgorithm;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;

/** Reads a VDS-NC: strictly, in the order of NC-40. */
public final class VdsNcDecoder {

    private static final int LOOKED_AT = 4096;
    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384, SignatureAlgorithm.ES512);
    private static final StrictJson JSON = new StrictJson(
            "NC-3",
            StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.value("maxJsonDepth"))
                    .maxStringLength(Limits.MAX_CODE_BYTES)
                    .maxNameLength(Limits.MAX_CODE_BYTES)
                    .maxNumberLength(Limits.MAX_CODE_BYTES)
                    .build());

    private VdsNcDecoder() {}

    /** Whether a code is taken for a VDS-NC (NC-1). */
    public static boolean looksLikeVdsNc(byte[] code) {
        if (code.length == 0 || code[0] != '{') {
            return false;
        }
        String start = new String(code, 0, Math.min(code.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return start.contains("\"data\"") && start.contains("\"sig\"");
    }

    /** The VDS-NC in a code, as scanned, by the types of the registry. */
    public static VdsNc decode(byte[] code) throws FormatException {
        return decode(code, VdsNcTypes.standard());
    }

    /**
     * The VDS-NC in a code, as scanned.
     *
     * @throws FormatException {@code NOT_A_PERMIT} by NC-1, {@code WRONG_FORMAT} or {@code UNSUPPORTED} by the rule it names
     */
    public static VdsNc decode(byte[] code, VdsNcTypes types) throws FormatException {
        if (!looksLikeVdsNc(code)) {
            throw FormatException.notAPermit("NC-1", "not a JSON object with data and sig");
        }
        if (code.length > Limits.MAX_CODE_BYTES) {
            throw FormatException.wrongFormat("NC-2", "a code of " + code.length + " bytes");
        }
        JsonNode text = JSON.object(code, Limits.MAX_CODE_BYTES);
        if (CanonicalJson.hasUnpairedSurrogate(text)) {
            throw FormatException.wrongFormat("NC-3", "half of a surrogate pair");
        }
        exactly(text, "the text", Set.of("data", "sig"));
        JsonNode data = exactly(text.required("data"), "data", Set.of("hdr", "msg"));
        JsonNode hdr = exactly(data.required("hdr"), "hdr", Set.of("t", "v", "is"));
        JsonNode sig = exactly(text.required("sig"), "sig", Set.of("alg", "cer", "sigvl"));
        JsonNode msg = data.required("msg");
        if (!msg.isObject()) {
            throw FormatException.wrongFormat("NC-5", "msg is not an object");
        }
        VdsNc.Header header = header(hdr);
        byte[] certificate = Base64Url.decode(text(sig, "cer", "NC-8"), "cer");
        byte[] signature = Base64Url.decode(text(sig, "sigvl", "NC-8"), "sigvl");
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofJose(text(sig, "alg", "NC-7"))
                .filter(ALGORITHMS::contains)
                .orElseThrow(() -> FormatException.unsupported("NC-7", "an algorithm that is not known here"));
        Optional<VdsNcType> type = types.find(header.type());
        if (type.filter(row -> !row.versions().contains(header.version())).isPresent()) {
            throw FormatException.unsupported(
                    "NC-16", "version " + header.version() + " of " + header.type() + " is not known here");
        }
        if (!CanonicalJson.isWritable(msg)) {
            throw FormatException.unsupported("NC-4", "a number that is no integer of at most 53 bits");
        }
        if (type.flatMap(VdsNcType::country)
                .filter(country -> !country.equals(header.country()))
                .isPresent()) {
            throw FormatException.wrongFormat("NC-16", header.type() + " is not a type of " + header.country());
        }
        boolean isPermit = type.filter(VdsNcType::isResidencePermit).isPresent();
        return new VdsNc(
                header,
                type,
                isPermit ? Optional.of(PermitContent.of(type.orElseThrow(), members(msg))) : Optional.empty(),
                isPermit ? Map.of() : Features.of(msg),
                CanonicalJson.bytes(data),
                new VdsNc.Signed(algorithm, certificate, signature));
    }

    private static VdsNc.Header header(JsonNode hdr) throws FormatException {
        String type = text(hdr, "t", "NC-6");
        String country = text(hdr, "is", "NC-6");
        JsonNode version = hdr.required("v");
        if (type.length() > 64
                || !type.matches("[a-z0-9-]+(\\.[a-z0-9-]+){1,7}")
                || !FieldRule.isCountry(country)
                || !version.isIntegralNumber()
                || !version.canConvertToInt()
                || version.intValue() < 1
                || version.intValue() > 999) {
            throw FormatException.wrongFormat("NC-6", "type, version or issuing country is not of its form");
        }
        return new VdsNc.Header(type, version.intValue(), country);
    }

    private static Map<String, String> members(JsonNode msg) throws FormatException {
        Map<String, String> members = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : msg.properties()) {
            if (!member.getValue().isString()) {
                throw FormatException.wrongFormat("NC-21", "a member of the content is not text");
            }
            members.put(member.getKey(), member.getValue().stringValue());
        }
        return members;
    }

    private static JsonNode exactly(JsonNode node, String where, Set<String> names) throws FormatException {
        if (!node.isObject() || !Set.copyOf(node.propertyNames()).equals(names)) {
            throw FormatException.wrongFormat("NC-5", where + " is not an object of the members it must have");
        }
        return node;
    }

    private static String text(JsonNode object, String name, String rule) throws FormatException {
        JsonNode value = object.required(name);
        if (!value.isString()) {
            throw FormatException.wrongFormat(rule, name + " is not text");
        }
        return value.stringValue();
    }

    /** The scalars of a value by path (NC-35). */
    private static final class Features {

        private final Map<String, String> found = new LinkedHashMap<>();

        static Map<String, String> of(JsonNode msg) {
            Features features = new Features();
            features.visit("", msg);
            return features.found;
        }

        private void visit(String path, JsonNode value) {
            String prefix = path.isEmpty() ? "" : path + ".";
            if (value.isObject()) {
                CanonicalJson.sorted(value).forEach((name, member) -> visit(prefix + name, member));
            } else if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    visit(prefix + i, value.get(i));
                }
            } else {
                found.put(path, value.isNull() ? "null" : value.asString());
            }
        }
    }
}
