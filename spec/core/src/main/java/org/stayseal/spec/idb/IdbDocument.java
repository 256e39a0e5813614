package org.stayseal.spec.idb;

import java.util.OptionalInt;
import java.util.Set;
import org.stayseal.spec.vds.Grants;

/**
 * One kind of document (IDB-22): by a national document type, or by the message that makes it.
 *
 * @param id the name in the registry, {@code provisional-residence-document}
 * @param countries whose document it is; {@code *} for all
 * @param type national document type, if that says it
 * @param message tag of the message, if that says it
 * @param name in English
 * @param grants what the document gives
 * @param ends whether it must have an end date
 * @param mandatory tags of the messages that must be there
 */
public record IdbDocument(
        String id,
        Set<String> countries,
        OptionalInt type,
        OptionalInt message,
        String name,
        Grants grants,
        boolean ends,
        Set<Integer> mandatory) {

    public IdbDocument {
        countries = Set.copyOf(countries);
        mandatory = Set.copyOf(mandatory);
        if (type.isPresent() == message.isPresent()) {
            throw new IllegalArgumentException(id + " is known by its type or by its message");
        }
    }

    boolean isOf(String country) {
        return countries.contains(IdbMessageRule.ANY) || countries.contains(country);
    }
}
