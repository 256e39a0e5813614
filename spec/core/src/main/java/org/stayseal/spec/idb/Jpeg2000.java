package org.stayseal.spec.idb;

import java.util.Arrays;
import org.stayseal.spec.bytes.Hex;

/** How a JPEG 2000 picture begins (IDB-19). Nothing more is looked at here: pictures are decoded elsewhere, with bounds. */
final class Jpeg2000 {

    private static final String FILE = "0000000c6a5020200d0a870a";
    private static final String CODESTREAM = "ff4fff51";

    private Jpeg2000() {}

    static boolean begins(byte[] picture) {
        String start = Hex.encode(Arrays.copyOf(picture, FILE.length() / 2));
        return start.equals(FILE) || start.startsWith(CODESTREAM);
    }
}
