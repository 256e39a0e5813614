package org.stayseal.spec.claim169;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stayseal.spec.claim169.IdentityField.Type;

/**
 * Who somebody is: the map of claim 169 (C169-8).
 *
 * @param texts texts, and the date of birth as {@code YYYYMMDD}
 * @param codes the fields that are numbers
 * @param photo key 16
 * @param fingers key 18
 * @param biometrics keys 50 to 65
 * @param unknown what stands under keys that the specification does not name, each as canonical CBOR
 */
public record Identity(
        Map<IdentityField, String> texts,
        Map<IdentityField, Integer> codes,
        Optional<byte[]> photo,
        List<Integer> fingers,
        Map<IdentityField, List<Biometric>> biometrics,
        Map<Long, byte[]> unknown) {

    /** Refuses a value under a field of another type, and codes that mean nothing. */
    public Identity {
        texts = copy(texts);
        codes = copy(codes);
        fingers = List.copyOf(fingers);
        biometrics = copy(biometrics);
        unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
        require(texts.keySet().stream().allMatch(field -> field.type() == Type.TEXT || field.type() == Type.DATE));
        require(codes.entrySet().stream()
                .allMatch(code -> code.getKey().type() == Type.CODE
                        && code.getValue() >= 1
                        && code.getValue() <= code.getKey().lastCode()));
        require(fingers.stream().allMatch(finger -> finger >= 0 && finger <= 10));
        require(biometrics.entrySet().stream()
                .allMatch(one -> one.getKey().type() == Type.BIOMETRICS
                        && !one.getValue().isEmpty()));
        require(unknown.keySet().stream()
                .noneMatch(key -> IdentityField.ofKey(key).isPresent()));
    }

    /** An identity of texts alone. */
    public static Identity of(Map<IdentityField, String> texts) {
        return new Identity(texts, Map.of(), Optional.empty(), List.of(), Map.of(), Map.of());
    }

    /** The same with a picture of the face. */
    public Identity withFace(Biometric face) {
        Map<IdentityField, List<Biometric>> all = new EnumMap<>(IdentityField.class);
        all.putAll(biometrics);
        all.put(IdentityField.FACE, List.of(face));
        return new Identity(texts, codes, photo, fingers, all, unknown);
    }

    public Optional<String> text(IdentityField field) {
        return Optional.ofNullable(texts.get(field));
    }

    public Optional<Integer> code(IdentityField field) {
        return Optional.ofNullable(codes.get(field));
    }

    private static <V> Map<IdentityField, V> copy(Map<IdentityField, V> map) {
        Map<IdentityField, V> copy = new EnumMap<>(IdentityField.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("an identity with a value that its field does not have (C169-8)");
        }
    }

    /** How many fields it has; their content is about a person. */
    @Override
    public String toString() {
        return "identity of " + (texts.size() + codes.size() + biometrics.size() + unknown.size()) + " fields";
    }
}
