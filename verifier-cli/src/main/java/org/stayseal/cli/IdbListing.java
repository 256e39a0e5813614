package org.stayseal.cli;

import java.util.HashSet;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbCoding;
import org.stayseal.spec.idb.IdbContent;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.idb.IdbDocument;
import org.stayseal.spec.idb.IdbHeader;
import org.stayseal.spec.idb.IdbMessage;
import org.stayseal.spec.idb.IdbMessageRule;
import org.stayseal.spec.idb.IdbTable;
import org.stayseal.spec.registry.Countries;

/** A code of ICAO's datastructure for barcodes, byte by byte, also where it deviates from the rules (docs 21). */
final class IdbListing {

    private static final int COUNTRY = 2;
    private static final int REFERENCE = COUNTRY + 1;
    private static final int DATE = REFERENCE + 5;
    private static final int FLAG = 4;

    private IdbListing() {}

    static boolean fits(byte[] code) {
        return IdbDecoder.looksLikeIdb(code);
    }

    static void print(Listing listing, byte[] code) throws FormatException {
        Idb idb = IdbDecoder.decodeTolerant(code);
        IdbContent content = IdbTable.standard().readTolerant(idb);
        listing.note("ICAO datastructure for barcodes, " + code.length + " characters: "
                + idb.text().substring(0, FLAG)
                + ", flag " + idb.text().charAt(FLAG) + " (" + (idb.signed() ? "signed" : "not signed")
                + (idb.compressed() ? ", compressed" : "") + "); its content has " + idb.content().length + " bytes");
        content.deviations().forEach(deviation -> listing.heading("deviation: " + deviation));
        byte[] bytes = idb.content();
        header(listing, idb, bytes);
        int at = messages(listing, idb, bytes);
        at = certificate(listing, idb, bytes, at);
        if (idb.signed()) {
            int signature = bytes.length - idb.signature().length;
            listing.row(bytes, at, signature, "signature, " + idb.signature().length + " bytes: r, then s");
            listing.row(bytes, signature, bytes.length, "");
        }
        summary(listing, idb, content);
    }

    private static void header(Listing listing, Idb idb, byte[] bytes) {
        IdbHeader header = idb.header();
        listing.row(bytes, 0, COUNTRY, "issuing country " + header.country());
        header.signing().ifPresent(signing -> {
            listing.row(
                    bytes,
                    COUNTRY,
                    REFERENCE,
                    "ECDSA with " + signing.algorithm().hash());
            listing.row(bytes, REFERENCE, DATE, "certificate reference: end of the SHA-1 of the certificate");
            listing.row(
                    bytes,
                    DATE,
                    idb.groupStart(),
                    "signed " + signing.date() + (idb.groupStart() - DATE == 3 ? ", in three bytes" : ""));
        });
    }

    private static int messages(Listing listing, Idb idb, byte[] bytes) {
        int length = idb.messages().stream()
                .mapToInt(m -> 1 + DerLength.encode(m.value().length).length + m.value().length)
                .sum();
        int at = idb.groupStart() + 1 + DerLength.encode(length).length;
        listing.row(bytes, idb.groupStart(), at, "message group, " + length + " bytes");
        for (IdbMessage message : idb.messages()) {
            int value = at + 1 + DerLength.encode(message.value().length).length;
            String name = IdbTable.standard().messages(idb.header().country()).stream()
                    .filter(rule -> rule.tag() == message.tag())
                    .map(IdbMessageRule::name)
                    .findFirst()
                    .orElse("not known here");
            listing.row(
                    bytes,
                    at,
                    value,
                    "message " + message.tagHex() + ", " + name + ", " + message.value().length + " bytes");
            listing.row(bytes, value, value + message.value().length, "");
            at = value + message.value().length;
        }
        return at;
    }

    private static int certificate(Listing listing, Idb idb, byte[] bytes, int at) {
        if (idb.certificate().isEmpty()) {
            return at;
        }
        int length = idb.certificate().get().length;
        int value = at + 1 + DerLength.encode(length).length;
        listing.row(bytes, at, value, "signer's certificate, " + length + " bytes; not covered by the signature");
        listing.row(bytes, value, value + length, "");
        return value + length;
    }

    private static void summary(Listing listing, Idb idb, IdbContent content) {
        listing.note("type " + content.type() + ", "
                + content.document().map(IdbDocument::name).orElse("not known here"));
        int face = content.face().map(bytes -> bytes.length).orElse(0);
        if (face > 0) {
            listing.note("face: JPEG 2000, " + face + " bytes");
        }
        Set<String> faces = new HashSet<>();
        IdbTable.standard().messages(idb.header().country()).stream()
                .filter(rule -> rule.coding() == IdbCoding.IMAGE)
                .forEach(rule -> faces.add(rule.name()));
        content.values().forEach((name, text) -> {
            if (!faces.contains(name)) {
                listing.note(name + ": " + Printable.of(text.replace('\n', '|')));
            }
        });
        content.unknown().forEach((name, hex) -> listing.note(name + ", not known here: " + hex));
        content.lastDay().ifPresent(day -> listing.note("last day: " + day));
        listing.note("signed bytes: 0 to " + (idb.signedBytes().length - 1) + "; days are counted in "
                + Countries.timeZone(idb.header().country()));
        if (idb.signed()) {
            listing.note("identity, by which it would be revoked: " + Hex.encode(idb.identity()));
        } else {
            listing.note("it carries no signature: it can never be authentic");
        }
    }
}
