package org.stayseal.spec.idb;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.RegistryFile;
import tools.jackson.databind.JsonNode;

/**
 * What messages mean and what documents they make, from {@code idb-messages.json} (parts 3 and 4 of {@code spec/docs/21-idb.md}).
 *
 * <p>Messages and documents are data: an authority adds one by a row, encoder and decoder both read it.
 */
public final class IdbTable {

    /** The messages that make a document by themselves, in the order in which they are looked for (IDB-22). */
    private static final List<Integer> MAKING = List.of(0x01, 0x02, 0x06, 0x03, 0x04, 0x05);
    /** Those of them that give a scope's document type its name (IDB-40). */
    private static final List<Integer> NAMING = List.of(0x01, 0x02, 0x06);

    private static final IdbTable STANDARD = new IdbTable(RegistryFile.read("idb-messages.json"));

    private final List<IdbMessageRule> messages;
    private final List<IdbDocument> documents;

    private IdbTable(JsonNode file) {
        messages = IdbTableFile.messages(file);
        documents = IdbTableFile.documents(file);
        Set<String> ids = new HashSet<>();
        for (IdbDocument document : documents) {
            if (!ids.add(document.id())) {
                throw new IllegalArgumentException("idb-messages.json has " + document.id() + " twice");
            }
        }
        Set<String> keys = new HashSet<>();
        for (IdbMessageRule rule : messages) {
            for (String country : rule.countries()) {
                if (!keys.add(country + " " + rule.tag()) || !keys.add(country + " " + rule.name())) {
                    throw new IllegalArgumentException("idb-messages.json has " + rule.name() + " or its tag twice");
                }
            }
        }
    }

    /** That of the registry in this jar. */
    public static IdbTable standard() {
        return STANDARD;
    }

    /**
     * That of another file of the same form.
     *
     * @throws IllegalArgumentException if it contradicts itself
     */
    public static IdbTable of(JsonNode file) {
        return new IdbTable(file);
    }

    /** The messages of a country, ICAO's among them, in the order of the table. */
    public List<IdbMessageRule> messages(String country) {
        return messages.stream().filter(rule -> rule.isOf(country)).toList();
    }

    /** All documents, in the order of the table. */
    public List<IdbDocument> documents() {
        return documents;
    }

    /** The kind of document of a code, if it is listed (IDB-22). */
    public Optional<IdbDocument> document(Idb idb) {
        String country = idb.header().country();
        Optional<IdbMessage> type = typeMessage(idb);
        if (type.isPresent()) {
            return documents.stream()
                    .filter(d -> d.isOf(country) && d.type().isPresent())
                    .filter(d -> IdbMessage.hex(d.type().getAsInt())
                            .equalsIgnoreCase(type.get().valueHex()))
                    .findFirst();
        }
        return MAKING.stream()
                .filter(tag -> idb.message(tag).isPresent())
                .findFirst()
                .flatMap(tag -> documents.stream()
                        .filter(d -> d.isOf(country) && d.message().equals(java.util.OptionalInt.of(tag)))
                        .findFirst());
    }

    /** The kind of document as scopes of signers name it, listed or not: {@code IDB-86-0E}, {@code IDB-01} (IDB-40). */
    public String type(Idb idb) {
        return typeMessage(idb)
                .map(m -> "IDB-" + m.tagHex() + "-" + m.valueHex().toUpperCase(java.util.Locale.ROOT))
                .orElseGet(() -> "IDB-"
                        + IdbMessage.hex(NAMING.stream()
                                .filter(tag -> idb.message(tag).isPresent())
                                .findFirst()
                                .orElse(idb.messages().get(0).tag())));
    }

    /** The message that names a national type of document. */
    Optional<IdbMessage> typeMessage(Idb idb) {
        return messages(idb.header().country()).stream()
                .filter(rule -> rule.coding() == IdbCoding.DOCUMENT_TYPE)
                .flatMap(rule -> idb.message(rule.tag()).stream())
                .findFirst();
    }

    /**
     * What the code says.
     *
     * @throws FormatException if it breaks a rule of its messages or of its document (IDB-17 to IDB-26)
     */
    public IdbContent read(Idb idb) throws FormatException {
        return new IdbReading(this, idb, Set.of()).read();
    }

    /**
     * The same for a code that may deviate; the deviations met are in the content.
     *
     * @throws FormatException if the tolerant reading does not fit either
     */
    public IdbContent readTolerant(Idb idb) throws FormatException {
        return new IdbReading(this, idb, EnumSet.allOf(IdbDeviation.class)).read();
    }
}
