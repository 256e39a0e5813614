package org.stayseal.trust.authority.pkd;

import java.util.List;
import java.util.stream.Stream;

/**
 * One entry: its name in the tree and its attributes, in the order of the file.
 *
 * @param dn the distinguished name as it was written (RFC 4514)
 * @param attributes at least one
 */
public record LdifEntry(String dn, List<LdifAttribute> attributes) {

    /** Keeps its own list. */
    public LdifEntry {
        attributes = List.copyOf(attributes);
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("an entry has attributes");
        }
    }

    /** The values of a type, whatever the options. */
    public Stream<byte[]> values(String type) {
        return attributes.stream().filter(attribute -> attribute.isOf(type)).map(LdifAttribute::value);
    }
}
