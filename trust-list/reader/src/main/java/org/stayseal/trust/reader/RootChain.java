package org.stayseal.trust.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SignedDocument;

/**
 * The roots of a snapshot, walked from the pinned one to the newest (TRUST-31, TRUST-33).
 *
 * @param newest its keys count for everything else
 * @param newestFingerprint its fingerprint
 * @param fingerprints by number, from the pinned one on
 * @param roots from the pinned one to the newest
 */
record RootChain(Root newest, Fingerprint newestFingerprint, Map<Long, Fingerprint> fingerprints, List<Root> roots) {

    static final Pattern NAME = Pattern.compile("root/([1-9][0-9]{0,8})\\.json");

    static RootChain walk(SortedMap<String, byte[]> files, Pin pin) throws RefusedException {
        TreeSet<Long> numbers = new TreeSet<>();
        for (String name : files.keySet()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                numbers.add(Long.parseLong(matcher.group(1)));
            }
        }
        Map<Long, Fingerprint> fingerprints = new HashMap<>();
        List<Root> roots = new ArrayList<>();
        Root root = null;
        Fingerprint newest = pin.fingerprint();
        for (long number : numbers) {
            String name = "root/" + number + ".json";
            try {
                SignedDocument document = SignedDocument.read(files.getOrDefault(name, new byte[0]), DocumentKind.ROOT);
                if (root == null && !document.fingerprint().equals(pin.fingerprint())) {
                    continue;
                }
                root = root == null ? Root.read(document) : root.next(document);
                newest = document.fingerprint();
            } catch (FormatException e) {
                throw RefusedException.of(name, e);
            }
            if (root.head().sequence() != number) {
                throw new RefusedException(
                        Refusal.CORRUPT, name + " holds root " + root.head().sequence());
            }
            fingerprints.put(number, newest);
            roots.add(root);
        }
        if (root == null) {
            throw new RefusedException(
                    Refusal.UNKNOWN_ROOT,
                    "none of its roots is the one this reader was given, "
                            + pin.fingerprint().spoken());
        }
        if (numbers.last() - numbers.first() + 1 != numbers.size()) {
            throw new RefusedException(Refusal.CORRUPT, "the chain of roots has a gap (TRUST-33)");
        }
        return new RootChain(root, newest, Map.copyOf(fingerprints), List.copyOf(roots));
    }
}
