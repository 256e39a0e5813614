package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.registry.Limits;

/** A residence credential, unpacked and listed item by item (docs 30). */
final class CredentialListing {

    private static final String PREFIX = "RP1:";

    private CredentialListing() {}

    static boolean fits(byte[] code) {
        return new String(code, StandardCharsets.ISO_8859_1).startsWith(PREFIX);
    }

    static void print(Listing listing, byte[] code) throws FormatException {
        String text = new String(code, StandardCharsets.ISO_8859_1);
        listing.note("residence credential RP1: " + text.length() + " characters");
        byte[] zlib = Base45.decode(text.substring(PREFIX.length()), Rule.lettered("CRED-3"));
        byte[] cose = BoundedInflate.inflate(
                zlib, Limits.value("maxCredentialBytes"), Limits.value("maxInflateRatio"), Rule.lettered("CRED-4"));
        listing.note("Base45 of " + zlib.length + " bytes of zlib, which hold " + cose.length + " bytes of COSE:");
        CborListing.print(listing, cose);
    }
}
