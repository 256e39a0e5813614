package org.stayseal.spec.verify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.continuation.NamedPermit;
import org.stayseal.spec.vds.Profiles;

/** VER-97: of codes that are read together, which continuation goes beside which code. Naming proves nothing; what a continuation is worth, the verdict says. */
public final class Pairing {

    private final List<List<byte[]>> beside;
    private final Set<Integer> paired;

    private Pairing(List<List<byte[]>> beside, Set<Integer> paired) {
        this.beside = beside;
        this.paired = paired;
    }

    /** One continuation, and which of the codes it is. */
    private record Naming(int index, PresentedContinuation continuation) {}

    /** @param codes as read; broken ones are no matter */
    public static Pairing of(List<byte[]> codes, Profiles profiles) {
        int[] firsts = firsts(codes);
        Map<NamedPermit, List<Naming>> byName = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            if (firsts[i] == i
                    && Recognition.isContinuation(codes.get(i))
                    && decoded(codes.get(i), profiles).orElse(null) instanceof PresentedContinuation continuation) {
                byName.computeIfAbsent(continuation.continuation().claims().named(), name -> new ArrayList<>())
                        .add(new Naming(i, continuation));
            }
        }
        List<List<byte[]>> beside = new ArrayList<>(Collections.nCopies(codes.size(), List.of()));
        Set<Integer> paired = new HashSet<>();
        for (int i = 0; i < codes.size() && !byName.isEmpty(); i++) {
            if (Recognition.isContinuation(codes.get(i))) {
                continue;
            }
            Optional<Presented> permit = decoded(codes.get(i), profiles);
            if (permit.isPresent()) {
                List<Integer> naming = byName
                        .getOrDefault(NamedPermit.of(permit.get().identity()), List.of())
                        .stream()
                        .filter(one -> one.continuation().names(permit.get()))
                        .map(Naming::index)
                        .limit(Asked.MAX_CONTINUATIONS)
                        .toList();
                beside.set(i, naming.stream().map(codes::get).toList());
                paired.addAll(naming);
            }
        }
        for (int i = 0; i < codes.size(); i++) {
            if (paired.contains(firsts[i])) {
                paired.add(i);
            }
        }
        return new Pairing(beside, paired);
    }

    /** For each code the index of the first with the same bytes: a continuation that is there several times goes beside a code once. */
    private static int[] firsts(List<byte[]> codes) {
        Map<ByteBuffer, Integer> seen = new HashMap<>();
        int[] firsts = new int[codes.size()];
        for (int i = 0; i < firsts.length; i++) {
            Integer earlier = seen.putIfAbsent(ByteBuffer.wrap(codes.get(i)), i);
            firsts[i] = earlier == null ? i : earlier;
        }
        return firsts;
    }

    private static Optional<Presented> decoded(byte[] code, Profiles profiles) {
        try {
            return Optional.of(Recognition.decode(code, profiles));
        } catch (FormatException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // As in the verification itself (VER-20): a code that breaks a library is a broken code.
            return Optional.empty();
        }
    }

    /** The continuations that name this code. */
    public List<byte[]> beside(int code) {
        return beside.get(code);
    }

    /** Whether it is a continuation that names another of the codes, and so has no verdict of its own. */
    public boolean goesBesideAnother(int code) {
        return paired.contains(code);
    }
}
