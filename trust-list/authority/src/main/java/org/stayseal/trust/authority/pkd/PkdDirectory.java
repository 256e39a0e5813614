package org.stayseal.trust.authority.pkd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;

/**
 * The objects of a directory file, and the entries that hold none (TRUST-116).
 *
 * @param objects in the order of the file
 * @param refused entries that are no nodes of the tree and hold nothing that it may
 */
public record PkdDirectory(List<PkdObject> objects, List<Refused> refused) {

    /** Keeps its own lists. */
    public PkdDirectory {
        objects = List.copyOf(objects);
        refused = List.copyOf(refused);
    }

    /**
     * An entry that was not taken.
     *
     * @param entry its number in the file, from 0
     * @param dn its name
     * @param reason in words
     */
    public record Refused(int entry, String dn, String reason) {}

    /**
     * Reads a directory file.
     *
     * @throws FormatException if it is not LDIF that is read here (TRUST-115)
     */
    public static PkdDirectory read(byte[] ldif) throws FormatException {
        List<PkdObject> objects = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        List<LdifEntry> entries = LdifReader.read(ldif);
        for (int i = 0; i < entries.size(); i++) {
            LdifEntry entry = entries.get(i);
            Optional<PkdName> name = PkdName.of(entry.dn());
            if (name.isEmpty()) {
                if (!PkdName.isNode(entry.dn())) {
                    refused.add(new Refused(i, entry.dn(), "it is in no branch of the directory that is read here"));
                }
                continue;
            }
            List<byte[]> values = values(entry, name.get().branch());
            if (values.isEmpty()) {
                refused.add(new Refused(i, entry.dn(), "it holds nothing that belongs into its branch"));
            }
            for (byte[] value : values) {
                objects.add(new PkdObject(
                        name.get().branch(), name.get().country(), name.get().conformant(), value));
            }
        }
        return new PkdDirectory(objects, refused);
    }

    private static List<byte[]> values(LdifEntry entry, PkdBranch branch) {
        return branch.types().stream().flatMap(entry::values).toList();
    }
}
