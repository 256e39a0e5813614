package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Vectors of one kind while they are made: files, and what becomes of each. */
final class SnapshotCases {

    private final String pin;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<TrustVectors.Case> cases = new ArrayList<>();

    SnapshotCases(String pin) {
        this.pin = pin;
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    List<TrustVectors.Case> cases() {
        return cases;
    }

    /** A store that has nothing yet. */
    void add(String name, Forgery forgery, String expected) {
        add(name, forgery, "", expected);
    }

    /** @param kept name of another case whose file the store has */
    void add(String name, Forgery forgery, String kept, String expected) {
        add(name, forgery, pin, kept, TrustVectors.LATER, expected);
    }

    void add(String name, Forgery forgery, String pinned, String kept, Instant now, String expected) {
        files.put(name + ".zip", forgery.zip());
        again(name, name + ".zip", pinned, kept, now, expected);
    }

    /** Another question about a file that is there already. */
    void again(String name, String file, String pinned, String kept, Instant now, String expected) {
        cases.add(new TrustVectors.Case(name, file, pinned, now, zip(kept), expected));
    }

    /** @param before name of the case whose file the store had before it took that of {@code kept} */
    void third(String name, Forgery forgery, String before, String kept, Instant now, String expected) {
        files.put(name + ".zip", forgery.zip());
        cases.add(new TrustVectors.Case(name, name + ".zip", pin, now, zip(before), zip(kept), expected));
    }

    private static String zip(String name) {
        return name.isEmpty() ? "" : name + ".zip";
    }
}
