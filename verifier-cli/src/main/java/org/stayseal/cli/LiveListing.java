package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.live.LiveCode;

/** A live code, unpacked and listed item by item, the credential in it as well (docs 33); and whether its proof holds. */
final class LiveListing {

    private LiveListing() {}

    static boolean fits(byte[] code) {
        return new String(code, StandardCharsets.ISO_8859_1).startsWith(LiveCode.PREFIX);
    }

    static void print(Listing listing, byte[] code) throws FormatException {
        String text = new String(code, StandardCharsets.ISO_8859_1);
        listing.note("live code RPL1: " + text.length() + " characters");
        byte[] message = LiveCode.bytesOf(text);
        listing.note("Base45 of " + message.length + " bytes of COSE:");
        CborListing.print(listing, message);
        LiveCode live = LiveCode.decode(message);
        listing.note("made at " + live.madeAt() + ", if the device's clock is right");
        listing.note(
                live.proves()
                        ? "the proof is one by the device key in the credential; who signed that key is for verify to say"
                        : "the proof is none by a device key in the credential");
    }
}
